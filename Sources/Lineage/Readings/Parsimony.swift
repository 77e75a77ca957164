/// The unrooted tree with the fewest changes (Fitch 1971, "Toward defining the course of evolution: minimum change for a
/// specific tree topology"), by cutting off subtrees and putting them elsewhere from the tree of neighbour joining on: a
/// yardstick. All witnesses are leaves, all changes weigh the same, and arrows have no direction.
public struct Parsimony: Sendable {
  /// Pairs of nodes that are joined: witnesses are 0..<n, inner nodes follow.
  public let joins: [(Int, Int)]
  /// Changes in all.
  public let changes: Int

  /// - Parameters:
  ///   - readings: By place and witness; -1 where the witness says nothing, at most 63 otherwise.
  ///   - start: A binary tree.
  public init(_ readings: [[Int]], from start: NeighbourJoining) {
    let n = readings.first?.count ?? 0
    guard n > 3 else {
      joins = start.joins
      changes = 0
      return
    }
    let states = (0..<n).map { row in
      readings.map { $0[row] < 0 ? UInt64.max : UInt64(1) << UInt64(min($0[row], 63)) }
    }
    var tree = FitchTree(n: n, joins: start.joins, states: states)
    changes = tree.climb()
    joins = tree.joins
  }
}

/// A binary tree rooted at the join of witness 0, as parents and children.
private struct FitchTree {
  let n: Int
  let states: [[UInt64]]
  var near: [[Int]]

  init(n: Int, joins: [(Int, Int)], states: [[UInt64]]) {
    self.n = n
    self.states = states
    near = Array(repeating: [], count: 2 * n - 2)
    for (a, b) in joins {
      near[a].append(b)
      near[b].append(a)
    }
  }

  var joins: [(Int, Int)] {
    near.indices.flatMap { a in near[a].filter { $0 > a }.map { (a, $0) } }
  }

  /// Nodes with their parents as seen from `root`, each after its parent.
  private func order(from root: Int) -> [(node: Int, parent: Int)] {
    var order = [(node: root, parent: -1)]
    var at = 0
    while at < order.count {
      let (node, parent) = order[at]
      for other in near[node] where other != parent { order.append((other, node)) }
      at += 1
    }
    return order
  }

  private func changes() -> Int {
    var sets = [[UInt64]](repeating: [], count: near.count)
    var count = 0
    for (node, parent) in order(from: 0).reversed() {
      var set: [UInt64] = node < n ? states[node] : []
      for child in near[node] where child != parent {
        if set.isEmpty {
          set = sets[child]
          continue
        }
        for place in set.indices {
          let common = set[place] & sets[child][place]
          if common == 0 { count += 1 }
          set[place] = common == 0 ? set[place] | sets[child][place] : common
        }
      }
      sets[node] = set
    }
    return count
  }

  /// Moves subtrees while that saves changes; each is tried on every join.
  mutating func climb() -> Int {
    var best = changes()
    // Three rounds suffice for yardsticks; each tries some n² trees.
    for _ in 0..<3 {
      let before = best
      for node in near.indices {
        for hub in near[node] where hub >= n && near[hub].count == 3 {
          let (start, startChanges) = (near, best)
          let inside = Set(side(of: node, without: hub))
          let ends = near[hub].filter { $0 != node }
          join(ends[0], ends[1], insteadOf: hub)
          let rest = near
          var bestTree = start
          for (a, b) in joins where !inside.contains(a) && !inside.contains(b) && a != hub && b != hub {
            near = rest
            near[a].replace(b, with: hub)
            near[b].replace(a, with: hub)
            near[hub] = [node, a, b]
            let count = changes()
            if count < best { (best, bestTree) = (count, near) }
          }
          near = bestTree
          if best < startChanges { break }
        }
      }
      if best == before { break }
    }
    return best
  }

  private mutating func join(_ a: Int, _ b: Int, insteadOf hub: Int) {
    near[a].replace(hub, with: b)
    near[b].replace(hub, with: a)
    near[hub] = []
  }

  private func side(of node: Int, without hub: Int) -> [Int] {
    var nodes = [(node, hub)]
    var at = 0
    while at < nodes.count {
      let (now, from) = nodes[at]
      for other in near[now] where other != from { nodes.append((other, now)) }
      at += 1
    }
    return nodes.map(\.0)
  }
}

extension [Int] {
  fileprivate mutating func replace(_ old: Int, with new: Int) {
    if let at = firstIndex(of: old) { self[at] = new }
  }
}
