import Testing

@testable import Reading

@Suite("The outlet that only the document's title names")
struct OutletNameTests {
  private func outlet(title: String, head: String = "", body: String = "") -> String? {
    let sentence = "<p>The ferry ran aground near the northern quay on Sunday, and nobody was hurt.</p>"
    let page = "<html><head><title>\(title)</title>\(head)</head><body>\(body)\(sentence)</body></html>"
    return HTMLPage.read(Array(page.utf8)).metadata.outlet?.value
  }

  @Test("is believed where the page shows it as its own")
  func shown() {
    let title = "Ferry runs aground | Harbour Herald"
    #expect(outlet(title: title, body: "<a href='/'>Harbour Herald</a>") == "Harbour Herald")
    #expect(outlet(title: title, body: "<a href='/'><img alt='Harbour Herald'></a>") == "Harbour Herald")
    #expect(outlet(title: title, body: "<div>Harbour Herald</div>") == "Harbour Herald")
    #expect(outlet(title: title, body: "<p>© 2031 Harbour Herald Ltd</p>") == "Harbour Herald")
    let host = "<link rel=canonical href='https://www.harbourherald.co.uk/a'>"
    #expect(outlet(title: title, head: host) == "Harbour Herald")
    #expect(outlet(title: title) == nil)
  }

  @Test("is not whom or what the headline is about")
  func subject() {
    #expect(outlet(title: "China: ferry aground", body: "<p>China said it would look into it.</p>") == nil)
    #expect(outlet(title: "Jane Roe: why I left", body: "<img alt='Jane Roe'>") == nil)
    let breadcrumb = "<a href='/'>What is a buoy?</a><div>What is a buoy?</div><h1>What is a buoy?</h1>"
    #expect(outlet(title: "What is a buoy? | Tidewatch", body: breadcrumb) == nil)
    #expect(outlet(title: "What is a buoy? | Tidewatch - all of the tides", body: breadcrumb) == nil)
    #expect(outlet(title: "Ferry aground - Torvik", body: "<p>Torvik, a port, has two ferries.</p>") == nil)
  }

  @Test("is believed behind the headline where it is named as news outlets are")
  func behindHeadline() {
    let heading = "<h1>Ferry runs aground</h1>"
    #expect(outlet(title: "Ferry runs aground | Kirkwell Echo", body: heading) == "Kirkwell Echo")
    #expect(outlet(title: "Ferry runs aground | Sport | Kirkwell Echo", body: heading) == "Kirkwell Echo")
    let stated = "<meta property=og:title content='Ferry runs aground'>"
    #expect(outlet(title: "Ferry runs aground - Kirkwell Echo", head: stated) == "Kirkwell Echo")
    for tail in ["World News", "Jane Roe", "Sport", "Kirkwell"] {
      #expect(outlet(title: "Ferry runs aground | \(tail)", body: heading) == nil, "\(tail)")
    }
    #expect(outlet(title: "Ferry runs aground | Kirkwell Echo", body: "<h1>A storm</h1>") == nil)
  }

  @Test(
    "is no address, no mark and no abbreviation of a place",
    arguments: ["U.S.", "https://www.quay.example/", "/", "nj", "//quay.example"])
  func odd(name: String) {
    let site = "<meta property=og:site_name content='\(name)'>"
    #expect(outlet(title: "Ferry aground", head: site) == nil)
    let publisher =
      "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"publisher\":{\"name\":\"The Quay\"}}</script>"
    #expect(outlet(title: "Ferry aground", head: site + publisher) == "The Quay")
  }

  @Test("may be short", arguments: ["AP", "taz", "TV2", "t3", "日報", "quay.example"])
  func short(name: String) {
    let site = "<meta property=og:site_name content='\(name)'>"
    #expect(outlet(title: "Ferry aground", head: site) == name)
  }

  @Test("is not the section that the host's first label names")
  func section() {
    let host = "<link rel=canonical href='https://sport.quay.example/a'>"
    #expect(outlet(title: "Sport: ferry wins race", head: host) == nil)
  }
}
