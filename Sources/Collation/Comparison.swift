import Language
import Matching
import Press

/// What a copy changed in its source: every place at which the two differ, typed.
///
/// Punctuation, case and typography are no changes. The readings of a variant stand in the order source, copy.
public struct Comparison {
  /// Changes from the headline down, in the order of the copy, then what was cut in the order of the source.
  ///
  /// - Parameter family: The id that the variants bear.
  public static func variants(from source: Article, to copy: Article, family: String) -> [Variant] {
    var comparison = Comparison(source, copy, family)
    comparison.compareHeadlines()
    comparison.compareTexts()
    return comparison.variants
  }

  private let family: String
  private let source: Side
  private let copy: Side
  private var variants: [Variant] = []

  /// One of the two texts, in words.
  private struct Side {
    let article: Article
    let bytes: [UInt8]
    let words: [Token]

    init(_ article: Article) {
      self.article = article
      bytes = Array(article.text.utf8)
      words = Witness(article).words
    }

    /// The reading of a stretch of words; an empty stretch stands where its first word would.
    func reading(_ range: Range<Int>) -> Variant.Reading {
      let stretch: Range<Int>
      if range.isEmpty {
        let place = range.lowerBound < words.count ? Int(words[range.lowerBound].start) : bytes.count
        stretch = place..<place
      } else {
        stretch = Int(words[range.lowerBound].start)..<Int(words[range.upperBound - 1].end)
      }
      return Variant.Reading(
        text: String(decoding: bytes[stretch], as: UTF8.self),
        witnesses: [Variant.Place(article: article.id, range: stretch)])
    }

    /// A stretch cut where a quotation or a paragraph ends.
    func stretches(_ range: Range<Int>) -> [(range: Range<Int>, isQuoted: Bool)] {
      var found: [(range: Range<Int>, isQuoted: Bool)] = []
      for index in range {
        let traits = words[index].traits
        let isQuoted = traits.contains(.quoted)
        if let last = found.last, last.isQuoted == isQuoted, !traits.contains(.paragraphStart) {
          found[found.count - 1].range = last.range.lowerBound..<index + 1
        } else {
          found.append((index..<index + 1, isQuoted))
        }
      }
      return found
    }

    /// The bytes of a stretch of words that is not empty.
    func slice(_ range: Range<Int>) -> ArraySlice<UInt8> {
      bytes[Int(words[range.lowerBound].start)..<Int(words[range.upperBound - 1].end)]
    }

    /// The bytes of a stretch with the word that its first is drawn together with ("it" of "it's"), and a sign of per
    /// cent behind it.
    func spoken(_ range: Range<Int>) -> ArraySlice<UInt8> {
      guard let first = words[range].first ?? words[..<range.lowerBound].last else { return [] }
      var start = Int(first.start)
      if !range.isEmpty, range.lowerBound > 0 {
        // The word before stands in both texts, so that taking it in changes no verdict.
        start = Int(words[range.lowerBound - 1].start)
      }
      var end = range.isEmpty ? Int(first.end) : Int(words[range.upperBound - 1].end)
      if end < bytes.count, bytes[end] == UInt8(ascii: "%") { end += 1 }
      return bytes[start..<end]
    }

    func isQuoted(_ range: Range<Int>) -> Bool {
      !range.isEmpty && words[range].allSatisfy { $0.traits.contains(.quoted) }
    }
    func numbers(_ range: Range<Int>) -> [UInt32] {
      words[range].filter { $0.traits.contains(.number) }.map(\.key)
    }
    func names(_ range: Range<Int>) -> [UInt32] { words[range].filter(\.isNameLike).map(\.key) }
  }

  private init(_ source: Article, _ copy: Article, _ family: String) {
    self.family = family
    self.source = Side(source)
    self.copy = Side(copy)
  }

  private mutating func compareHeadlines() {
    guard let before = source.article.title, let after = copy.article.title else { return }
    guard Tokenizer.tokens(of: before).map(\.key) != Tokenizer.tokens(of: after).map(\.key) else { return }
    variants.append(
      Variant(
        family: family, kind: .headline,
        readings: [
          Variant.Reading(text: before, witnesses: [Variant.Place(article: source.article.id, range: nil)]),
          Variant.Reading(text: after, witnesses: [Variant.Place(article: copy.article.id, range: nil)]),
        ]))
  }

  private mutating func compareTexts() {
    let alignments = Aligner().align(source.words, copy.words)
    let inCopyOrder = alignments.sorted { $0.b.lowerBound < $1.b.lowerBound }
    var atCopy = 0
    var furthestSource = 0
    for passage in inCopyOrder {
      add(.added, (passage.a.lowerBound..<passage.a.lowerBound), atCopy..<passage.b.lowerBound)
      if passage.a.lowerBound < furthestSource { add(.moved, passage.a, passage.b) }
      for (before, after) in zip(passage.runs, passage.runs.dropFirst()) {
        change((before.a + before.count)..<after.a, (before.b + before.count)..<after.b)
      }
      atCopy = passage.b.upperBound
      furthestSource = max(furthestSource, passage.a.upperBound)
    }
    add(.added, source.words.count..<source.words.count, atCopy..<copy.words.count)
    // What the copy lacks, where the source has it.
    var atSource = 0
    for passage in alignments + [nil] as [Alignment?] {
      let next = passage?.a.lowerBound ?? source.words.count
      if atSource < next {
        let place = passage?.b.lowerBound ?? copy.words.count
        add(.cut, atSource..<next, place..<place)
      }
      atSource = max(atSource, passage?.a.upperBound ?? next)
    }
  }

  private mutating func change(_ left: Range<Int>, _ right: Range<Int>) {
    let (before, inner, after) = split(left, right)
    for part in [before, inner, after] {
      for piece in parted(part) where !piece.left.isEmpty || !piece.right.isEmpty {
        if isSameLetters(piece.left, piece.right) { continue }
        add(kind(piece.left, piece.right), piece.left, piece.right)
      }
    }
  }

  /// A change that runs over the end of a quotation or a paragraph is parted there, if it does so in both texts: what
  /// somebody is quoted as saying and what the reporter goes on with are two changes.
  private func parted(_ change: Change) -> [Change] {
    let (left, right) = (source.stretches(change.left), copy.stretches(change.right))
    guard left.count > 1, left.map(\.isQuoted) == right.map(\.isQuoted) else { return [change] }
    return zip(left, right).map { ($0.range, $1.range) }
  }

  /// Words by which one side of a change may exceed the other and still be taken for its replacement.
  private static let mostExcess = 6

  private typealias Change = (left: Range<Int>, right: Range<Int>)

  /// Parts a replaced word from a stretch cut or added beside it: the shorter side is held against the head and the
  /// tail of the longer, and stays with the one that it is more like.
  private func split(_ left: Range<Int>, _ right: Range<Int>) -> (
    before: Change, inner: Change, after: Change
  ) {
    let size = min(left.count, right.count)
    let whole: Change = (left, right)
    let headless: Change = (left.lowerBound..<left.lowerBound, right.lowerBound..<right.lowerBound)
    let tailless: Change = (left.upperBound..<left.upperBound, right.upperBound..<right.upperBound)
    guard size > 0, abs(left.count - right.count) > Self.mostExcess else {
      return (headless, whole, tailless)
    }
    let isHead =
      likeness(left.prefix(size), right.prefix(size)) >= likeness(left.suffix(size), right.suffix(size))
    if isHead {
      let inner: Change = (
        left.lowerBound..<left.lowerBound + size, right.lowerBound..<right.lowerBound + size
      )
      return (
        headless, inner, (inner.left.upperBound..<left.upperBound, inner.right.upperBound..<right.upperBound)
      )
    }
    let inner: Change = (left.upperBound - size..<left.upperBound, right.upperBound - size..<right.upperBound)
    return (
      (left.lowerBound..<inner.left.lowerBound, right.lowerBound..<inner.right.lowerBound), inner, tailless
    )
  }

  /// Letters with which words in the same places begin alike.
  private func likeness(_ left: Range<Int>, _ right: Range<Int>) -> Int {
    zip(left, right).reduce(0) { sum, pair in
      let a = source.bytes[source.words[pair.0].range]
      let b = copy.bytes[copy.words[pair.1].range]
      return sum + zip(a, b).prefix { ($0 | 0x20) == ($1 | 0x20) }.count
    }
  }

  /// A change within quotation marks is a changed quotation whatever else it is; numbers come before names.
  private func kind(_ left: Range<Int>, _ right: Range<Int>) -> Variant.Kind {
    if isSpelling(left, right) { return .spelling }
    let leftQuoted = left.isEmpty || source.isQuoted(left)
    let rightQuoted = right.isEmpty || copy.isQuoted(right)
    if leftQuoted && rightQuoted { return .quotation }
    if right.isEmpty { return .cut }
    if left.isEmpty { return .added }
    let (before, after) = (source.numbers(left), copy.numbers(right))
    // Figures on one side alone belong to a sentence put otherwise.
    if before != after, !before.isEmpty, !after.isEmpty { return .number }
    if source.names(left) != copy.names(right), !source.names(left).isEmpty, !copy.names(right).isEmpty {
      return .name
    }
    return .substituted
  }

  /// "6:52 a.m." and "6.52am": cut into words otherwise, but nothing changed.
  private func isSameLetters(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard !left.isEmpty, !right.isEmpty else { return false }
    return Spelling.isSameLetters(source.slice(left), copy.slice(right))
  }

  private func isSpelling(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    if Spelling.isSameNotation(source.spoken(left), copy.spoken(right)) { return true }
    return !left.isEmpty && left.count == right.count
      && zip(left, right).allSatisfy { a, b in
        source.words[a].key == copy.words[b].key
          || Spelling.isSameWord(source.bytes[source.words[a].range], copy.bytes[copy.words[b].range])
      }
  }

  private mutating func add(_ kind: Variant.Kind, _ left: Range<Int>, _ right: Range<Int>) {
    guard !left.isEmpty || !right.isEmpty, kind != .added || !right.isEmpty else { return }
    variants.append(
      Variant(family: family, kind: kind, readings: [source.reading(left), copy.reading(right)]))
  }
}
