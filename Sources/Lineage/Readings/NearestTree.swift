import Press

/// Each witness hangs below the one from which fewest changes lead to it, changes having a direction (``ReadingCosts``), from the
/// one that reaches all most cheaply (Prim 1957): a yardstick, for it knows no lost witnesses and no second parents.
public struct NearestTree: Sendable {
  /// Pairs of parent and child, as witnesses of the apparatus.
  public let arrows: [(Int, Int)]

  /// - Returns: `nil` where there are too few or too many texts, or they differ nowhere.
  public init?(_ apparatus: Apparatus) {
    guard let matrix = ReadingMatrix(apparatus, most: ReadingsStemma.mostRows), matrix.rows.count > 1,
      !matrix.places.isEmpty, matrix.rows.count * matrix.places.count <= ReadingsStemma.mostReadings
    else { return nil }
    let tree = TreeSearch.nearest(TreeCosts(matrix))
    var arrows: [(Int, Int)] = []
    for (node, parent) in tree.parents.enumerated() where parent >= 0 {
      arrows.append((matrix.rows[parent][0], matrix.rows[node][0]))
    }
    for row in matrix.rows { for copy in row.dropFirst() { arrows.append((row[0], copy)) } }
    self.arrows = arrows
  }
}
