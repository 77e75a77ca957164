/// Second parents: a witness that at many places reads not as its parent but as one of another line does.
enum Contamination {
  /// A second parent, and what speaks for it.
  struct SecondParent {
    let node: Int
    let parent: Int
    /// Places at which the node reads as this parent and not as its first.
    let places: [Int]
    /// What it explains, in twentieths of a change.
    let gain: Int32
    /// Places that say nothing of the first parent: those above, or where they stand together, all from the first of them to
    /// the last.
    let foreign: [Int]
  }

  /// What a second parent must explain, in twentieths of a change and as a share of what the first does not.
  private static let leastGain: Int32 = 5 * ReadingCosts.unit
  private static let leastShare = 0.4
  /// Of the places at which the two parents differ, the share at which a block must read as the second.
  private static let blockShare = 0.75

  /// - Parameters:
  ///   - readings: By node of the tree and place.
  /// - Returns: In the order of the tree, at most one a node, and none that would close a circle.
  static func secondParents(_ tree: ReadingTree, _ readings: [[Int]], _ matrix: ReadingMatrix)
    -> [SecondParent]
  {
    let order = tree.order(tree.children)
    var above = [Set<Int>](repeating: [], count: tree.parents.count)
    for node in order where tree.parents[node] >= 0 {
      above[node] = above[tree.parents[node]].union([tree.parents[node]])
    }
    var found: [SecondParent] = []
    func change(_ place: Int, _ from: Int, _ to: Int) -> Int32 {
      let costs = matrix.places[place].costs
      return costs.change[readings[from][place] * costs.count + readings[to][place]]
    }
    for node in order where !tree.isLost(node) && tree.parents[node] >= 0 {
      let parent = tree.parents[node]
      let known = matrix.places.indices.filter { matrix.places[$0].readings[node] >= 0 }
      let open = known.filter { readings[node][$0] != readings[parent][$0] }
      let cost = open.reduce(Int32(0)) { $0 + change($1, parent, node) }
      guard cost >= leastGain else { continue }
      var best: (gain: Int32, node: Int, places: [Int]) = (0, -1, [])
      for other in order where other != node && !above[node].contains(other) && !above[other].contains(node) {
        var gain: Int32 = 0
        var places: [Int] = []
        for place in open where tree.isLost(other) || matrix.places[place].readings[other] >= 0 {
          let saved = change(place, parent, node) - change(place, other, node)
          guard saved > 0 else { continue }
          gain += saved
          places.append(place)
        }
        if gain > best.gain { best = (gain, other, places) }
      }
      guard best.gain >= leastGain, Double(best.gain) >= leastShare * Double(cost),
        !reaches(node, best.node, above, found)
      else { continue }
      found.append(
        SecondParent(
          node: node, parent: best.node, places: best.places, gain: best.gain,
          foreign: foreign(best.places, known, readings[parent], readings[best.node], readings[node])))
    }
    return found
  }

  private static func foreign(
    _ places: [Int], _ known: [Int], _ first: [Int], _ second: [Int], _ own: [Int]
  ) -> [Int] {
    guard let from = places.first, let to = places.last else { return places }
    let block = known.filter { (from...to).contains($0) }
    let telling = block.filter { first[$0] != second[$0] }
    let asSecond = telling.count { own[$0] == second[$0] }
    return Double(asSecond) >= blockShare * Double(telling.count) ? block : places
  }

  /// Whether arrows lead from `node` to `other`, second parents' included.
  private static func reaches(_ node: Int, _ other: Int, _ above: [Set<Int>], _ found: [SecondParent]) -> Bool
  {
    var seen: Set<Int> = []
    var stack = [other]
    while let at = stack.popLast() {
      guard seen.insert(at).inserted else { continue }
      if at == node { return true }
      stack += above[at]
      for second in found where second.node == at { stack.append(second.parent) }
    }
    return false
  }
}
