import Foundation
import Press

/// Who copied whom, as the readings alone tell: for a tradition whose witnesses have neither times nor credits.
///
/// A tree of witnesses, held and lost (``TreeSearch``); above a fragment in its midst the whole text that it was cut from; and a
/// second parent to each witness that reads at many places as another line does (contamination). Nodes are the
/// apparatus's witnesses by their numbers, then lost ones.
struct ReadingsStemma {
  /// That `to` was copied from `from`.
  struct Arrow {
    let from: Int
    let to: Int
    let kind: CopyKind
    let confidence: Double
    let evidence: [Stemma.Evidence]
    var alternatives: [(from: Int, confidence: Double)] = []
  }

  /// Witnesses of the apparatus.
  let witnessCount: Int
  /// How many are lost.
  let lostCount: Int
  let arrows: [Arrow]

  /// Different texts up to which readings alone are asked.
  static let mostRows = 400
  /// Readings of all rows up to which they are asked.
  static let mostReadings = 2_000_000

  /// - Returns: `nil` where there are too few or too many texts, or they differ nowhere.
  init?(_ apparatus: Apparatus) {
    guard let matrix = ReadingMatrix(apparatus, most: Self.mostRows), matrix.rows.count > 1,
      !matrix.places.isEmpty,
      matrix.rows.count * matrix.places.count <= Self.mostReadings
    else { return nil }
    var search = TreeSearch(matrix)
    search.run()
    let second = Contamination.secondParents(search.tree, matrix.readings(search.readings()), matrix)
    if !second.isEmpty {
      // What came from elsewhere does not speak for where the rest came from.
      search = TreeSearch(matrix.without(second), from: search.tree)
      search.run()
    }
    let drawing = ReadingsDrawing(apparatus, matrix, search)
    witnessCount = apparatus.witnesses.count
    lostCount = drawing.lostCount
    arrows = drawing.arrows
  }
}

/// Makes arrows of a tree that was found.
private struct ReadingsDrawing {
  let apparatus: Apparatus
  let matrix: ReadingMatrix
  var search: TreeSearch
  let tree: ReadingTree
  let children: [[Int]]
  /// By node and place.
  let readings: [[Int]]
  var arrows: [ReadingsStemma.Arrow] = []
  /// By node of the tree: the node of the stemma.
  private var nodes: [Int]
  private(set) var lostCount = 0

  init(_ apparatus: Apparatus, _ matrix: ReadingMatrix, _ search: TreeSearch) {
    self.apparatus = apparatus
    self.matrix = matrix
    self.search = search
    let tree = search.tree
    self.tree = tree
    children = tree.children
    readings = matrix.readings(self.search.readings())
    nodes = Array(repeating: -1, count: tree.parents.count)
    let order = tree.order(children)
    for node in order {
      if tree.isLost(node) {
        nodes[node] = newLost()
      } else {
        nodes[node] = matrix.rows[node][0]
      }
    }
    let whole = drawWholeTexts(order)
    for node in order where tree.parents[node] >= 0 {
      let parent = tree.parents[node]
      draw(from: whole[parent] ?? nodes[parent], parent, to: whole[node] ?? nodes[node], node)
    }
    for row in matrix.rows { drawCopies(row) }
    drawSecondParents(whole)
  }

  private mutating func newLost() -> Int {
    lostCount += 1
    return matrix.rowOf.count + lostCount - 1
  }

  private func name(_ node: Int) -> String {
    tree.isLost(node) ? "a lost witness" : label(matrix.rows[node][0])
  }

  private func label(_ witness: Int) -> String { apparatus.witnesses[witness] }

  private func article(_ node: Int) -> String? { tree.isLost(node) ? nil : label(matrix.rows[node][0]) }

  /// The nearest witness above a node that we hold.
  private func heldAbove(_ node: Int) -> Int? {
    var at = tree.parents[node]
    while at >= 0, tree.isLost(at) { at = tree.parents[at] }
    return at >= 0 ? at : nil
  }

  // MARK: Fragments

  /// Puts a lost whole text above each fragment that handed down what it has not; by the fragment's row.
  private mutating func drawWholeTexts(_ order: [Int]) -> [Int: Int] {
    var whole: [Int: Int] = [:]
    for node in order where !tree.isLost(node) && !children[node].isEmpty {
      var most = (words: 0, row: -1)
      for loss in matrix.losses[node] {
        for row in tree.subtree(node, children).dropFirst() where !tree.isLost(row) {
          let words = matrix.words(of: row, within: loss)
          if words > most.words { most = (words, row) }
        }
      }
      guard most.words >= ReadingMatrix.fragmentWords else { continue }
      let lost = newLost()
      whole[node] = lost
      arrows.append(
        ReadingsStemma.Arrow(
          from: lost, to: nodes[node], kind: .partial, confidence: 0.75,
          evidence: [
            Stemma.Evidence(
              kind: .containment,
              text: "A stretch of some \(most.words) words that it lacks stands in \(name(most.row)), "
                + "which otherwise descends from it: both go back to the whole text", article: article(node))
          ]))
    }
    return whole
  }

  // MARK: Arrows

  private mutating func draw(from: Int, _ parent: Int, to: Int, _ node: Int) {
    let others = search.costsElsewhere(node).filter { $0.node != parent }
    let unit = Double(ReadingCosts.unit)
    // What else would cost a change more is a third as likely.
    let weights = others.map { (node: $0.node, weight: exp(Double(search.cost - $0.cost) / unit)) }
    let sum = 1 + weights.reduce(0) { $0 + $1.weight }
    let confidence = 0.92 / sum
    let alternatives = weights.filter { $0.weight / sum >= 0.05 && !tree.isLost($0.node) }
      .sorted { (-$0.weight, $0.node) < (-$1.weight, $1.node) }.prefix(3)
      .map { (from: nodes[$0.node], confidence: 0.92 * $0.weight / sum) }
    arrows.append(
      ReadingsStemma.Arrow(
        from: from, to: to, kind: .edited, confidence: confidence, evidence: evidence(parent, node),
        alternatives: alternatives))
  }

  private func evidence(_ parent: Int, _ node: Int) -> [Stemma.Evidence] {
    var evidence: [Stemma.Evidence] = []
    let siblings = children[parent].filter { $0 != node }.map(name)
    let company = tree.isLost(parent) ? Self.list(siblings) : name(parent)
    let known = matrix.places.indices.filter { tree.isLost(node) || matrix.places[$0].readings[node] >= 0 }
    let above = heldAbove(parent)
    let handed = above.map { above in
      known.filter {
        readings[parent][$0] == readings[node][$0] && readings[above][$0] != readings[parent][$0]
      }
    }
    if let above, let handed, !handed.isEmpty {
      evidence.append(
        Stemma.Evidence(
          kind: .sharedReading,
          text:
            "Shares \(Self.count(handed.count, "reading")) with \(company) that \(name(above)) does not have"
            + quoted(handed, node), article: article(node)))
    } else {
      let same = known.filter { readings[parent][$0] == readings[node][$0] }.count
      evidence.append(
        Stemma.Evidence(
          kind: .sharedReading,
          text:
            "Agrees with \(tree.isLost(parent) ? "what \(company) go back to" : company) at \(same) of the "
            + "\(known.count) places at which witnesses differ", article: article(node)))
    }
    let slips = known.filter { place in
      let costs = matrix.places[place].costs
      let (a, b) = (readings[parent][place], readings[node][place])
      return a != b && costs.change[b * costs.count + a] < costs.change[a * costs.count + b]
    }
    if !slips.isEmpty {
      evidence.append(
        Stemma.Evidence(
          kind: .direction,
          text: "Has \(Self.count(slips.count, "slip")) of the pen where the other has the right word"
            + quoted(slips, node), article: article(node)))
    }
    let cuts = known.filter { place in
      let place = (matrix.places[place], readings[parent][place], readings[node][place])
      return place.0.isGap && place.0.words >= 3 && place.1 == 0 && place.2 == 1
    }
    if !cuts.isEmpty {
      let words = cuts.reduce(0) { $0 + matrix.places[$1].words }
      evidence.append(
        Stemma.Evidence(
          kind: .direction, text: "Lacks \(words) words that the other has", article: article(node)))
    }
    return evidence
  }

  /// Up to three of the node's readings at places, as « … ».
  private func quoted(_ places: [Int], _ node: Int) -> String {
    let texts = places.filter { !matrix.places[$0].isGap }.prefix(3).map { place in
      "« \(matrix.places[place].texts[readings[node][place]].prefix(60)) »"
    }
    return texts.isEmpty ? "" : ": " + texts.joined(separator: ", ")
  }

  private static func count(_ number: Int, _ what: String) -> String {
    "\(number) \(what)\(number == 1 ? "" : "s")"
  }

  private static func list(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "others" }
    let first = names.prefix(3)
    return names.count > 3
      ? first.joined(separator: ", ") + " and others"
      : names.dropLast().joined(separator: ", ") + " and " + last
  }

  // MARK: Copies that changed nothing

  private mutating func drawCopies(_ row: [Int]) {
    for copy in row.dropFirst() {
      arrows.append(
        ReadingsStemma.Arrow(
          from: row[0], to: copy, kind: .verbatim, confidence: 1 / Double(row.count),
          evidence: [
            Stemma.Evidence(
              kind: .passages,
              text: "The two are the same word for word; which of them was first does not show",
              article: label(copy))
          ]))
    }
  }

  // MARK: Contamination

  private mutating func drawSecondParents(_ whole: [Int: Int]) {
    for second in Contamination.secondParents(tree, readings, matrix) {
      let (node, other) = (second.node, second.parent)
      let changes = Double(second.gain) / Double(ReadingCosts.unit)
      arrows.append(
        ReadingsStemma.Arrow(
          from: whole[other] ?? nodes[other], to: nodes[node], kind: .partial,
          confidence: min(0.8, changes / (changes + 5)),
          evidence: [
            Stemma.Evidence(
              kind: .sharedReading,
              text:
                "At \(Self.count(second.places.count, "place")) it reads as \(name(other)) does and not as "
                + "\(name(tree.parents[node]))" + quoted(second.places, node), article: article(node))
          ]))
    }
  }
}
