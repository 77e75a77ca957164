/// Contamination: a row that has some of its readings from its first parent and the others from a second one.
///
/// At each place the stemma is a tree still, but not the same tree at all places (softwired parsimony on networks; Nakhleh, Jin,
/// Zhao and Mellor-Crummey 2005, "Reconstructing phylogenetic networks using maximum parsimony"). What a second
/// parent costs keeps chance agreement out: two copyists often make one change.
struct SecondParent {
  /// What a second parent costs, in twentieths of a change. On invented traditions more than half of those drawn at four
  /// changes were false.
  static let cost = 8 * Int(ReadingCosts.unit)
  /// What each reading from there costs besides.
  static let readingCost: Int32 = 3

  /// The row.
  let node: Int
  /// What it has those readings from.
  let parent: Int
  /// By position of a line of ``TreeCosts``: whether the reading at this place came from there.
  let foreign: [Bool]
  /// How many readings came from there.
  let count: Int32

  /// All that it costs.
  var cost: Int { Self.cost + Int(count * Self.readingCost) }
}

extension TreeCosts {
  /// Whether the second parent stands in this tree, and its row below something else.
  func stands(_ second: SecondParent, in tree: ReadingTree) -> Bool {
    second.parent < tree.parents.count && tree.parents[second.parent] != ReadingTree.unused
      && tree.parents[second.node] >= 0
  }

  /// What all second parents of this tree cost.
  func secondsCost(_ tree: ReadingTree) -> Int {
    seconds.reduce(0) { $0 + (stands($1, in: tree) ? $1.cost : 0) }
  }

  /// By node, the number of its second parent; -1 where there is none.
  func secondOf(_ tree: ReadingTree, isPart: Bool) -> [Int] {
    var numbers = [Int](repeating: -1, count: tree.parents.count)
    for (number, second) in seconds.enumerated() where tree.parents[second.node] >= 0 {
      if isPart || stands(second, in: tree) { numbers[second.node] = number }
    }
    return numbers
  }

  /// All nodes, each after all its parents; nodes on a circle, and those below it, are left out.
  func order(_ tree: ReadingTree, _ children: [[Int]]) -> [Int] {
    let plain = tree.order(children)
    guard !seconds.isEmpty else { return plain }
    var given: [Int: [Int]] = [:]
    var waits = [Int](repeating: 0, count: tree.parents.count)
    for node in plain where tree.parents[node] >= 0 { waits[node] = 1 }
    for second in seconds where stands(second, in: tree) {
      given[second.parent, default: []].append(second.node)
      waits[second.node] += 1
    }
    var order = plain.filter { waits[$0] == 0 }
    var at = 0
    while at < order.count {
      for next in children[order[at]] + (given[order[at]] ?? []) {
        waits[next] -= 1
        if waits[next] == 0 { order.append(next) }
      }
      at += 1
    }
    return order
  }

  /// The node and all that stands below it, by second parents too.
  func descent(_ node: Int, _ tree: ReadingTree, _ children: [[Int]]) -> Set<Int> {
    var seen: Set<Int> = [node]
    var stack = [node]
    while let at = stack.popLast() {
      let given = seconds.filter { $0.parent == at && stands($0, in: tree) }.map(\.node)
      for next in children[at] + given where seen.insert(next).inserted { stack.append(next) }
    }
    return seen
  }
}

extension TreeSearch {
  /// First parents that are tried with every second one: those that alone explain most.
  private static let mostFirsts = 8

  /// Does the one change of second parents that saves most; `false` if none saves anything. Not the first that saves something: where
  /// M has a part from C, it also looks as if C had that part from M.
  mutating func mixOne() -> Bool {
    var best: (cost: Int, tree: ReadingTree, seconds: [SecondParent])?
    for row in 0..<tree.rowCount where costs.work < mostWork {
      let found = mixed(row)
      if found.cost < best?.cost ?? cost { best = found }
    }
    guard let best else { return false }
    costs.seconds = best.seconds
    keep(best.tree, best.cost)
    return true
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
    let (handed, rest, barred) = cutOff(row)
    let nodes = rest.parents.indices.filter { rest.parents[$0] != ReadingTree.unused && !barred.contains($0) }
    // By node and pattern, what the stemma costs if the row hangs there.
    let lines = nodes.map { costs.hung($0, handed) }
    let sums = lines.map { line in line.reduce(0) { $0 + Int($1) } }
    let toll = costs.weights.map { $0 * SecondParent.readingCost }
    var firsts = Array(nodes.indices.sorted { (sums[$0], $0) < (sums[$1], $1) }.prefix(Self.mostFirsts))
    if let own = nodes.firstIndex(of: tree.parents[row]), !firsts.contains(own) { firsts.append(own) }
    var best: (cost: Int, first: Int, second: Int)?
    for first in firsts where costs.work < mostWork {
      for second in nodes.indices where second != first {
        var sum = 0
        for at in toll.indices { sum += Int(min(lines[first][at], lines[second][at] &+ toll[at])) }
        if sum < best?.cost ?? .max { best = (sum, first, second) }
      }
      costs.count(steps: nodes.count * toll.count)
    }
    guard let best else { return nil }
    let isForeign = toll.indices.map { lines[best.second][$0] &+ toll[$0] < lines[best.first][$0] }
    let count = toll.indices.reduce(Int32(0)) { $0 + (isForeign[$1] ? costs.weights[$1] : 0) }
    return (
      nodes[best.first],
      SecondParent(node: row, parent: nodes[best.second], foreign: costs.positions(isForeign), count: count)
    )
  }
}
