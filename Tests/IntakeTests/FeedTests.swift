import Press
import TestSupport
import Testing

@testable import Intake

@Suite struct FeedTests {
  private func read(_ text: String, name: String = "feed") throws -> [Item] {
    try items(ofFile: name, Array(text.utf8))
  }

  private func page(_ text: String) throws -> Page {
    let found = try read(text)
    #expect(found.count == 1)
    return try #require(found.first?.page, "\(found)")
  }

  @Test func anItemOfRSSIsAPageWithWhatTheFeedStates() throws {
    let page = try page(
      FeedNews.rss(
        """
        <item>
          <title>Lower dam to be drained &amp;amp; rebuilt</title>
          <link> https://hollin.example/news/dam </link>
          <guid isPermaLink="false">hollin-77</guid>
          <pubDate>Fri, 14 Sep 21 18:20:00 CEST</pubDate>
          <dc:creator>Ana Ferro</dc:creator><author>desk@hollin.example (Jon Brandt)</author>
          <category>Rivers</category><category>Dams</category>
          <description>What the river board decided, and why it took three years.</description>
          <content:encoded><![CDATA[\(FeedNews.paragraphs)]]></content:encoded>
        </item>
        """))
    #expect(page.id == "hollin-77")
    #expect(page.source.hasSuffix("feed#1"))
    #expect(page.content == .html(Array(FeedNews.paragraphs.utf8)))
    let stated = page.stated
    #expect(stated.title == "Lower dam to be drained & rebuilt")
    #expect(stated.address == "https://hollin.example/news/dam")
    #expect(stated.outlet == "Hollin Courier")
    #expect(stated.published?.iso == "2021-09-14T18:20:00+02:00")
    #expect(stated.bylines == ["Ana Ferro", "Jon Brandt"])
    #expect(stated.section == "Rivers")
    #expect(stated.language == "en-GB")
    #expect(stated.standfirst == "What the river board decided, and why it took three years.")
    #expect(stated.form == nil)
    #expect(stated.credits.isEmpty)
  }

  @Test func aDescriptionAloneIsAnArticleOrASummaryByWhatItHolds() throws {
    let whole = try page(FeedNews.rss("<item><description>\(FeedNews.escaped)</description></item>"))
    #expect(whole.stated.form == nil)
    let short = try page(FeedNews.rss("<item><description>\(FeedNews.first)</description></item>"))
    #expect(short.stated.form == .summary)
    #expect(short.content == .text(Array(FeedNews.first.utf8)))
    let broken = try page(
      FeedNews.rss("<item><description>\(FeedNews.escaped) [&amp;hellip;]</description></item>"))
    #expect(broken.stated.form == .summary)
    let teaser = "<content:encoded>&lt;p&gt;\(FeedNews.first) […]&lt;/p&gt;</content:encoded>"
    #expect(try page(FeedNews.rss("<item>\(teaser)</item>")).stated.form == .summary)
  }

  @Test func aReportWithoutBlanksBetweenItsWordsIsNoSummary() throws {
    // "The river rose in the night and flooded the lower town", thirty times, in one paragraph.
    let report = String(repeating: "河水夜间上涨淹没了下游的城镇居民撤离。", count: 30)
    let whole = try page(FeedNews.rss("<item><description>\(report)</description></item>"))
    #expect(whole.stated.form == nil)
    let short = try page(FeedNews.rss("<item><description>河水夜间上涨。</description></item>"))
    #expect(short.stated.form == .summary)
  }

  @Test func aSignThatOpensNoTagEatsNoWords() throws {
    #expect(PlainWords.of("Turnout <half of voters &amp; falling") == "Turnout <half of voters & falling")
    #expect(PlainWords.of("<b>Turnout</b> <half of voters") == "Turnout <half of voters")
    #expect(PlainWords.of("Turnout </half") == "Turnout </half")
    #expect(PlainWords.of("Turnout <i class='a'>half</i>") == "Turnout half")
    #expect(!PlainWords.isMarkup("Turnout <half of voters"))
    #expect(PlainWords.isMarkup("Turnout <br>half"))
  }

  @Test func anExcerptOfTheTextIsNoStandfirst() throws {
    let page = try page(
      FeedNews.rss(
        "<item><description>\(FeedNews.first)</description><content:encoded>\(FeedNews.escaped)</content:encoded></item>"
      ))
    #expect(page.stated.standfirst == nil)
  }

  @Test func anItemWithoutTextIsRefusedAndTheOthersAreRead() throws {
    let found = try read(
      FeedNews.rss("<item><title>Dam</title><link>https://a.example/</link></item>" + FeedNews.item(2)))
    #expect(found.count == 2)
    #expect(found[0].refusal?.reason == .noArticle)
    #expect(found[0].source.hasSuffix("#1"))
    #expect(found[1].page?.id == "dam-2")
  }

  @Test func theIDIsTheGuidElseTheLinkElseAHash() throws {
    let text = "<description>\(FeedNews.escaped)</description>"
    let found = try read(
      FeedNews.rss(
        "<item><guid>https://a.example/1</guid>\(text)</item><item><link>https://a.example/2</link>\(text)</item>"
          + "<item>\(text)</item><item>\(text)<x/></item>"))
    let ids = found.compactMap { $0.page?.id }
    #expect(ids.prefix(2) == ["https://a.example/1", "https://a.example/2"])
    #expect(ids.count == 4 && ids[2] != ids[3] && ids[2].utf8.count == 16)
    // A guid that is not said to be something else is the address.
    #expect(found[0].page?.stated.address == "https://a.example/1")
  }

  @Test func sourcesOfRSSAreCredits() throws {
    let page = try page(
      FeedNews.rss(
        FeedNews.item(
          1,
          """
          <source url="https://kpa.example/rss">Kestria Press Agency</source>
          <dc:rights>© 2021 KPA</dc:rights>
          <atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="via" href="https://wire.example/7"/>
          """)))
    let credits = page.stated.credits
    #expect(credits.map(\.name) == ["Kestria Press Agency", "© 2021 KPA", "wire.example"])
    #expect(credits.map(\.role) == [.originated, .source, .supplied])
    #expect(credits.map(\.address) == ["https://kpa.example/rss", nil, "https://wire.example/7"])
    #expect(credits[0].text == "source: Kestria Press Agency")
    #expect(credits.allSatisfy { $0.place == .metadata })
    // Whoever holds the rights counts only as an agency.
    #expect(credits.map(\.kind) == [.outlet, .agency, .outlet])
  }

  @Test func rssOneIsRead() throws {
    let page = try page(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://hollin.example/"><title>Hollin Courier</title></channel>
      <item rdf:about="https://hollin.example/1"><title>Dam</title><dc:date>2021-09-14T18:20+02:00</dc:date>
      <description>\(FeedNews.escaped)</description></item></rdf:RDF>
      """)
    #expect(page.id == "https://hollin.example/1")
    #expect(page.stated.outlet == "Hollin Courier")
    #expect(page.stated.published?.iso == "2021-09-14T18:20+02:00")
  }

  @Test func anEntryOfAtomIsAPage() throws {
    let page = try page(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://eastquay.example/news/">
        <title type="html">Eastquay &amp;amp; Bay Record</title><author><name>The desk</name></author>
        <entry>
          <id>tag:eastquay.example,2021:dam</id><title>Lower dam</title>
          <link rel="self" href="dam.atom"/><link href="dam.html"/>
          <published>2021-09-15T06:00:00Z</published><updated>2021-09-15T09:00:00Z</updated>
          <author><name>Ana Ferro</name><email>a@eastquay.example</email></author>
          <category term="rivers" label="Rivers"/>
          <summary>Why the dam has to go.</summary>
          <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>\(FeedNews.first)</p><br/>
            <p title="a &quot;b&quot;">R&amp;D &lt; repairs</p></div></content>
          <source><id>urn:kpa</id><title>Kestria Press Agency</title><link href="https://kpa.example/"/></source>
          <link rel="via" title="Wire Service" href="https://wire.example/7"/>
        </entry>
      </feed>
      """)
    #expect(page.id == "tag:eastquay.example,2021:dam")
    let stated = page.stated
    #expect(stated.outlet == "Eastquay & Bay Record")
    #expect(stated.address == "https://eastquay.example/news/dam.html")
    #expect(stated.published?.iso == "2021-09-15T06:00:00Z")
    #expect(stated.modified?.iso == "2021-09-15T09:00:00Z")
    #expect(stated.bylines == ["Ana Ferro"])
    #expect(stated.section == "Rivers")
    #expect(stated.standfirst == "Why the dam has to go.")
    #expect(stated.credits.map(\.name) == ["Kestria Press Agency", "Wire Service"])
    #expect(stated.credits.map(\.role) == [.originated, .supplied])
    #expect(stated.credits.map(\.address) == ["https://kpa.example/", "https://wire.example/7"])
    guard case .html(let html) = page.content else { throw Unexpected() }
    let text = String(decoding: html, as: UTF8.self)
    #expect(text.contains("<p>\(FeedNews.first)</p><br>"))
    #expect(text.contains("<p title=\"a &quot;b&quot;\">R&amp;D &lt; repairs</p></div>"))
    #expect(!text.contains("xmlns"))
  }

  @Test func contentOfAtomIsReadByItsType() throws {
    func content(_ element: String) throws -> Page.Content? {
      try read(
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id>\(element)</entry></feed>"
      ).first?.page?.content
    }
    let text = "Rain &lt; 2 mm &amp; falling"
    #expect(
      try content("<content type='text'>\(text)</content>") == .text(Array("Rain < 2 mm & falling".utf8)))
    #expect(try content("<content type='html'>&lt;p&gt;Rain</content>") == .html(Array("<p>Rain".utf8)))
    #expect(try content("<content type='image/png'>iVBORw0KGgo</content>") == nil)
    #expect(try content("<content src='https://a.example/1' type='text/html'/>") == nil)
  }

  @Test func prefixesMeanWhatTheyAreDeclaredToMean() throws {
    let page = try page(
      """
      <r:rss xmlns:r="" version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/"
        xmlns:excerpt="http://wordpress.example/excerpt/" xmlns:media="http://search.yahoo.com/mrss/"><channel>
      <item><media:title>A picture</media:title><title>Dam</title><excerpt:encoded>Not this.</excerpt:encoded>
      <c:encoded>\(FeedNews.escaped)</c:encoded><media:description>Nor this.</media:description></item></channel></r:rss>
      """)
    #expect(page.stated.title == "Dam")
    #expect(page.content == .html(Array(FeedNews.paragraphs.utf8)))
  }

  @Test func aFeedIsFoundByLooking() throws {
    let feed = FeedNews.rss(FeedNews.item(1))
    let bare = String(feed.dropFirst("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".count))
    for text in [feed, "\n\n  " + feed, "\u{FEFF}" + feed, bare, "<!-- made by hand -->\n" + bare] {
      #expect(try read(text, name: "page.html").map { $0.page?.id } == ["dam-1"])
    }
    #expect(try items(ofFile: "feed.xml.gz", gzip(Array(feed.utf8))).map { $0.page?.id } == ["dam-1"])
    let utf16: [UInt8] =
      [0xFF, 0xFE] + feed.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] as [UInt8] }
    #expect(try items(ofFile: "feed", utf16).map { $0.page?.id } == ["dam-1"])
    let page = "<!DOCTYPE html><p>A feed begins with &lt;rss&gt; or, as here, <rss version=2.0><item>.</p>"
    #expect(try read(page).map(\.isHTML) == [true])
  }

  @Test(arguments: [
    ("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url/></urlset>", "sitemap"),
    ("<opml version='2.0'><body/></opml>", "OPML"), ("<conceptItem/>", "without news"),
    ("<NewsML/>", "NewsML 1"),
    ("<invoice/>", "“invoice”"),
  ])
  func otherXMLIsRefusedByName(_ root: String, _ word: String) throws {
    let refusal = try #require(try read("<?xml version='1.0'?>\n<!-- x -->" + root).first?.refusal)
    #expect(refusal.reason == .unsupported)
    #expect(refusal.detail.contains(word))
  }

  @Test func aFeedWithoutItemsIsRefused() throws {
    #expect(try read(FeedNews.rss("")).map { $0.refusal?.reason } == [.empty])
  }

  struct Unexpected: Error {}
}
