import Archive
import Press

/// A list of reports, one a line.
enum ReportTable {
  static func html(_ reports: [Report], label: String) -> HTML {
    var table = Table(
      label,
      [
        .init("Report"), .init("Pages", isNumber: true), .init("Outlets", isNumber: true),
        .init("Quotations altered", isNumber: true), .init("First"), .init("Span", isNumber: true),
        .init("How it was copied"),
      ])
    table.style = "reports"
    for report in reports {
      let quotations = report.changes[.quotation] ?? 0
      table.rows.append([
        "<a href=\"\(Link.family(report.id))\">\(Wording.headline(report.title))</a>\(report.isCorrected ? " <span class=\"dim\">(corrected)</span>" : HTML())",
        "\(Wording.number(report.size))\(report.lost > 0 ? " <span class=\"dim\">+ \(report.lost)†</span>" : HTML())",
        "\(Wording.number(report.reach))",
        quotations > 0
          ? "<b class=\"hot\">\(Wording.number(quotations))</b>" : "<span class=\"dim\">–</span>",
        day(report.first),
        report.span.map { "\(report.size > 1 ? Wording.span(Double($0)) : "")" } ?? "", kinds(report),
      ])
    }
    return table.html
  }

  private static func day(_ moment: Moment?) -> HTML {
    guard let moment else { return "<span class=\"dim\">no date</span>" }
    let day = Moment(iso: String(moment.iso.prefix(10))) ?? moment
    return "<time datetime=\"\(moment.iso)\">\(Wording.date(day))</time>"
  }

  static let order: [CopyKind] = [
    .verbatim, .edited, .partial, .spun, .unknown, .commonQuotation, .commonSource, .incidental,
  ]

  /// The arrows of each kind: a small bar, and the same in words.
  static func kinds(_ report: Report) -> HTML {
    let counts = order.compactMap { kind in report.kinds[kind].map { (kind, $0) } }
    let total = counts.reduce(0) { $0 + $1.1 }
    guard total > 0 else { return "<span class=\"dim\">–</span>" }
    var bar = HTML()
    var x = 0.0
    for (kind, count) in counts {
      let width = Double(count) / Double(total) * 64
      bar +=
        "<path class=\"arrow \(Wording.style(kind))\" d=\"M\(Bars.n(x)) 5H\(Bars.n(x + max(2, width - 2)))\"/>"
      x += width
    }
    let words = counts.map { "\($0.1) \(short($0.0))" }.joined(separator: ", ")
    return
      "<span class=\"kinds\"><svg class=\"st line\" viewBox=\"0 0 64 10\" width=\"64\" height=\"10\" aria-hidden=\"true\">\(bar)</svg> <span class=\"dim\">\(words)</span></span>"
  }

  static func short(_ kind: CopyKind) -> String {
    switch kind {
    case .verbatim: "word for word"
    case .edited: "edited"
    case .partial: "in part"
    case .spun: "spun"
    case .unknown: "from what is lost"
    case .commonQuotation: "same quotation"
    case .commonSource: "same public text"
    case .incidental: "incidental"
    }
  }

  /// A row for each report.
  static func table(_ reports: [Report]) -> Page.Table {
    var table = Page.Table(
      [
        "id", "title", "pages", "outlets", "lost", "first", "last", "span_seconds", "sources", "corrected",
        "altered_quotations",
      ] + order.map { "arrows_\($0.rawValue)" } + Variant.Kind.byWeight.map { "changes_\($0.rawValue)" })
    for report in reports {
      var row = [report.id, report.title ?? "", "\(report.size)", "\(report.reach)", "\(report.lost)"]
      row += [report.first?.iso ?? "", report.last?.iso ?? "", report.span.map { "\($0)" } ?? ""]
      row += [report.agencies.joined(separator: "; "), report.isCorrected ? "1" : "0"]
      row.append("\(report.changes[.quotation] ?? 0)")
      row += order.map { "\(report.kinds[$0] ?? 0)" }
      row += Variant.Kind.byWeight.map { "\(report.changes[$0] ?? 0)" }
      table.rows.append(row)
    }
    return table
  }
}
