import Press

extension Stemma {
  /// The stemma in which `to` is what `from` was copied from, and not the other way round.
  ///
  /// What `from` was copied from is now what `to` was copied from; whatever else would make a circle goes. Where no arrow leads
  /// from one to the other, nothing changes.
  func flipping(from: String, to: String, note: String) -> Stemma {
    guard let arrow = edges.first(where: { $0.from == from && $0.to == to }) else { return self }
    let reason = Stemma.Evidence(
      kind: .correction,
      text: note.isEmpty ? "a correction by hand turned this arrow round" : "a correction by hand: \(note)")
    var kept = edges.filter { !($0.from == from && $0.to == to) }
    let below = Self.reached(from: from, along: kept)
    kept.removeAll { $0.to == to && below.contains($0.from) }
    var turned: [Edge] = [
      Edge(from: to, to: from, kind: arrow.kind, confidence: 1, evidence: [reason])
    ]
    let sources = Set(kept.filter { $0.to == to }.map(\.from))
    for edge in kept where edge.to == from && edge.from != to && !sources.contains(edge.from) {
      let inherited = Stemma.Evidence(
        kind: .correction, text: "the page that it was turned round with was copied from there")
      turned.append(
        Edge(
          from: edge.from, to: to, kind: lostNodes.contains(edge.from) ? .unknown : edge.kind,
          confidence: edge.confidence, evidence: [inherited] + edge.evidence))
    }
    kept.removeAll { $0.to == from }
    return Stemma(family: family, nodes: nodes, edges: kept + turned)
  }

  private var lostNodes: Set<String> { Set(nodes.filter(\.lost).map(\.id)) }

  private static func reached(from start: String, along edges: [Edge]) -> Set<String> {
    let children = Dictionary(grouping: edges, by: \.from)
    var reached: Set<String> = [start]
    var front = [start]
    while let at = front.popLast() {
      for edge in children[at] ?? [] where reached.insert(edge.to).inserted { front.append(edge.to) }
    }
    return reached
  }
}
