import Language
import Press

extension Apparatus {
  /// Every place at which the witnesses differ, once, with all readings: the headlines first, then in the order of the
  /// segments.
  ///
  /// The reading of most witnesses comes first. A reading's text is what the first of its witnesses has. What some witnesses
  /// lack is `cut` where half of them or more have it, else `added`; passages that are lacking are one variant, however many
  /// segments they span. An altered quotation is a variant of its own, before those that say what was altered in it.
  ///
  /// - Parameter articles: The witnesses, in any order, with their texts.
  public func variants(of articles: [Article]) -> [Variant] {
    let byID = Dictionary(articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    guard let rows = WitnessRows(self, byID) else { return [] }
    var found =
      SegmentVariants(self, rows).all + PassageVariants(self, rows).all + QuotationVariants(self, rows).all
    found.sort { ($0.segment, $0.rank, $0.order) < ($1.segment, $1.rank, $1.order) }
    var variants = headlines(byID)
    // Two segments in one figure are widened to the same.
    for next in found where variants.last != next.variant { variants.append(next.variant) }
    return variants
  }

  /// The headlines, where not all are the same words.
  private func headlines(_ articles: [String: Article]) -> [Variant] {
    var readings = ReadingGroups()
    for id in witnesses {
      guard let title = articles[id]?.title else { continue }
      readings.add(title, Tokenizer.tokens(of: title).map(\.key), [Variant.Place(article: id, range: nil)])
    }
    return readings.count > 1 ? [Variant(family: family, kind: .headline, readings: readings.ranked)] : []
  }
}

/// A variant, and where it goes in the list.
struct PlacedVariant {
  /// The first segment that it is about.
  let segment: Int
  /// What comes first of those that begin in one segment: quotations, then passages, then words.
  let rank: Int
  /// Their order among themselves.
  let order: Int
  let variant: Variant
}

/// Readings and who has them, as they are gathered.
struct ReadingGroups {
  private var groups: [(key: [UInt32], text: String, witnesses: [Variant.Place])] = []
  private var known: [[UInt32]: Int] = [:]

  var count: Int { groups.count }

  /// Adds witnesses to the reading of this key; the first to come gives it its text.
  mutating func add(_ text: String, _ key: [UInt32], _ witnesses: [Variant.Place]) {
    if let group = known[key] {
      groups[group].witnesses += witnesses
    } else {
      known[key] = groups.count
      groups.append((key, text, witnesses))
    }
  }

  /// The reading of most witnesses first, then as they came.
  var ranked: [Variant.Reading] {
    groups.enumerated().sorted {
      ($1.element.witnesses.count, $0.offset) < ($0.element.witnesses.count, $1.offset)
    }
    .map { Variant.Reading(text: $0.element.text, witnesses: $0.element.witnesses) }
  }
}
