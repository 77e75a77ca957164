/// The unrooted tree of neighbour joining (Saitou and Nei 1987, "The neighbor-joining method: a new method for
/// reconstructing phylogenetic trees"): a yardstick, for it knows neither direction nor witnesses inside the tree.
public struct NeighbourJoining: Sendable {
  /// Pairs of nodes that are joined: leaves are 0..<n in the order of the distances, inner nodes follow.
  public let joins: [(Int, Int)]

  /// - Parameter distances: Symmetric, in any unit; n rows of n.
  public init(_ distances: [[Double]]) {
    let n = distances.count
    var joins: [(Int, Int)] = []
    var table = distances
    var numbers = Array(0..<n)
    var next = n
    while numbers.count > 2 {
      let m = numbers.count
      let sums = table.map { $0.reduce(0, +) }
      var best = (Double.infinity, 0, 1)
      for i in 0..<m {
        for j in i + 1..<m {
          let value = Double(m - 2) * table[i][j] - sums[i] - sums[j]
          if value < best.0 { best = (value, i, j) }
        }
      }
      let (_, i, j) = best
      joins += [(next, numbers[i]), (next, numbers[j])]
      let between = table[i][j]
      var line = (0..<m).map { (table[i][$0] + table[j][$0] - between) / 2 }
      line[i] = 0
      table[i] = line
      for k in 0..<m { table[k][i] = line[k] }
      for k in 0..<m { table[k].remove(at: j) }
      table.remove(at: j)
      numbers[i] = next
      numbers.remove(at: j)
      next += 1
    }
    if numbers.count == 2 { joins.append((numbers[0], numbers[1])) }
    self.joins = joins
  }
}
