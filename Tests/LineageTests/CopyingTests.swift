import Collation
import Press
import Testing

@testable import Lineage

@Suite("What copying leaves in texts, lines, headlines and clocks")
struct CopyingTests {
  private func page(
    _ id: String, _ outlet: String, at time: String?, headline: String? = "Ferry aground outside Torvik",
    _ text: [String] = News.sentences
  ) -> Article {
    var page = News.article(id, outlet: outlet, published: time.map { "2031-05-06T\($0)Z" }, text)
    page.title = headline
    return page
  }

  private func stemma(_ pages: [Article]) -> Stemma {
    let stemma = StemmaBuilder.stemma(
      of: Family(id: "f1", members: pages.map(\.id)), members: pages, pairs: News.pairs(pages),
      apparatus: Collator.apparatus(of: pages, family: "f1"))
    stemma.checkLaws(pages)
    return stemma
  }

  private func replacing(_ index: Int, _ old: String, _ new: String, in text: [String] = News.sentences)
    -> [String]
  {
    var text = text
    text[index] = text[index].split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
    return text
  }

  @Test("a reading that one earlier page alone has leads to it, whoever is the first")
  func sharedReading() throws {
    let edited = replacing(
      2, "gave up when a towing line broke", "went home after the second rope had snapped")
    let found = stemma([
      page("a", "Courier", at: "09:00"), page("b", "Herald", at: "10:00", edited),
      page("c", "Post", at: "10:30"),
      page("d", "Plinth", at: "12:00", edited),
    ])
    #expect(found.parents(of: "d") == ["b"])
    #expect(try #require(found.arrow("b", "d")).evidence.contains { $0.kind == .sharedReading })
  }

  @Test("without a clock, what is cut from a page does not come back", arguments: [true, false])
  func cut(byID: Bool) {
    let (whole, part) = byID ? ("a", "b") : ("b", "a")
    let found = stemma([
      page(whole, "Courier", at: nil), page(part, "Herald", at: nil, Array(News.sentences.prefix(5))),
    ])
    #expect(found.arrows == ["\(whole) -> \(part)"])
  }

  @Test(
    "straight quotation marks become typographic ones, not the other way round", arguments: [true, false])
  func typography(byID: Bool) {
    let quoted = News.sentences.map { "\"\($0)\" they said, and that \"nobody's\" plan was better." }
    let set = quoted.map { $0.replacing("\"", with: "”").replacing("'", with: "’") }
    let (plain, styled) = byID ? ("a", "b") : ("b", "a")
    let found = stemma([page(plain, "Courier", at: nil, quoted), page(styled, "Herald", at: nil, set)])
    #expect(found.arrows == ["\(plain) -> \(styled)"])
    #expect(found.edges[0].evidence.contains { $0.kind == .direction })
  }

  @Test("a line that names a page by its whole name is a credit, though no table knows it")
  func untabledCredit() throws {
    let found = stemma([
      page("a", "Torvik Evening Argus", at: "09:00"), page("b", "Herald", at: "09:20"),
      page("c", "Post", at: "09:50", News.sentences + ["— Herald"]),
    ])
    #expect(found.parents(of: "c") == ["b"])
    #expect(
      try #require(found.arrow("b", "c")).evidence.contains { $0.kind == .credit && $0.text == "— Herald" })
  }

  @Test("a credit for a newspaper means the page that calls itself a section of it")
  func section() {
    var copy = page("b", "Herald", at: "10:00")
    copy.credits = [News.first("The Kestrel Times")]
    let found = stemma([page("a", "Kestrel Times - News", at: "09:00"), copy])
    #expect(found.arrows == ["a -> b"])
  }

  @Test("a page that is copied hands down its wire: its copies are not the wire's clients")
  func handedDown() {
    let edited = replacing(1, "the ship lay fast", "the ship sat fast on the sand for nine hours")
    var pages = [
      page("z", "Argus", at: "09:05"),
      page("a", "Courier", at: "09:00", headline: "Nine hours on the sand", edited),
    ]
    for (number, outlet) in ["Herald", "Post", "Plinth"].enumerated() {
      var copy = page("c\(number)", outlet, at: "1\(number):00", headline: "Nine hours on the sand", edited)
      if number < 2 { copy.credits = [News.first("Courier")] }
      pages.append(copy)
    }
    for index in pages.indices { pages[index].credits.append(News.agency("NPA")) }
    let found = stemma(pages)
    #expect(found.parents(of: "a") == ["lost:NPA"])
    #expect(found.parents(of: "c2") == ["a"])
  }

  @Test("a copy stamped a day too early is not the source of all")
  func backdated() throws {
    var pages = [
      page("a", "Courier", at: "09:00"), page("b", "Herald", at: "09:40"), page("c", "Post", at: "10:10"),
    ]
    pages.append(page("d", "Plinth", at: "11:00", Array(News.sentences.prefix(6))))
    var early = page("e", "Argus", at: nil, News.sentences + ["Source: Courier"])
    early.published = Moment(iso: "2031-05-05T10:30Z")
    pages.append(early)
    let found = stemma(pages)
    #expect(found.parents(of: "a").isEmpty)
    let arrow = try #require(found.arrow("a", "e"))
    #expect(arrow.evidence.contains { $0.kind == .conflict })
  }

  @Test("where two pages would do as well, both are said, and the confidences are shares of one")
  func alternatives() throws {
    let found = stemma([
      page("a", "Courier", at: "09:00"), page("b", "Herald", at: "09:10"), page("c", "Post", at: "09:30"),
    ])
    let arrow = try #require(found.edges.first { $0.to == "c" })
    #expect(!arrow.alternatives.isEmpty)
    #expect(arrow.alternatives.reduce(arrow.confidence) { $0 + $1.confidence } <= 1.001)
    #expect(arrow.evidence.contains { $0.kind == .alternative })
  }
}
