/// Joins two clusters only where enough of their pages speak for it: one bad link between two large clusters welds
/// nothing.
struct Agreement {
  /// Of the smaller cluster's pages that share anything with the other cluster, one in so many must speak for it.
  static let oneIn = 3

  /// Two clusters by their labels, the smaller label first.
  private struct Two: Hashable {
    let a: Int, b: Int
  }

  private let component: Component
  private let labels: [Int]
  /// By label.
  private var sizes: [Int: Int] = [:]
  private var speaking: [Two: Set<Int>] = [:]
  /// Two clusters of which one is so small that one page is enough.
  private var agreed: [Two] = []

  init(_ component: Component, labels: [Int]) {
    self.component = component
    self.labels = labels
    for label in labels { sizes[label, default: 0] += 1 }
  }

  /// Whether the first of two members is of the smaller cluster, or both are of one size.
  func isOfSmaller(_ page: Int, than other: Int) -> Bool {
    sizes[labels[page], default: 0] <= sizes[labels[other], default: 0]
  }

  /// Two members of different clusters speak for one report.
  mutating func propose(_ a: Int, _ b: Int) {
    let two = Two(a: min(labels[a], labels[b]), b: max(labels[a], labels[b]))
    if min(sizes[two.a, default: 0], sizes[two.b, default: 0]) <= Self.oneIn {
      agreed.append(two)
      return
    }
    speaking[two, default: []].formUnion([a, b])
  }

  /// Joins the clusters that agree.
  func join(_ clusters: inout DisjointSets) {
    for two in agreed { clusters.join(two.a, two.b) }
    if speaking.isEmpty { return }
    var linked: [Two: Set<Int>] = [:]
    for page in component.members.indices {
      for sight in component.sights[page] where labels[sight.to] != labels[page] {
        let two = Two(a: min(labels[page], labels[sight.to]), b: max(labels[page], labels[sight.to]))
        if speaking[two] != nil { linked[two, default: []].insert(page) }
      }
    }
    for (two, pages) in speaking {
      let smaller = sizes[two.a, default: 0] <= sizes[two.b, default: 0] ? two.a : two.b
      let all = linked[two, default: []].count { labels[$0] == smaller }
      if Self.oneIn * pages.count(where: { labels[$0] == smaller }) >= all { clusters.join(two.a, two.b) }
    }
  }
}
