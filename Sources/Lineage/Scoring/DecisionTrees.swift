/// A sum of decision trees over the features of an arrow.
///
/// Gradient boosting (Friedman 2001, "Greedy function approximation: a gradient boosting machine"), here on the
/// likelihood of whole stemmata; `Benchmarks/fit_lineage.py` makes them. Unlike a weighted sum, trees can say that a sign
/// matters only beside another: that of several pages with the same words the first is the likeliest source.
struct DecisionTrees: Sendable {
  private struct Node {
    /// Number of the feature that is asked for; below 0 in a leaf.
    var feature: Int32
    /// Where to go on if the feature is above `value`; else at the next node.
    var above: Int32
    /// What the feature is held against; in a leaf what it adds to the score.
    var value: Double
  }

  private var nodes: [Node] = []
  private var roots: [Int] = []

  /// Reads a table: a tree a line, its nodes before what is below them. `named<=0.34` asks whether the feature is at most
  /// that, and behind it stand the tree for when it is and the tree for when it is not; a bare number is a leaf.
  ///
  /// - Returns: `nil` when a line is none of that, or names a feature that there is not.
  init?(_ table: String) {
    var numbers: [Substring: Int32] = [:]
    for feature in Feature.allCases { numbers["\(feature)"[...]] = Int32(feature.rawValue) }
    for line in table.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      roots.append(nodes.count)
      // Nodes whose second tree is still to come, and whether the first has come.
      var open: [(node: Int, isHalf: Bool)] = []
      var isWhole = false
      for token in line.split(separator: " ") {
        guard !isWhole else { return nil }
        if let last = open.last, last.isHalf { nodes[last.node].above = Int32(nodes.count) }
        let parts = token.split(separator: "<", maxSplits: 1)
        if parts.count == 2 {
          guard parts[1].first == "=", let value = Double(parts[1].dropFirst()),
            let number = numbers[parts[0]]
          else { return nil }
          open.append((nodes.count, false))
          nodes.append(Node(feature: number, above: -1, value: value))
          continue
        }
        guard let value = Double(token) else { return nil }
        nodes.append(Node(feature: -1, above: -1, value: value))
        while let last = open.last, last.isHalf { open.removeLast() }
        if open.isEmpty { isWhole = true } else { open[open.count - 1].isHalf = true }
      }
      guard isWhole else { return nil }
    }
  }

  /// What the trees add up to.
  func score(_ features: FeatureVector) -> Double {
    var sum = 0.0
    features.values.withUnsafeBufferPointer { values in
      nodes.withUnsafeBufferPointer { nodes in
        for root in roots {
          var at = root
          while nodes[at].feature >= 0 {
            at = Double(values[Int(nodes[at].feature)]) <= nodes[at].value ? at + 1 : Int(nodes[at].above)
          }
          sum += nodes[at].value
        }
      }
    }
    return sum
  }
}
