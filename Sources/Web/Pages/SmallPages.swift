import Archive
import Export
import Foundation
import Press

/// Every page that was refused, with the reason.
enum RefusalsPage {
  private static let most = 500

  static func name(_ reason: Refusal.Reason) -> String {
    switch reason {
    case .notFound: "not found"
    case .noPermission: "no permission to read"
    case .unreadable: "unreadable"
    case .empty: "empty"
    case .notText: "no text"
    case .tooLarge: "too large"
    case .badJSON: "broken JSON"
    case .cutShort: "cut short"
    case .unsupported: "of a kind that is not read"
    case .noArticle: "no article on it"
    }
  }

  static func page(_ request: Request, in archive: Archive) throws -> Page {
    let reason = request.value("reason").flatMap(Refusal.Reason.init)
    let refusals = try archive.refusals().filter { reason == nil || $0.reason == reason }
    var table = Table("Refused pages", [.init("Page"), .init("Reason"), .init("What was found")])
    for refusal in refusals.prefix(most) {
      table.rows.append([
        "<code>\(TextTree.clean(refusal.source))</code>", "\(name(refusal.reason))",
        "\(TextTree.clean(refusal.detail))",
      ])
    }
    let more: HTML =
      refusals.count > most
      ? "<p class=\"note\">Listed are the first \(most) of \(Wording.number(refusals.count)); the twins of this page have all.</p>"
      : HTML()
    let all: HTML? = reason.map { reason in
      " (\(name(reason)); <a href=\"\(Link.refusals)\">all reasons</a>)"
    }
    return Page(
      title: "Refused pages", section: .pile,
      body: """
        <header class="head"><h1>Refused pages</h1>
        <p class="deck">\(Wording.counted(refusals.count, "page")) that could not be read, each with the reason\(all).</p></header>
        \(more)\(refusals.isEmpty ? "<p>None.</p>" : table.html)
        """, data: ["refusals": refusals],
      table: Page.Table(
        ["source", "reason", "detail"], refusals.map { [$0.source, $0.reason.rawValue, $0.detail] }))
  }
}

/// Articles in which words are found.
enum SearchPage {
  private static let most = 50

  static func page(_ request: Request, in archive: Archive) throws -> Page {
    let words = request.value("q") ?? ""
    let query = SearchQuery(words)
    let hits = try archive.search(query, limit: request.twin == .html ? most : 500, seconds: 5)
    let items = hits.map { hit -> HTML in
      let report: HTML? = hit.family.map { " · <a href=\"\(Link.family($0))\">its report</a>" }
      let outlet = hit.outlet.map(TextTree.clean) ?? ""
      return """
        <li><h2><a href="\(Link.article(hit.article))">\(Wording.headline(hit.title))</a></h2>
        <p class="by">\(outlet) · \(Wording.time(hit.published))\(report)</p>
        <p class="snippet">\(marked(Wording.short(hit.snippet, 400), query.phrases))</p></li>
        """
    }
    let count: HTML =
      query.isEmpty
      ? "Give words, or a phrase in quotation marks."
      : hits.isEmpty
        ? "No article has all of these words. <a href=\"/trace\">Trace a whole text</a> instead, or search for fewer."
        : "\(Wording.counted(hits.count, "article"))\(hits.count == most ? ", the best" : HTML()) with all of “\(words)”."
    return Page(
      title: words.isEmpty ? "Search" : "Search: \(words)", section: .pile,
      body: """
        <header class="head"><h1>Search</h1><p class="deck" role="status">\(count)</p></header>
        <ol class="hits">\(items.joined("\n"))</ol>
        """, data: SearchData(query: words, hits: hits.map(SearchData.Hit.init)),
      table: Page.Table(
        ["article", "title", "outlet", "published", "report", "snippet"],
        hits.map {
          [
            $0.article, $0.title ?? "", $0.outlet ?? "", $0.published?.iso ?? "", $0.family ?? "", $0.snippet,
          ]
        }))
  }

  /// The words that were searched for, marked where they stand as they were typed.
  private static func marked(_ text: String, _ phrases: [String]) -> HTML {
    let lower = text.lowercased()
    guard lower.utf8.count == text.utf8.count else { return "\(text)" }
    var spans: [Marking.Span] = []
    for phrase in phrases.prefix(16) where !phrase.isEmpty {
      var from = lower.startIndex
      while let found = lower.range(of: phrase.lowercased(), range: from..<lower.endIndex) {
        let start = lower.utf8.distance(from: lower.startIndex, to: found.lowerBound)
        let length = lower.utf8.distance(from: found.lowerBound, to: found.upperBound)
        spans.append(Marking.Span(start..<start + length, "<mark>", "</mark>"))
        from = found.upperBound
        if spans.count > 64 { break }
      }
    }
    return Marking(text, spans).paragraphs().map(\.html).joined(" ")
  }
}

/// A hit as the archive has it.
typealias Found = Hit

/// Search hits for programs.
struct SearchData: Encodable, Sendable {
  struct Hit: Encodable, Sendable {
    let article: String
    let title: String?
    let outlet: String?
    let published: Moment?
    let report: String?
    let snippet: String

    init(_ hit: Found) {
      article = hit.article
      title = hit.title
      outlet = hit.outlet
      published = hit.published
      report = hit.family
      snippet = hit.snippet
    }
  }
  let query: String
  let hits: [Hit]
}
