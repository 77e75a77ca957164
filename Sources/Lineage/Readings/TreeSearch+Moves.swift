/// The steps of which a search is made: each takes what saves most, by tables that know every place a subtree may go to.
extension TreeSearch {
  // MARK: Subtrees

  /// Where a subtree may go.
  private enum Place {
    /// Below the node; below a new lost witness on the arrow to it.
    case below(Int), beside(Int)
    /// Onto the arrow to the node; in the stead of a lost one.
    case between(Int), instead(Int)
  }

  mutating func regraft(_ node: Int) {
    guard node < tree.parents.count, tree.parents[node] >= 0 else { return }
    let inside = tree.subtree(node, tree.children)
    let (handed, rest, barred) = cutOff(node, pruning: true)
    var own = costs.line(costs.below, node)
    if let second = costs.seconds.first(where: { $0.node == node }) {
      // What comes from a second parent stays there.
      for at in own.indices where second.foreign[at] { own[at] = 0 }
    }
    let lost = fixed(tree)
    let pruned = (tree.lostCount - rest.lostCount - inside.filter(tree.isLost).count) * lostCost
    var best = cost
    var place: Place?
    func weigh(_ total: Int, _ at: Place) {
      if total < best { (best, place) = (total, at) }
    }
    let width = costs.width
    let (below, above, up) = (costs.below, costs.above, costs.handed)
    for other in rest.parents.indices
    where rest.parents[other] != ReadingTree.unused && !barred.contains(other) {
      let line = other * width
      let base = lost - pruned
      weigh(base + costs.least { below[line + $0] &+ above[line + $0] &+ handed[$0] }, .below(other))
      weigh(
        base + lostCost + costs.least { up[line + $0] &+ above[line + $0] &+ handed[$0] }, .beside(other)
      )
      weigh(base + costs.least { up[line + $0] &+ above[line + $0] &+ own[$0] }, .between(other))
      if rest.isLost(other), !tree.isLost(node) {
        weigh(
          base - lostCost + costs.least { below[line + $0] &+ above[line + $0] &+ own[$0] },
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
  mutating func moveOne() -> Bool {
    costs.compute(tree)
    let children = tree.children
    var best = cost
    var chosen: ReadingTree?
    let lost = fixed(tree)
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
            lost - lostCost
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
            lost - lostCost
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
        weigh(lost + lostCost + costs.least { above[line + $0] &+ open[line + $0] &+ alone[$0] }) {
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

  mutating func turn() -> Bool {
    let children = tree.children
    guard let head = tree.parents.firstIndex(of: ReadingTree.head) else { return false }
    let candidates =
      tree.rowCount <= Self.everyHead
      ? tree.parents.indices.filter { tree.parents[$0] >= 0 } : children[head]
    var best = cost
    var chosen: ReadingTree?
    for node in candidates where costs.work < limit {
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
        let total = total(next)
        if total < best { (best, chosen) = (total, next) }
      }
    }
    guard let chosen else { return false }
    return take(chosen)
  }
}
