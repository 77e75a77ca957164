import Press

/// Draws the stemma of one family.
///
/// Every arrow that there might be is measured (``Feature``) and scored (``Weights``): credits, times, what was cut, added
/// and replaced, readings that third witnesses share, headlines, lines that pages gain in copying. The backbone is the
/// arborescence of greatest score, an arrow's confidence its share among all arborescences (``Backbone``). Lost sources
/// that credits name are nodes like any other: two clients of one wire are siblings, however alike, unless what they
/// share with one another tells of copying. Then further sources that pages name are added, and parents in other families.
public struct StemmaBuilder {
  private let family: Family
  let tradition: Tradition
  let material: Material
  let backbone: Backbone
  var arrows = Arrows()

  var claims: Claims { material.claims }
  var order: WitnessOrder { material.order }

  /// Draws the stemma of `family`.
  ///
  /// - Parameters:
  ///   - members: The family's articles, in any order.
  ///   - guests: Articles of other families that share passages with a member, each with its family's id.
  ///   - pairs: All pairs that link two of these articles.
  ///   - apparatus: The members side by side; without it what `pairs` count stands in for it.
  public static func stemma(
    of family: Family, members: [Article], guests: [(article: Article, family: String)] = [], pairs: [Pair],
    apparatus: Apparatus? = nil
  ) -> Stemma {
    var builder = StemmaBuilder(family, members, guests, pairs, apparatus)
    if let apparatus, builder.hasReadingsAlone, builder.drawReadings(apparatus) { return builder.finish() }
    builder.drawBackbone()
    builder.drawFurtherSources()
    return builder.finish()
  }

  init(
    _ family: Family, _ members: [Article], _ guests: [(article: Article, family: String)], _ pairs: [Pair],
    _ apparatus: Apparatus?
  ) {
    self.family = family
    tradition = Tradition(members: members, guests: guests, pairs: pairs)
    material = Material(tradition, Claims(tradition), apparatus)
    backbone = Backbone(tradition, material)
  }

  /// Of several pages of one source: those that share text, those not after the copy, the nearest, the earliest.
  func weight(_ source: Int, _ copy: Int) -> (Int, Int, Int, Int) {
    let link = tradition.link(from: source, to: copy)
    let late = order.clock(source, copy) == .against ? 1 : 0
    return (link == nil ? 1 : 0, late, link?.pair.changes ?? 0, order.rank(of: source))
  }

  // MARK: The graph

  private func finish() -> Stemma {
    // A page may be called "lost:NPA" by its input; it keeps the name.
    let given = Set(tradition.witnesses.map(\.article.id).filter { $0.hasPrefix("lost:") })
    var lostIDs: [String: String] = [:]
    for case .lost(let name) in arrows.all.flatMap({ [$0.from, $0.to] }) where lostIDs[name] == nil {
      var id = "lost:" + name
      while given.contains(id) { id += "~" }
      lostIDs[name] = id
    }
    func id(_ end: Arrows.End) -> String {
      switch end {
      case .held(let witness): tradition.id(witness)
      case .lost(let name): lostIDs[name] ?? "lost:" + name
      }
    }
    var ends = Set(tradition.members.map { Arrows.End.held($0) })
    for arrow in arrows.all { ends.formUnion([arrow.from, arrow.to]) }
    let nodes = ends.map { end -> Stemma.Node in
      switch end {
      case .lost(let name): return Stemma.Node(id: id(end), lost: true, label: name)
      case .held(let number):
        let witness = tradition.witnesses[number]
        let label =
          witness.article.outlet ?? witness.article.source.split(separator: "/").last.map(String.init)
        return Stemma.Node(
          id: id(end), lost: false, label: label ?? witness.article.id, otherFamily: witness.otherFamily)
      }
    }
    return Stemma(
      family: family.id, nodes: nodes,
      edges: arrows.all.map {
        Stemma.Edge(
          from: id($0.from), to: id($0.to), kind: $0.kind,
          confidence: Self.rounded($0.confidence), evidence: $0.evidence,
          alternatives: $0.alternatives.map {
            Stemma.Alternative(from: id($0.end), confidence: Self.rounded($0.confidence))
          })
      })
  }

  private static func rounded(_ confidence: Double) -> Double { (confidence * 1000).rounded() / 1000 }
}
