import Press

/// The sentences that stand behind an arrow.
enum Reasons {
  static func passages(_ link: Tradition.Link) -> Stemma.Evidence {
    let pair = link.pair
    let places =
      pair.changes == 0
      ? "the text unchanged" : pair.changes == 1 ? "1 place changed" : "\(pair.changes) places changed"
    return Stemma.Evidence(
      kind: .passages, text: "\(pair.equalWords) of \(link.copyWords) words are the same, \(places)")
  }

  static func passages(_ difference: TextTable.Difference, of words: Int) -> Stemma.Evidence {
    let count = difference.cut + difference.added + difference.replaced
    let places =
      count == 0 ? "the text unchanged" : count == 1 ? "1 place changed" : "\(count) places changed"
    return Stemma.Evidence(
      kind: .passages, text: "\(difference.equalWords) of \(words) words are the same, \(places)")
  }

  /// What a copy has with its parent, and what the next best would not explain.
  static func shared(
    _ backbone: Backbone, _ member: Int, _ arc: ArcTable.Arc, _ tradition: Tradition
  ) -> Stemma.Evidence? {
    guard let own = arc.difference else { return nil }
    let others = backbone.table.into[member].filter { $0 != backbone.chosen[member] }
      .map { (arc: backbone.table.arcs[$0], probability: backbone.probabilities[$0]) }
      .filter { $0.arc.from < tradition.memberCount && $0.arc.difference != nil }
    guard let next = others.max(by: { ($0.probability, -$0.arc.from) < ($1.probability, -$1.arc.from) }),
      let difference = next.arc.difference, difference.shared > own.shared
    else { return nil }
    let places = difference.shared - own.shared
    let article = tradition.witnesses[next.arc.from].article
    return Stemma.Evidence(
      kind: .sharedReading,
      text: "At \(places == 1 ? "1 place" : "\(places) places") both have the same words, "
        + "and \(article.outlet ?? article.title ?? article.source) has others or none",
      article: article.id)
  }

  /// What the clock says for or against an arrow; `nil` when it says nothing.
  static func time(_ tradition: Tradition, _ order: WitnessOrder, _ source: Int, _ copy: Int) -> Stemma
    .Evidence?
  {
    guard let from = tradition.published(source), let to = tradition.published(copy) else { return nil }
    switch order.clock(source, copy) {
    case .surelyBefore, .likelyBefore:
      let isBound = tradition.witnesses[source].article.isDatedByChange
      return Stemma.Evidence(
        kind: .time,
        text:
          "\(isBound ? "Changed" : "Published") \(from.iso), the copy \(isBound ? "published " : "")\(to.iso)",
        article: tradition.id(source))
    case .against:
      let isBound = tradition.witnesses[copy].article.isDatedByChange
      return Stemma.Evidence(
        kind: .conflict,
        text:
          "The clock speaks against it: published \(from.iso), the copy \(isBound ? "changed " : "")\(to.iso)",
        article: tradition.id(copy))
    case .silent: return nil
    }
  }

  static func spinning(_ tradition: Tradition, _ copy: Int) -> Stemma.Evidence {
    let witness = tradition.witnesses[copy]
    let credit = witness.article.credits.first(where: \.spun)
    let text =
      credit.map { "Plain words were replaced throughout, in a standard notice too: \($0.text)" }
      ?? "Plain words were replaced throughout, names and numbers hardly ever"
    return Stemma.Evidence(kind: .spinning, text: text, article: witness.article.id)
  }

  static func alternative(_ tradition: Tradition, _ witness: Int) -> Stemma.Evidence {
    let article = tradition.witnesses[witness].article
    return Stemma.Evidence(
      kind: .alternative,
      text: "\(article.outlet ?? article.title ?? article.source) would explain it as well",
      article: article.id)
  }

  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
