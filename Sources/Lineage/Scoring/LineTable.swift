import Press

/// The lines of a family's pages that are no part of the report, and the short ones that name a page of the family.
///
/// A line is known by its words alone. Pages gain such lines in copying, and hand them down: a credit that a page has
/// word for word from the page before it says who that page copied.
struct LineTable {
  /// A line that names an outlet with a page in the family.
  struct Naming {
    let line: Int
    /// At the head of a paragraph that goes on: where the report was first, not where this page has it from.
    let isDateline: Bool
    /// As in ``HeldNames/outlets``.
    let outlets: [Int]
    /// As it stands on the page.
    let text: String
    /// Whether it says that a part is theirs.
    var isPart = false
  }

  /// By member: furniture, credits and datelines, as line numbers in rising order.
  private(set) var apart: [[Int]]
  /// By member: whether a line is one of its own, apart or not.
  private var own: [Set<Int>]
  /// By member.
  private(set) var naming: [[Naming]]
  /// By line: the members that have it.
  private(set) var holders: [Int] = []
  private(set) var isDateline: [Bool] = []
  /// How many members have just these lines.
  private(set) var withSameLines: [[Int]: Int] = [:]
  private var numbers: [String: Int] = [:]

  /// Words of the longest line that may be a credit that no table knows.
  private static let creditWords = 16
  /// Bytes into a paragraph within which a dateline ends.
  private static let datelineBytes = 80

  init(_ tradition: Tradition, _ claims: Claims, _ names: HeldNames) {
    apart = Array(repeating: [], count: tradition.memberCount)
    own = Array(repeating: [], count: tradition.memberCount)
    naming = Array(repeating: [], count: tradition.memberCount)
    for member in tradition.members {
      add(member, tradition.witnesses[member], claims.statements[member], names)
    }
  }

  /// Whether `member` has a line.
  func has(_ line: Int, _ member: Int) -> Bool { own[member].contains(line) }

  func has(_ words: [String], _ member: Int) -> Bool {
    numbers[words.joined(separator: " ")].map { own[member].contains($0) } ?? false
  }

  /// Whether no two members have a line of these words.
  func isAlone(_ words: [String]) -> Bool {
    numbers[words.joined(separator: " ")].map { holders[$0] < 2 } ?? true
  }

  private mutating func number(_ words: [String]) -> Int? {
    guard !words.isEmpty else { return nil }
    let key = words.joined(separator: " ")
    if let known = numbers[key] { return known }
    numbers[key] = holders.count
    holders.append(0)
    isDateline.append(false)
    return holders.count - 1
  }

  private mutating func add(
    _ member: Int, _ witness: Tradition.Witness, _ statement: Claims.Statement, _ names: HeldNames
  ) {
    var lines: Set<Int> = []
    let article = witness.article
    for line in article.furniture {
      for part in line.text.split(whereSeparator: \.isNewline) {
        if let number = number(SourceName.words(of: String(part))) { lines.insert(number) }
      }
    }
    let outlet = names.outletOf[member]
    for credit in article.credits where credit.place == .text {
      guard let number = number(SourceName.words(of: credit.text)) else { continue }
      if isAtHead(credit.range, article.text) { isDateline[number] = true }
      lines.insert(number)
    }
    for claim in statement.outlets + statement.agencies + statement.contributors {
      let words = SourceName.words(of: claim.credit.text)
      let named = names.outlets(named: claim.name, words: words).filter { $0 != outlet }
      guard !named.isEmpty, let number = number(words) else { continue }
      own[member].insert(number)
      note(number, named, claim.credit.text, member, isPart: claim.credit.role == .contributed)
    }
    if names.outlets.count > 1 {
      forEachShortLine(of: article.text) { text, isHead in
        let words = SourceName.words(of: text)
        guard words.count <= Self.creditWords, !words.isEmpty else { return }
        let named = names.outlets(in: words).filter { $0 != outlet }
        guard !named.isEmpty, let number = number(words) else { return }
        if isHead {
          isDateline[number] = true
          lines.insert(number)
        }
        own[member].insert(number)
        note(number, named, text, member)
      }
    }
    own[member].formUnion(lines)
    for line in own[member] { holders[line] += 1 }
    apart[member] = lines.sorted()
    withSameLines[apart[member], default: 0] += 1
  }

  private mutating func note(
    _ line: Int, _ outlets: [Int], _ text: String, _ member: Int, isPart: Bool = false
  ) {
    guard !naming[member].contains(where: { $0.line == line && $0.outlets == outlets }) else { return }
    naming[member].append(
      Naming(line: line, isDateline: isDateline[line], outlets: outlets, text: text, isPart: isPart))
  }

  /// Whether words stand at the head of a paragraph that goes on behind them.
  private func isAtHead(_ range: Range<Int>?, _ text: String) -> Bool {
    guard let range else { return false }
    let bytes = text.utf8
    guard range.upperBound < bytes.count else { return false }
    let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    let end = bytes.index(bytes.startIndex, offsetBy: range.upperBound)
    let startsLine = range.lowerBound == 0 || bytes[bytes.index(before: start)] == 0x0A
    return startsLine && bytes[end] != 0x0A
  }

  /// The paragraphs that are short enough for a credit, and the heads of the first three that look like datelines.
  private func forEachShortLine(of text: String, _ body: (String, Bool) -> Void) {
    var paragraph = 0
    for line in text.utf8.split(separator: 0x0A) {
      var rest = line[...]
      // A dateline is one, however short the paragraph behind it.
      if paragraph < 3, let end = datelineEnd(line) {
        body(String(Substring(line[..<end])), true)
        rest = line[end...]
      }
      if rest.count <= 140 { body(String(Substring(rest)), false) }
      paragraph += 1
    }
  }

  /// Behind the dash of "TORVIK (Courier) — ".
  private func datelineEnd(_ line: Substring.UTF8View) -> Substring.UTF8View.Index? {
    let head = line.prefix(Self.datelineBytes)
    var open = false
    var closed: Substring.UTF8View.Index?
    for at in head.indices {
      if head[at] == UInt8(ascii: "(") { open = true }
      if head[at] == UInt8(ascii: ")"), open { closed = at }
      // A hyphen, or the last byte of a dash.
      let isDash =
        head[at] == UInt8(ascii: "-")
        || (head[at] == 0x93 || head[at] == 0x94)
          && at > head.startIndex && head[head.index(before: at)] == 0x80
      if isDash, let closed, head.distance(from: closed, to: at) <= 5 {
        let end = head.index(after: at)
        return end < line.endIndex ? end : nil
      }
    }
    return nil
  }
}
