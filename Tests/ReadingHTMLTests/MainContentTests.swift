import Press
import Testing

@testable import Reading

@Suite("The main content of a page")
struct MainContentTests {
  static let paragraphs = [
    "The harbour of Eastmere reopened on Monday after three weeks of dredging, its master said.",
    "Ferries to the islands will sail every two hours, and fares will stay as they were until the spring.",
    "Fishermen had complained that the closure cost them half of the season's catch, which the port denies.",
  ]

  private func page(_ body: String, head: String = "<title>Harbour reopens - The Eastmere Quay</title>")
    -> HTMLPage
  {
    HTMLPage.read(Array("<!doctype html><html lang=en><head>\(head)</head><body>\(body)</body></html>".utf8))
  }

  private var article: String { Self.paragraphs.map { "<p>\($0)</p>" }.joined() }

  private func text(_ page: HTMLPage) -> [String] { page.blocks.filter { $0.declared == nil }.map(\.text) }

  private func declared(_ page: HTMLPage, as kind: Furniture.Kind) -> [String] {
    page.blocks.filter { $0.declared == kind }.map(\.text)
  }

  @Test("menus, rails and footers are left out")
  func surroundings() {
    let found = page(
      """
      <nav><ul><li><a href=/>Home</a><li><a href=/sport>Sport</a></ul></nav>
      <div class="content"><h1>Harbour reopens</h1>\(article)</div>
      <aside><h3>More</h3><a href=/1>Lighthouse is painted in new colours</a> <a href=/2>Storm ahead, say keepers</a></aside>
      <footer>© The Eastmere Quay. All rights reserved by the owners of the paper and their heirs.</footer>
      """)
    #expect(text(found) == Self.paragraphs)
    #expect(found.hasArticle)
    #expect(found.surroundings.contains { $0.text.hasPrefix("© The Eastmere Quay") })
  }

  @Test("boxes inside the article are kept, and say what they are")
  func boxesInside() {
    let found = page(
      """
      <article><h1>Harbour reopens</h1><p>\(Self.paragraphs[0])</p>
      <figure><img src=a.jpg><figcaption>Ferries at the quay on Monday morning. Photo: Jo Ames</figcaption></figure>
      <div class="social-share"><a href=#>Share on this</a> <a href=#>Share on that</a></div>
      <p>\(Self.paragraphs[1])</p>
      <div class="newsletter-signup"><p>Get the tide tables in your inbox every morning, free of charge.</p></div>
      <ul class="related-links"><li><a href=/1>Lighthouse is painted in new colours</a>
        <li><a href=/2>Storm ahead, say keepers of the light</a></ul>
      <p>\(Self.paragraphs[2])</p>
      <section id="comments"><p>About time too, I have been waiting for this ferry since the summer began.</p></section>
      </article>
      """)
    #expect(text(found) == Self.paragraphs)
    #expect(declared(found, as: .caption) == ["Ferries at the quay on Monday morning. Photo: Jo Ames"])
    #expect(declared(found, as: .share).count == 1)
    #expect(declared(found, as: .newsletter).count == 1)
    #expect(declared(found, as: .relatedLink).count == 2)
    #expect(declared(found, as: .comments).count == 1)
  }

  @Test("the headline's block is marked as metadata, not as text")
  func headline() {
    let found = page("<main><p>Harbour</p><h1>Harbour reopens</h1>\(article)</main>")
    #expect(declared(found, as: .metadata).contains("Harbour reopens"))
    #expect(text(found) == Self.paragraphs)
  }

  @Test("a class that would take the whole article away is not believed")
  func misleadingClass() {
    let found = page("<div class='sidebar-layout promo'><h1>Harbour reopens</h1>\(article)</div>")
    #expect(text(found) == Self.paragraphs)
    let builder = page(
      "<div class=e-widget><h1>Harbour reopens</h1><div class='related x5f1ad9'>\(article)</div></div>")
    #expect(text(builder) == Self.paragraphs)
  }

  @Test("comments are not the article, however long they are")
  func longComments() {
    let comment =
      "<p>I have sailed with these ferries for thirty years and never once did they leave on time, you know.</p>"
    let found = page(
      "<h1>Harbour reopens</h1><div>\(article)</div><div id=comments>\(String(repeating: comment, count: 30))</div>"
    )
    #expect(text(found) == Self.paragraphs)
  }

  @Test("a box that the page calls its body is the article, though it has no sentences")
  func listWithoutSentences() {
    let rows = (1...20).map { "<tr><td>March \($0)</td><td>Eastmere Cup, heat \($0)</td></tr>" }.joined()
    let found = page(
      """
      <div itemprop=articleBody><h1>Regatta calendar</h1><table>\(rows)</table></div>
      <aside><p>Watch the regatta from the quay: our correspondents follow every heat with a glass in hand.</p></aside>
      """, head: "<title>Regatta calendar</title>")
    #expect(text(found).contains("Eastmere Cup, heat 7"))
    #expect(!text(found).contains { $0.hasPrefix("Watch the regatta") })
  }

  @Test("a second article further down is not this one")
  func endlessScroll() {
    let other = Self.paragraphs.map { "<p>Elsewhere, \($0)</p>" }.joined()
    let found = page(
      "<main><article><h1>Harbour reopens</h1>\(article)</article><article><h1>Tide turns</h1>\(other)</article></main>"
    )
    #expect(text(found) == Self.paragraphs)
  }

  @Test("text that is shown twice is read once, and hidden text not at all")
  func repeats() {
    let found = page(
      "<article><h1>Harbour reopens</h1>\(article)<div style='display: none'>\(article)</div><p>\(Self.paragraphs[0])</p></article>"
    )
    #expect(text(found) == Self.paragraphs)
  }

  @Test("line breaks part paragraphs where no tags do")
  func breaks() {
    let found = page("<div><h1>Harbour reopens</h1>\(Self.paragraphs.joined(separator: "<br>\n<br>"))</div>")
    #expect(text(found) == Self.paragraphs)
  }

  @Test("the standfirst in the article's head belongs to the text")
  func standfirst() {
    let lead = "Three weeks of dredging are over, and the islands have their ferries back."
    let found = page(
      "<header><h1>Harbour reopens</h1><p class=x>\(lead)</p><p>5 min</p></header><div class=entry-content>\(article)</div>",
      head: "<title>Harbour reopens</title><meta property=og:description content='\(lead)'>")
    #expect(text(found) == [lead] + Self.paragraphs)
  }

  @Test("a body that only a script would show is taken from structured data")
  func statedBody() {
    let body = (Self.paragraphs + Self.paragraphs).joined(separator: "\\n\\n")
    let found = page(
      "<div id=app>Loading the page, please wait.</div>",
      head:
        #"<script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour reopens","articleBody":"\#(body)"}</script>"#
    )
    #expect(text(found) == Self.paragraphs + Self.paragraphs)
  }

  @Test("what stands behind the end of a stated body is not text")
  func behindBody() {
    let body = (Self.paragraphs + ["Nobody was hurt."]).joined(separator: " ")
    let found = page(
      "<article><h1>Harbour reopens</h1>\(article)<p>Nobody was hurt when the last of the dredgers left the port.</p><p>Send us your pictures of the sea</p></article>",
      head:
        #"<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"\#(body) when the last of the dredgers left the port."}</script>"#
    )
    #expect(text(found).last == "Nobody was hurt when the last of the dredgers left the port.")
    #expect(declared(found, as: .metadata).contains("Send us your pictures of the sea"))
  }

  @Test(
    "a page without text has no article",
    arguments: ["", "<nav><a href=/>Home</a></nav>", "<script>x</script>"])
  func nothing(body: String) {
    #expect(!page(body).hasArticle)
  }

  @Test("links count for what they are")
  func linkShare() throws {
    let found = page(
      "<article>\(article)<p>The master <a href=/m>spoke</a> at the quay on Monday, as he always does.</p></article>"
    )
    let last = try #require(found.blocks.last)
    #expect(last.linkShare > 0.05 && last.linkShare < 0.2)
  }
}
