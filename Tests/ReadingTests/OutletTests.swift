import Press
import Testing

@testable import Reading

@Suite("Who published a page that does not say so in its metadata")
struct OutletTests {
  private static let report = """
    <p>The ferry between Sorrel Bay and Minch stayed in port on Monday because its only engineer had overslept.</p>
    <p>Some 140 passengers were given soup in the customs shed, where they stayed until the tide turned at noon.</p>
    <p>The company said that it would hire a second engineer before the summer timetable begins in two weeks.</p>
    """

  private func article(title: String, around: String, names: NameTable = .builtIn) throws -> Article {
    let html = """
      <html><head><title>\(title)</title><meta name="date" content="2031-05-06"></head><body>\(around)
      <div class="story"><h1>Ferry engineer oversleeps</h1>\(Self.report)</div></body></html>
      """
    let page = Page(id: "p", source: "p.html", content: .html(Array(html.utf8)))
    guard case .article(let article, _) = ArticleReader(names: names).read(page) else {
      Issue.record("the page was refused")
      throw CancellationError()
    }
    return article
  }

  @Test(
    "the title's tail counts when the masthead, a picture or the imprint says it again",
    arguments: [
      #"<div><a href="/">Minch Lantern</a></div>"#, #"<a href="/"><img src="m.gif" alt="Minch Lantern"></a>"#,
      "<div>Minch Lantern</div>", "<footer><p>© 2031 Minch Lantern</p></footer>",
    ])
  func tail(around: String) throws {
    #expect(
      try article(title: "Ferry engineer oversleeps | Minch Lantern", around: around).outlet
        == "Minch Lantern")
  }

  @Test("the title's tail needs no second mention when the tables know it as an outlet")
  func known() throws {
    let names = NameTable(agencies: [], outlets: Array("Minch Lantern\tXX\t\t\tminch-lantern.example\n".utf8))
    let title = "Ferry engineer oversleeps » Minch Lantern"
    #expect(try article(title: title, around: "", names: names).outlet == "Minch Lantern")
    #expect(try article(title: title, around: "").outlet == nil)
  }

  @Test("a section or a slogan in the title is no outlet")
  func section() throws {
    let around = #"<ul><li><a href="/world/">World</a></li><li><a href="/harbour/">Harbour</a></li></ul>"#
    #expect(try article(title: "Ferry engineer oversleeps | World", around: around).outlet == nil)
    #expect(try article(title: "Ferry engineer oversleeps - All the tides", around: around).outlet == nil)
  }

  @Test("a bar of sections is a masthead, not a headline")
  func bar() throws {
    let row = "Minch Lantern\tXX\t\tLantern of Minch\tminch-lantern.example\n"
    let names = NameTable(agencies: [], outlets: Array(row.utf8))
    let text = """
      Minch Lantern | News | Tides | Classified | Contact
      Ferry engineer oversleeps
      The ferry between Sorrel Bay and Minch stayed in port on Monday because its only engineer had overslept.
      Some 140 passengers were given soup in the customs shed, where they stayed until the tide turned at noon.
      """
    let page = Page(id: "p", source: "p.txt", content: .text(Array(text.utf8)))
    guard case .article(let article, _) = ArticleReader(names: names).read(page) else {
      Issue.record("the page was refused")
      return
    }
    #expect(article.title == "Ferry engineer oversleeps")
    #expect(article.outlet == "Minch Lantern")
    #expect(article.furniture.map(\.kind) == [.navigation])
  }

  @Test("one's own tables come before those built in, and spell what the page spells otherwise")
  func ownTables() throws {
    let agency = "MPA\tXX\ten\tMinch Press Association\n"
    let outlet = "The Lantern\tXX\t\tMinch Lantern\tminch-lantern.example\n"
    let names = NameTable(agencies: Array(agency.utf8), outlets: Array(outlet.utf8))
    #expect(names.entry(named: "Minch Press Association")?.name == "MPA")
    #expect(names.outlet(at: "https://www.minch-lantern.example/a/b")?.name == "The Lantern")
    #expect(names.entry(named: "Agence France-Presse")?.name == "AFP")
    let around = #"<div><a href="/">Minch Lantern</a></div>"#
    #expect(
      try article(title: "Ferry engineer oversleeps | Minch Lantern", around: around, names: names).outlet
        == "The Lantern")
  }

  @Test("a few words without a date are no article, a dated brief is")
  func stub() {
    func outcome(_ head: String) -> Outcome {
      let text =
        "The ferry stayed in port on Monday because its only engineer had overslept, its owners said."
      let html = "<html><head>\(head)</head><body><h1>Ferry stays in port</h1><p>\(text)</p></body></html>"
      return ArticleReader().read(Page(id: "p", source: "p.html", content: .html(Array(html.utf8))))
    }
    guard case .refusal(let refusal) = outcome("<title>Wall</title>") else {
      Issue.record("the words were taken for an article")
      return
    }
    #expect(refusal.reason == .noArticle)
    guard case .article = outcome(#"<meta property="article:published_time" content="2031-05-06">"#) else {
      Issue.record("the brief was refused")
      return
    }
  }
}
