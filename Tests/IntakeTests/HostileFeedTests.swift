import Press
import TestSupport
import Testing

@testable import Intake

@Suite struct HostileFeedTests {
  private func read(_ bytes: [UInt8], limits: Limits = .standard) throws -> [Item] {
    try items(ofFile: "feed", bytes, limits: limits)
  }

  private func read(_ text: String, limits: Limits = .standard) throws -> [Item] {
    try read(Array(text.utf8), limits: limits)
  }

  private func ids(_ items: [Item]) -> [String] { items.compactMap { $0.page?.id } }

  @Test func oneBadAmpersandCostsNothingAndIsSaid() throws {
    let bad =
      "<item><title>Rain & wind at R&D</title><guid>bad?a=1&b=2</guid><description>&lt;p&gt;4 < 5 &nosuch; &eacute;t&#233;"
      + "\u{1}</description></item>"
    let found = try read(FeedNews.rss(FeedNews.item(1) + bad + FeedNews.item(3)))
    #expect(ids(found) == ["dam-1", "bad?a=1&b=2", "dam-3"])
    #expect(found[1].page?.stated.title == "Rain & wind at R&D")
    #expect(found[1].content == "<p>4 < 5 &nosuch; été ")
    #expect(found[1].notices.map(\.reason) == [.brokenEncoding])
    #expect(found[0].notices.isEmpty && found[2].notices.isEmpty)
  }

  @Test func damageInOneItemDoesNotReachTheNext() throws {
    let bad = [
      "<item><guid>bad</guid><description><b>\(FeedNews.first)</i></description>",
      "<item><guid>bad<description></item>",
      "<item><guid>bad</guid><x y=\"</item>", "<item><guid>bad</guid></x></y></z></item>",
      "<item <item></item>",
      "<item></></item>", "<item><![CDATA[]]]></item>",
    ]
    for text in bad {
      let found = try read(FeedNews.rss(FeedNews.item(1) + text + FeedNews.item(2)))
      #expect(ids(found).first == "dam-1" && ids(found).last == "dam-2", "\(text): \(found)")
    }
  }

  @Test func everyCutIsSaidAndEveryWholeItemKept() throws {
    let feed = Array(FeedNews.rss(FeedNews.item(1) + FeedNews.item(2) + FeedNews.item(3)).utf8)
    let ends = (1...3).map { number -> Int in
      let tag = Array("</item>".utf8)
      var seen = 0
      for at in 0...feed.count - tag.count where feed[at..<at + tag.count].elementsEqual(tag) {
        seen += 1
        if seen == number { return at + tag.count }
      }
      return feed.count
    }
    let root = String(decoding: feed, as: UTF8.self).utf8.count - "</channel></rss>".utf8.count
    // From the first item's beginning on: before that there are other things that a cut file may be.
    for cut in stride(from: ends[0] - 300, to: feed.count, by: 1) {
      let found = try read(Array(feed[..<cut]))
      let whole = ends.filter { $0 <= cut }.count
      #expect(ids(found) == (0..<whole).map { "dam-\($0 + 1)" }, "cut at \(cut)")
      #expect(found.last?.refusal?.reason == .cutShort, "cut at \(cut)")
      #expect(found.count == whole + 1, "cut at \(cut)")
      if cut > root { #expect(whole == 3) }
    }
  }

  @Test func aCutGzipFeedKeepsItsWholeItems() throws {
    let text = FeedNews.rss((1...200).map { FeedNews.item($0, "<x>\($0 &* 7919)</x>") }.joined())
    let packed = gzip(Array(text.utf8))
    let found = try read(Array(packed[..<(packed.count * 2 / 3)]))
    #expect(ids(found).count > 50)
    #expect(ids(found) == (1...ids(found).count).map { "dam-\($0)" })
    #expect(found.last?.refusal?.reason == .cutShort)
  }

  @Test func entitiesAreNeverExpanded() throws {
    let laughs = (1...20).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }
      .joined()
    let bomb = """
      <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">\(laughs)<!ENTITY f SYSTEM "file:///etc/hostname">]>
      <rss version="2.0"><channel><title>&l20;</title>
      <item><guid>a</guid><description>&l20; &f; \(FeedNews.first)</description></item></channel></rss>
      """
    let found = try read(bomb)
    #expect(ids(found) == ["a"])
    #expect(found.first?.content == "&l20; &f; \(FeedNews.first)")
    let inside = FeedNews.rss(
      "<item><!DOCTYPE x [<!ENTITY a \"b\">]><guid>a</guid><description>&a;</description></item>")
    #expect(try read(inside).first?.content == "&a;")
  }

  @Test func aHundredThousandItemsComeOneByOne() throws {
    let item = { (number: Int) in
      "<item><guid>dam-\(number)</guid><description>Rain fell.</description></item>"
    }
    let folder = try TemporaryFolder()
    let path = try folder.write("feed", FeedNews.rss((1...100_000).map(item).joined()))
    let intake = Intake(inputs: [path], limits: Limits(page: 4096))
    var count = 0
    // A feed is far larger than a page may be; only its items must fit.
    while let item = intake.next() {
      count += 1
      if item.page?.id != "dam-\(count)" { Issue.record("item \(count) is \(item)") }
    }
    #expect(count == 100_000)
  }

  @Test func anItemThatIsTooLargeIsPassedOver() throws {
    let large =
      "<item><guid>large</guid><description>\(String(repeating: "rain <b>and</b> ", count: 2000))</description></item>"
    let unclosed = "<item><description><![CDATA[\(String(repeating: "rain ", count: 2000))</description>"
    for text in [large, unclosed] {
      let found = try read(
        FeedNews.rss(FeedNews.item(1) + text + FeedNews.item(3)), limits: Limits(page: 4096))
      #expect(ids(found) == ["dam-1", "dam-3"])
      #expect(found.count == 3 && found[1].refusal?.reason == .tooLarge)
    }
  }

  /// How large hostile items are here.
  private let many = 50_000

  @Test func hostileItemsCostOnlyThemselves() throws {
    let hostile = [
      "<x y=\"\(String(repeating: "a", count: 100 * many))\"/>", String(repeating: "<b>", count: many),
      String(repeating: "<b>", count: many) + String(repeating: "</b>", count: many),
      "<x \((0..<many).map { "a\($0)='1' " }.joined())/>", "<x \(String(repeating: "a='1' ", count: many))/>",
      String(repeating: "<b/>", count: 2 * many), String(repeating: "<!", count: many),
      String(repeating: "<!-- ", count: many), String(repeating: "<![CDATA[", count: many),
      String(repeating: "&", count: many), String(repeating: "&#1;", count: many),
      String(repeating: "<a xmlns:b='c'>", count: many), String(repeating: "<x y='", count: many),
      "<\(String(repeating: "n", count: many))>", String(repeating: "</b>", count: many),
    ]
    for (number, text) in hostile.enumerated() {
      let found = try read(FeedNews.rss(FeedNews.item(1) + "<item>\(text)</item>" + FeedNews.item(2)))
      #expect(ids(found).first == "dam-1", "hostile item \(number)")
      // What opens a comment or character data and never closes it reaches to the end of the file, and that is said.
      let swallows = ids(found).last != "dam-2"
      #expect(!swallows || found.last?.refusal?.reason == .cutShort, "hostile item \(number): \(found.count)")
    }
  }

  @Test func hostileHeadsCostNothing() throws {
    let heads = [
      String(repeating: "<a>", count: many), "<title>\(String(repeating: "t", count: 10 * many))</title>",
      "<!-- \(String(repeating: "c", count: 10 * many)) -->",
      "<x \((0..<many).map { "a\($0)='1' " }.joined())>",
    ]
    for head in heads {
      let found = try read(FeedNews.rss(FeedNews.item(1), channel: head))
      #expect(ids(found) == ["dam-1"], "\(head.prefix(20))")
    }
  }

  @Test(.timeLimit(.minutes(5))) func manyChildrenAmidManyDeclarationsAreNoHang()
    throws
  {
    let tag = "<w " + (0..<250).map { "xmlns:n\($0)='u' " }.joined() + ">"
    let around = String(repeating: tag, count: 60)
    let item = { (name: String) in
      "<item><guid>dam-1</guid>" + (0..<20_000).map { _ in "<\(name)/>" }.joined() + "</item>"
    }
    let inside = "<item><guid>dam-1</guid>\(around)"
    for text in [around + item("q:a"), inside + item("q:a"), around + item("n249:a")] {
      let found = try read(FeedNews.rss(text + FeedNews.item(2)))
      #expect(!found.isEmpty)
    }
    // What stands around is read once more for every item, so that it must be short.
    let many = try read(FeedNews.rss(around + String(repeating: "<item/>", count: 20_000)))
    #expect(many.count >= 20_000)
  }

  @Test func theInnermostDeclarationOfAPrefixHolds() throws {
    let atom = "xmlns:x='http://www.w3.org/2005/Atom'"
    let content = "xmlns:x='http://purl.org/rss/1.0/modules/content/'"
    let cases = [
      ("<item \(content)><x:encoded>Rain fell.</x:encoded></item>", true),
      ("<item \(content)><x:encoded \(atom)>Rain fell.</x:encoded></item>", false),
      ("<w \(atom)><item \(content)><x:encoded>Rain fell.</x:encoded></item></w>", true),
      ("<w \(content)><item \(atom)><x:encoded>Rain fell.</x:encoded></item></w>", false),
      ("<w \(content)><item><x:encoded>Rain fell.</x:encoded></item></w>", true),
      ("<item \(content)><y:encoded>Rain fell.</y:encoded></item>", false),
      ("<item><content:encoded>Rain fell.</content:encoded></item>", true),
    ]
    for (text, isContent) in cases {
      #expect((try read(FeedNews.rss(text)).first?.page != nil) == isContent, "\(text)")
    }
  }

  @Test func whatTheBytesAreOutranksWhatTheFeedDeclares() throws {
    func feed(_ set: String, _ title: [UInt8]) -> [UInt8] {
      Array("<?xml version=\"1.0\" encoding=\"\(set)\"?><rss><channel><item><guid>a</guid><title>".utf8)
        + title
        + Array("</title><description>\(FeedNews.escaped)</description></item></channel></rss>".utf8)
    }
    let title = "Café über Bratřice"
    #expect(try read(feed("ISO-8859-1", Array(title.utf8))).first?.page?.stated.title == title)
    let latin = Array("Caf".utf8) + [0xE9]
    #expect(try read(feed("ISO-8859-1", latin)).first?.page?.stated.title == "Café")
    #expect(try read(feed("windows-1251", [0xC4, 0xE0])).first?.page?.stated.title == "Да")
    let wrong = try read(feed("UTF-8", latin))
    #expect(wrong.first?.page?.stated.title == "Café")
    #expect(wrong.first?.notices.map(\.reason) == [.brokenEncoding])
    #expect(try read(feed("nonsense", Array(title.utf8))).first?.page?.stated.title == title)
  }

  @Test func noBytesWhateverCrashOrVanish() throws {
    var random = SplitMix(seed: 23)
    let pieces = [
      "<item>", "</item>", "<entry>", "<guid>a</guid>", "<description>Rain fell.</description>", "<![CDATA[",
      "]]>", "<!--",
      "-->", "<", ">", "&", "&amp;", "&#x", ";", "\"", "'", "<x a='", "</channel>", "</rss>", "<?", "?>",
      "<!DOCTYPE", "[", "]",
      "\u{0}", "é", "<content:encoded>", "<source url='http://a.example'>", "/>",
    ]
    let pile = try TemporaryFolder()
    for _ in 0..<400 {
      let body = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }
      #expect(!items(try pile.write("feed", "<rss><channel>" + body.joined())).isEmpty, "\(body)")
    }
  }

  @Test(arguments: [
    String(repeating: "[", count: 100_000), String(repeating: "{\"items\":[", count: 20_000),
    "{\"id\":\"a\",\"content_text\":" + String(repeating: "[", count: 50_000),
  ])
  func nestedJSONFeedsAreRefused(_ body: String) throws {
    let found = try read("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[" + body)
    #expect(found.count == 1 && found[0].refusal?.reason == .cutShort)
  }

  @Test("Markup that damage has cut in the middle of a character is UTF-8 all the same")
  func cutCharacter() {
    var item = FeedItem()
    item.content = .html(Array("<p>The ferry ran late</p><x".utf8) + [0xC2] + Array(">".utf8))
    guard case .page(let page, _) = item.item(source: "feed#1", hash: { "1" }, notices: []),
      case .html(let bytes) = page.content
    else {
      Issue.record("no page")
      return
    }
    #expect(bytes == Array("<p>The ferry ran late</p><x\u{FFFD}>".utf8))
  }
}
