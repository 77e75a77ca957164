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
    add(kind(left, right), left, right)
  }

  /// A change within quotation marks is a changed quotation whatever else it is; numbers come before names.
  private func kind(_ left: Range<Int>, _ right: Range<Int>) -> Variant.Kind {
    let leftQuoted = left.isEmpty || source.isQuoted(left)
    let rightQuoted = right.isEmpty || copy.isQuoted(right)
    if leftQuoted && rightQuoted { return .quotation }
    if right.isEmpty { return .cut }
    if left.isEmpty { return .added }
    if source.numbers(left) != copy.numbers(right) { return .number }
    if source.names(left) != copy.names(right), !source.names(left).isEmpty, !copy.names(right).isEmpty {
      return .name
    }
    return .substituted
  }

  private mutating func add(_ kind: Variant.Kind, _ left: Range<Int>, _ right: Range<Int>) {
    guard !left.isEmpty || !right.isEmpty, kind != .added || !right.isEmpty else { return }
    variants.append(
      Variant(family: family, kind: kind, readings: [source.reading(left), copy.reading(right)]))
  }
}
