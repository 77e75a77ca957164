import Press
import Testing

@testable import Intake

@Suite struct NewsMessageTests {
  private func read(_ text: String) throws -> [Item] { try items(ofFile: "message", Array(text.utf8)) }

  private func newsItem(
    guid: String, content: String, meta: String = "", kind: String = "text", version: String = "1"
  ) -> String {
    """
    <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="\(guid)" version="\(version)" xml:lang="en">
      <rightsInfo><copyrightHolder literal="Kestria Press Agency"/></rightsInfo>
      <itemMeta><itemClass qcode="ninat:\(kind)"/><provider qcode="nprov:KPA"><name>Kestria Press Agency</name></provider>
        <versionCreated>2021-09-14T18:20:00+02:00</versionCreated></itemMeta>
      <contentMeta><headline>Lower dam to be drained</headline><by>Ana Ferro</by>
        <subject><name>Rivers</name></subject><description role="drol:summary">Why the dam has to go.</description>
        \(meta)</contentMeta>
      <contentSet>\(content)</contentSet>
    </newsItem>
    """
  }

  private var xhtml: String {
    "<inlineXML contenttype=\"application/xhtml+xml\"><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title/></head>"
      + "<body>\(FeedNews.paragraphs)</body></html></inlineXML>"
  }

  @Test func aNewsItemIsAPageWithItsSources() throws {
    let item = newsItem(
      guid: "urn:newsml:kpa.example:20210914:dam", content: xhtml,
      meta: """
        <creditline>KPA/Brennick Observer</creditline>
        <infoSource role="isrol:originator" literal="River Board Wire"/>
        <infoSource role="cpprole:distributor"><name>Wire Service</name></infoSource>
        <infoSource role="cpprole:imgSupplier"><name>Picture House</name></infoSource>
        <derivedFrom qcode="src:EQR"/>
        """)
    let page = try #require(try read("<?xml version=\"1.0\"?>" + item).first?.page)
    #expect(page.id == "urn:newsml:kpa.example:20210914:dam")
    let stated = page.stated
    #expect(stated.title == "Lower dam to be drained")
    #expect(stated.outlet == "Kestria Press Agency")
    #expect(stated.bylines == ["Ana Ferro"])
    #expect(stated.section == "Rivers")
    #expect(stated.language == "en")
    #expect(stated.standfirst == "Why the dam has to go.")
    #expect(stated.published?.iso == "2021-09-14T18:20:00+02:00")
    #expect(
      stated.credits.map { "\($0.role) \($0.name)" } == [
        "source Kestria Press Agency", "source KPA/Brennick Observer", "originated River Board Wire",
        "supplied Wire Service", "originated EQR",
      ])
    // A code and a holder of rights count only where they are an agency's.
    #expect(stated.credits.map(\.kind) == [.agency, .outlet, .outlet, .outlet, .agency])
    #expect(stated.credits[1].text == "creditline: KPA/Brennick Observer")
    guard case .html(let html) = page.content else { throw FeedTests.Unexpected() }
    #expect(String(decoding: html, as: UTF8.self).contains("<p>\(FeedNews.second)</p>"))
  }

  @Test func whenALaterVersionWasMadeDoesNotTellWhenTheFirstWas() throws {
    let page = try #require(try read(newsItem(guid: "1", content: xhtml, version: "3")).first?.page)
    #expect(page.stated.published == nil)
    #expect(page.stated.modified?.iso == "2021-09-14T18:20:00+02:00")
  }

  @Test func aMessageHoldsItemsOfEveryKind() throws {
    let plain = "<inlineData contenttype=\"text/plain\">\(FeedNews.first)\n\n\(FeedNews.second)</inlineData>"
    let escaped = "<inlineData contenttype=\"text/html\">\(FeedNews.escaped)</inlineData>"
    let nitf = """
      <inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body>
      <body.head><hedline><hl1>Another headline</hl1></hedline><distributor><org>Wire Service</org></distributor>
      <dateline><location>DRAY</location>, Sept 14 (KPA)</dateline></body.head>
      <body.content><block><p>\(FeedNews.first)</p><hl2>Why now</hl2></block></body.content></body></nitf></inlineXML>
      """
    let message = """
      <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2021-09-14T18:20:00Z</sent></header><itemSet>
      \(newsItem(guid: "plain", content: plain))
      <packageItem guid="package"><groupSet><group/></groupSet></packageItem>
      \(newsItem(guid: "escaped", content: escaped))
      \(newsItem(guid: "nitf", content: nitf))
      \(newsItem(guid: "remote", content: "<remoteContent href=\"dam.jpg\"/>", kind: "picture"))
      </itemSet></newsMessage>
      """
    let found = try read(message)
    #expect(found.map { $0.page?.id } == ["plain", nil, "escaped", "nitf", nil])
    #expect(found[0].content == "\(FeedNews.first)\n\n\(FeedNews.second)")
    #expect(found[1].refusal?.detail.contains("package") == true)
    #expect(found[2].content == FeedNews.paragraphs)
    #expect(
      found[3].content?.contains("<p><location>DRAY</location>, Sept 14 (KPA)</p>") == true
        && found[3].content?.contains("<h2>Why now</h2>") == true)
    #expect(found[3].page?.stated.title == "Lower dam to be drained")
    #expect(found[3].page?.stated.credits.map(\.name) == ["Kestria Press Agency", "Wire Service"])
    #expect(found[4].refusal?.detail.contains("ninat:picture") == true)
  }

  @Test func nitfStandsAlone() throws {
    let page = try #require(
      try read(
        """
        <!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
        <nitf><head><docdata><doc-id id-string="kpa-7"/><date.issue norm="20210914T182000Z"/>
        <doc.copyright holder="KPA"/></docdata><pubdata name="Hollin Courier" position.section="Rivers"/></head>
        <body><body.head><hedline><hl1>Lower dam</hl1></hedline><byline><person>Ana Ferro</person></byline>
        <abstract><p>Why the dam has to go.</p></abstract></body.head>
        <body.content>\(FeedNews.paragraphs)</body.content><body.end><tagline>(KPA)</tagline></body.end></body></nitf>
        """
      ).first?.page)
    #expect(page.id == "kpa-7")
    #expect(page.stated.title == "Lower dam")
    #expect(page.stated.outlet == "Hollin Courier")
    #expect(page.stated.bylines == ["Ana Ferro"])
    #expect(page.stated.published?.iso == "2021-09-14T18:20:00Z")
    #expect(page.stated.credits.map(\.name) == ["KPA"])
  }

  @Test func ninjsIsReadInItsThreeGenerations() throws {
    let first = """
      {"uri":"urn:kpa:1","type":"text","versioncreated":"2021-09-14T18:20:00+02:00","language":"en","headline":"Lower dam",
       "byline":"Ana Ferro","body_xhtml":"<p>\(FeedNews.first)</p>","body_text":"no","description_text":"Why it has to go.",
       "copyrightholder":"KPA","infosource":[{"name":"River Board Wire","role":"originator"}],"subject":[{"name":"Rivers"}]}
      """
    let second = """
      {"uri":"urn:kpa:2","version":"2","versioncreated":"2021-09-14T18:20:00Z","firstcreated":"2021-09-14T08:00:00Z",
       "by":"Ana Ferro","headlines":[{"role":"short","value":"Dam"},{"role":"main","value":"Lower dam"}],
       "infosources":[{"name":"Wire Service","role":"http://kpa.example/roles/distributor","uri":"https://wire.example"},
       {"name":"Picture House","role":"imgSupplier"}],"creditline":"KPA",
       "bodies":[{"role":"own","contenttype":"application/xml","value":"<X/>"},
       {"role":"html","contenttype":"text/html","value":"<p>\(FeedNews.first)</p>"}]}
      """
    let third = """
      {
        "uri": "https://kpa.example/3", "versionCreated": "2021-09-14T18:20:00Z", "copyrightHolder": "KPA",
        "headlines": [{"value": "Lower dam"}], "infoSources": [{"name": "Wire Service"}],
        "bodies": [{"contentType": "text/plain", "value": "\(FeedNews.first)"}]
      }
      """
    let pages = try read(
      [first.replacing("\n", with: ""), second.replacing("\n", with: ""), third].joined(separator: "\n")
    )
    .compactMap(\.page)
    #expect(pages.map(\.id) == ["urn:kpa:1", "urn:kpa:2", "https://kpa.example/3"])
    #expect(pages.map(\.stated.title) == ["Lower dam", "Lower dam", "Lower dam"])
    #expect(
      pages[0].content == .html(Array("<p>\(FeedNews.first)</p>".utf8))
        && pages[1].content == pages[0].content)
    #expect(pages[2].content == .text(Array(FeedNews.first.utf8)))
    #expect(pages[0].stated.bylines == ["Ana Ferro"] && pages[1].stated.bylines == ["Ana Ferro"])
    #expect(pages[0].stated.standfirst == "Why it has to go." && pages[0].stated.section == "Rivers")
    #expect(
      pages.map { $0.stated.published?.iso } == [
        "2021-09-14T18:20:00+02:00", "2021-09-14T08:00:00Z", "2021-09-14T18:20:00Z",
      ])
    #expect(pages[1].stated.modified?.iso == "2021-09-14T18:20:00Z")
    #expect(pages[2].stated.address == "https://kpa.example/3")
    #expect(
      pages.map { $0.stated.credits.map { "\($0.role) \($0.name)" } } == [
        ["originated River Board Wire", "source KPA"], ["supplied Wire Service", "source KPA"],
        ["source Wire Service", "source KPA"],
      ])
  }

  @Test func aPictureInNinjsIsNoArticle() throws {
    let refusal = try #require(
      try read("{\"uri\":\"urn:kpa:9\",\"type\":\"picture\",\"headline\":\"The dam\"}").first?.refusal)
    #expect(refusal.reason == .noArticle)
    #expect(refusal.detail.contains("picture"))
  }

  @Test func jsonFeedIsReadItemByItem() throws {
    let feed = """
      {
        "version": "https://jsonfeed.org/version/1.1", "title": "Hollin Courier", "language": "en",
        "home_page_url": "https://hollin.example/", "authors": [{"name": "The desk"}],
        "items": [
          {"id": "1", "url": "/dam", "title": "Lower dam", "content_html": "<p>\(FeedNews.first)</p>", "tags": ["Rivers"],
           "summary": "Why it has to go.", "date_published": "2021-09-14T18:20:00+02:00",
           "external_url": "https://kpa.example/dam"},
          {"id": 2, "content_text": "\(FeedNews.first)", "author": {"name": "Ana Ferro"}},
          {"id": "3", "title": "No text"}, 7
        ]
      }
      """
    let found = try read(feed)
    #expect(found.map { $0.page?.id } == ["1", "2", nil, nil])
    #expect(found.map { $0.refusal?.reason } == [nil, nil, .noArticle, .badJSON])
    #expect(found.map(\.source).map { $0.suffix(2) } == ["#1", "#2", "#3", "#4"])
    let stated = try #require(found[0].page?.stated)
    #expect(stated.address == "https://hollin.example/dam")
    #expect(stated.outlet == "Hollin Courier")
    #expect(stated.bylines == ["The desk"] && found[1].page?.stated.bylines == ["Ana Ferro"])
    #expect(stated.standfirst == "Why it has to go." && stated.section == "Rivers" && stated.language == "en")
    // The page that an item talks about is not the one it was taken from.
    #expect(stated.credits.isEmpty)
  }

  @Test func jsonFeedOnOneLineAndWithoutItems() throws {
    let head = "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":["
    #expect(try read(head + "{\"id\":\"a\",\"content_text\":\"Rain fell.\"}]}").map { $0.page?.id } == ["a"])
    #expect(try read(head + "]}").map { $0.refusal?.reason } == [.empty])
  }

  @Test func datesOfMailAndOfComputersAreReadInJSONLines() throws {
    let line = { (date: String) in "{\"text\":\"Rain fell.\",\"published\":\(date)}" }
    let found = try read(
      [
        line("\"Tue, 14 Sep 2021 18:20:00 +0200\""), line("1631636400"), line("1631636400000"),
        line("\"soon\""),
      ]
      .joined(separator: "\n"))
    #expect(
      found.map { $0.page?.stated.published?.iso } == [
        "2021-09-14T18:20:00+02:00", "2021-09-14T16:20:00Z", "2021-09-14T16:20:00Z", nil,
      ])
    #expect(found.map { $0.notices.map(\.reason) } == [[], [], [], [.badField]])
  }

  @Test(arguments: [
    ("isrol:originator", Credit.Role.originated), ("cpprole:contentSource", .source), ("supplier", .supplied),
    ("http://cv.iptc.org/newscodes/contentprodpartyrole/distributor", .supplied),
    ("cpprole:copyeditor", .edited),
    ("contributor", .contributed), ("cpprole:imgSupplier", nil), ("isrol:interviewee", nil), ("", .source),
  ])
  func rolesAreReadByTheirWord(_ code: String, _ role: Credit.Role?) {
    #expect(StatedSources.role(code) == role)
  }
}
