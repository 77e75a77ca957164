import Archive
import Desk
import Export
import Press

/// The page of an arrow: why it is drawn, what else may be, and the two texts side by side.
struct ArrowPage {
  private let family: Family
  private let stemma: Stemma
  private let title: String
  private let from: Stemma.Node
  private let to: Stemma.Node
  /// `nil` where no arrow is drawn between the two, and they are only compared.
  private let edge: Stemma.Edge?
  private let source: Article?
  private let copy: Article?
  private let variants: [Variant]
  private let reuse: Reuse?
  private let change: Desk.Changes?

  /// - Returns: `nil` where the report has no such two witnesses.
  init?(_ material: ReportHead, from: String, to: String, in archive: Archive) throws {
    family = material.family
    stemma = material.stemma
    title = material.title
    guard from != to, let first = stemma.nodes.first(where: { $0.id == from }),
      let second = stemma.nodes.first(where: { $0.id == to })
    else { return nil }
    self.from = first
    self.to = second
    edge = stemma.edges.first { $0.from == from && $0.to == to }
    copy = second.lost ? nil : try archive.article(id: to)
    let held = first.lost ? nil : try archive.article(id: from)
    if let copy, let held {
      source = held
      change = nil
      (variants, reuse) = Self.compared(held, copy, family.id)
    } else {
      change = try edge.flatMap { _ in try Desk.changes(of: to, along: material.stemma, in: archive).first }
      source = change?.compared.first
      variants = change?.variants ?? []
      reuse = change?.reuse
    }
  }

  private static func compared(_ source: Article, _ copy: Article, _ family: String) -> ([Variant], Reuse?) {
    guard !source.text.isEmpty, !copy.text.isEmpty else { return ([], nil) }
    let (variants, reuse) = Desk.comparison(from: source, to: copy, family: family)
    return (variants, reuse)
  }

  private func label(_ node: Stemma.Node) -> String { TextTree.clean(node.label) }

  private func link(_ id: String) -> HTML {
    guard let node = stemma.nodes.first(where: { $0.id == id }) else { return HTML(escaping: id) }
    return node.lost
      ? "<i class=\"lostname\">\(label(node))</i> †" : "<a href=\"\(Link.article(id))\">\(label(node))</a>"
  }

  var page: Page {
    Page(
      title: "\(label(to)) from \(label(from))", section: .families, body: body,
      data: ArrowData(
        family: family.id, from: from, to: to, arrow: edge, compared: source?.id, reuse: reuse,
        isDecided: change?.isDecided ?? true, variants: variants), table: table)
  }

  private var table: Page.Table {
    var table = Page.Table(["family", "from", "to", "kind", "source", "copy", "compared_with"])
    for variant in variants {
      table.rows.append([
        family.id, from.id, to.id, variant.kind.rawValue, variant.readings.first?.text ?? "",
        variant.readings.last?.text ?? "", source?.id ?? "",
      ])
    }
    return table
  }

  private var body: HTML {
    """
    <article class="arrow-page">
    <header class="head">
    <p class="kicker"><a href="\(Link.family(family.id))">\(title)</a></p>
    <h1>\(label(to)), <span class="thin">from</span> \(label(from))\(from.lost ? " †" : "")</h1>
    <p class="deck">\(summary)</p>
    </header>
    \(evidence)
    \(texts)
    \(edge.map { CorrectionForms.arrow($0, from: label(from), to: label(to)) })
    </article>
    """
  }

  private var summary: HTML {
    var parts: [HTML] = []
    if let edge {
      parts.append("\(FamilyArrows.kind(edge.kind)), <b>\(Wording.percent(edge.confidence))</b> sure")
    } else {
      parts.append("No arrow is drawn between the two: they are only compared")
    }
    if let reuse {
      // Where the source is lost nothing is known of its length.
      if !from.lost { parts.append("\(Wording.percent(reuse.sourceShare)) of the source reused") }
      parts.append(
        from.lost
          ? "\(Wording.percent(reuse.copyShare)) of the copy is in the page compared too"
          : "\(Wording.percent(reuse.copyShare)) of the copy copied")
      if let longest = reuse.longest {
        parts.append("longest passage \(Wording.counted(longest.words, "word"))")
      }
    }
    return parts.joined(" · ")
  }

  private var evidence: HTML {
    guard let edge else { return HTML() }
    let rows = edge.evidence.map { evidence -> HTML in
      let isConflict = evidence.kind == .conflict
      let seen: HTML =
        evidence.article.map { $0 == to.id ? HTML() : " <span class=\"dim\">in \(link($0))</span>" } ?? HTML()
      let words: HTML = evidence.kind == .credit ? "<q>\(evidence.text)</q>" : "\(evidence.text)"
      return
        "<div\(isConflict ? " class=\"hot\"" : HTML())><dt>\(Wording.evidence(evidence.kind))</dt><dd>\(words)\(seen)</dd></div>"
    }
    var rivals = HTML()
    if !edge.alternatives.isEmpty {
      let items = edge.alternatives.map { other -> HTML in
        let compare: HTML =
          stemma.nodes.contains { $0.id == other.from && !$0.lost }
          ? " · <a href=\"\(Link.arrow(family.id, from: other.from, to: to.id))\">compare the texts</a>"
          : HTML()
        return "<li>\(link(other.from)), \(Wording.percent(other.confidence))\(compare)</li>"
      }
      rivals = "<h3>Or it came from</h3><ul class=\"plain\">\(items)</ul>"
    }
    return """
      <section aria-labelledby="evidence"><h2 id="evidence">Why this arrow</h2>
      <dl class="facts">\(rows)</dl>
      \(rivals)
      </section>
      """
  }

  private var texts: HTML {
    guard let copy, let source else {
      let why: HTML =
        to.lost
        ? "The copy is lost: there are no two texts to compare."
        : "The source is lost, and no other copy of it is held that could stand in for it."
      return "<section aria-labelledby=\"texts\"><h2 id=\"texts\">The texts</h2><p>\(why)</p></section>"
    }
    var note = HTML()
    if from.lost, let change {
      let others = change.compared.map { link($0.id) }.joined(", ")
      note =
        change.compared.count > 1
        ? "<p class=\"note\">\(label(from)) is lost. Other copies of it stand in: \(others). Marked is only what most of them have otherwise; beside it stands the nearest of them.</p>"
        : change.isDecided
          ? "<p class=\"note\">\(label(from)) is lost. The nearest copy of it stands in: \(others).</p>"
          : "<p class=\"note\">\(label(from)) is lost. One other copy of it is held, \(others): <b>either of the two may have made a change</b>.</p>"
    }
    return """
      <section aria-labelledby="texts"><h2 id="texts">Side by side</h2>
      \(note)\(SideBySide(source: source, copy: copy, variants: variants).html)
      </section>
      """
  }
}

/// An arrow for programs.
struct ArrowData: Encodable, Sendable {
  let family: String
  let from: Stemma.Node
  let to: Stemma.Node
  let arrow: Stemma.Edge?
  let compared: String?
  let reuse: Reuse?
  let isDecided: Bool
  let variants: [Variant]

  enum CodingKeys: String, CodingKey {
    case family, from, to, arrow, compared = "compared_with", reuse, isDecided = "decided", variants
  }
}
