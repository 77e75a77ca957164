import Testing

@testable import Reading

@Suite("Reading a page takes no more than its share of time", .serialized)
struct HostileHTMLPageTests {
  static let pages: [(name: String, page: @Sendable (Int) -> String)] = [
    (
      "nested furniture",
      {
        String(repeating: "<div class=related>", count: 300)
          + String(repeating: "<p>The tide <a href=x>turns</a> again.</p>", count: $0)
      }
    ),
    (
      "many articles",
      {
        String(
          repeating:
            "<article><h1>Tide turns again</h1><p>The tide turned again on Monday, said the harbour master of Eastmere.</p></article>",
          count: $0 / 4)
      }
    ),
    (
      "many headings",
      { "<title>Tide turns again</title>" + String(repeating: "<h1>Tide turns</h1>", count: $0) }
    ),
    (
      "authors in authors",
      {
        String(repeating: "<div class=author>", count: 300)
          + String(repeating: "<i class=author></i>", count: $0)
      }
    ),
    ("properties in properties", { String(repeating: "<div itemprop=author>", count: $0) + "x" }),
    ("dates in dates", { String(repeating: "<time>x</time><div class=date>", count: $0) }),
    (
      "a long title",
      { "<meta property=og:title content='" + String(repeating: "sea | ", count: $0 * 4) + "'><h1>sea</h1>" }
    ),
    (
      "linked data in linked data",
      {
        "<script type=application/ld+json>" + String(repeating: #"{"@type":"Article","a":["#, count: $0)
          + "</script>"
      }
    ),
    (
      "open quotation marks",
      {
        #"<script type=application/ld+json>{"headline":""# + String(repeating: "\" x", count: $0)
          + "</script>"
      }
    ),
    ("cards", { String(repeating: "<div><div><a href=x>Three linked words</a></div>", count: $0) }),
    ("line breaks", { String(repeating: "a<br>", count: $0) }),
  ]

  @Test("time grows with length and no faster", arguments: pages.indices)
  func linear(page: Int) {
    let make = Self.pages[page].page
    let small = seconds { _ = HTMLPage.read(Array(make(2_000).utf8)) }
    let large = seconds { _ = HTMLPage.read(Array(make(16_000).utf8)) }
    // Eight times the length; a quadratic reader would take 64 times as long. Floor against clock noise.
    #expect(large < max(small, 0.02) * 32, "\(Self.pages[page].name): \(small) s, then \(large) s")
    #expect(large < 30)
  }

  @Test("every beginning of a page is read")
  func prefixes() {
    let page = Array(
      """
      <title>Tide – The Quay</title><script type=application/ld+json>{"@type":"NewsArticle","author":{"name":"Jo Ames"}}</script>
      <article><h1>Tide</h1><time datetime=2023-04-16>x</time><p>The tide turned, said the master.<br>“Again” he said.</p></article>
      """.utf8)
    for length in 0...page.count { _ = HTMLPage.read(Array(page[..<length])) }
  }

  private func seconds(_ body: () -> Void) -> Double {
    let time = ContinuousClock().measure(body)
    return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }
}
