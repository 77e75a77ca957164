import Press

/// Finds the stretches that many bear who share nothing else: a notice, a biography, a law's wording, an answer that
/// everyone printed. They say nothing of where a page comes from.
///
/// A stretch is one where at least four clusters bear it, where it is the smaller part of every page that does, and the
/// lead of none unless all are one outlet's. Where some page is mostly that stretch, it is that page's report, and the
/// others carry an excerpt of it.
enum CommonSources {
  /// Clusters, beside a page's own, that must bear a stretch.
  static let fewestOthers = 3
  /// Coverage from which a page is mostly the stretch.
  static let mostly = 0.5
  /// Part of what a link shares that must be borne by many.
  static let share = 0.8

  /// Numbers of the links that share nothing but such stretches.
  static func links(_ component: Component, labels: [Int]) -> Set<Int> {
    var once: Set<Int> = []
    var twice: Set<Int> = []
    for page in component.members.indices {
      for link in links(at: page, component, labels) {
        if !once.insert(link).inserted { twice.insert(link) }
      }
    }
    return twice
  }

  /// The links that share nothing but such stretches as far as one of their two pages tells.
  private static func links(at page: Int, _ component: Component, _ labels: [Int]) -> [Int] {
    let foreign = component.sights[page].filter { labels[$0.to] != labels[page] }
    guard foreign.count >= fewestOthers else { return [] }
    var byCluster: [Int: [Range<Int>]] = [:]
    for sight in foreign { byCluster[labels[sight.to], default: []] += sight.ranges }
    guard byCluster.count >= fewestOthers else { return [] }
    var bounds: [(at: Int, step: Int)] = []
    for ranges in byCluster.values {
      for range in Ranges.union(ranges) {
        bounds.append((range.lowerBound, 1))
        bounds.append((range.upperBound, -1))
      }
    }
    let crowded = stretches(bounds)
    if crowded.isEmpty { return [] }
    // What some page is mostly made of is that page's report.
    let carried = Ranges.union(foreign.filter { $0.there >= mostly }.flatMap(\.ranges))
    return foreign.filter { sight in
      guard sight.here < mostly, sight.there < mostly else { return false }
      let length = Double(Ranges.length(sight.ranges))
      guard Double(Ranges.overlap(sight.ranges, crowded)) >= share * length,
        Double(Ranges.overlap(sight.ranges, carried)) < (1 - share) * length
      else { return false }
      if sight.lead < ComponentBuilder.leadShare { return true }
      let outlet = component.members[page].outlet
      return outlet != nil && outlet == component.members[sight.to].outlet
    }.map(\.link)
  }

  /// Where at least ``fewestOthers`` clusters' ranges lie upon each other.
  private static func stretches(_ bounds: [(at: Int, step: Int)]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var depth = 0
    var start = 0
    for bound in bounds.sorted(by: { ($0.at, $0.step) < ($1.at, $1.step) }) {
      let before = depth
      depth += bound.step
      if before < fewestOthers, depth >= fewestOthers { start = bound.at }
      if before >= fewestOthers, depth < fewestOthers, start < bound.at { found.append(start..<bound.at) }
    }
    return Ranges.union(found)
  }
}
