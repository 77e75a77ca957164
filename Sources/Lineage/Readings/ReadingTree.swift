/// A stemma while it is searched: rows of the matrix, which may stand anywhere, and lost witnesses, which stand where
/// the copies part.
struct ReadingTree {
  /// Rows are 0..<rowCount, lost witnesses the numbers from there.
  let rowCount: Int
  /// By node: its parent; -1 for the head, -2 for a number that is not in use.
  private(set) var parents: [Int]

  static let head = -1
  static let unused = -2

  init(rowCount: Int, parents: [Int]) {
    self.rowCount = rowCount
    self.parents = parents
  }

  /// By node: its children, in rising order.
  var children: [[Int]] {
    var children = [[Int]](repeating: [], count: parents.count)
    for (node, parent) in parents.enumerated() where parent >= 0 { children[parent].append(node) }
    return children
  }

  /// All nodes, each after its parent.
  func order(_ children: [[Int]]) -> [Int] {
    guard let first = parents.firstIndex(of: Self.head) else { return [] }
    var order = [first]
    order.reserveCapacity(parents.count)
    var at = 0
    while at < order.count {
      order += children[order[at]]
      at += 1
    }
    return order
  }

  func isLost(_ node: Int) -> Bool { node >= rowCount }

  /// How many nodes stand in it.
  var count: Int { parents.reduce(0) { $0 + ($1 == Self.unused ? 0 : 1) } }

  /// How many lost witnesses stand in it.
  var lostCount: Int { parents[rowCount...].reduce(0) { $0 + ($1 == Self.unused ? 0 : 1) } }

  mutating func setParent(of node: Int, to parent: Int) { parents[node] = parent }

  /// A lost witness below `parent`.
  mutating func addLost(below parent: Int) -> Int {
    for node in rowCount..<parents.count where parents[node] == Self.unused {
      parents[node] = parent
      return node
    }
    parents.append(parent)
    return parents.count - 1
  }

  /// Takes out a lost witness; what hung below it hangs below `heir`, which takes its place if it was its child.
  mutating func dissolve(_ lost: Int, into heir: Int) {
    let parent = parents[lost]
    for node in parents.indices where parents[node] == lost { parents[node] = heir }
    if parents[heir] == heir { parents[heir] = parent }
    parents[lost] = Self.unused
  }

  /// Takes out lost witnesses that have not two children.
  mutating func prune() {
    var counts = children.map(\.count)
    var open = (rowCount..<parents.count).filter { parents[$0] != Self.unused && counts[$0] < 2 }
    while let lost = open.popLast() {
      guard parents[lost] != Self.unused, counts[lost] < 2 else { continue }
      let parent = parents[lost]
      if let child = parents.firstIndex(of: lost) {
        parents[child] = parent
      } else if parent >= 0 {
        counts[parent] -= 1
        if parent >= rowCount { open.append(parent) }
      }
      parents[lost] = Self.unused
    }
  }

  /// The nodes of the subtree at `node`, each after its parent.
  func subtree(_ node: Int, _ children: [[Int]]) -> [Int] {
    var nodes = [node]
    var at = 0
    while at < nodes.count {
      nodes += children[nodes[at]]
      at += 1
    }
    return nodes
  }

  /// Makes `node` the head: all arrows between it and the head are turned.
  mutating func turn(to node: Int) {
    var below = Self.head
    var at = node
    while at >= 0 {
      let above = parents[at]
      parents[at] = below
      below = at
      at = above
    }
  }
}
