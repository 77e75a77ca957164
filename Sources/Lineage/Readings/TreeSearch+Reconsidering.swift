/// What one step alone does not undo: a second parent or a lost witness that once explained something stands in the way of what
/// explains it better.
extension TreeSearch {
  /// Takes away each second parent and each lost witness in turn and searches on from there; takes the first result that is
  /// cheaper, `false` if none is.
  mutating func reconsider() -> Bool {
    for second in costs.seconds where costs.work < limit {
      var next = self
      next.costs.seconds.removeAll { $0.node == second.node }
      next.keep(tree, next.total(tree))
      next.search()
      if takes(next) { return true }
    }
    for lost in tree.parents.indices
    where tree.isLost(lost) && tree.parents[lost] != ReadingTree.unused && costs.work < limit {
      guard let without = without(lost) else { continue }
      var next = self
      next.keep(without.tree, without.cost)
      next.mix()
      next.search()
      if takes(next) { return true }
    }
    return false
  }

  /// Takes another search, if what it found is cheaper; its work is done in any case.
  @discardableResult
  mutating func takes(_ next: TreeSearch) -> Bool {
    if next.cost < cost {
      self = next
      return true
    }
    costs.count(steps: next.costs.work - costs.work)
    return false
  }

  /// The cheapest tree without a lost witness, its copies hanging below its parent or below one of them; of these as many are asked
  /// as the work that is left allows, one at least.
  mutating func without(_ lost: Int) -> (tree: ReadingTree, cost: Int)? {
    let heirs = (tree.parents[lost] >= 0 ? [tree.parents[lost]] : []) + tree.children[lost]
    var least: (tree: ReadingTree, cost: Int)?
    for heir in heirs where least == nil || costs.work < limit {
      var next = tree
      next.dissolve(lost, into: heir)
      let total = total(next)
      if total < least?.cost ?? .max { least = (next, total) }
    }
    return least
  }
}
