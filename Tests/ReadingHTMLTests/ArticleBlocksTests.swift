import Press
import Testing

@testable import Reading

@Suite("The kinds of an article's blocks")
struct ArticleBlocksTests {
  private func article(_ body: String, head: String = "<title>Harbour reopens</title>") throws -> Article {
    let html = "<!doctype html><html lang=en><head>\(head)</head><body>\(body)</body></html>"
    let page = Page(id: "a", source: "a.html", content: .html(Array(html.utf8)))
    guard case .article(let article, _) = ArticleReader().read(page) else {
      throw NoArticle()
    }
    return article
  }

  private struct NoArticle: Error {}

  private var paragraphs: String { MainContentTests.paragraphs.map { "<p>\($0)</p>" }.joined() }

  private func slice(_ article: Article, _ range: Range<Int>) -> String {
    String(decoding: Array(article.text.utf8)[range], as: UTF8.self)
  }

  @Test("what is no plain paragraph is listed with its range")
  func kinds() throws {
    let found = try article(
      """
      <article><h1>Harbour reopens</h1>\(paragraphs)<h2>What the ferries cost</h2>
      <ul><li>Grown people pay four crowns a crossing</li></ul>
      <blockquote>The sea gives and the sea takes away.</blockquote>
      <table><tr><td>Ferry</td><td>Crowns</td></tr><tr><td>Gull</td><td>4</td></tr><tr><td>Tern</td><td>4</td></tr></table>
      <pre>tide 06:12 tide 18:40 in the log of the port</pre></article>
      """)
    #expect(found.blocks.map(\.kind) == [.heading, .listItem, .quotation, .table, .preformatted])
    #expect(slice(found, found.blocks[0].range) == "What the ferries cost")
    #expect(slice(found, found.blocks[2].range) == "The sea gives and the sea takes away.")
    #expect(slice(found, found.blocks[3].range) == "Ferry\n\nCrowns\n\nGull\n\n4\n\nTern\n\n4")
  }

  @Test("an article of paragraphs lists none")
  func plain() throws {
    #expect(try article("<article><h1>Harbour reopens</h1>\(paragraphs)</article>").blocks.isEmpty)
  }

  @Test("a column of an old page's layout is no table of figures")
  func layoutTable() throws {
    let long = MainContentTests.paragraphs.joined(separator: " ")
    let found = try article("<table><tr><td><h1>Harbour reopens</h1>\(long)</td></tr></table>")
    #expect(found.text == long)
    #expect(found.blocks.isEmpty)
  }

  @Test("rows of marks part a report and are kept; figures outside a table are not")
  func rules() throws {
    let found = try article(
      "<article><h1>Harbour reopens</h1>\(paragraphs)<p>___</p>\(paragraphs.replacing("The", with: "This"))<div>17</div></article>"
    )
    #expect(found.text.contains("\n\n___\n\n"))
    #expect(!found.text.hasSuffix("17"))
  }

  @Test("where the page shows the beginning only, the stated body is the article; a stated teaser is not")
  func statedBody() throws {
    let all = MainContentTests.paragraphs
    let body = (all + all.map { "Later, \($0)" } + all.map { "At last, \($0)" }).joined(separator: "\\n")
    func head(_ body: String) -> String {
      #"<title>Harbour reopens</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour reopens","articleBody":"\#(body)"}</script>"#
    }
    let begun = try article(
      "<article><h1>Harbour reopens</h1><p>\(all[0])</p><p>\(all[1])</p></article>", head: head(body))
    #expect(begun.text.hasSuffix("At last, \(all[2])"))
    let whole = try article(
      "<article><h1>Harbour reopens</h1>\(paragraphs)</article>", head: head(all[0]))
    #expect(whole.text == all.joined(separator: "\n\n"))
  }
}
