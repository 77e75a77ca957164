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
  private let source: CollatedText
  private let copy: CollatedText
  private let titles: (source: String?, copy: String?)
  private var variants: [Variant] = []

  private init(_ source: Article, _ copy: Article, _ family: String) {
    self.family = family
    self.source = CollatedText(source)
    self.copy = CollatedText(copy)
    titles = (source.title, copy.title)
  }

  private mutating func compareHeadlines() {
    guard let before = titles.source, let after = titles.copy else { return }
    guard Tokenizer.tokens(of: before).map(\.key) != Tokenizer.tokens(of: after).map(\.key) else { return }
    variants.append(
      Variant(
        family: family, kind: .headline,
        readings: [
          Variant.Reading(text: before, witnesses: [Variant.Place(article: source.id, range: nil)]),
          Variant.Reading(text: after, witnesses: [Variant.Place(article: copy.id, range: nil)]),
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
        let (left, right) = (Stretch(source, piece.left), Stretch(copy, piece.right))
        guard let kind = ChangeTyping.kind(from: left, to: right) else { continue }
        add(kind, piece.left, piece.right)
      }
    }
  }

  /// A change that runs over the end of a quotation or a paragraph is parted there, if it does so in both texts: what
  /// somebody is quoted as saying and what the reporter goes on with are two changes.
  private func parted(_ change: Change) -> [Change] {
    let (left, right) = (Self.stretches(source, change.left), Self.stretches(copy, change.right))
    guard left.count > 1, left.map(\.isQuoted) == right.map(\.isQuoted) else { return [change] }
    return zip(left, right).map { ($0.range, $1.range) }
  }

  /// A stretch cut where a quotation or a paragraph ends.
  private static func stretches(_ text: CollatedText, _ range: Range<Int>) -> [(
    range: Range<Int>, isQuoted: Bool
  )] {
    var found: [(range: Range<Int>, isQuoted: Bool)] = []
    for index in range {
      let traits = text.words[index].traits
      let isQuoted = traits.contains(.quoted)
      if let last = found.last, last.isQuoted == isQuoted, !traits.contains(.paragraphStart) {
        found[found.count - 1].range = last.range.lowerBound..<index + 1
      } else {
        found.append((index..<index + 1, isQuoted))
      }
    }
    return found
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

  private mutating func add(_ kind: Variant.Kind, _ left: Range<Int>, _ right: Range<Int>) {
    guard !left.isEmpty || !right.isEmpty, kind != .added || !right.isEmpty else { return }
    variants.append(
      Variant(
        family: family, kind: kind, readings: [Stretch(source, left).reading, Stretch(copy, right).reading]))
  }
}
