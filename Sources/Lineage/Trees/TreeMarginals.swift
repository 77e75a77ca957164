import Foundation

/// How likely each arrow is, when an arborescence is the likelier the greater the sum of its arrows' scores (a Gibbs
/// distribution).
///
/// The sum over all arborescences is a determinant (Tutte 1948, "The dissection of equilateral triangles into equilateral
/// triangles"), and an arrow's share of it comes from the inverse of the same matrix (Koo, Globerson, Carreras and Collins
/// 2007, "Structured prediction models via the matrix-tree theorem"; Smith and Smith 2007, "Probabilistic models of
/// nonprojective dependency trees"). O(n³).
enum TreeMarginals {
  /// Below the best arrow to a node by more than this, in natural logarithms, an arrow is counted as if by no more: the
  /// matrix stays well away from singular, and nothing less likely than one in ten million is told apart.
  static let floor = 16.0

  /// - Parameters:
  ///   - count: Number of nodes.
  ///   - score: From node to node, `[from * count + to]`; minus infinity where there can be no arrow.
  ///   - root: By node, the score of its having no parent among the nodes; finite.
  /// - Returns: the probabilities, in the shape of the scores.
  static func probabilities(count: Int, score: [Double], root: [Double]) -> (
    arrows: [Double], roots: [Double]
  ) {
    let n = count
    guard n > 0 else { return ([], []) }
    var weight = [Double](repeating: 0, count: n * n)
    var bare = [Double](repeating: 0, count: n)
    for to in 0..<n {
      var best = -Double.infinity
      for from in 0..<n where from != to { best = max(best, score[from * n + to]) }
      guard best > -.infinity else {
        bare[to] = .infinity
        continue
      }
      for from in 0..<n where from != to && score[from * n + to] > -.infinity {
        weight[from * n + to] = exp(max(-floor, score[from * n + to] - best))
      }
      bare[to] = root[to] - best
    }
    // One root at least there is: where all are unlikely, they are made likelier together, which leaves their shares.
    var shift = 0.0
    if let most = bare.max(), most < -10 { shift = -10 - most }
    let roots = bare.map { $0 == .infinity ? 1 : exp(min(floor, max(-floor, $0 + shift))) }
    // The Laplacian, by columns diagonally dominant: elimination needs no exchange of rows.
    var matrix = [Double](repeating: 0, count: n * n)
    for to in 0..<n {
      var sum = roots[to]
      for from in 0..<n where from != to {
        matrix[from * n + to] = -weight[from * n + to]
        sum += weight[from * n + to]
      }
      matrix[to * n + to] = sum
    }
    invert(&matrix, n)
    var arrows = [Double](repeating: 0, count: n * n)
    var bareShare = [Double](repeating: 0, count: n)
    for to in 0..<n {
      let own = matrix[to * n + to]
      for from in 0..<n where from != to {
        let share = weight[from * n + to] * (own - matrix[to * n + from])
        arrows[from * n + to] = min(1, max(0, share))
      }
      bareShare[to] = min(1, max(0, roots[to] * own))
    }
    return (arrows, bareShare)
  }

  /// Gauss–Jordan, in place.
  private static func invert(_ matrix: inout [Double], _ n: Int) {
    matrix.withUnsafeMutableBufferPointer { m in
      for pivot in 0..<n {
        let scale = 1 / m[pivot * n + pivot]
        m[pivot * n + pivot] = 1
        for column in 0..<n { m[pivot * n + column] *= scale }
        for row in 0..<n where row != pivot {
          let factor = m[row * n + pivot]
          if factor == 0 { continue }
          m[row * n + pivot] = 0
          for column in 0..<n { m[row * n + column] -= factor * m[pivot * n + column] }
        }
      }
    }
  }
}
