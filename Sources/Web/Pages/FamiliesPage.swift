import Archive
import Press

/// The list of reports: searched, sorted, and parted by what they have in common.
struct FamiliesPage {
  private static let size = 50
  /// Rows that a twin holds at most.
  private static let mostRows = 1_000

  private let address: Address
  private let query: ReportQuery
  private let words: String
  private let number: Int
  private let list: ReportList

  init(_ request: Request, in archive: Archive) throws {
    address = Address(of: request).twin(.html)
    words = request.value("q") ?? ""
    number = request.number("page", in: 1...100_000, otherwise: 1)
    let isPage = request.twin == .html
    var query = ReportQuery()
    if !words.isEmpty { query.words = SearchQuery(words) }
    query.minSize = request.number("min", in: 1...1_000_000, otherwise: words.isEmpty ? 2 : 1)
    query.outlet = request.value("outlet")
    query.agency = request.value("agency")
    query.day = request.value("day")
    query.kind = request.value("kind").flatMap(CopyKind.init)
    query.change = request.value("change").flatMap(Variant.Kind.init)
    query.isCorrected = request.value("corrected") != nil
    query.order = request.value("order").flatMap(ReportQuery.Order.init) ?? .size
    query.limit = isPage ? Self.size : Self.mostRows
    query.offset = (number - 1) * query.limit
    self.query = query
    list = try archive.reports(query, facets: isPage ? 12 : 0)
  }

  var page: Page {
    Page(
      title: "Reports", section: .families, body: body,
      data: ReportsData(total: list.total, offset: query.offset, reports: list.reports),
      table: ReportTable.table(list.reports))
  }

  private var body: HTML {
    """
    <header class="head"><h1>Reports</h1>
    <p class="deck">Each is one text and all pages that carry it, whole, edited, in part or spun.</p></header>
    \(form)
    <div id="results" class="withaside">
    <div>
    <p class="count" role="status">\(count)</p>
    \(chosen)
    \(list.reports.isEmpty ? none : ReportTable.html(list.reports, label: "Reports"))
    \(pager)
    </div>
    <nav class="facets" aria-label="Parts of the list">\(facets)</nav>
    </div>
    """
  }

  private var count: HTML {
    let range: HTML =
      list.total > list.reports.count && !list.reports.isEmpty
      ? ", \(Wording.number(query.offset + 1)) to \(Wording.number(query.offset + list.reports.count))"
      : HTML()
    let cut: HTML =
      list.isCut ? " among the first pages that have these words; ask for rarer ones to see all" : HTML()
    return "<b>\(Wording.counted(list.total, "report"))</b>\(range)\(cut)"
  }

  private var none: HTML { "<p>No report is like this. Take something away, or search for other words.</p>" }

  private var form: HTML {
    let orders: [(ReportQuery.Order, String)] = [
      (.size, "most pages"), (.reach, "most outlets"), (.quotations, "most altered quotations"),
      (.span, "longest way"), (.newest, "newest"), (.oldest, "oldest"),
    ]
    let options = orders.map { order, name -> HTML in
      "<option value=\"\(order.rawValue)\"\(order == query.order ? " selected" : HTML())>\(name)</option>"
    }
    let sizes = [1, 2, 3, 5, 10, 25, 100].map { size -> HTML in
      "<option value=\"\(size)\"\(size == query.minSize ? " selected" : HTML())>\(size == 1 ? "any" : "\(size) and more")</option>"
    }
    let kept = ["outlet", "agency", "day", "kind", "change", "corrected"].compactMap { name -> HTML? in
      address.query.first { $0.name == name }.map {
        "<input type=\"hidden\" name=\"\(name)\" value=\"\($0.value)\">"
      }
    }
    return """
      <form class="filters" method="get" action="/families" data-live="results">\(kept)
      <p><label for="q">Words of a page</label><input type="search" id="q" name="q" value="\(words)" maxlength="500"></p>
      <p><label for="order">First come</label><select id="order" name="order">\(options)</select></p>
      <p><label for="min">Pages</label><select id="min" name="min">\(sizes)</select></p>
      <p><button>Show</button></p></form>
      """
  }

  /// What the list is limited to, each with a way out.
  private var chosen: HTML {
    let names = [
      ("outlet", "outlet"), ("agency", "lost source"), ("day", "day"), ("kind", "copied"),
      ("change", "changed"),
      ("corrected", "corrected"),
    ]
    let items = names.compactMap { name, label -> HTML? in
      guard let value = address.query.first(where: { $0.name == name })?.value, !value.isEmpty else {
        return nil
      }
      let out = address.with([name: nil, "page": nil]).text
      return
        "<li>\(label): <b>\(value)</b> <a href=\"\(out)\" aria-label=\"Without \(label) \(value)\">remove</a></li>"
    }
    return items.isEmpty ? HTML() : "<ul class=\"choices\">\(items)</ul>"
  }

  private var facets: HTML {
    func part(_ title: String, _ name: String, _ values: [(value: String, label: String, count: Int)]) -> HTML
    {
      let items = values.filter { $0.count > 0 }.map { value, label, count -> HTML in
        let isHere = address.query.contains { $0.name == name && $0.value == value }
        let to = address.with([name: isHere ? nil : value, "page": nil]).text
        return
          "<li><a href=\"\(to)\"\(isHere ? " aria-current=\"true\"" : HTML())>\(label)</a> <span class=\"n\">\(Wording.number(count))</span></li>"
      }
      return items.isEmpty ? HTML() : "<h2>\(title)</h2><ul>\(items)</ul>"
    }
    let kinds = ReportTable.order.map { ($0.rawValue, Wording.kind($0), list.kinds[$0] ?? 0) }
    let changes = Variant.Kind.byWeight.map {
      ($0.rawValue, Wording.change($0, 2), list.changes[$0] ?? 0)
    }
    return part("How copied", "kind", kinds) + part("What was changed", "change", changes)
      + part("Outlets", "outlet", list.outlets.map { ($0.name, $0.name, $0.reports) })
      + part("Lost sources", "agency", list.agencies.map { ($0.name, $0.name, $0.reports) })
      + part("Days", "day", list.days.map { ($0.name, $0.name, $0.reports) })
      + part("By hand", "corrected", [("1", "corrected", list.corrected)])
  }

  private var pager: HTML {
    let last = (list.total + Self.size - 1) / Self.size
    guard last > 1 else { return HTML() }
    func link(_ to: Int, _ name: HTML, _ relation: HTML) -> HTML {
      "<li><a href=\"\(address.with(["page": "\(to)"]).text)\" rel=\"\(relation)\">\(name)</a></li>"
    }
    let back = number > 1 ? link(number - 1, "Previous", "prev") : HTML()
    let on = number < last ? link(number + 1, "Next", "next") : HTML()
    return
      "<nav aria-label=\"Pages of the list\"><ul class=\"pages\">\(back)<li>\(Wording.number(number)) of \(Wording.number(last))</li>\(on)</ul></nav>"
  }
}

/// A list of reports for programs.
struct ReportsData: Encodable, Sendable {
  let total: Int
  let offset: Int
  let reports: [Report]
}
