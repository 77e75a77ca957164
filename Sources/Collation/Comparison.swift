import Language
import Matching
import Press

/// What a copy changed in its source: every place at which the two differ, typed.
///
/// Punctuation, case and typography are no changes. The readings of a variant stand in the order source, copy. An altered
/// quotation is a variant of its own, with as much of the quotation as both have; what was altered in it is listed
/// besides, as what it is.
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
  /// Of thousands of copies of one text none is worth a look.
  private let isSameText: Bool
  private var variants: [Variant] = []

  private init(_ source: Article, _ copy: Article, _ family: String) {
    self.family = family
    self.source = CollatedText(source)
    self.copy = CollatedText(copy)
    titles = (source.title, copy.title)
    isSameText =
      source.text == copy.text && source.furniture == copy.furniture && source.credits == copy.credits
      && source.dateline == copy.dateline
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
    if isSameText { return }
    let alignments = Gaps.joined(Aligner().align(source.words, copy.words))
    let inCopyOrder = alignments.sorted { $0.b.lowerBound < $1.b.lowerBound }
    var atCopy = 0
    var furthestSource = 0
    for passage in inCopyOrder {
      add(.added, (passage.a.lowerBound..<passage.a.lowerBound), atCopy..<passage.b.lowerBound)
      if passage.a.lowerBound < furthestSource { add(.moved, passage.a, passage.b) }
      compare(passage)
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

  /// Adds the changes within a passage, each behind the quotation that it altered.
  private mutating func compare(_ passage: Alignment) {
    var found: [(place: Int, variant: Variant)] = []
    var quotations = QuotationPairs(source, copy, passage)
    for gap in Gaps.of(passage, source, copy) {
      for change in Gaps.parted(gap, source, copy) {
        let (left, right) = (Stretch(source, change.left), Stretch(copy, change.right))
        guard let kind = ChangeTyping.kind(from: left, to: right, quotations: false) else { continue }
        if kind != .spelling, AlteredQuotation.isAltered(left, right) { quotations.alter(left, right) }
        found.append((change.right.lowerBound, variant(kind, change.left, change.right)))
      }
    }
    var altered = quotations.altered[...]
    for change in found {
      while let next = altered.first, next.right.lowerBound <= change.place {
        add(.quotation, next.left, next.right)
        altered.removeFirst()
      }
      variants.append(change.variant)
    }
    for next in altered { add(.quotation, next.left, next.right) }
  }

  private mutating func add(_ kind: Variant.Kind, _ left: Range<Int>, _ right: Range<Int>) {
    guard !left.isEmpty || !right.isEmpty, kind != .added || !right.isEmpty else { return }
    variants.append(variant(kind, left, right))
  }

  private func variant(_ kind: Variant.Kind, _ left: Range<Int>, _ right: Range<Int>) -> Variant {
    Variant(
      family: family, kind: kind, readings: [Stretch(source, left).reading, Stretch(copy, right).reading])
  }
}
