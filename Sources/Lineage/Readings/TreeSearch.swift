/// Looks for the stemma that explains the readings with the fewest changes and lost witnesses.
///
/// Parsimony over trees whose inner nodes may be witnesses that we hold: from the tree of nearest neighbours, subtrees are cut
/// off and put elsewhere (subtree pruning and regrafting), witnesses move from inside to the end of an arrow and back, and
/// the head is turned, rows get second parents, until nothing gets cheaper or the work is done. A lost witness costs six changes, a
/// second parent what ``Parting`` says: what they explain must outweigh that. It looks twice, once at first without lost witnesses: what a
/// row has from a second parent is easily taken for what two lines have from a lost one, and does not come out of there again.
struct TreeSearch {
  /// What a lost witness costs, in twentieths of a change. On invented traditions fewer changes made more of them than
  /// there were, and the graphs worse.
  static let lostCost = 6 * Int(ReadingCosts.unit)
  /// Elementary steps in all, after which the best that was found stands.
  static let mostWork = 2_000_000_000

  var costs: TreeCosts
  private(set) var tree: ReadingTree
  /// What the tree costs with its lost witnesses and second parents.
  var cost: Int
  private let mostWork: Int
  /// Of these, those that may be done by now: no part of the search takes what others need.
  var limit: Int
  /// What a lost witness costs now.
  private(set) var lostCost = TreeSearch.lostCost

  init(_ matrix: ReadingMatrix, mostWork: Int = TreeSearch.mostWork) {
    var costs = TreeCosts(matrix)
    tree = Self.nearest(costs)
    cost = costs.total(tree)
    self.costs = costs
    self.mostWork = mostWork
    limit = mostWork
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
    let nearest = tree
    limit = mostWork / 10 * 4
    search()
    var other = self
    (other.tree, other.costs.seconds, other.lostCost) = (nearest, [], Int(ReadingCosts.never))
    other.cost = other.total(nearest)
    other.limit = mostWork / 10 * 6
    other.search()
    other.lostCost = Self.lostCost
    other.cost = other.total(other.tree)
    other.limit = mostWork / 10 * 7
    other.search()
    takes(other)
    limit = mostWork
    while costs.work < limit, reconsider() {}
  }

  /// Takes steps until none makes it cheaper.
  mutating func search() {
    let end = limit
    while costs.work < end {
      limit = costs.work + max(0, end - costs.work) / 10 * 6
      climb()
      limit = end
      let before = cost
      mix()
      if cost >= before { return }
    }
  }

  private mutating func climb() {
    while costs.work < limit {
      let before = cost
      for node in tree.parents.indices where costs.work < limit { regraft(node) }
      while costs.work < limit, moveOne() {}
      while costs.work < limit, turn() {}
      if cost >= before { return }
    }
  }

  /// What each node of the tree reads at each place.
  mutating func readings() -> [[Int]] { costs.readings(tree) }

  /// All that a tree costs.
  mutating func total(_ tree: ReadingTree) -> Int { costs.total(tree) + fixed(tree) }

  /// What the lost witnesses and second parents of a tree cost.
  func fixed(_ tree: ReadingTree) -> Int { tree.lostCount * lostCost + costs.secondsCost(tree) }

  /// Takes `next` if it is cheaper than what stands.
  mutating func take(_ next: ReadingTree) -> Bool {
    var next = next
    next.prune()
    let total = total(next)
    guard total < cost else { return false }
    keep(next, total)
    return true
  }

  /// Takes `next`, and forgets second parents that do not stand in it.
  mutating func keep(_ next: ReadingTree, _ total: Int) {
    (tree, cost) = (next, total)
    if !costs.seconds.allSatisfy({ costs.stands($0, in: next) }) {
      costs.seconds = costs.seconds.filter { costs.stands($0, in: next) }
    }
  }

  /// Cuts off a node with all below it: what it costs a parent by its reading, the rest, for which the tables are
  /// computed, and the nodes below which it cannot hang. Pruning takes lost witnesses out with which nothing parts now.
  mutating func cutOff(_ node: Int, pruning: Bool = false) -> (
    handed: [Int32], rest: ReadingTree, barred: Set<Int>
  ) {
    let children = tree.children
    costs.compute(tree)
    let handed = costs.line(costs.handed, node)
    var rest = tree
    for member in tree.subtree(node, children) { rest.setParent(of: member, to: ReadingTree.unused) }
    if pruning { rest.prune() }
    costs.compute(rest, isPart: true)
    return (handed, rest, costs.descent(node, tree, children))
  }

  /// By lost witness, what the stemma would cost more without it, its copies hanging below its parent or below one of them, in
  /// twentieths of a change. That takes half as much work as the search at most.
  mutating func supports() -> [Int: Int] {
    limit = max(costs.work, mostWork) + mostWork / 2
    var supports: [Int: Int] = [:]
    for lost in tree.parents.indices where tree.isLost(lost) && tree.parents[lost] != ReadingTree.unused {
      supports[lost] = without(lost).map { $0.cost - cost } ?? 0
    }
    return supports
  }

  /// What the stemma would cost if the node, and what hangs below it, hung below each other node, in twentieths of a change.
  mutating func costsElsewhere(_ node: Int) -> [(node: Int, cost: Int)] {
    guard tree.parents[node] >= 0 else { return [] }
    let (handed, rest, barred) = cutOff(node)
    let (below, above) = (costs.below, costs.above)
    let fixed = fixed(tree)
    return rest.parents.indices.filter { rest.parents[$0] != ReadingTree.unused && !barred.contains($0) }.map
    {
      other in
      let line = other * costs.width
      return (other, fixed + costs.least { below[line + $0] &+ above[line + $0] &+ handed[$0] })
    }
  }
}
