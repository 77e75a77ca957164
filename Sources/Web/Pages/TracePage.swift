import Archive
import Desk
import Export
import Press

/// The page on which a text is traced: paste it or give its file, and it says which report it carries.
struct TracePage {
  /// Bytes of a text that is traced, at most.
  static let mostBytes = 2_000_000
  /// Nearest pages that are listed.
  private static let mostNearest = 20

  /// What was asked.
  enum State {
    case asked
    case traced(Desk.Trace, FamilyMaterial?)
    /// Nothing that could be read was given.
    case unread(String)
  }

  let state: State
  let pasted: String
  /// What to call the pages that share its text.
  var labels: [String: String] = [:]

  static func page(_ request: Request, desk: Desk) async throws -> Page {
    guard request.isPost else { return TracePage(state: .asked, pasted: "").page }
    // A form sends its line ends as two characters.
    let pasted = (request.field("text") ?? "").replacing("\r\n", with: "\n")
    let file = request.file("file")
    let bytes = file?.bytes ?? Array(pasted.utf8)
    guard bytes.contains(where: { $0 > 0x20 }) else {
      return TracePage(state: .unread("There is no text to trace: paste one, or choose a file."), pasted: "")
        .page
    }
    guard bytes.count <= mostBytes else {
      return TracePage(state: .unread("This is too long: a page has no more than 2 MB."), pasted: "").page
    }
    switch try await desk.article(
      of: bytes, name: file.map { Wording.short($0.name, 80) } ?? "the text given")
    {
    case .failure(let said): return TracePage(state: .unread(said.refusal.detail), pasted: pasted).page
    case .success(let article):
      let trace = try await desk.trace(article)
      let material = try trace.family.flatMap { family in
        try trace.stemma.map {
          try FamilyMaterial(
            family, Self.marked($0, trace.article.id), in: desk.archive,
            with: trace.heldAs == nil ? trace.article : nil)
        }
      }
      let others = trace.pairs.prefix(mostNearest).map { $0.a == trace.article.id ? $0.b : $0.a }
      let labels = Dictionary(
        try desk.archive.articles(ids: others).map { ($0.id, Wording.name($0)) },
        uniquingKeysWith: { first, _ in first })
      return TracePage(state: .traced(trace, material), pasted: pasted, labels: labels).page
    }
  }

  private static func marked(_ stemma: Stemma, _ id: String) -> Stemma {
    Stemma(
      family: stemma.family,
      nodes: stemma.nodes.map {
        $0.id == id ? Stemma.Node(id: id, lost: false, label: "THIS TEXT", otherFamily: $0.otherFamily) : $0
      }, edges: stemma.edges)
  }

  private var page: Page {
    var data = TraceData(family: nil, heldAs: nil, arrows: [], nearest: [], changes: [])
    var table = Page.Table(["page", "kind", "of_this_text", "of_that_page", "changes"])
    if case .traced(let trace, _) = state {
      let own = trace.article.id
      data = TraceData(
        family: trace.family?.id, heldAs: trace.heldAs,
        arrows: trace.stemma?.edges.filter { $0.to == own } ?? [], nearest: trace.pairs,
        changes: trace.changes)
      for pair in trace.pairs {
        let isFirst = pair.a == own
        table.rows.append([
          isFirst ? pair.b : pair.a, pair.kind.rawValue,
          Wording.decimal(isFirst ? pair.coverageA : pair.coverageB),
          Wording.decimal(isFirst ? pair.coverageB : pair.coverageA), "\(pair.changes)",
        ])
      }
    }
    var status = Page.Status.found
    if case .unread = state { status = .wrongCall }
    return Page(title: "Trace a text", section: .trace, status: status, body: body, data: data, table: table)
  }

  private var body: HTML {
    """
    <article class="trace">
    <header class="head"><h1>Where does a text come from?</h1>
    <p class="deck">Paste an article, or give its file. It is compared with every page of the archive and not kept.</p></header>
    \(result)
    <form method="post" action="/trace" enctype="multipart/form-data" class="paste">
    <p><label for="paste">The text, or the page’s HTML</label>
    <textarea id="paste" name="text" rows="12">\(pasted)</textarea></p>
    <p class="drop"><label for="file">Or a file: HTML or plain text. Drop it here</label>
    <input id="file" name="file" type="file" accept=".html,.htm,.txt,text/html,text/plain"></p>
    <p><button>Trace it</button></p>
    </form>
    </article>
    """
  }

  private var result: HTML {
    switch state {
    case .asked: HTML()
    case .unread(let why): "<p class=\"answer\" role=\"status\">\(why)</p>"
    case .traced(let trace, let material): answer(trace, material)
    }
  }

  private func answer(_ trace: Desk.Trace, _ material: FamilyMaterial?) -> HTML {
    guard let material, let family = trace.family else {
      let held: HTML? = trace.heldAs.map {
        "The archive holds this page (<a href=\"\(Link.article($0))\">here</a>). "
      }
      let words = trace.article.text.split(whereSeparator: \.isWhitespace).prefix(8).joined(separator: " ")
      return """
        <section class="answer" role="status" aria-labelledby="answer"><h2 id="answer">Nothing in the archive shares its text</h2>
        <p>\(held)That is an answer: none of the pages read so far carries this report. For a sentence or two, \
        <a href="\(Link.search("\"\(words)\""))">search for its words</a>.</p></section>
        """
    }
    let id = trace.article.id
    let held: HTML =
      trace.heldAs.map {
        "<p>The archive holds this very page: <a href=\"\(Link.article($0))\">here it is</a>.</p>"
      }
      ?? HTML()
    return """
      <section class="answer" role="status" aria-labelledby="answer"><h2 id="answer">It carries a report on \
      \(Wording.counted(family.members.count, "page"))</h2>
      \(held)<p class="deck"><a href="\(Link.family(family.id))">\(material.title)</a></p>
      \(place(id, material))
      </section>
      \(nearest(trace, material))
      \(changes(trace))
      """
  }

  private func place(_ id: String, _ material: FamilyMaterial) -> HTML {
    let arrows = material.stemma.edges.filter { $0.to == id }
    let reasons: HTML =
      arrows.isEmpty
      ? "<p>Nobody is found from whom it was copied: it may stand at the head of the report, or its source is not held.</p>"
      : arrows.map { edge -> HTML in
        let why = edge.evidence.prefix(4).map { "<li>\(FamilyArrows.reason($0))</li>" as HTML }
        return
          "<p>It was copied from \(material.link(edge.from)): \(FamilyArrows.kind(edge.kind)), <b>\(Wording.percent(edge.confidence))</b> sure.</p><ul>\(why)</ul>"
      }.joined()
    let links = SVG.Links(
      node: { [descent = material.descent] node in
        descent.nodes[node]?.lost == false && node != id ? Link.article(node) : nil
      },
      arrow: { [family = material.family.id] edge in
        edge.to == id ? nil : Link.arrow(family, from: edge.from, to: edge.to)
      })
    func chart(_ name: String, _ width: Double) -> HTML {
      HTML(raw: SVG.drawing(material.view, width: width, isInline: true, name: name, links: links))
    }
    return """
      \(reasons)
      <figure class="stemma wide">\(chart("wide", 1140))</figure>
      <figure class="stemma narrow">\(chart("narrow", 340))</figure>
      """
  }

  private func nearest(_ trace: Desk.Trace, _ material: FamilyMaterial) -> HTML {
    guard !trace.pairs.isEmpty else { return HTML() }
    var table = Table(
      "Nearest pages",
      [
        .init("Page"), .init("How"), .init("Of this text", isNumber: true),
        .init("Of that page", isNumber: true), .init("Places changed", isNumber: true),
      ])
    for pair in trace.pairs.prefix(Self.mostNearest) {
      let isFirst = pair.a == trace.article.id
      let other = isFirst ? pair.b : pair.a
      table.rows.append([
        "<a href=\"\(Link.article(other))\">\(labels[other] ?? material.label(other))</a>",
        FamilyArrows.kind(pair.kind),
        "\(Wording.percent(isFirst ? pair.coverageA : pair.coverageB))",
        "\(Wording.percent(isFirst ? pair.coverageB : pair.coverageA))", "\(pair.changes)",
      ])
    }
    return "<section aria-labelledby=\"nearest\"><h2 id=\"nearest\">Nearest pages</h2>\(table.html)</section>"
  }

  private func changes(_ trace: Desk.Trace) -> HTML {
    guard let compared = trace.comparedWith else { return HTML() }
    guard !trace.changes.isEmpty else {
      return
        "<section aria-labelledby=\"changed\"><h2 id=\"changed\">What it changed</h2><p>Nothing that \(Wording.name(compared)) has.</p></section>"
    }
    return """
      <section aria-labelledby="changed"><h2 id="changed">What it changed</h2>
      <p class="note">Compared with <a href="\(Link.article(compared.id))">\(Wording.name(compared))</a>.</p>
      \(SideBySide(source: compared, copy: trace.article, variants: trace.changes, linksCopy: false).html)
      </section>
      """
  }
}

/// What tracing a text found, for programs.
struct TraceData: Encodable, Sendable {
  let family: String?
  let heldAs: String?
  let arrows: [Stemma.Edge]
  let nearest: [Pair]
  let changes: [Variant]

  enum CodingKeys: String, CodingKey { case family, heldAs = "held_as", arrows, nearest, changes }
}
