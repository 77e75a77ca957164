import Press

/// Finds the stretches that many bear who share nothing else: a notice, a biography, a law's wording, an answer that
/// everyone printed. They say nothing of where a page comes from.
///
/// A stretch is one that at least four clusters bear, or three of one outlet, and the lead of none unless all are one
/// outlet's. Where some page is mostly that stretch and begins with it, it is that page's report, and the others carry
/// an excerpt of it.
enum CommonSources {
  /// Clusters, beside a page's own, that must bear a stretch.
  static let fewestOthers = 3
  /// The same where all are one outlet's: what stands on three of its pages which tell of different things is the
  /// outlet's.
  static let fewestOfOutlet = 2
  /// Coverage from which a page is mostly the stretch.
  static let mostly = 0.5
  /// Part of what a link shares that must be borne by many.
  static let share = 0.8

  /// Numbers of the links that share nothing but such stretches, as both their pages tell.
  static func links(_ component: Component, labels: [Int]) -> Set<Int> {
    var once: Set<Int> = []
    var twice: Set<Int> = []
    for page in component.members.indices {
      let foreign = component.sights[page].filter { labels[$0.to] != labels[page] }
      if foreign.count < fewestOfOutlet { continue }
      let outlet = component.members[page].outlet
      let ofOutlet = outlet == nil ? [] : foreign.filter { component.members[$0.to].outlet == outlet }
      // What some page is mostly made of is that page's report.
      let carried = Ranges.union(foreign.filter(\.isMostlyThere).flatMap(\.ranges))
      var found = select(from: foreign, at: fewestOthers, labels, carried) {
        $0.lead < ComponentBuilder.leadShare
      }
      found.formUnion(select(from: ofOutlet, at: fewestOfOutlet, labels, carried) { _ in true })
      for link in found where !once.insert(link).inserted { twice.insert(link) }
    }
    return twice
  }

  /// Of what one page sees of other clusters, the links that share nothing but what `fewest` of these clusters bear.
  private static func select(
    from foreign: [Sight], at fewest: Int, _ labels: [Int], _ carried: [Range<Int>],
    where mayBe: (Sight) -> Bool
  ) -> Set<Int> {
    guard foreign.count >= fewest else { return [] }
    var byCluster: [Int: [Range<Int>]] = [:]
    for sight in foreign { byCluster[labels[sight.to], default: []] += sight.ranges }
    guard byCluster.count >= fewest else { return [] }
    let crowded = stretches(byCluster.values.map(Ranges.union), borneBy: fewest)
    if crowded.isEmpty { return [] }
    var found: Set<Int> = []
    for sight in foreign where mayBe(sight) && !sight.isMostlyHere {
      let length = Double(Ranges.length(sight.ranges))
      if Double(Ranges.overlap(sight.ranges, crowded)) >= share * length,
        Double(Ranges.overlap(sight.ranges, carried)) <= (1 - share) * length
      {
        found.insert(sight.link)
      }
    }
    return found
  }

  /// Where at least `fewest` of the lists lie upon each other.
  private static func stretches(_ lists: [[Range<Int>]], borneBy fewest: Int) -> [Range<Int>] {
    var bounds: [(at: Int, step: Int)] = []
    for range in lists.joined() { bounds += [(range.lowerBound, 1), (range.upperBound, -1)] }
    var found: [Range<Int>] = []
    var depth = 0
    var start = 0
    for bound in bounds.sorted(by: { ($0.at, $0.step) < ($1.at, $1.step) }) {
      let before = depth
      depth += bound.step
      if before < fewest, depth >= fewest { start = bound.at }
      if before >= fewest, depth < fewest, start < bound.at { found.append(start..<bound.at) }
    }
    return Ranges.union(found)
  }
}

extension Sight {
  /// Whether the page is mostly what is shared, and begins with it.
  fileprivate var isMostlyHere: Bool {
    here >= CommonSources.mostly && lead >= ComponentBuilder.leadShare
  }

  /// The same of the other.
  fileprivate var isMostlyThere: Bool {
    there >= CommonSources.mostly && leadThere >= ComponentBuilder.leadShare
  }
}
