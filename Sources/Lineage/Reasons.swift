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

/// How sure an arrow is that no credit draws.
///
/// The figures are the shares of right arrows among made traditions of known truth; BENCHMARKS.md says which and how.
enum Confidence {
  static func inferred(ties: Int, clock: WitnessOrder.Clock) -> Double {
    let alone = 0.85
    let shared = alone / Double(ties + 1)
    switch clock {
    case .surelyBefore, .likelyBefore: return shared
    case .silent: return shared * 0.7
    case .against: return shared * 0.3
    }
  }
}
