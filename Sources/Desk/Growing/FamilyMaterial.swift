import Archive
import Collation
import Lineage
import Press

/// What one stemma is drawn from, and then the report's summary.
struct FamilyMaterial: Sendable {
  let family: Family
  let members: [Article]
  let guests: [(article: Article, family: String)]
  /// Copies only: within the family, and with guests.
  let pairs: [Pair]

  var articles: Int { members.count + guests.count }

  func stemma() -> Stemma {
    StemmaBuilder.stemma(
      of: family, members: members, guests: guests, pairs: pairs,
      apparatus: members.count > 1 ? Collator.apparatus(of: members, family: family.id) : nil)
  }

  func entry(_ stemma: Stemma, isCorrected: Bool = false) -> ReportEntry {
    let ids = Set(family.members)
    // What a guest shares with the members tells nothing of which member stands in for a lost source.
    let own = pairs.filter { ids.contains($0.a) && ids.contains($0.b) }
    return ReportMaking.entry(
      of: family, stemma, articles: members + guests.map(\.article), pairs: pairs, standIns: own,
      isCorrected: isCorrected)
  }
}
