import Desk
import Export
import Press

/// The page of a report: what was altered, how it travelled, and why each arrow is drawn.
struct FamilyPage {
  let material: FamilyMaterial
  private var family: Family { material.family }
  private var descent: Descent { material.descent }

  var page: Page {
    Page(
      title: material.title, section: .families, body: body, data: FamilyData(material),
      table: FamilyData.table(material))
  }

  private var body: HTML {
    let quotations = said.count(.quotation)
    return """
      <article class="report">
      <header class="head">
      <p class="kicker">Report <span class="id">\(family.id)</span>\(material.isCorrected ? " · <a href=\"/corrections\">corrected by hand</a>" : HTML())</p>
      <h1>\(material.title)</h1>
      <p class="deck">\(summary(quotations))</p>
      </header>
      \(self.quotations(quotations))
      \(drawing)
      \(changes)
      \(FamilyArrows(material).html)
      \(CorrectionForms.family(material))
      </article>
      """
  }

  private func summary(_ quotations: Int) -> HTML {
    let pages = stemmaPages
    var parts: [HTML] = [
      "<b>\(Wording.counted(pages, "page"))</b> of \(Wording.counted(material.outlets, "outlet"))"
    ]
    if let span = material.span { parts.append("over \(Wording.span(span))") }
    if material.lost > 0 { parts.append("<b>\(Wording.counted(material.lost, "lost original"))</b>") }
    parts.append(
      quotations > 0
        ? "<b class=\"hot\">\(Wording.counted(quotations, "altered quotation"))</b>"
        : "no altered quotation found")
    var html = parts.joined(", ")
    if let first = material.dated.first {
      html += ". The earliest that is dated: \(material.link(first.id)), \(Wording.time(first))."
    }
    return html
  }

  private var stemmaPages: Int { material.stemma.nodes.count { !$0.lost && $0.otherFamily == nil } }

  /// What was changed of what is said.
  private var said: ChangeList {
    ChangeList(groups: ChangeList.groups(material.kept), articles: material.articles, heading: heading)
  }

  private var rest: ChangeList {
    ChangeList(groups: ChangeList.groups(material.changes), articles: material.articles, heading: heading)
  }

  /// Who changed it, and whose text it was.
  private func heading(_ group: ChangeList.Group) -> HTML {
    let origin = material.origin(of: group.copy)
    guard let edge = descent.main[group.copy] else {
      return "<b><a href=\"\(Link.article(group.copy))\">\(group.copyLabel)</a></b> altered the text"
    }
    let whose: HTML =
      origin == edge.from
      ? "the dispatch of \(material.link(origin))"
      : "the dispatch of \(material.link(origin)), which it has from \(material.link(edge.from))"
    let machine: HTML = group.isSpun ? ", rewritten by machine," : HTML()
    return "<b>\(material.link(group.copy))</b>\(machine) altered \(whose) · "
      + "<a href=\"\(material.arrow(edge))\">evidence and both texts</a>"
  }

  private func quotations(_ count: Int) -> HTML {
    guard count > 0 else { return HTML() }
    return """
      <section class="finding" aria-labelledby="quotations"><h2 id="quotations">Altered quotations</h2>
      \(said.entries(.quotation))
      </section>
      """
  }

  private var drawing: HTML {
    guard material.view.stemma.nodes.count > 1 else { return HTML() }
    let links = SVG.Links(
      node: { [descent] id in descent.nodes[id]?.lost == false ? Link.article(id) : nil },
      arrow: { [family] edge in Link.arrow(family.id, from: edge.from, to: edge.to) })
    func chart(_ name: String, _ width: Double) -> HTML {
      HTML(raw: SVG.drawing(material.view, width: width, isInline: true, name: name, links: links))
    }
    let leftOut: HTML =
      material.notDrawn > 0
      ? "<p class=\"note\">Drawn are \(Wording.number(descent.order.count)) of \(Wording.number(material.stemma.nodes.count)) witnesses: those that were copied themselves first. The twins of this page have all arrows.</p>"
      : HTML()
    return """
      <section aria-labelledby="stemma"><h2 id="stemma">How it travelled</h2>
      <p class="note">A disc is a page, a ring a lost original; arrows run from the source to the copy. Follow a name to its \
      text, an arrow to its evidence<span class="keys">; arrow keys walk the tree</span>.</p>
      \(leftOut)
      <figure class="stemma wide">\(chart("wide", 1140))</figure>
      <figure class="stemma narrow">\(chart("narrow", 340))</figure>
      <details class="tree"><summary>The same as text</summary>
      \(FamilyTree(material).html)
      </details>
      <p class="more"><a href="\(Link.apparatus(family.id))">The apparatus: every place at which the witnesses differ</a></p>
      </section>
      """
  }

  /// All other kinds, folded.
  private var changes: HTML {
    let (said, rest) = (self.said, self.rest)
    var parts: [HTML] = []
    for kind in Variant.Kind.byWeight where kind != .quotation {
      let isKept = said.count(kind) > 0
      let list = isKept ? said : rest
      let count = list.count(kind)
      guard count > 0 else { continue }
      let all = max(count, material.report?.changes[kind] ?? 0)
      let isOpen: HTML = [.negation, .number, .date, .name].contains(kind) && count <= 6 ? " open" : HTML()
      parts.append(
        """
        <details class="kind"\(isOpen)><summary><span class="k">\(Wording.capital(Wording.change(kind, 2)))</span> \
        <span class="n">\(Wording.number(all))</span></summary>
        \(list.entries(kind))
        </details>
        """)
    }
    let open = material.changes.count { !$0.isDecided && !$0.variants.isEmpty }
    if open > 0 {
      parts.append(
        "<p class=\"note\">\(Wording.counted(open, "copy differs", "copies differ")) from the one other copy that can be compared. As the source is lost, either may have made the changes: they are laid to nobody, and stand with the arrows.</p>"
      )
    }
    if material.notCompared > 0 {
      parts.append(
        "<p class=\"note\">\(Wording.counted(material.notCompared, "copy was", "copies were")) not compared for this page: what they replaced, moved, cut and added is not listed. Each arrow has its own comparison.</p>"
      )
    }
    if parts.isEmpty {
      guard !descent.main.isEmpty else { return HTML() }
      parts.append("<p>No other change that can be laid to one page was found.</p>")
    }
    return """
      <section aria-labelledby="changes"><h2 id="changes">What else was changed</h2>
      \(parts.joined("\n"))
      </section>
      """
  }
}

/// The tree as nested lists, for those who do not see the drawing.
struct FamilyTree {
  private let material: FamilyMaterial
  /// Browsers give up on elements that are nested hundreds deep.
  private static let deepest = 24

  init(_ material: FamilyMaterial) { self.material = material }

  var html: HTML {
    let descent = material.descent
    var depth: [String: Int] = [:]
    var html = HTML()
    var level = -1
    for id in descent.order {
      let own = min((descent.main[id].flatMap { depth[$0.from] } ?? -1) + 1, Self.deepest)
      depth[id] = own
      if own > level {
        html += "<ul>"
        level = own
      } else {
        html += "</li>"
        while level > own {
          html += "</ul></li>"
          level -= 1
        }
      }
      html += "\n<li>\(line(id))"
    }
    while level >= 0 {
      html += "</li></ul>"
      level -= 1
    }
    return html
  }

  private func line(_ id: String) -> HTML {
    let descent = material.descent
    var parts: [HTML] = [material.link(id)]
    if let other = descent.nodes[id]?.otherFamily {
      parts.append("of <a href=\"\(Link.family(other))\">another report</a>")
    }
    if let article = material.articles[id] { parts.append(Wording.time(article)) }
    if let edge = descent.main[id] {
      parts.append(
        "<a href=\"\(material.arrow(edge))\">from \(material.label(edge.from)), \(Wording.kind(edge.kind)), \(Wording.percent(edge.confidence))</a>"
      )
    }
    for edge in descent.others[id] ?? [] {
      parts.append(
        "<a href=\"\(material.arrow(edge))\">and from \(material.label(edge.from)), \(Wording.percent(edge.confidence))</a>"
      )
    }
    return parts.joined(" · ")
  }
}

/// The table of a report's arrows.
struct FamilyArrows {
  private let material: FamilyMaterial

  init(_ material: FamilyMaterial) { self.material = material }

  var html: HTML {
    let descent = material.descent
    let edges = descent.order.flatMap { id in
      (descent.main[id].map { [$0] } ?? []) + (descent.others[id] ?? [])
    }
    guard !edges.isEmpty else { return HTML() }
    var table = Table(
      "The arrows",
      [
        .init("Copy"), .init("Published"), .init("From"), .init("How"), .init("Sure", isNumber: true),
        .init("Main reason"), .init("Why"),
      ])
    for edge in edges {
      let isConflict = edge.evidence.contains { $0.kind == .conflict }
      let conflict: HTML = isConflict ? "<b class=\"hot\">Against the clock.</b> " : ""
      let also: HTML = descent.isContamination(edge) ? "also " : ""
      table.rows.append([
        material.link(edge.to), material.articles[edge.to].map { Wording.time($0) } ?? "",
        also + material.link(edge.from), Self.kind(edge.kind),
        HTML(escaping: Wording.percent(edge.confidence)),
        conflict + (edge.evidence.first.map(Self.reason) ?? ""),
        "<a href=\"\(material.arrow(edge))\" aria-label=\"Evidence for \(material.label(edge.to)) from \(material.label(edge.from))\">evidence</a>",
      ])
    }
    return """
      <section aria-labelledby="arrows"><h2 id="arrows">The arrows</h2>
      \(table.html)
      </section>
      """
  }

  /// A kind in its colour, with its line.
  static func kind(_ kind: CopyKind) -> HTML {
    "<span class=\"k \(Wording.style(kind))\">\(KindLine.of(kind))\(Wording.kind(kind))</span>"
  }

  static func reason(_ evidence: Stemma.Evidence) -> HTML {
    evidence.kind == .credit
      ? "credit “\(Wording.short(evidence.text, 110))”" : HTML(escaping: Wording.short(evidence.text, 110))
  }
}

/// The line that a kind is drawn with, as a small picture before its name.
enum KindLine {
  static func of(_ kind: CopyKind) -> HTML {
    let style = Wording.style(kind)
    let path = style == "spun" ? "M0 5q2.5 -5 5 0t5 0t5 0t5 0t5 0" : "M0 5H26"
    return HTML(
      raw: "<svg class=\"st line\" viewBox=\"0 0 26 10\" width=\"26\" height=\"10\" aria-hidden=\"true\">"
        + "<path class=\"arrow \(style)\" d=\"\(path)\"/></svg>")
  }
}
