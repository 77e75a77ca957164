import Archive
import Press

/// All outlets: what is theirs, and who copies whom.
struct OutletsPage {
  private let outlets: [OutletLine]
  private let flows: [Flow]

  private static let mostLines = 300
  private static let mostInMatrix = 24
  private static let mostFlows = 60

  init(in archive: Archive) throws {
    outlets = try archive.outlets()
    flows = try archive.flows(limit: 2_000)
  }

  var page: Page {
    Page(
      title: "Outlets", section: .outlets, body: body, data: OutletsData(outlets: outlets, flows: flows),
      table: OutletTable.table(outlets))
  }

  private var body: HTML {
    let more: HTML =
      outlets.count > Self.mostLines
      ? "<p class=\"note\">Listed are the \(Self.mostLines) with the most articles, of \(Wording.number(outlets.count)). The twins have all.</p>"
      : HTML()
    return """
      <header class="head"><h1>Outlets</h1>
      <p class="deck">How much of what they publish is theirs, and who copies whom.</p></header>
      <section aria-labelledby="flows"><h2 id="flows">Who copies whom</h2>
      \(FlowGraph(Array(flows.prefix(Self.mostFlows))).html(of: flows.count))</section>
      \(FlowMatrix(flows, most: Self.mostInMatrix).html)
      <section aria-labelledby="list"><h2 id="list">\(Wording.counted(outlets.count, "outlet"))</h2>
      \(more)\(OutletTable.html(Array(outlets.prefix(Self.mostLines))))</section>
      """
  }
}

/// Outlets as a table.
enum OutletTable {
  static func html(_ outlets: [OutletLine]) -> HTML {
    var table = Table(
      "Outlets",
      [
        .init("Outlet"), .init("Articles", isNumber: true), .init("First-hand", isNumber: true),
        .init("Copied", isNumber: true), .init("Words of their own", isNumber: true), .init(""),
      ])
    for line in outlets {
      let width = Bars.n(line.own * 120)
      table.rows.append([
        "<a href=\"\(Link.outlet(line.name))\">\(line.name)</a>", "\(Wording.number(line.articles))",
        "\(Wording.number(line.firstHand))", "\(Wording.number(line.copied))", "\(Wording.percent(line.own))",
        "<svg class=\"chart\" viewBox=\"0 0 120 12\" width=\"120\" height=\"12\" aria-hidden=\"true\"><rect class=\"other\" y=\"1\" width=\"120\" height=\"10\"/><rect class=\"bar\" y=\"1\" width=\"\(width)\" height=\"10\"/></svg>",
      ])
    }
    return table.html
  }

  static func table(_ outlets: [OutletLine]) -> Page.Table {
    Page.Table(
      ["name", "articles", "first_hand", "copied", "own_share"],
      outlets.map {
        ["\($0.name)", "\($0.articles)", "\($0.firstHand)", "\($0.copied)", Wording.decimal($0.own)]
      })
  }
}

/// One outlet: from whom it copies, who copies from it, and its reports.
struct OutletPage {
  private let line: OutletLine
  private let flows: [Flow]
  private let reports: ReportList

  init?(_ name: String, in archive: Archive) throws {
    guard let line = try archive.outlets().first(where: { $0.name == name }) else { return nil }
    self.line = line
    flows = try archive.flows(outlet: name, limit: 400)
    var query = ReportQuery()
    query.outlet = name
    query.limit = 25
    reports = try archive.reports(query, facets: 0)
  }

  var page: Page {
    Page(
      title: line.name, section: .outlets, body: body,
      data: OutletData(outlet: line, flows: flows, reports: reports.reports),
      table: Page.Table(
        ["source", "source_lost", "copy", "arrows"],
        flows.map { [$0.source, $0.isLost ? "1" : "0", $0.copy, "\($0.arrows)"] }))
  }

  private var body: HTML {
    let all = Address.families.with(["outlet": line.name, "min": "1"]).text
    return """
      <header class="head"><p class="kicker"><a href="\(Link.outlets)">Outlets</a></p><h1>\(line.name)</h1>
      <p class="deck"><b>\(Wording.percent(line.own))</b> of its words are in no source of it.</p>
      <ul class="figures"><li><b>\(Wording.number(line.articles))</b> articles</li>\
      <li><b>\(Wording.number(line.firstHand))</b> first-hand</li><li><b>\(Wording.number(line.copied))</b> copied</li></ul></header>
      <section aria-labelledby="flows"><h2 id="flows">From whom it copies, and who copies from it</h2>
      \(FlowGraph(Array(flows.prefix(40))).html(of: flows.count))
      <div class="columns">\(list("It copied from", flows.filter { $0.copy == line.name }, \.source))\
      \(list("Copied from it", flows.filter { $0.source == line.name && !$0.isLost }, \.copy))</div></section>
      <section aria-labelledby="reports"><h2 id="reports">Its reports</h2>
      \(ReportTable.html(reports.reports, label: "Its reports"))
      <p class="more"><a href="\(all)">All \(Wording.number(reports.total))</a></p></section>
      """
  }

  private func list(_ title: String, _ flows: [Flow], _ name: (Flow) -> String) -> HTML {
    guard !flows.isEmpty else {
      return "<div><h3>\(title)</h3><p class=\"dim\">Nobody, as far as the pile tells.</p></div>"
    }
    let items = flows.map { flow -> HTML in
      let isLost = flow.isLost && flow.copy == line.name
      let shown: HTML =
        isLost
        ? "<i class=\"lostname\">\(name(flow))</i> †"
        : "<a href=\"\(Link.outlet(name(flow)))\">\(name(flow))</a>"
      return "<li>\(shown) <span class=\"n dim\">\(Wording.number(flow.arrows))</span></li>"
    }
    return "<div><h3>\(title)</h3><ul class=\"plain\">\(items)</ul></div>"
  }
}

/// Outlets for programs.
struct OutletsData: Encodable, Sendable {
  let outlets: [OutletLine]
  let flows: [Flow]
}

/// One outlet for programs.
struct OutletData: Encodable, Sendable {
  let outlet: OutletLine
  let flows: [Flow]
  let reports: [Report]
}
