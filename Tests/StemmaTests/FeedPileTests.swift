import Foundation
import Testing

/// Feeds and news messages as a user gives them: one report that travels through five formats.
@Suite("Feeds")
struct FeedPileTests {
  private let tables = DemoPress.tables

  private let text = [
    "The lower dam on the river Dray will be drained before the winter, the river board said on Tuesday after a night of talks.",
    "Three villages below the dam were emptied on Monday when a shepherd found a crack as wide as his hand in the spillway.",
    "Engineers had warned of the crack in two reports, the last of them in the spring of last year, and nobody had answered.",
    "“We will pay for every cow and every bed,” the minister said in the school hall where four hundred people have slept since.",
    "The board wants to rebuild the spillway in concrete, which would take until the summer after next and cost nine million crowns.",
  ]
  private var html: String { text.map { "<p>\($0)</p>" }.joined() }
  private var escaped: String {
    html.replacingOccurrences(of: "<", with: "&lt;").replacingOccurrences(of: ">", with: "&gt;")
  }

  private func pile() throws -> Scratch {
    let folder = try Scratch()
    try folder.write(
      "a-hollin.rss",
      """
      <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
      <title>Hollin Courier</title><item><guid>hollin-1</guid><title>Lower dam to be drained</title>
      <link>https://hollin.example/dam</link><pubDate>Tue, 14 Sep 2021 18:20:00 +0200</pubDate>
      <source url="https://npa.example/feed">Norvik Press Agency</source>
      <content:encoded><![CDATA[\(html)<p>Read more: Ten walks along the Dray</p>]]></content:encoded></item>
      <item><guid>hollin-2</guid><description>What the board decided, in short.</description>
      <pubDate>Tue, 14 Sep 2021 18:20:00 +0200</pubDate></item></channel></rss>
      """)
    try folder.write(
      "b-eastquay.atom",
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>Eastquay Record</title><entry><id>eastquay-1</id>
      <title>Dam on the Dray to go</title><published>2021-09-15T06:00:00Z</published>
      <source><title>Hollin Courier</title><link href="https://hollin.example/"/></source>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">\(html)</div></content></entry></feed>
      """)
    try folder.write(
      "c-brennick.json",
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "Brennick Observer",
       "items": [{"id": "brennick-1", "date_published": "2021-09-15T07:00:00Z", "content_html": "\(html)",
       "url": "https://brennickobserver.example/dam", "external_url": "https://kbm.example/dam"}]}
      """)
    try folder.write(
      "d-wire.json",
      """
      {"uri": "wire-1", "versioncreated": "2021-09-14T17:05:00Z", "headline": "Dray dam to be drained",
       "infosources": [{"name": "Kestrian Telegraph Bureau", "role": "contributor"}], "copyrightholder": "NPA",
       "body_xhtml": "\(html)"}
      """)
    try folder.write(
      "e-plinth.xml",
      """
      <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="plinth-1" version="1">
      <itemMeta><provider literal="The Daily Plinth"/><versionCreated>2021-09-16T08:30:00Z</versionCreated></itemMeta>
      <contentMeta><headline>Dam to be drained</headline><creditline>NPA/The Daily Plinth</creditline></contentMeta>
      <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>\(html)
      </body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>
      """)
    return folder
  }

  @Test("Each item is an article with the sources that its feed states")
  func extract() async throws {
    let folder = try pile()
    let ending = try await Program(folder: folder.path).succeed(["extract", ".", "--json"] + tables)
    let stream = try JSONLines(ending.output)
    let articles = try stream.articles
    #expect(articles.map(\.id) == ["hollin-1", "hollin-2", "eastquay-1", "brennick-1", "wire-1", "plinth-1"])
    #expect(
      articles.map { $0.credits.map { "\($0.role) \($0.kind) \($0.name)" } } == [
        ["originated agency NPA"], [], ["originated outlet Hollin Courier"],
        [], ["contributed agency KTB", "source agency NPA"],
        ["source agency NPA"],
      ])
    #expect(articles[0].credits.first?.text == "source: Norvik Press Agency")
    #expect(articles.flatMap(\.credits).allSatisfy { $0.where == "metadata" })
    for article in articles where article.id != "hollin-2" {
      #expect(article.text == text.joined(separator: "\n\n"), "\(article.id)")
    }
    #expect(articles[0].furniture.map(\.kind) == ["related-link"])
    #expect(
      articles.map(\.outlet) == [
        "Hollin Courier", "Hollin Courier", "Eastquay Record", "Brennick Observer", nil, "The Daily Plinth",
      ])
    let forms = stream.texts(of: "article").map { $0.contains(#""form":"summary""#) }
    #expect(forms == [false, true, false, false, false, false])
    #expect(ending.errors.isEmpty)
  }

  @Test("The report travels as its feeds say")
  func lineage() async throws {
    let folder = try pile()
    let ending = try await Program(folder: folder.path).succeed(
      ["lineage", ".", "--format", "json"] + tables)
    let stemma = try #require(try JSONLines(ending.output).stemmata.first { $0.nodes.count > 2 })
    let arrows = Set(stemma.edges.map { "\($0.from) > \($0.to)" })
    #expect(
      arrows.isSuperset(of: ["lost:NPA > hollin-1", "hollin-1 > eastquay-1", "lost:NPA > plinth-1"]),
      "\(arrows)")
  }
}
