import Archive
import Export
import Press

/// The first page: what the archive holds, and where to begin.
struct PilePage {
  private let counts: Counts
  private let refusals: [(reason: Refusal.Reason, pages: Int)]
  private let days: [DayLine]
  private let outlets: [OutletLine]
  private let biggest: [Report]
  private let altered: [Report]
  private let quotations: [KeptChange]

  /// Bars along the time, and lines of the lists, at most.
  private static let mostBars = 80
  private static let mostLines = 12

  init(in archive: Archive) throws {
    counts = try archive.counts()
    refusals = try archive.refusalReasons()
    days = try archive.days()
    outlets = try archive.outlets()
    var query = ReportQuery()
    query.minSize = 2
    query.limit = 10
    biggest = try archive.reports(query, facets: 0).reports
    query.change = .quotation
    query.order = .quotations
    query.limit = 8
    altered = try archive.reports(query, facets: 0).reports
    quotations = try archive.keptChanges(kind: .quotation, limit: 40).filter { !$0.isSpun }.prefix(4).map(
      \.self)
  }

  var page: Page {
    var table = Page.Table(["name", "articles", "first_hand", "copied", "own_share"])
    for line in outlets {
      table.rows.append([
        line.name, "\(line.articles)", "\(line.firstHand)", "\(line.copied)", Wording.decimal(line.own),
      ])
    }
    return Page(
      title: "The pile", section: .pile, body: body,
      data: PileData(
        counts: counts,
        refusals: Dictionary(refusals.map { ($0.reason.rawValue, $0.pages) }, uniquingKeysWith: +),
        days: days, outlets: outlets, biggest: biggest, altered: altered), table: table)
  }

  private var body: HTML {
    """
    <header class="head"><h1>\(Wording.counted(counts.articles, "article")), \(Wording.counted(counts.copiedFamilies, "copied report"))</h1>
    <p class="deck">Who copied whom, and what was changed on the way.</p>
    \(figures)</header>
    \(quoted)
    <section aria-labelledby="biggest"><h2 id="biggest">The most copied reports</h2>
    \(biggest.isEmpty ? "<p>Nothing that was read so far was copied.</p>" : ReportTable.html(biggest, label: "The most copied reports"))
    <p class="more"><a href="\(Link.families)">All reports</a></p></section>
    <div class="columns">
    \(time)
    \(originality)
    </div>
    \(refused)
    """
  }

  private var figures: HTML {
    let values: [(Int, String)] = [
      (counts.articles, "articles"), (counts.arrows, "arrows"), (counts.lostWitnesses, "lost originals"),
      (counts.refusals, "pages refused"),
    ]
    return
      "<ul class=\"figures\">\(values.map { "<li><b>\(Wording.number($0.0))</b> \($0.1)</li>" as HTML })</ul>"
  }

  private var quoted: HTML {
    guard !altered.isEmpty else { return HTML() }
    let entries = quotations.map { change -> HTML in
      let marks = WordMarks(change.was, change.now)
      let lost = change.lost.map { "; \($0), its source, is lost" } ?? ""
      return """
        <div class="change"><p class="by"><b><a href="\(Link.article(change.copy))">\(change.copyLabel)</a></b> altered a quotation in the text of \(change.lost.map { "\(TextTree.clean($0)) †" } ?? TextTree.clean(change.sourceLabel)) · \
        <a href="\(Link.family(change.family))">the report</a></p>
        <div class="pair"><p class="was"><span class="tag">was, in \(change.sourceLabel)\(lost)</span> “\(marks.was)”</p>
        <p class="is"><span class="tag">is, in \(change.copyLabel)</span> “\(marks.now)”</p></div></div>
        """
    }
    let reports = altered.map { report -> HTML in
      "<li><a href=\"\(Link.family(report.id))\">\(Wording.headline(report.title))</a> <span class=\"n dim\">\(Wording.number(report.changes[.quotation] ?? 0))</span></li>"
    }
    return """
      <section class="finding" aria-labelledby="altered"><h2 id="altered">Altered quotations</h2>
      \(entries.joined("\n"))
      <h3>Reports in which quotations were altered</h3><ul class="plain">\(reports)</ul>
      <p class="more"><a href="\(Address.families.with(["change": "quotation", "order": "quotations"]).text)">All of them</a></p></section>
      """
  }

  private var time: HTML {
    guard !days.isEmpty else { return HTML() }
    let (bars, unit) = Self.bars(days)
    return """
      <section aria-labelledby="time"><h2 id="time">Articles by \(unit)</h2>
      <p class="note">Dark: first-hand, as far as the pile tells. Light: copied. A \(unit) without any is left out.</p>
      <div class="scroll" tabindex="0" role="region" aria-label="Articles by \(unit)">
      \(Bars.standing(bars, label: "Articles by \(unit)"))</div></section>
      """
  }

  /// By day where that is few enough bars, else by month or year.
  private static func bars(_ days: [DayLine]) -> ([Bars.Bar], String) {
    for (length, unit) in [(10, "day"), (7, "month"), (4, "year")] {
      var order: [String] = []
      var sums: [String: (all: Int, own: Int)] = [:]
      for day in days {
        let key = String(day.day.prefix(length))
        if sums[key] == nil { order.append(key) }
        sums[key, default: (0, 0)].all += day.articles
        sums[key, default: (0, 0)].own += day.firstHand
      }
      guard order.count <= mostBars || unit == "year" else { continue }
      let bars = order.suffix(mostBars).map { key in
        let sum = sums[key] ?? (0, 0)
        return Bars.Bar(
          label: key, value: Double(sum.all), part: Double(sum.own),
          note: "\(Wording.counted(sum.all, "article")), \(Wording.number(sum.own)) first-hand",
          link: Address.families.with(["day": key, "min": "1"]).text)
      }
      return (bars, unit)
    }
    return ([], "day")
  }

  private var originality: HTML {
    guard !outlets.isEmpty else { return HTML() }
    let shown = outlets.prefix(Self.mostLines).sorted { ($1.own, $0.name) < ($0.own, $1.name) }
    let bars = shown.map {
      Bars.Bar(
        label: $0.name, value: 1, part: $0.own, note: "\(Wording.percent($0.own)) of \($0.articles)",
        link: Link.outlet($0.name))
    }
    return """
      <section aria-labelledby="own"><h2 id="own">How much of what they publish is theirs</h2>
      <p class="note">Share of an outlet’s words that no source of it has; behind it the number of its articles. The \
      \(Wording.counted(shown.count, "outlet")) with the most articles.</p>
      <div class="scroll" tabindex="0" role="region" aria-label="Outlets by originality">
      \(Bars.lying(bars, label: "Outlets by originality"))</div>
      <p class="more"><a href="\(Link.outlets)">All outlets</a></p></section>
      """
  }

  private var refused: HTML {
    guard !refusals.isEmpty else { return HTML() }
    let items = refusals.map { reason, pages -> HTML in
      "<li><a href=\"\(Address.refusals.with(["reason": reason.rawValue]).text)\">\(RefusalsPage.name(reason))</a> <span class=\"n dim\">\(Wording.number(pages))</span></li>"
    }
    return """
      <section aria-labelledby="refused"><h2 id="refused">What was refused</h2>
      <ul class="plain">\(items)</ul><p class="more"><a href="\(Link.refusals)">Each with its reason</a></p></section>
      """
  }
}

/// The pile for programs.
struct PileData: Encodable, Sendable {
  let counts: Counts
  let refusals: [String: Int]
  let days: [DayLine]
  let outlets: [OutletLine]
  let biggest: [Report]
  let altered: [Report]

  enum CodingKeys: String, CodingKey {
    case counts, refusals, days, outlets, biggest, altered = "with_altered_quotations"
  }
}
