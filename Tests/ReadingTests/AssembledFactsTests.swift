import Press
import Testing

@testable import Reading

@Suite("What the input states, and what the page says of itself")
struct AssembledFactsTests {
  private static let report = """
    <p>Ferries to the outer islands sailed again after the harbour was dredged, the harbour master said on the quay.</p>
    <p>The dredger had lain before the pier for eleven days, and the channel was closed to all but the smallest boats.</p>
    <p>On Tuesday the first ferry took flour and post to the islands, and the school class that had been stranded there.</p>
    """

  private func article(_ html: String, stated: Page.Stated = .init()) throws -> Article {
    let page = Page(
      id: "p", source: "p.html",
      content: .html(
        Array(
          "<html lang=en><head>\(html)</head><body><h1>Harbour reopens after dredging</h1>\(Self.report)".utf8
        )),
      stated: stated)
    guard case .article(let article, _) = ArticleReader().read(page) else {
      throw Refused()
    }
    return article
  }

  private struct Refused: Error {}

  @Test("where only a change is dated the page was there by then, and that is all that is said")
  func bound() throws {
    let changed = try article("<meta property=article:modified_time content=2023-04-16>")
    #expect(changed.published?.iso == "2023-04-16" && changed.modified?.iso == "2023-04-16")
    #expect(changed.found[.published] == .modified && changed.found[.modified] == .openGraph)
    #expect(changed.isDatedByChange && changed.flags.isEmpty)
    let both = try article(
      "<meta property=article:modified_time content=2023-04-16><meta property=article:published_time content=2023-04-16>"
    )
    #expect(!both.isDatedByChange && both.found[.published] == .openGraph)
  }

  @Test(
    "of the address that the page was found at and the canonical one on the same domain the canonical counts",
    arguments: [
      ("https://www.quay.example/harbour", "https://www.quay.example/harbour", Article.Place.meta),
      ("https://quay.example/harbour", "https://quay.example/harbour", .meta),
      ("https://quay.example/", "https://m.quay.example/harbour?from=feed", .stated),
      ("https://quay.example", "https://m.quay.example/harbour?from=feed", .stated),
      ("/harbour", "https://m.quay.example/harbour?from=feed", .stated),
      ("https://www.harbourpost.example/ferries", "https://m.quay.example/harbour?from=feed", .stated),
    ])
  func canonical(canonical: String, chosen: String, place: Article.Place) throws {
    let found = try article(
      "<link rel=canonical href='\(canonical)'>",
      stated: .init(address: "https://m.quay.example/harbour?from=feed"))
    #expect(found.address == chosen && found.found[.address] == place)
  }

  @Test(
    "authors that a feed states in one breath are single names, and an agency among them is still a credit")
  func bylines() throws {
    let found = try article("", stated: .init(bylines: ["By Jo Ames and Kim Lee", "Reuters"]))
    #expect(found.bylines == ["Jo Ames", "Kim Lee", "Reuters"])
    #expect(found.credits.map(\.name) == ["Reuters"])
    #expect(try article("", stated: .init(bylines: ["Staff"])).bylines == ["Staff"])
  }
}
