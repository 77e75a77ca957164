import Foundation
import Press

/// The stemma before anything is added to it: to each witness one parent, and how sure that is.
///
/// Nodes are the family's members by their numbers, then the lost sources that credits name (``LostSources``). What follows
/// may add to it: second parents of merged and contaminated pages, lost witnesses that shared readings tell of.
struct Backbone {
  /// The number of the arrow to each node, in `table.arcs`; from `table.root` where it has no parent.
  let chosen: [Int]
  /// Every arrow that was weighed.
  let table: ArcTable
  /// By arrow: its probability in 0...1. What is drawn need not be likeliest (``Weights/caution``).
  let probabilities: [Double]
  private let setting: Weights.Setting

  init(_ tradition: Tradition, _ material: Material) {
    let table = ArcTable(tradition, material)
    let setting = Weights.Setting(isTimed: table.isTimed, hasLost: table.lostCount > 0)
    let scores = table.arcs.map { Weights.scores($0.features, in: setting) }
    self.setting = setting
    probabilities = Self.probabilities(table, scores.map(\.likelihood))
    let tree = Arborescence(
      nodeCount: table.nodeCount, root: table.root,
      arcs: zip(table.arcs, scores).map { Arborescence.Arc(from: $0.from, to: $0.to, score: $1.choice) })
    // The root reaches every node, so each has an arrow.
    chosen = tree.arcs.dropLast().enumerated().map { node, arc in arc ?? table.into[node].last ?? 0 }
    self.table = table
  }

  /// How sure an arrow is.
  func confidence(of arc: Int) -> Double {
    let (from, features) = (table.arcs[arc].from, table.arcs[arc].features)
    let ground: Calibration.Ground =
      from >= table.memberCount ? .lost : Self.namings.contains { features[$0] > 0 } ? .named : .likeness
    return Calibration.confidence(probabilities[arc], in: setting, by: ground)
  }

  /// The signs by which a copy names the page that it is from.
  private static let namings: [Feature] = [
    .credit, .creditShared, .creditAgency, .dateline, .datelineShared, .feed, .feedShared, .part,
  ]

  /// The node's parent; `nil` where it has none.
  func parent(of node: Int) -> Int? {
    let from = table.arcs[chosen[node]].from
    return from == table.root ? nil : from
  }

  /// Arrows from other nodes that may be the parent, the likeliest first.
  func alternatives(of node: Int, atLeast least: Double = 0.02, atMost most: Int = 3) -> ArraySlice<Int> {
    table.into[node].filter {
      $0 != chosen[node] && table.arcs[$0].from != table.root && probabilities[$0] >= least
    }
    .sorted { (-probabilities[$0], $0) < (-probabilities[$1], $1) }
    .prefix(most)
  }

  private static func probabilities(_ table: ArcTable, _ scores: [Double]) -> [Double] {
    let count = table.memberCount + table.lostCount
    guard table.isWhole, count <= 2 * ArcTable.mostCompared else { return local(table, scores) }
    var matrix = [Double](repeating: -.infinity, count: count * count)
    var root = [Double](repeating: 0, count: count)
    for (arc, score) in zip(table.arcs, scores) {
      if arc.from == table.root { root[arc.to] = score } else { matrix[arc.from * count + arc.to] = score }
    }
    let (arrows, roots) = TreeMarginals.probabilities(count: count, score: matrix, root: root)
    return table.arcs.map { $0.from == table.root ? roots[$0.to] : arrows[$0.from * count + $0.to] }
  }

  /// Each node for itself: what a family too great for the determinant has to do with.
  private static func local(_ table: ArcTable, _ scores: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: scores.count)
    for arcs in table.into {
      let best = arcs.map { scores[$0] }.max() ?? 0
      var sum = 0.0
      for arc in arcs { sum += exp(scores[arc] - best) }
      for arc in arcs { result[arc] = exp(scores[arc] - best) / sum }
    }
    return result
  }
}
