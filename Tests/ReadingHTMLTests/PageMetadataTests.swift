import Press
import Testing

@testable import Reading

@Suite("What a page states about itself")
struct PageMetadataTests {
  @Test("JSON-LD that was written into a meta tag is read as in a script")
  func linkedDataInMeta() {
    let json = "{&quot;@type&quot;:&quot;Article&quot;,&quot;datePublished&quot;:&quot;2023-04-16&quot;}"
    let page = HTMLPage.read(Array("<head><meta name='script:ld+json' content='\(json)'></head>".utf8))
    #expect(page.metadata.published?.value.iso == "2023-04-16")
    #expect(page.metadata.published?.place == .jsonLD)
  }

  private func metadata(head: String, body: String = "") -> PageMetadata {
    HTMLPage.read(Array("<html lang=en-GB><head>\(head)</head><body>\(body)</body></html>".utf8)).metadata
  }

  @Test("JSON-LD of an article")
  func linkedData() {
    let found = metadata(
      head: #"""
        <link rel=canonical href="https://quay.example/2023/04/16/harbour"><script type="application/ld+json">
        {"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"The Quay"},
        {"@type":["NewsArticle"],"headline":"Harbour &amp; ferries","datePublished":"2023-04-16T09:30:00+01:00",
        "dateModified":"2023-04-17","author":[{"@type":"Person","name":"Jo Ames"},{"@id":"#kim"}],
        "publisher":{"@type":"NewsMediaOrganization","name":"The Quay"},"articleSection":["Islands"],
        "isBasedOn":"https://wire.example/1","creditText":"Island Wire"},{"@type":"Person","@id":"#kim","name":"Kim Lee"}]}
        </script>
        """#)
    #expect(found.title == .init("Harbour & ferries", .jsonLD))
    #expect(found.bylines == [.init("Jo Ames", .jsonLD), .init("Kim Lee", .jsonLD)])
    #expect(found.published?.value.iso == "2023-04-16T09:30:00+01:00")
    #expect(found.modified?.value.iso == "2023-04-17")
    #expect(found.outlet == .init("The Quay", .jsonLD))
    #expect(found.section?.value == "Islands")
    #expect(
      found.sources == [
        .init("https://wire.example/1", .originated, tag: "json-ld isBasedOn"),
        .init("Island Wire", .source, tag: "json-ld creditText"),
      ])
    #expect(found.address == .init("https://quay.example/2023/04/16/harbour", .meta))
    #expect(found.language == .init("en-GB", .meta))
  }

  @Test("an article in a list of others is not the page's")
  func listed() {
    let found = metadata(
      head: #"""
        <script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle",
        "headline":"Tide turns","datePublished":"2020-01-01","author":"Sam Row","articleBody":"x"}]}</script>
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour reopens","datePublished":"2023-04-16"}</script>
        """#)
    #expect(found.title?.value == "Harbour reopens")
    #expect(found.published?.value.iso == "2023-04-16")
  }

  @Test("Open Graph and meta, where there is no more")
  func openGraph() {
    let found = metadata(
      head: """
        <meta property="og:title" content="Harbour reopens | The Quay"><meta property="og:site_name" content="The Quay">
        <meta name="author" content="By Jo Ames and Kim Lee"><meta property="article:published_time" content="2023-04-16 09:30:00 +0100">
        <meta name="syndication-source" content="https://wire.example/1"><meta property="article:section" content="Islands">
        <meta property="og:description" content="Ferries are back."><meta property="og:url" content="https://quay.example/h">
        """)
    #expect(found.title == .init("Harbour reopens", .openGraph))
    #expect(found.bylines.map(\.value) == ["Jo Ames", "Kim Lee"])
    #expect(found.published == .init(Moment(iso: "2023-04-16T09:30:00+01:00")!, .openGraph))
    #expect(
      found.sources == [.init("https://wire.example/1", .originated, tag: "meta syndication-source")])
    #expect(found.standfirst == .init("Ferries are back.", .openGraph))
    #expect(found.outlet == .init("The Quay", .openGraph))
  }

  @Test("the headline that readers see outranks the one for search engines")
  func shownHeadline() {
    let found = metadata(
      head: "<meta property=og:title content='Eastmere harbour reopens: all you need to know'>",
      body: "<h1>Eastmere harbour reopens after dredging</h1>")
    #expect(found.title == .init("Eastmere harbour reopens after dredging", .text))
    let kicker = metadata(
      head: "<meta property=og:title content='Harbour reopens at last'>",
      body: "<h1>Islands: Harbour reopens at last</h1>")
    #expect(kicker.title?.value == "Harbour reopens at last")
  }

  @Test("names and dates on the page itself, where classes and links say what they are")
  func visible() {
    let found = metadata(
      head: "<title>Harbour reopens</title>",
      body: """
        <h1>Harbour reopens</h1><p class=byline>By <a href="/authors/jo-ames">Jo Ames</a></p>
        <span class="post-date">Published: April 16, 2023</span>
        """)
    #expect(found.bylines == [.init("Jo Ames", .text)])
    #expect(found.published?.value.iso == "2023-04-16")
    #expect(found.published?.place == .text)
  }

  @Test("a date beside the headline counts; the date of a change is none of the publication")
  func dateBesideHeadline() {
    let found = metadata(
      head: "", body: "<h1>Eastmere harbour reopens</h1><div>Islands</div><div>April 16, 2023</div>")
    #expect(found.published == .init(Moment(iso: "2023-04-16")!, .text))
    let changed = metadata(
      head: "", body: "<h1>Eastmere harbour reopens</h1><div>Last updated: April 16, 2023</div>")
    #expect(changed.modified == .init(Moment(iso: "2023-04-16")!, .text))
    #expect(changed.published == nil)
    let both = metadata(
      head: "<meta property=article:published_time content=2021-02-03>",
      body: "<h1>Eastmere harbour reopens</h1><div>Last updated: April 16, 2023</div>")
    #expect(both.published?.value.iso == "2021-02-03")
    #expect(both.modified?.value.iso == "2023-04-16")
  }

  @Test("microdata, time and address are the last resorts")
  func lastResorts() {
    let microdata = metadata(
      head: "", body: "<div itemprop=author itemscope><span itemprop=name>Jo Ames</span>, ferries desk</div>")
    #expect(microdata.bylines == [.init("Jo Ames", .microdata)])
    let time = metadata(head: "", body: "<time datetime='2023-04-16T09:30Z'>yesterday</time>")
    #expect(time.published?.place == .time)
    let address = metadata(head: "<link rel=canonical href=https://quay.example/2023/04/16/harbour>")
    #expect(address.published == .init(Moment(iso: "2023-04-16")!, .address))
  }

  @Test("an outlet that signs its own pages is named only where nobody else is")
  func house() {
    let head = #"<meta property=og:site_name content="The Quay"><meta name=author content="The Quay">"#
    #expect(metadata(head: head).bylines.map(\.value) == ["The Quay"])
    #expect(
      metadata(head: head, body: "<h1>Harbour reopens</h1><a rel=author href=/x>Jo Ames</a>").bylines.map(
        \.value) == ["Jo Ames"])
  }
}
