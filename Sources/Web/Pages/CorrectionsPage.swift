import Archive
import Desk
import Export
import Press

/// What was corrected by hand: all of it, with a way to take each back; and where corrections are sent.
struct CorrectionsPage {
  private let corrections: [Correction]
  private let labels: [String: String]
  /// What became of what was sent.
  private let said: HTML?
  private let status: Page.Status

  private static let mostNamed = 6

  static func page(_ request: Request, desk: Desk) throws -> Page {
    guard request.isPost else { return try CorrectionsPage(desk, nil, .found).page }
    do {
      if let number = request.field("withdraw").flatMap({ Int($0) }) {
        let isDone = try desk.withdraw(correction: number)
        let said: HTML =
          isDone ? "Correction \(number) was taken back." : "There is no correction \(number) that holds."
        return try CorrectionsPage(desk, said, isDone ? .found : .wrongCall).page
      }
      guard let correction = try correction(request, desk.archive) else {
        return try CorrectionsPage(
          desk, "This is no correction: nothing was chosen that could be corrected. Nothing was changed.",
          .wrongCall
        ).page
      }
      let kept = try desk.correct(correction)
      return try CorrectionsPage(desk, "Correction \(kept.number) was made.", .found).page
    } catch let error as ArchiveError where error.kind == .badCorrection {
      return try CorrectionsPage(desk, "\(error.what). \(error.advice).", .wrongCall).page
    }
  }

  /// What a form says; `nil` where it does not say enough.
  private static func correction(_ request: Request, _ archive: Archive) throws -> Correction? {
    guard let kind = request.field("kind").flatMap(Correction.Kind.init) else { return nil }
    func all(_ name: String) -> [String] {
      Array(Set(request.form.filter { $0.name == name && !$0.value.isEmpty }.map(\.value)))
    }
    let articles = all("article")
    var others = all("other")
    switch kind {
    case .split:
      // Off from all others of the report, unless it is said from which.
      if others.isEmpty, let id = request.field("report"), let shown = try archive.shown(family: id) {
        others = shown.family.members.filter { !articles.contains($0) }
      }
    case .merge:
      // A report may be named instead of a page of it.
      others = try others.map { id in
        guard try archive.article(id: id) == nil, let shown = try archive.shown(family: id) else { return id }
        return shown.family.members.first ?? id
      }
    case .flip, .credit: break
    }
    guard !articles.isEmpty else { return nil }
    return Correction(
      kind: kind, articles: articles, others: others, text: request.field("text"),
      note: String((request.field("note") ?? "").prefix(2_000)))
  }

  private init(_ desk: Desk, _ said: HTML?, _ status: Page.Status) throws {
    self.said = said
    self.status = status
    corrections = try desk.archive.corrections()
    let named = Set(
      corrections.flatMap { $0.articles.prefix(Self.mostNamed) + $0.others.prefix(Self.mostNamed) })
    labels = Dictionary(
      try desk.archive.articles(ids: named.prefix(2_000)).map { ($0.id, Wording.name($0)) },
      uniquingKeysWith: { first, _ in first })
  }

  private var page: Page {
    Page(
      title: "Corrections", section: .corrections, status: status, body: body,
      data: ["corrections": corrections],
      table: Page.Table(
        ["number", "kind", "articles", "others", "text", "note", "made", "withdrawn"],
        corrections.map {
          [
            "\($0.number)", $0.kind.rawValue, $0.articles.joined(separator: " "),
            $0.others.joined(separator: " "), $0.text ?? "", $0.note, $0.made, $0.withdrawn ?? "",
          ]
        }))
  }

  private var body: HTML {
    let status: HTML? = said.map { "<p class=\"answer\" role=\"status\">\($0)</p>" }
    var table = Table(
      "Corrections", [.init("No."), .init("What"), .init("Why"), .init("Made"), .init("Take back")])
    for correction in corrections.reversed() {
      let back: HTML =
        correction.withdrawn.map { "<span class=\"dim\">taken back \(day($0))</span>" }
        ?? "<form method=\"post\" action=\"\(Link.corrections)\"><input type=\"hidden\" name=\"withdraw\" value=\"\(correction.number)\"><button aria-label=\"Take back correction \(correction.number)\">Take back</button></form>"
      table.rows.append([
        "\(correction.number)", what(correction), "\(TextTree.clean(correction.note))",
        "\(day(correction.made))",
        back,
      ])
    }
    return """
      <header class="head"><h1>Corrections</h1>
      <p class="deck">What somebody said against the machine. Kept beside what it found, and not lost when pages are read again.</p></header>
      \(status)
      \(corrections.isEmpty ? "<p>None so far. The forms stand at the foot of reports, arrows and articles.</p>" : table.html)
      <p class="more"><a href="/corrections.json">Export them</a> as JSON, to keep or to pass on.</p>
      """
  }

  private func day(_ moment: String) -> String { Moment(iso: moment).map(Wording.date) ?? moment }

  private func names(_ ids: [String]) -> HTML {
    let shown = ids.prefix(Self.mostNamed).map { id -> HTML in
      "<a href=\"\(Link.article(id))\">\(labels[id] ?? id)</a>"
    }
    let more: HTML =
      ids.count > shown.count ? " and \(Wording.number(ids.count - shown.count)) more" : HTML()
    return shown.joined(", ") + more
  }

  private func what(_ correction: Correction) -> HTML {
    let (articles, others) = (names(correction.articles), names(correction.others))
    return switch correction.kind {
    case .split: "<b>Split off</b> \(articles) from \(others)"
    case .merge: "<b>Merged</b> \(articles) with \(others)"
    case .flip: "<b>Flipped</b>: \(articles) was copied from \(others)"
    case .credit: "<b>Wrong credit</b> on \(articles): “\(Wording.short(correction.text ?? "", 120))”"
    }
  }
}
