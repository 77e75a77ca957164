import Foundation
import Press

/// Who copied whom, as the readings alone tell: for a tradition whose witnesses have neither times nor credits.
///
/// A tree of witnesses, held and lost (``TreeSearch``), and a
/// second parent to each witness that reads at many places as another line does (``SecondParent``). Nodes are the
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
  /// How far such witnesses are to be trusted.
  let trust: Double
  /// By node: its second parent.
  let seconds: [Int: SecondParent]
  var arrows: [ReadingsStemma.Arrow] = []
  /// By lost node of the tree: what it explains.
  private var supports: [Int: Int] = [:]
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
    trust = ReadingsConfidence.trust(rowWords: matrix.rowWords)
    seconds = Dictionary(uniqueKeysWithValues: search.costs.seconds.map { ($0.node, $0) })
    nodes = Array(repeating: -1, count: tree.parents.count)
    let order = tree.order(children)
    for node in order {
      if tree.isLost(node) {
        nodes[node] = newLost()
      } else {
        nodes[node] = matrix.rows[node][0]
      }
    }
    supports = self.search.supports()
    for node in order where tree.parents[node] >= 0 {
      let parent = tree.parents[node]
      draw(parent, node)
    }
    for row in matrix.rows { drawCopies(row) }
    drawSecondParents()
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

  // MARK: Arrows

  private mutating func draw(_ parent: Int, _ node: Int) {
    let others = search.costsElsewhere(node).filter { $0.node != parent }
    let unit = Double(ReadingCosts.unit)
    // What else would cost a change more is a third as likely.
    let weights = others.map { (node: $0.node, weight: exp(Double(search.cost - $0.cost) / unit)) }
    let sum = 1 + weights.reduce(0) { $0 + $1.weight }
    let lost = [parent, node].compactMap { supports[$0] }.min()
    let confidence = ReadingsConfidence.arrow(share: 1 / sum, support: lost) * trust
    let alternatives = weights.filter { $0.weight / sum >= 0.05 && !tree.isLost($0.node) }
      .sorted { (-$0.weight, $0.node) < (-$1.weight, $1.node) }.prefix(3)
      .map {
        (
          from: nodes[$0.node],
          confidence: min(confidence * $0.weight, (1 - confidence) * $0.weight / (sum - 1))
        )
      }
    arrows.append(
      ReadingsStemma.Arrow(
        from: nodes[parent], to: nodes[node], kind: .edited, confidence: confidence,
        evidence: evidence(parent, node),
        alternatives: alternatives))
  }

  private func evidence(_ parent: Int, _ node: Int) -> [Stemma.Evidence] {
    var evidence: [Stemma.Evidence] = []
    let siblings = children[parent].filter { $0 != node }.map(name)
    let company = tree.isLost(parent) ? Self.list(siblings) : name(parent)
    let foreign = Set(seconds[node]?.parting.foreign ?? [])
    let known = matrix.places.indices.filter {
      tree.isLost(node) || matrix.places[$0].readings[node] >= 0 && !foreign.contains($0)
    }
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
    if !tree.isLost(parent), !tree.isLost(node) {
      let most = matrix.losses[parent].map { matrix.words(of: node, within: $0) }.max() ?? 0
      if most >= ReadingMatrix.fragmentWords {
        evidence.append(
          Stemma.Evidence(
            kind: .containment,
            text: "Has some \(most) words that \(name(parent)) lacks now: it was whole when this was copied",
            article: article(node)))
      }
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
          from: row[0], to: copy, kind: .verbatim, confidence: 1 / Double(row.count) * trust,
          evidence: [
            Stemma.Evidence(
              kind: .passages,
              text: "The two are the same word for word; which of them was first does not show",
              article: label(copy))
          ]))
    }
  }

  // MARK: Contamination

  private mutating func drawSecondParents() {
    for (node, second) in seconds.sorted(by: { $0.key < $1.key }) {
      let other = second.parent
      let first = tree.parents[node]
      let places = second.parting.foreign.filter {
        let own = matrix.places[$0].readings[node]
        return own >= 0 && readings[first][$0] != own && readings[other][$0] == own
      }
      let gain = search.gain(second)
      arrows.append(
        ReadingsStemma.Arrow(
          from: nodes[other], to: nodes[node], kind: .partial,
          confidence: ReadingsConfidence.second(gain: gain) * trust,
          evidence: [
            Stemma.Evidence(
              kind: .sharedReading,
              text: Self.stretches(second.parting.stretchCount)
                + "at \(Self.count(places.count, "place")) it reads as \(name(other)) does and not as "
                + name(first) + quoted(places, node), article: article(node))
          ]))
    }
  }

  private static func stretches(_ count: Int?) -> String {
    switch count {
    case nil: "Here and there, "
    case 1: "In one stretch, "
    case .some(let count): "In \(count) stretches, "
    }
  }
}
