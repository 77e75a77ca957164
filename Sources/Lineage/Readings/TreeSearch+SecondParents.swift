/// Second parents, weighed with the tree.
extension TreeSearch {
  /// First parents that are tried with every second one: those that alone explain most.
  private static let mostFirsts = 8

  /// Changes second parents until none saves anything: first the one that saves most, for where M has a part from C, it also looks
  /// as if C had that part from M. What each saved when it was last asked tells which to ask again.
  mutating func mix() {
    var before = Int.max
    while cost < before, costs.work < limit {
      before = cost
      var gains: [(row: Int, gain: Int)] = []
      for row in 0..<tree.rowCount where costs.work < limit {
        let gain = cost - mixed(row).cost
        if gain > 0 { gains.append((row, gain)) }
      }
      while !gains.isEmpty, costs.work < limit {
        gains.sort { ($1.gain, $0.row) < ($0.gain, $1.row) }
        let row = gains.removeFirst().row
        let found = mixed(row)
        let gain = cost - found.cost
        if gain <= 0 { continue }
        if gain < gains.first?.gain ?? 0 {
          gains.append((row, gain))
        } else {
          costs.seconds = found.seconds
          keep(found.tree, found.cost)
        }
      }
    }
  }

  /// The stemma with the pair of parents that explains a row best, or with its first alone, if that is cheaper.
  private mutating func mixed(_ row: Int) -> (cost: Int, tree: ReadingTree, seconds: [SecondParent]) {
    let (old, oldCost) = (costs.seconds, cost)
    var found = (cost: oldCost, tree: tree, seconds: old)
    guard tree.parents[row] >= 0 else { return found }
    defer { (costs.seconds, cost) = (old, oldCost) }
    if old.contains(where: { $0.node == row }) {
      costs.seconds.removeAll { $0.node == row }
      cost = total(tree)
      if cost < found.cost { found = (cost, tree, costs.seconds) }
    }
    guard let pair = bestPair(row) else { return found }
    costs.seconds.append(pair.second)
    var next = tree
    next.setParent(of: row, to: pair.first)
    next.prune()
    let total = total(next)
    if total < found.cost { found = (total, next, costs.seconds) }
    return found
  }

  /// What the stemma would cost more without this second parent, in twentieths of a change.
  mutating func gain(_ second: SecondParent) -> Int {
    let (seconds, before) = (costs.seconds, cost)
    costs.seconds.removeAll { $0.node == second.node }
    let without = total(tree)
    costs.seconds = seconds
    return without - before
  }

  private mutating func bestPair(_ row: Int) -> (first: Int, second: SecondParent)? {
    // A lost witness with which nothing parts without this row must not stand for its two parents.
    let (handed, rest, barred) = cutOff(row, pruning: true)
    let nodes = rest.parents.indices.filter { rest.parents[$0] != ReadingTree.unused && !barred.contains($0) }
    // By node and place, what the stemma costs if the row hangs there.
    let lines = nodes.map { costs.hung($0, handed) }
    let sums = lines.map { line in line.reduce(0) { $0 + Int($1) } }
    var firsts = Array(nodes.indices.sorted { (sums[$0], $0) < (sums[$1], $1) }.prefix(Self.mostFirsts))
    if let own = nodes.firstIndex(of: tree.parents[row]), !firsts.contains(own) { firsts.append(own) }
    // Two that do no better than one are not asked for.
    var bound = sums.min() ?? 0
    var best: (first: Int, second: Int)?
    for first in firsts where costs.work < limit {
      for second in nodes.indices where second != first {
        guard let cost = Parting.total(lines[first], lines[second], below: bound) else { continue }
        (bound, best) = (cost, (first, second))
      }
      costs.count(steps: 2 * nodes.count * lines[first].count)
    }
    guard let best else { return nil }
    let parting = Parting(lines[best.first], lines[best.second])
    return (
      nodes[best.first],
      SecondParent(
        node: row, parent: nodes[best.second], parting: parting, foreign: costs.positions(parting.isForeign))
    )
  }
}
