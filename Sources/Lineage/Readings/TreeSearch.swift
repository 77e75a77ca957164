/// Looks for the stemma that explains the readings with the fewest changes and lost witnesses.
///
/// Parsimony over trees whose inner nodes may be witnesses that we hold: from the tree of nearest neighbours, subtrees are cut
/// off and put elsewhere (subtree pruning and regrafting), witnesses move from inside to the end of an arrow and back, and
/// the head is turned, until nothing gets cheaper. A lost witness costs four changes: what it explains must outweigh that.
struct TreeSearch {
  /// What a lost witness costs, in twentieths of a change. On invented traditions (`stemma bench lineage`), at three
  /// changes twice too many were found, at seven a fifth too few.
  static let lostCost = 4 * Int(ReadingCosts.unit)
  /// Elementary steps in all, after which the best that was found stands.
  static let mostWork = 2_000_000_000

  private(set) var costs: TreeCosts
  private(set) var tree: ReadingTree
  private(set) var cost: Int
  private let mostWork: Int

  init(_ matrix: ReadingMatrix, mostWork: Int = TreeSearch.mostWork) {
    var costs = TreeCosts(matrix)
    tree = Self.nearest(costs)
    cost = costs.total(tree)
    self.costs = costs
    self.mostWork = mostWork
  }

  /// From a backbone that stands already.
  init(_ matrix: ReadingMatrix, from tree: ReadingTree, mostWork: Int = TreeSearch.mostWork) {
    var costs = TreeCosts(matrix)
    self.tree = tree
    let changes = costs.total(tree)
    cost = changes + tree.lostCount * Self.lostCost
    self.costs = costs
    self.mostWork = mostWork
  }

  /// Each row hangs below the one that reaches it most cheaply (Prim 1957), from the row that reaches all most cheaply.
  static func nearest(_ costs: TreeCosts) -> ReadingTree {
    let n = costs.rowCount
    var arrows = [Int](repeating: 0, count: n * n)
    for b in 0..<n {
      let passed = costs.handedOn(costs.tip(b))
      for a in 0..<n where a != b { arrows[a * n + b] = costs.arrow(a, passed) }
    }
    func own(_ row: Int) -> Int {
      let tip = costs.tip(row)
      return costs.least { costs.first[$0] &+ tip[$0] }
    }
    let head = (0..<n).min { a, b in
      func all(_ row: Int) -> Int { own(row) + (0..<n).reduce(0) { $0 + arrows[row * n + $1] } }
      return (all(a), a) < (all(b), b)
    }
    var parents = [Int](repeating: ReadingTree.head, count: n)
    guard let head else { return ReadingTree(rowCount: 0, parents: []) }
    var isIn = [Bool](repeating: false, count: n)
    isIn[head] = true
    for row in 0..<n where row != head { parents[row] = head }
    for _ in 1..<max(1, n) {
      var next = -1
      for row in 0..<n where !isIn[row] {
        if next < 0 || arrows[parents[row] * n + row] < arrows[parents[next] * n + next] { next = row }
      }
      isIn[next] = true
      for row in 0..<n where !isIn[row] && arrows[next * n + row] < arrows[parents[row] * n + row] {
        parents[row] = next
      }
    }
    return ReadingTree(rowCount: n, parents: parents)
  }

  /// Searches until nothing gets cheaper, or all work is done.
  mutating func run() {
    guard tree.rowCount > 1, costs.width > 0 else { return }
    while costs.work < mostWork {
      let before = cost
      for node in tree.parents.indices where costs.work < mostWork { regraft(node) }
      while costs.work < mostWork, moveOne() {}
      while costs.work < mostWork, turn() {}
      if cost >= before { return }
    }
  }

  /// What each node of the tree reads at each place.
  mutating func readings() -> [[Int]] { costs.readings(tree) }

  /// Takes `next` if it is cheaper than what stands.
  private mutating func take(_ next: ReadingTree) -> Bool {
    var next = next
    next.prune()
    let total = costs.total(next) + next.lostCount * Self.lostCost
    guard total < cost else { return false }
    tree = next
    cost = total
    return true
  }

  // MARK: Subtrees

  /// Where a subtree may go.
  private enum Place {
    /// Below the node; below a new lost witness on the arrow to it.
    case below(Int), beside(Int)
    /// Onto the arrow to the node; in the stead of a lost one.
    case between(Int), instead(Int)
  }

  /// What the stemma would cost if the node, and what hangs below it, hung below each other node, in twentieths of a change.
  mutating func costsElsewhere(_ node: Int) -> [(node: Int, cost: Int)] {
    guard tree.parents[node] >= 0 else { return [] }
    let inside = Set(tree.subtree(node, tree.children))
    costs.compute(tree)
    let handed = costs.line(costs.handed, node)
    var rest = tree
    for member in inside { rest.setParent(of: member, to: ReadingTree.unused) }
    costs.compute(rest)
    let (below, above) = (costs.below, costs.above)
    let lost = tree.lostCount * Self.lostCost
    return rest.parents.indices.filter { rest.parents[$0] != ReadingTree.unused }.map { other in
      let line = other * costs.width
      return (other, lost + costs.least { below[line + $0] &+ above[line + $0] &+ handed[$0] })
    }
  }

  private mutating func regraft(_ node: Int) {
    guard node < tree.parents.count, tree.parents[node] >= 0 else { return }
    let children = tree.children
    let inside = Set(tree.subtree(node, children))
    costs.compute(tree)
    let own = costs.line(costs.below, node)
    let handed = costs.line(costs.handed, node)
    var rest = tree
    for member in inside { rest.setParent(of: member, to: ReadingTree.unused) }
    rest.prune()
    costs.compute(rest)
    let lost = tree.lostCount * Self.lostCost
    let pruned = (tree.lostCount - rest.lostCount - inside.filter(tree.isLost).count) * Self.lostCost
    var best = cost
    var place: Place?
    func weigh(_ total: Int, _ at: Place) {
      if total < best { (best, place) = (total, at) }
    }
    let width = costs.width
    let (below, above, up) = (costs.below, costs.above, costs.handed)
    for other in rest.parents.indices where rest.parents[other] != ReadingTree.unused {
      let line = other * width
      let base = lost - pruned
      weigh(base + costs.least { below[line + $0] &+ above[line + $0] &+ handed[$0] }, .below(other))
      weigh(
        base + Self.lostCost + costs.least { up[line + $0] &+ above[line + $0] &+ handed[$0] }, .beside(other)
      )
      weigh(base + costs.least { up[line + $0] &+ above[line + $0] &+ own[$0] }, .between(other))
      if rest.isLost(other), !tree.isLost(node) {
        weigh(
          base - Self.lostCost + costs.least { below[line + $0] &+ above[line + $0] &+ own[$0] },
          .instead(other))
      }
    }
    guard let place else { return }
    var next = rest
    for member in inside where member != node { next.setParent(of: member, to: tree.parents[member]) }
    switch place {
    case .below(let other): next.setParent(of: node, to: other)
    case .between(let other):
      next.setParent(of: node, to: rest.parents[other])
      next.setParent(of: other, to: node)
    case .beside(let other):
      // The node's own number must not be taken for free.
      next.setParent(of: node, to: other)
      let new = next.addLost(below: rest.parents[other])
      next.setParent(of: other, to: new)
      next.setParent(of: node, to: new)
    case .instead(let other):
      next.setParent(of: node, to: other)
      next.dissolve(other, into: node)
    }
    _ = take(next)
  }

  // MARK: Single witnesses

  /// Does the one change around a node that saves most; `false` if none saves anything.
  private mutating func moveOne() -> Bool {
    costs.compute(tree)
    let children = tree.children
    var best = cost
    var chosen: ReadingTree?
    let lost = tree.lostCount * Self.lostCost
    let width = costs.width
    let (below, above, up, open) = (costs.below, costs.above, costs.handed, costs.open)
    func weigh(_ total: Int, _ next: () -> ReadingTree) {
      if total < best { (best, chosen) = (total, next()) }
    }
    for node in tree.parents.indices where tree.parents[node] != ReadingTree.unused {
      let line = node * width
      let parent = tree.parents[node]
      if tree.isLost(node) {
        for heir in children[node] {
          let child = heir * width
          weigh(
            lost - Self.lostCost
              + costs.least {
                above[line + $0] &+ open[line + $0] &- up[child + $0] &+ below[child + $0]
              }
          ) {
            var next = tree
            next.dissolve(node, into: heir)
            return next
          }
        }
        if parent >= 0 {
          let over = parent * width
          weigh(
            lost - Self.lostCost
              + costs.least {
                above[over + $0] &+ below[over + $0] &- up[line + $0] &+ open[line + $0]
              }
          ) {
            var next = tree
            next.dissolve(node, into: parent)
            return next
          }
        }
        continue
      }
      let alone = costs.handedOn(costs.tip(node))
      if !children[node].isEmpty {
        weigh(lost + Self.lostCost + costs.least { above[line + $0] &+ open[line + $0] &+ alone[$0] }) {
          var next = tree
          let new = next.addLost(below: parent)
          for child in children[node] { next.setParent(of: child, to: new) }
          next.setParent(of: node, to: new)
          return next
        }
      }
      guard parent >= 0 else { continue }
      let over = parent * width
      if !children[node].isEmpty {
        weigh(
          lost
            + costs.least {
              above[over + $0] &+ below[over + $0] &- up[line + $0] &+ open[line + $0] &+ alone[$0]
            }
        ) {
          var next = tree
          for child in children[node] { next.setParent(of: child, to: parent) }
          return next
        }
      }
      guard !tree.isLost(parent) else { continue }
      let tip = costs.tip(node)
      let others = (0..<width).map { open[over + $0] &- up[line + $0] }
      let ownParent = costs.tip(parent)
      // The two change places on their line; the parent keeps its other children, or gives them to the node.
      let keeping = costs.handedOn((0..<width).map { others[$0] &+ ownParent[$0] })
      weigh(lost + costs.least { above[over + $0] &+ below[line + $0] &+ keeping[$0] }) {
        var next = tree
        next.setParent(of: node, to: tree.parents[parent])
        next.setParent(of: parent, to: node)
        return next
      }
      let taking = costs.handedOn((0..<width).map { open[line + $0] &+ ownParent[$0] })
      weigh(lost + costs.least { above[over + $0] &+ tip[$0] &+ others[$0] &+ taking[$0] }) {
        var next = tree
        for child in children[parent] { next.setParent(of: child, to: node) }
        for child in children[node] { next.setParent(of: child, to: parent) }
        next.setParent(of: node, to: tree.parents[parent])
        next.setParent(of: parent, to: node)
        return next
      }
    }
    guard let chosen else { return false }
    return take(chosen)
  }

  // MARK: The head

  /// Rows up to which every node is tried as the head; beyond, the head's children.
  private static let everyHead = 64

  private mutating func turn() -> Bool {
    let children = tree.children
    guard let head = tree.parents.firstIndex(of: ReadingTree.head) else { return false }
    let candidates =
      tree.rowCount <= Self.everyHead
      ? tree.parents.indices.filter { tree.parents[$0] >= 0 } : children[head]
    var best = cost
    var chosen: ReadingTree?
    for node in candidates where costs.work < mostWork {
      for isLost in [false, true] {
        var next = tree
        if isLost {
          let new = next.addLost(below: next.parents[node])
          next.setParent(of: node, to: new)
          next.turn(to: new)
        } else {
          next.turn(to: node)
        }
        next.prune()
        let total = costs.total(next) + next.lostCount * Self.lostCost
        if total < best { (best, chosen) = (total, next) }
      }
    }
    guard let chosen else { return false }
    return take(chosen)
  }
}
