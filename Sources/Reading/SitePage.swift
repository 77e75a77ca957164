import Language
import Press

/// What `SiteLines` remembers of a page: who published it, which short lines it has, and a sketch of its sentences.
///
/// As much at most for a large page as for a small one (invariant 12): some 1.3 KB, 200 bytes for a usual one.
public struct SitePage: Sendable, Hashable {
  /// Short lines that are remembered: as many from the page's head as from its tail.
  static let mostLines = 128
  /// Words of a line above which no repetition tells that it is furniture.
  static let mostWords = 40
  /// Bytes of such a line.
  static let mostBytes = 400
  /// Words from which on a line counts for the sketch.
  static let leastSketched = 8
  /// Words in a run that the sketch is made of; fewer are shared by everyone who writes of the same thing.
  private static let shingle = 6
  /// Hashes in a sketch.
  static let sketched = 32

  /// The outlet that the page is of; `nil` where nothing tells, and the page stands for itself.
  public let outlet: UInt64?
  /// Its short lines, folded, mixed with its outlet; sorted, each once.
  let lines: [UInt64]
  /// The smallest hashes of the runs of words in its longer lines, sorted (Broder 1997, "On the resemblance and
  /// containment of documents": the share that two such sketches have in common is that of the texts).
  let sketch: [UInt32]
  /// Whether it has more short lines than are remembered.
  public let isCut: Bool

  /// Looks at an article as it was read.
  public init(_ article: Article) {
    let outlet = Self.outlet(of: article)
    self.outlet = outlet
    guard let outlet else {
      (lines, sketch, isCut) = ([], [], false)
      return
    }
    var text = article.text
    var keys: [UInt64] = []
    var sketch = Sketch(Self.sketched)
    text.withUTF8 { bytes in
      for span in Lines.spans(bytes).spans {
        let tokens = LineTokens.scan(UnsafeBufferPointer(rebasing: bytes[span]))
        let words = tokens.compactMap { $0.isMark ? nil : $0.hash }
        if words.count >= Self.leastSketched { sketch.add(words, Self.shingle) }
        guard words.count <= Self.mostWords, span.count <= Self.mostBytes else { continue }
        let line = String(decoding: UnsafeBufferPointer(rebasing: bytes[span]), as: UTF8.self)
        if let key = SiteLineKey(line, tokens, outlet: outlet) { keys.append(key.folded) }
      }
    }
    isCut = keys.count > Self.mostLines
    if isCut {
      keys = Array(keys.prefix(Self.mostLines / 2) + keys.suffix(Self.mostLines / 2))
    }
    lines = Set(keys).sorted()
    self.sketch = sketch.smallest
  }

  /// Whether enough is known of what the page tells for comparing it with others.
  var isTelling: Bool { sketch.count >= 8 }

  /// Whether two pages are of one report, or one is a later state of the other: then what they share says nothing of
  /// their outlet.
  func isLike(_ other: SitePage) -> Bool {
    // Of the smallest hashes of both together, those that both have.
    var (a, b, seen, shared) = (0, 0, 0, 0)
    while seen < Self.sketched, a < sketch.count, b < other.sketch.count {
      if sketch[a] == other.sketch[b] {
        shared += 1
        a += 1
        b += 1
      } else if sketch[a] < other.sketch[b] {
        a += 1
      } else {
        b += 1
      }
      seen += 1
    }
    return Double(shared) > Self.mostShared * Double(seen)
  }

  /// Share of their words' runs that pages of different reports may have in common: an outlet's notices in full
  /// sentences.
  private static let mostShared = 0.3

  /// An order that is the pages' own.
  static func < (a: SitePage, b: SitePage) -> Bool {
    a.sketch == b.sketch
      ? a.lines.lexicographicallyPrecedes(b.lines) : a.sketch.lexicographicallyPrecedes(b.sketch)
  }

  // MARK: The outlet

  /// The outlet as Reading found it; else the host of the address; else the folder that a file of its own lies in.
  static func outlet(of article: Article) -> UInt64? {
    if let outlet = article.outlet, !outlet.isEmpty { return hash("outlet", outlet) }
    if let host = article.address.flatMap(WebHost.init) { return hash("host", host.bare) }
    // A line or a record lies in one file with those of all other outlets.
    guard !article.source.contains("#") else { return nil }
    // By its name alone, as in ids: a pile may be moved, and its path spelled otherwise.
    let folder = article.source.split(separator: "/").dropLast().last { $0 != "." }
    return folder.flatMap { $0 == ".." ? nil : hash("folder", $0) }
  }

  private static func hash(_ kind: String, _ name: some StringProtocol) -> UInt64 {
    var hash = Folding.seed
    for byte in kind.utf8 { hash = Folding.add(byte, to: hash) }
    hash = Folding.add(0, to: hash)
    for byte in name.utf8 { hash = Folding.add(byte, to: hash) }
    return hash
  }
}

/// The smallest of many hashes.
private struct Sketch {
  private(set) var smallest: [UInt32] = []
  private let size: Int

  init(_ size: Int) { self.size = size }

  mutating func add(_ words: [UInt64], _ width: Int) {
    guard words.count >= width else { return }
    for start in 0...(words.count - width) {
      var hash: UInt64 = 0
      for word in words[start..<(start + width)] {
        hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
      }
      insert(UInt32(truncatingIfNeeded: (hash &* 0xBF58_476D_1CE4_E5B9) >> 32))
    }
  }

  private mutating func insert(_ hash: UInt32) {
    if smallest.count == size, let last = smallest.last, hash >= last { return }
    var (low, high) = (0, smallest.count)
    while low < high {
      let middle = (low + high) / 2
      if smallest[middle] < hash { low = middle + 1 } else { high = middle }
    }
    if low < smallest.count, smallest[low] == hash { return }
    smallest.insert(hash, at: low)
    if smallest.count > size { smallest.removeLast() }
  }
}

/// What makes two lines of one outlet the same: their words, with every date and number as one sign.
struct SiteLineKey {
  let folded: UInt64
  /// Whether a number or a date was folded, so that the lines may differ.
  let hasNumbers: Bool

  /// `nil` for lines without a word.
  init?(_ line: String, _ tokens: [Token], outlet: UInt64) {
    let bytes = Array(line.utf8)
    let hasDigits = bytes.contains { $0 &- 0x30 < 10 }
    let dates = hasDigits ? DateScanner.scan(line).map(\.range) : []
    var hash = outlet
    var (words, numbers, wasNumber) = (0, 0, false)
    for token in tokens where !token.isMark {
      let isNumber =
        token.kind == .number || bytes[token.start] &- 0x30 < 10
        || dates.contains { $0.contains(token.start) }
      if isNumber {
        if !wasNumber { hash = Self.mix(hash, 1) }
        numbers += 1
      } else {
        hash = Self.mix(hash, token.hash)
        words += 1
      }
      wasNumber = isNumber
    }
    guard words > 0 else { return nil }
    folded = hash
    hasNumbers = numbers > 0
  }

  private static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    var hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 32
    return hash
  }
}
