import Press
import Testing

@testable import Reading

@Suite("Boxes in and around an article, told by what they hold")
struct ArticleBoxesTests {
  static let paragraphs = MainContentTests.paragraphs

  private var article: String { Self.paragraphs.map { "<p>\($0)</p>" }.joined() }

  /// The article, and once more in nearly the same words.
  private var twice: String { article + article.replacing("a", with: "e") }

  private func page(_ body: String, head: String = "<title>Harbour reopens - The Eastmere Quay</title>")
    -> HTMLPage
  {
    HTMLPage.read(Array("<!doctype html><html lang=en><head>\(head)</head><body>\(body)</body></html>".utf8))
  }

  private func text(_ page: HTMLPage) -> [String] { page.blocks.filter { $0.declared == nil }.map(\.text) }

  /// Small articles with a linked heading and a sentence each.
  private func cards(_ count: Int, words: String) -> String {
    (1...count).map {
      "<article><h3><a href=/\($0)>Tavern number \($0) of Eastmere</a></h3><p>Tavern \($0) \(words)</p></article>"
    }.joined()
  }

  @Test("cards that are most of the text are the text: a list of the best, the entries of a live blog")
  func listOfTheBest() {
    let found = page(
      """
      <main><h1>The best taverns of Eastmere</h1><p>We tried them all, and here they are in our order.</p>
      <div>\(cards(6, words: "serves the catch of the day at long tables, and its keeper knows every boat by name."))</div>
      </main>
      """, head: "<title>The best taverns of Eastmere</title>")
    #expect(text(found).count { $0.hasPrefix("Tavern") && $0.hasSuffix("by name.") } == 6)
  }

  @Test("an answer that its reader opens below its question is text; what no button opens is not shown")
  func disclosures() {
    let answer = "Ferries sail again from the first of May, says the harbour office."
    for hiding in ["hidden", "style='display: none'", "class=hidden"] {
      let opened = page(
        "<main><h1>Harbour reopens</h1>\(twice)<div><h3><button aria-expanded=false>When do ferries sail?</button></h3>"
          + "<div \(hiding)><p>\(answer)</p></div></div></main>")
      #expect(text(opened).contains(answer))
      // A class alone may mean something else where it hides a good part of the page.
      if hiding.hasPrefix("class") { continue }
      let hidden = page(
        "<main><h1>Harbour reopens</h1>\(twice)<div><h3>When do ferries sail?</h3>"
          + "<div \(hiding)><p>\(answer)</p></div></div></main>")
      #expect(!text(hidden).contains(answer))
    }
  }

  @Test(
    "footnotes, what customers say, and a carousel of offers are not the text",
    arguments: [
      "footnotes", "testimonials", "offer-carousel",
    ])
  func boxesBesideText(name: String) {
    let line = "The keeper of the harbour light wrote it all down in his log."
    let offers = "<a href=/1>Tides for one week and all the boats</a>"
    let found = page(
      "<main><h1>Harbour reopens</h1>\(twice)<div class=\(name)><p>\(line)</p>\(offers)</div></main>")
    #expect(!text(found).contains(line))
    #expect(
      text(page("<main><h1>Harbour reopens</h1>\(twice)<div><p>\(line)</p></div></main>")).contains(line))
  }

  @Test("cards behind the text are not the text")
  func teasers() {
    let found = page(
      "<main><h1>Harbour reopens</h1>\(article)\(article.replacing("The harbour", with: "Later the harbour"))<div>\(cards(3, words: "is open again."))</div></main>"
    )
    #expect(!text(found).contains { $0.hasPrefix("Tavern") })
  }

  @Test(
    "notes of the house behind the text are known by their italics; what is quoted in italics is the report's"
  )
  func notes() {
    let found = page(
      "<article><h1>Harbour reopens</h1>\(twice)<p><em>Jo Ames writes about the sea.</em></p></article>")
    #expect(!text(found).contains("Jo Ames writes about the sea."))
    #expect(
      found.blocks.contains {
        $0.declared == Furniture.Kind.bylineBox && $0.text == "Jo Ames writes about the sea."
      })
    let quoted = page(
      "<article><h1>Harbour reopens</h1>\(twice)<p><em>“It was time for it.”</em></p></article>")
    #expect(text(quoted).last == "“It was time for it.”")
  }

  @Test("a standfirst in a box of its own is found without metadata, and is no furniture too")
  func standfirst() {
    let lead = "Three weeks of dredging are over, and the islands have their ferries back."
    let found = page(
      "<header><h1>Harbour reopens</h1><div>\(lead)</div></header><div class=entry-content>\(article)</div>")
    #expect(text(found) == [lead] + Self.paragraphs)
    #expect(!found.surroundings.contains { $0.text == lead })
  }

  @Test("what asks for consent is not the article, though it be longer")
  func consent() {
    let asked = String(
      repeating:
        "<p>We and our partners would like to remember what you read, so that we can sell it to others.</p>",
      count: 30)
    let found = page("<div><h1>Harbour reopens</h1>\(article)</div><div id=consent-banner>\(asked)</div>")
    #expect(text(found) == Self.paragraphs)
  }

  @Test(
    "what a class hides at every width is not read; what it hides at some is",
    arguments: [("d-none d-print-block", false), ("hidden", false), ("d-none d-md-block", true)])
  func hiding(value: String, isRead: Bool) {
    let note = "Printed from the pages of the Eastmere Quay by you."
    let found = page(
      "<article><h1>Harbour reopens</h1>\(twice)\(twice.replacing("e", with: "o"))<div class='\(value)'>\(note)</div></article>"
    )
    #expect(text(found).contains(note) == isRead)
  }

  @Test("an aside that tells is read; one that its class calls a list of links is not")
  func asides() {
    let told =
      "<p>Dredging takes sand from the ground of a harbour, so that ships of a deeper draught can enter it at low tide; Eastmere was last dredged under the old king, when ferries were smaller and had sails on them.</p>"
    let beside = page("<article><h1>Harbour reopens</h1>\(article)<aside>\(told)</aside></article>")
    #expect(text(beside).last?.hasPrefix("Dredging takes") == true)
    let related = page(
      "<article><h1>Harbour reopens</h1>\(article)<aside class=related>\(told)</aside></article>")
    #expect(text(related) == Self.paragraphs)
  }

  @Test("paragraphs that are links are what a list of links tells, and a pointer elsewhere in a report")
  func linkedParagraphs() {
    let goods = (1...8).map { "<p><a href=/\($0)>Brass lantern number \($0) for boats</a></p>" }.joined()
    let list = page("<article><h1>Lanterns</h1>\(twice)\(goods)</article>")
    #expect(text(list).count { $0.hasPrefix("Brass lantern") } == 8)
    let report = page(
      "<article><h1>Harbour reopens</h1>\(article)<p><a href=/1>Brass lanterns for boats</a></p></article>")
    #expect(text(report) == Self.paragraphs)
  }

  @Test("a paragraph that a box cut is one again; lines that breaks part are not joined")
  func cutParagraph() {
    let found = page(
      "<article><h1>Harbour reopens</h1>\(article)<p>The master of the port said <div class=ad-slot>Advertisement</div> that nobody would be turned away.</p></article>"
    )
    #expect(text(found).last == "The master of the port said that nobody would be turned away.")
    let verse = page(
      "<article><h1>Harbour reopens</h1>\(article)<div>upon the quay in early light<br><br>the ferries wait for passengers</div></article>"
    )
    #expect(text(verse).suffix(2) == ["upon the quay in early light", "the ferries wait for passengers"])
  }

  @Test("a quotation that says again what the text says is set beside it; another is text")
  func pullQuotes() {
    let again = "Ferries to the islands will sail every two hours"
    let found = page(
      "<article><h1>Harbour reopens</h1>\(article)<blockquote>\(again)</blockquote><blockquote>The sea gives and the sea takes away.</blockquote></article>"
    )
    #expect(!text(found).contains(again))
    #expect(text(found).last == "The sea gives and the sea takes away.")
  }

  @Test("a card behind a name, with a picture and links, is no part of the sentence")
  func hoverCard() {
    let card =
      "<span class=x><img src=a.jpg><a href=/ames>Jo Ames</a> <a href=/1>Lighthouse is painted in new colours</a></span>"
    let found = page(
      "<article><h1>Harbour reopens</h1>\(article)<p>Nobody was asked, <span><a href=/ames>Jo Ames</a>\(card)</span> said at the quay.</p></article>"
    )
    #expect(text(found).last == "Nobody was asked, Jo Ames said at the quay.")
  }

  @Test("data that a script was to read is no text")
  func programData() {
    let found = page(
      "<article><h1>Harbour reopens</h1>\(article)<span>{\"layout\":2,\"button\":\"Buy a ticket now\"}</span></article>"
    )
    #expect(text(found) == Self.paragraphs)
  }
}
