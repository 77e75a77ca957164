import Press

/// Which copies stand in for the lost source of a page, when it is asked what the page changed.
struct StandIns {
  /// Copies that stand in for a lost parent, at most.
  private static let most = 5

  private var childrenOf: [String: [String]] = [:]
  private var neighboursOf: [String: [(other: String, changes: Int)]] = [:]
  private let candidates: Set<String>

  /// - Parameter spun: Pages that a synonym machine wrote; they stand in for nothing.
  init(_ stemma: Stemma, _ pairs: [Pair], _ spun: Set<String>) {
    let held = stemma.nodes.filter { !$0.lost && $0.otherFamily == nil }.map(\.id)
    candidates = Set(held).subtracting(spun)
    for edge in stemma.edges { childrenOf[edge.from, default: []].append(edge.to) }
    for pair in pairs {
      neighboursOf[pair.a, default: []].append((pair.b, pair.changes))
      neighboursOf[pair.b, default: []].append((pair.a, pair.changes))
    }
  }

  /// Copies of the same report that do not descend from `page`, the nearest first.
  func others(for page: String) -> [String] {
    var below: Set<String> = [page]
    var front = [page]
    while let at = front.popLast() {
      for child in childrenOf[at] ?? [] where below.insert(child).inserted { front.append(child) }
    }
    return (neighboursOf[page] ?? [])
      .filter { candidates.contains($0.other) && !below.contains($0.other) }
      .sorted { ($0.changes, $0.other) < ($1.changes, $1.other) }
      .prefix(Self.most).map(\.other)
  }
}
