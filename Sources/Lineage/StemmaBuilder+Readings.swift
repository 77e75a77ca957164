import Press

/// Traditions of which nothing is known but what their witnesses read.
extension StemmaBuilder {
  /// Whether times, credits and links are silent, so that readings have to tell all.
  var hasReadingsAlone: Bool {
    tradition.memberCount > 2 && tradition.witnesses.count == tradition.memberCount
      && tradition.witnesses.allSatisfy { witness in
        witness.article.published == nil && witness.article.modified == nil && witness.article.credits.isEmpty
          && witness.article.dateline?.agency == nil && witness.outlet == nil
      }
  }

  /// Draws what the readings tell; `false` where they tell nothing.
  mutating func drawReadings(_ apparatus: Apparatus) -> Bool {
    guard apparatus.witnesses == tradition.members.map(tradition.id), let found = ReadingsStemma(apparatus)
    else {
      return false
    }
    let names = Self.greekNames(found.lostCount)
    func end(_ node: Int) -> Arrows.End {
      node < found.witnessCount ? .held(node) : .lost(names[node - found.witnessCount])
    }
    for arrow in found.arrows {
      arrows.draw(
        Arrows.Arrow(
          from: end(arrow.from), to: end(arrow.to), kind: arrow.kind, confidence: arrow.confidence,
          evidence: arrow.evidence, alternatives: arrow.alternatives.map { (end($0.from), $0.confidence) }))
    }
    return true
  }

  /// What philologists call lost witnesses: α, β, γ, … then α2, β2, ….
  static func greekNames(_ count: Int) -> [String] {
    let letters = "αβγδεζηθικλμνξοπρστυφχψω".map(String.init)
    return (0..<count).map { number in
      let round = number / letters.count
      return letters[number % letters.count] + (round == 0 ? "" : "\(round + 1)")
    }
  }
}
