import Press

/// Finds for each page put together from several reports the one that it belongs to: the one that it has its lead from.
/// Where its lead is its own, it is a report of its own.
struct MergedPages {
  /// Members of the largest cluster that counts as one merged page with its reprints.
  static let largest = 3
  /// Coverage on both sides that makes a text a good part of another.
  static let part = 0.35
  /// Share of what two texts share that stands in one order, where one has the other's lead further down.
  static let inOrder = 0.7
  /// Clusters, beside its own and the report's, that may have the stretch that a merged page takes from the report.
  static let mostSharers = 2

  private let component: Component
  private let labels: [Int]
  /// Asked of a page once and not for each that links to it.
  private let isCollection: [Bool]

  init(_ component: Component, labels: [Int]) {
    self.component = component
    self.labels = labels
    isCollection = component.members.indices.map { Collections.isCollection($0, component, labels) }
  }

  func join(_ clusters: inout DisjointSets) {
    var pages: [Int: [Int]] = [:]
    for number in component.members.indices { pages[labels[number], default: []].append(number) }
    var target: [Int: Int] = [:]
    for (cluster, pages) in pages where pages.count <= Self.largest {
      if let report = report(of: pages) { target[cluster] = labels[report] }
    }
    // A page that others would join is a report itself; it joins nothing, so that no chain welds two reports.
    let receivers = Set(target.values)
    for (cluster, other) in target where !receivers.contains(cluster) { clusters.join(cluster, other) }
  }

  private func report(of pages: [Int]) -> Int? {
    var best: (lead: Double, share: Double, report: Int)?
    let taken = pages.map { page in
      Set(component.sights[page].filter { isLeading(page, $0) }.map { labels[$0.to] })
    }
    for page in pages {
      for sight in component.sights[page] where labels[sight.to] != labels[page] && isLeading(page, sight) {
        // A merged page's reprints take as much; a report that it was merged from does not.
        guard taken.allSatisfy({ $0.contains(labels[sight.to]) }), mayBeOlder(sight.to, than: page),
          !isCollection[sight.to], !isEverywhere(sight, from: page)
        else { continue }
        let found = (sight.mutualLead, sight.here, sight.to)
        if let known = best, (known.lead, known.share, -known.report) >= (found.0, found.1, -found.2) {
          continue
        }
        best = found
      }
    }
    return best?.report
  }

  /// Whether the two bear one headline; or begin alike; or the page has the report's lead further down, below pictures
  /// say, and both are good parts of each other and in one order. A page that lies in the report wholly was not merged.
  private func isLeading(_ page: Int, _ sight: Sight) -> Bool {
    if sight.here >= Self.part, component.haveSameHeadline(page, sight.to) { return true }
    if sight.here >= Excerpts.coverage, sight.there < Excerpts.leastShare { return false }
    if sight.isLeading { return true }
    return sight.least >= Self.part && sight.leadThere >= ComponentBuilder.leadShare
      && sight.inOrder >= Self.inOrder
  }

  private func mayBeOlder(_ report: Int, than page: Int) -> Bool {
    guard let there = component.members[report].published, let here = component.members[page].published else {
      return true
    }
    return !here.isLikelyBefore(there)
  }

  /// Whether what the page takes from the report stands in many further reports.
  private func isEverywhere(_ sight: Sight, from page: Int) -> Bool {
    let length = Ranges.length(sight.ranges)
    var sharers: Set<Int> = []
    for other in component.sights[page]
    where labels[other.to] != labels[page] && labels[other.to] != labels[sight.to] {
      if 2 * Ranges.overlap(other.ranges, sight.ranges) >= length { sharers.insert(labels[other.to]) }
      if sharers.count > Self.mostSharers { return true }
    }
    return false
  }
}
