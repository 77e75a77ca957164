import Press
import Testing

@testable import Reading

@Suite("Reading a page")
struct ArticleReaderTests {
  static let scraped = [
    " date 2021-05-04 WORLD", "Harbour council votes to widen the northern pier",
    "Ferries will leave from the old quay until the work is done next year.", "May 4, 2021", "",
    "Advertisement", "",
    "VELDMOOR, May 4 (AFP) — The harbour council voted on Tuesday to widen the northern pier.", "",
    "“We have waited long enough,” mayor Ilse Brandt told Reuters after the vote.", "",
    "READ MORE: Why the basin silts up", "", "'Eleven years'", "",
    "Work will begin in the spring, the council said.", "", "SOURCE:AFP",
  ]

  @Test("A scraped page becomes title, text, date, dateline, credits and furniture")
  func scraped() throws {
    let article = try Fixture.article(Fixture.page(Self.scraped))
    #expect(article.title == "Harbour council votes to widen the northern pier")
    #expect(article.published?.iso == "2021-05-04")
    #expect(
      article.text
        == [Self.scraped[2], Self.scraped[7], Self.scraped[9], "'Eleven years'", Self.scraped[15]]
        .joined(separator: "\n\n"))
    #expect(article.dateline?.place == "VELDMOOR")
    #expect(article.dateline?.date?.iso == "2021-05-04")
    #expect(article.dateline?.agency == "AFP")
    let range = try #require(article.dateline?.range)
    #expect(Fixture.slice(article.text, range) == "VELDMOOR, May 4 (AFP) —")
    #expect(article.credits.map(\.name) == ["AFP"])
    #expect(
      article.furniture.map(\.kind) == [.metadata, .metadata, .advertisement, .relatedLink, .credit])
    #expect(article.furniture.allSatisfy { $0.range == nil })
  }

  @Test("A dateline on a line of its own is furniture, when the report says the place again")
  func loneDateline() throws {
    let lines = [
      Fixture.title, "Veldmoor:", "The vote came after eleven years.",
      "In Veldmoor the ferries stopped at noon on Tuesday.",
    ]
    let article = try Fixture.article(Fixture.page(lines))
    #expect(article.dateline?.place == "Veldmoor" && article.dateline?.range == nil)
    #expect(article.furniture.map(\.kind) == [.dateline])
    let other = try Fixture.article(Fixture.page([Fixture.title, "Options:"] + Fixture.body))
    #expect(other.dateline == nil)
  }

  @Test("A dateline without a year takes the last such day before the page was published")
  func datelineYear() throws {
    let lines = [Fixture.title, "VELDMOOR, Dec 30 (AFP) — " + Fixture.body[0]]
    let stated = Page.Stated(published: Moment(iso: "2021-01-02"))
    #expect(try Fixture.article(Fixture.page(lines, stated: stated)).dateline?.date?.iso == "2020-12-30")
    #expect(try Fixture.article(Fixture.page(lines)).dateline?.date == nil)
  }

  @Test("What the input states goes before what the page says")
  func stated() throws {
    let stated = Page.Stated(
      address: "https://www.ndtv.com/a", title: "Pier vote", bylines: ["Jane Roe"],
      published: Moment(iso: "2021-05-05"))
    let article = try Fixture.article(Fixture.page(Self.scraped, stated: stated))
    #expect(article.title == "Pier vote")
    #expect(article.bylines == ["Jane Roe"])
    #expect(article.published?.iso == "2021-05-05")
    #expect(article.outlet == "NDTV")
    #expect(article.text.contains(Self.scraped[1]))
  }

  @Test("A first line that ends in a full stop, or goes on, is no title")
  func noTitle() throws {
    #expect(try Fixture.article(Fixture.page(Fixture.body)).title == nil)
    let wrapped = [
      "Nobody in the town had thought that the council would widen",
      "the northern pier, ending a quarrel of eleven years.",
    ]
    let article = try Fixture.article(Fixture.page(wrapped + Fixture.body))
    #expect(article.title == nil)
    #expect(article.text.hasPrefix(wrapped[0]))
  }

  @Test(
    "Boxes of related stories, readers' letters and goods credit nobody for this page",
    arguments: [
      Furniture.Kind.relatedLink, .comments, .advertisement, .sponsored, .newsletter, .playerCaption,
    ])
  func boxes(_ kind: Furniture.Kind) throws {
    let lines = [
      "This story was originally published by The Guardian.", "© Reuters",
      "This article first appeared on Quay Weekly",
    ]
    let blocks = Fixture.body.map { Block(text: $0) } + lines.map { Block(text: $0, declared: kind) }
    let facts = PageFacts(title: Fixture.title, outlet: "Tidewatch", language: "en")
    guard case .article(let article, _) = ArticleReader().read(blocks, facts: facts, of: Fixture.page([]))
    else { throw Fixture.Missing() }
    #expect(article.credits.isEmpty)
    // A line of rights says what it is wherever it stands, but for letters and players.
    let rights = kind == .comments || kind == .playerCaption ? kind : .disclaimer
    #expect(article.furniture.map(\.kind) == [kind, rights, kind])
  }

  @Test("Markup that declares furniture is believed, and blocks of links are related links")
  func blocks() throws {
    let blocks = [
      Block(text: Fixture.title, shape: .heading), Block(text: Fixture.body[0]),
      Block(text: "The pier, seen from the market hall at noon.", shape: .caption),
      Block(text: "Something from our shop for you.", declared: .sponsored), Block(text: Fixture.body[1]),
      Block(text: "The night the old pier broke", linkShare: 1), Block(text: Fixture.body[2]),
    ]
    let facts = PageFacts(title: Fixture.title, outlet: "Tidewatch", language: "en")
    guard case .article(let article, _) = ArticleReader().read(blocks, facts: facts, of: Fixture.page([]))
    else {
      throw Fixture.Missing()
    }
    #expect(article.text == Fixture.body[..<3].joined(separator: "\n\n"))
    #expect(article.furniture.map(\.kind) == [.caption, .sponsored, .relatedLink])
    #expect(article.outlet == "Tidewatch" && article.language == "en")
  }
}
