/// Contamination: a row that has some of its readings from its first parent and the others from a second one.
///
/// At each place the stemma is a tree still, but not the same tree at all places (softwired parsimony on networks; Nakhleh, Jin,
/// Zhao and Mellor-Crummey 2005, "Reconstructing phylogenetic networks using maximum parsimony").
struct SecondParent {
  /// The row.
  let node: Int
  /// What it has those readings from.
  let parent: Int
  /// Which readings these are, and what that costs.
  let parting: Parting
  /// By position of a line of ``TreeCosts``: whether the reading at this place came from there.
  let foreign: [Bool]

  /// All that it costs, in twentieths of a change.
  var cost: Int { parting.cost }
}

extension TreeCosts {
  /// Whether the second parent stands in this tree, and its row below something else than it.
  func stands(_ second: SecondParent, in tree: ReadingTree) -> Bool {
    second.parent < tree.parents.count && tree.parents[second.parent] != ReadingTree.unused
      && tree.parents[second.node] >= 0 && tree.parents[second.node] != second.parent
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
