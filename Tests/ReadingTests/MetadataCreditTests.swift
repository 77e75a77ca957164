import Press
import Testing

@testable import Reading

@Suite("Credits in a page's head")
struct MetadataCreditTests {

  private func article(
    _ head: String, address: String? = "https://www.quay.example/a", site: String = "The Quay"
  ) throws -> Article {
    let html = """
      <html><head><meta property=og:site_name content="\(site)"><meta property=article:published_time content=2023-04-16>
      \(head)</head><body><h1>Harbour reopens after dredging</h1><p>Ferries to the outer islands sailed again on Sunday
      morning after eleven days, and the first boat carried flour, post and a school class that had been stranded on the
      far side of the sound.</p><p>The harbour master said that the channel was deep enough for every ferry of the line,
      but for the largest, which must wait for the spring tide.</p></body></html>
      """
    let page = Page(id: "p", source: "p", content: .html(Array(html.utf8)), stated: .init(address: address))
    guard case .article(let article, _) = ArticleReader(names: inventedNames).read(page) else {
      throw Refused()
    }
    return article
  }

  private struct Refused: Error {}

  private func credits(
    _ head: String, address: String? = "https://www.quay.example/a", site: String = "The Quay"
  ) throws -> [Credit] {
    try article(head, address: address, site: site).credits.filter { $0.place == .metadata }
  }

  @Test("a canonical address on another site names who had the text first")
  func canonical() throws {
    let head = "<link rel=canonical href='https://www.harbourpost.example/2023/ferries'>"
    let found = try credits(head)
    #expect(found.map(\.name) == ["Harbour Post"])
    #expect(found.first?.role == .originated)
    #expect(found.first?.kind == .outlet)
    #expect(found.first?.address == "https://www.harbourpost.example/2023/ferries")
    #expect(found.first?.text == "canonical address: https://www.harbourpost.example/2023/ferries")
    #expect(try credits(head, address: nil).isEmpty)
  }

  @Test(
    "a canonical address on the outlet's own site, or at a relay, is no credit",
    arguments: [
      "https://m.quay.example/a", "https://amp.quay.example/a", "https://quay-news.example/a",
      "https://quay.co.uk/a",
      "https://quay-example.cdn.ampproject.org/c/s/a", "/a", "https://thequay.example/a",
      "https://quay.group.example/a",
      "https://quay-1.cluster.example/a",
      "https://feedproxy.google.com/a", "https://d7f00c.cloudfront.net/a", "https://www.harbourpost.example/",
      "https://www.harbourpost.example",
    ])
  func ownCanonical(address: String) throws {
    #expect(try credits("<link rel=canonical href='\(address)'>").isEmpty)
  }

  @Test("a page that was fetched through a relay is still its own outlet's")
  func relayed() throws {
    let found = try credits(
      "<link rel=canonical href='https://www.harbourpost.example/a'>",
      address: "https://web.archive.org/web/2023/https://www.harbourpost.example/a", site: "Harbour Post")
    #expect(found.isEmpty)
  }

  @Test(
    "what states a source, in which role",
    arguments: [
      (
        "<meta name=syndication-source content='https://www.harbourpost.example/x'>", "Harbour Post",
        Credit.Role.originated
      ),
      ("<meta name=original-source content='https://unknown.example/x'>", "unknown.example", .originated),
      ("<meta property=article:original_source content='Harbour Post'>", "Harbour Post", .originated),
      ("<meta name=dc.source content='Island Wire'>", "Island Wire", .originated),
      (ld(#""isBasedOn":"https://www.harbourpost.example/x""#), "Harbour Post", .originated),
      (
        ld(#""isBasedOn":{"@type":"NewsArticle","url":"https://www.harbourpost.example/x"}"#), "Harbour Post",
        .originated
      ),
      (ld(#""isBasedOn":["https://www.harbourpost.example/x"]"#), "Harbour Post", .originated),
      (ld(#""creditText":"Island Wire""#), "Island Wire", .source),
      (ld(#""sourceOrganization":{"@type":"Organization","name":"Island Wire"}"#), "Island Wire", .source),
      (ld(#""provider":{"name":"Island Wire"}"#), "Island Wire", .supplied),
      (ld(#""copyrightHolder":{"name":"Island Wire"}"#), "Island Wire", .source),
      (ld(#""author":{"@type":"Organization","name":"Island Wire"}"#), "Island Wire", .source),
      (ld(#""author":"ISLAND WIRE""#), "Island Wire", .source),
      (ld(#""author":"ISW""#), "Island Wire", .source),
      (ld(#""author":"island wire""#), "Island Wire", .source),
      ("<meta name=original-source content='https://www.islandwire.example/x'>", "Island Wire", .originated),
    ])
  func stated(head: String, name: String, role: Credit.Role) throws {
    let found = try credits(head)
    #expect(found.map(\.name) == [name])
    #expect(found.first?.role == role)
  }

  @Test(
    "the outlet itself, and whom nobody knows by name, are no sources",
    arguments: [
      "<meta name=syndication-source content='https://www.quay.example/a'>",
      "<meta name=dc.source content='The Quay'>",
      "<meta name=dc.source content='web'>", ld(#""publisher":{"name":"Island Wire"}"#),
      ld(#""copyrightHolder":{"name":"The Quay"}"#), ld(#""provider":{"name":"Quay"}"#),
      // Who holds the rights or serves the page may be its publisher's parent.
      ld(#""copyrightHolder":{"name":"Harbour Post"}"#), ld(#""provider":{"name":"Harbour Post"}"#),
      ld(#""provider":"https://www.harbourpost.example/""#),
      ld(#""isBasedOn":"/a""#), ld(#""creditText":"Photo by Jo Ames""#), ld(#""isBasedOn":null"#),
    ])
  func none(head: String) throws { #expect(try credits(head).isEmpty) }

  @Test(
    "what a report is based on may be another report, and is no source where it is a study, a data set or a book",
    arguments: [
      (#"{"@type":"NewsArticle","url":"https://www.harbourpost.example/a"}"#, ["Harbour Post"]),
      (#"{"@type":["CreativeWork"],"url":"https://www.harbourpost.example/a"}"#, ["Harbour Post"]),
      (#"{"@id":"https://www.harbourpost.example/a"}"#, ["Harbour Post"]),
      (#"{"@type":"Dataset","url":"https://www.harbourpost.example/depths"}"#, []),
      (
        #"[{"@type":"ScholarlyArticle","url":"https://www.harbourpost.example/a"},{"@type":"Book","name":"AFP"}]"#,
        []
      ),
    ])
  func basis(value: String, names: [String]) throws {
    let script = #"{"@type":"NewsArticle","headline":"Harbour reopens after dredging","isBasedOn":\#(value)}"#
    #expect(try credits("<script type=application/ld+json>\(script)</script>").map(\.name) == names)
  }

  @Test("what a page gives for its source is none where it calls the same site its own")
  func ownSource() throws {
    let head = "<meta name=original-source content='https://www.harbourpost.example/2023/ferries'>"
    let own = "<link rel=canonical href='https://www.harbourpost.example/2023/ferries'>"
    #expect(try credits(head, address: nil).map(\.name) == ["Harbour Post"])
    #expect(try credits(head + own, address: nil).isEmpty)
  }

  @Test(
    "a page that does not name its outlet is not taken for its own source",
    arguments: [
      ("Harbour reopens | Kirkwell Echo", "https://example.example/a", []),
      ("Harbour reopens", "https://www.kirkwellecho.example/a", []),
      ("Harbour reopens", "https://www.thekirkwellecho.example/a", []),
      ("Harbour reopens", "https://www.brennick.example/a", ["Kirkwell Echo"]),
    ])
  func appearedOnItself(title: String, address: String, names: [String]) throws {
    let html = """
      <html><head><title>\(title)</title><link rel=canonical href="\(address)"></head><body><h1>Ferries sail</h1>
      <p>Ferries to the outer islands sailed again on Sunday morning after eleven days, and the first boat carried flour,
      post and a school class that had been stranded on the far side of the sound for all of that time.</p><p>The harbour
      master said that the channel was deep enough for every ferry of the line, but for the largest.</p>
      <p>The post Ferries sail appeared first on Kirkwell Echo.</p></body></html>
      """
    let page = Page(id: "p", source: "p", content: .html(Array(html.utf8)), stated: .init())
    guard case .article(let article, _) = ArticleReader(names: inventedNames).read(page) else {
      throw Refused()
    }
    #expect(article.credits.map(\.name) == names)
  }

  @Test(
    "a name of two letters under a country's domain is a site's, not a registry's",
    arguments: [
      ("https://m.qy.fi/a", "https://www.qy.fi/a"), ("https://qy.fi/a", "https://blogs.qy.fi/a"),
    ])
  func shortSite(here: String, there: String) throws {
    #expect(try credits("<link rel=canonical href='\(there)'>", address: here).isEmpty)
  }

  @Test("the sites of agencies are theirs")
  func agencySite() throws {
    let found = try credits("<link rel=canonical href='https://www.islandwire.example/2023/ferries'>")
    #expect(found.map(\.kind) == [.agency])
    #expect(NameTable.builtIn.outlet(at: "https://www.reuters.com/world/a")?.kind == .agency)
    #expect(NameTable.builtIn.outlet(at: "https://apnews.com/article/a")?.name == "AP")
  }

  @Test("a short name in small letters or with one capital may be a person's")
  func person() throws {
    #expect(try credits(ld(#""author":"Isw""#)).isEmpty)
    #expect(try credits(ld(#""author":"isw""#)).isEmpty)
  }

  @Test("one source stated twice is one credit")
  func twice() throws {
    let address = "https://www.harbourpost.example/x"
    let found = try credits(
      "<link rel=canonical href='\(address)'><meta name=syndication-source content='\(address)'>")
    #expect(found.count == 1)
  }

  @Test("every field says where it was found")
  func found() throws {
    let article = try article(
      ld(#""headline":"Harbour reopens after dredging","articleSection":"Islands","author":"Jo Ames""#)
        + "<meta name=dcterms.modified content=2023-04-17><meta property=og:description content='Ferries are back.'>"
        + "<meta property=og:locale content=en_GB>")
    #expect(article.found[.address] == .stated)
    #expect(article.found[.outlet] == .openGraph)
    #expect(article.found[.section] == .jsonLD)
    #expect(article.found[.bylines] == .jsonLD)
    #expect(article.found[.published] == .openGraph)
    #expect(article.found[.modified] == .dublinCore)
    #expect(article.found[.standfirst] == .openGraph)
    #expect(article.found[.language] == .openGraph)
    #expect(article.language == "en-GB")
    #expect(article.section == "Islands")
    #expect(article.standfirst == "Ferries are back.")
  }
}

private func ld(_ fields: String) -> String {
  #"<script type="application/ld+json">{"@type":"NewsArticle",\#(fields)}</script>"#
}

private let inventedNames = NameTable(
  agencies: Array("Island Wire\tXX\ten\tIW; ~ISW\tislandwire.example\n".utf8),
  outlets: Array(
    "The Quay\tXX\t\t\tquay.example quay-news.example\nHarbour Post\tXX\t\t\tharbourpost.example\n".utf8))
