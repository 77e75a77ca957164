import Testing

@testable import Reading

@Suite("Which of several headlines is the article's")
struct HeadlineChoiceTests {
  private func title(_ head: String, _ body: String) -> PageMetadata.Found<String>? {
    HTMLPage.read(Array("<html lang=en><head>\(head)</head><body>\(body)</body></html>".utf8)).metadata.title
  }

  private func news(_ headline: String, type: String = "NewsArticle") -> String {
    #"<script type="application/ld+json">{"@type":"\#(type)","headline":"\#(headline)"}</script>"#
  }

  @Test("of several main headings the one that any stated headline is like")
  func several() {
    let found = title(
      "<meta property=og:title content='Why the islands wait for their ferry'>"
        + news("Eastmere harbour reopens after dredging"),
      "<h1>Eastmere harbour reopens after dredging</h1><p>…</p><h1>Tide tables for May</h1>")
    #expect(found == .init("Eastmere harbour reopens after dredging", .text))
  }

  @Test("stated headlines of a news page that agree outrank the heading; those of other pages do not")
  func agreement() {
    let head = "<meta property=og:title content='Harbour reopens, ferries wait'>"
    let body = "<h1>Harbour reopens: ferries still wait for the tide</h1>"
    #expect(
      title(head + news("Harbour reopens, ferries wait"), body)
        == .init("Harbour reopens, ferries wait", .openGraph))
    #expect(title(head + news("Harbour reopens, ferries wait", type: "BlogPosting"), body)?.place == .text)
    #expect(title(head, body)?.place == .text)
  }

  @Test("what was only shortened for sharing gives way to the heading that all other places have")
  func shortened() {
    let full = "Harbour reopens after long dredging and three storms"
    let head = "<title>\(full) | Quay</title>" + news(full)
    let body = "<h1>\(full)</h1>"
    let shared = "<meta property=og:title content='Harbour reopens after long dredging'>"
    #expect(title(shared + head, body) == .init(full, .text))
    let other = "<meta property=og:title content='Ferries wait no longer for the tide'>"
    #expect(title(other + head, body)?.place == .openGraph)
  }

  @Test("a kicker that the heading and the stated headline have each of its own is no part of it")
  func kickers() {
    let found = title(
      "<meta property=og:title content='Ferries: Harbour reopens after long dredging'>",
      "<h1>Life on the islands - Harbour reopens after long dredging</h1>")
    #expect(found == .init("Harbour reopens after long dredging", .text))
    let quotation = title(
      "<meta property=og:title content='Islands: “The ferries must run”'>",
      "<h1>Harbour master: “The ferries must run”</h1>")
    #expect(quotation?.value == "Harbour master: “The ferries must run”")
  }

  @Test("a heading in parts is spelled as it is stated")
  func glued() {
    let found = title(
      "<meta property=og:title content='Island life / Harbour reopens after dredging'>",
      "<h1><span>Island life</span>Harbour reopens after dredging</h1>")
    #expect(found?.value == "Island life / Harbour reopens after dredging")
  }

  @Test("an entry of a live blog does not give the page its headline")
  func liveBlog() {
    let entries = #"""
      <script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Storm over the islands: live",
      "datePublished":"2023-04-16","liveBlogUpdate":[{"@type":"BlogPosting","headline":"Ferry turns back",
      "datePublished":"2023-04-17","articleBody":"The noon ferry turned back.","author":"Kim Lee"}]}</script>
      """#
    let metadata = HTMLPage.read(Array("<head>\(entries)</head>".utf8)).metadata
    #expect(metadata.title?.value == "Storm over the islands: live")
    #expect(metadata.published?.value.iso == "2023-04-16")
    #expect(metadata.bylines.isEmpty)
  }
}
