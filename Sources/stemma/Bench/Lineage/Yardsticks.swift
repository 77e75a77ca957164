import Press

/// Simple methods to hold lineage against, on the same families and pairs.
enum Yardstick: String, CaseIterable {
  /// The first page of a family is everybody's parent.
  case first = "first page"
  /// The parent is the earlier page that has most in common with the copy.
  case nearest = "nearest earlier page"

  /// By article, its parent.
  func parents(_ families: [Family], _ pairs: [Pair], _ articles: [String: Article]) -> [String: String] {
    var links: [String: [(other: String, likeness: Double)]] = [:]
    for pair in pairs where pair.kind.isCopying {
      let likeness = 2 * Double(pair.equalWords) / Double(max(1, pair.wordsA + pair.wordsB))
      links[pair.a, default: []].append((pair.b, likeness))
      links[pair.b, default: []].append((pair.a, likeness))
    }
    var parents: [String: String] = [:]
    for family in families where family.members.count > 1 {
      let order = family.members.sorted { (Self.time(articles[$0]), $0) < (Self.time(articles[$1]), $1) }
      var rank: [String: Int] = [:]
      for (place, id) in order.enumerated() { rank[id] = place }
      for id in order.dropFirst() {
        switch self {
        case .first: parents[id] = order[0]
        case .nearest:
          let earlier = (links[id] ?? []).filter { rank[$0.other].map { $0 < rank[id] ?? 0 } == true }
          parents[id] =
            earlier.max {
              ($0.likeness, -(rank[$0.other] ?? 0)) < ($1.likeness, -(rank[$1.other] ?? 0))
            }?.other ?? order[0]
        }
      }
    }
    return parents
  }

  /// Pages without a time come last.
  private static func time(_ article: Article?) -> Int64 {
    article?.published.map { $0.earliest / 2 + $0.latest / 2 } ?? .max
  }
}
