import Press
import Testing

@testable import Lineage

@Suite("Pages that name no one")
struct InferenceTests {
  private func changed(_ changes: [Int: String]) -> [String] {
    News.sentences.enumerated().map { changes[$0.offset] ?? $0.element }
  }

  @Test("an uncredited copy goes to the page whose edits it shares")
  func sharedEdits() throws {
    let edit = changed([
      2: "Salvage crews came from all over the coast and went home at midnight without success."
    ])
    let pages = [
      News.article("a", outlet: "Courier", published: "2031-05-06", credits: [News.agency("NPA")]),
      News.article("b", outlet: "Herald", published: "2031-05-06", credits: [News.agency("NPA")], edit),
      News.article("c", outlet: "Plinth", published: "2031-05-09", edit),
    ]
    let stemma = News.stemma(pages)
    stemma.checkLaws(pages)
    #expect(stemma.parents(of: "c") == ["b"])
    let arrow = try #require(stemma.arrow("b", "c"))
    #expect(arrow.kind == .verbatim && arrow.evidence.contains { $0.kind == .time })
    #expect(arrow.confidence < 0.95)
  }

  @Test("as near to two clients of one wire as to one another, it is taken for a third, unsurely")
  func anotherClient() throws {
    let pages = [
      News.article("a", outlet: "Courier", published: "2031-05-06", credits: [News.agency("NPA")]),
      News.article("b", outlet: "Herald", published: "2031-05-06", credits: [News.agency("NPA")]),
      News.article("c", outlet: "Plinth", published: "2031-05-09"),
    ]
    let stemma = News.stemma(pages)
    stemma.checkLaws(pages)
    let arrow = try #require(stemma.arrow("lost:NPA", "c"))
    #expect(arrow.confidence < 0.7 && arrow.evidence.contains { $0.kind == .alternative })
  }

  @Test(
    "where all clients name two wires, a page that names none is nobody's, whatever the names",
    arguments: [
      ("NPA", "KTB"), ("Alpha", "Beta"), ("Ost", "West"), ("Nord", "Süd"), ("One", "Two"), ("X", "Y"),
    ])
  func twoWires(first: String, second: String) {
    let pages = [
      News.article(
        "a", outlet: "Courier", published: "2031-05-06", credits: [News.agency(first), News.agency(second)]),
      News.article("c", outlet: "Plinth", published: "2031-05-01"),
    ]
    let stemma = News.stemma(pages)
    stemma.checkLaws(pages)
    #expect(stemma.parents(of: "c").isEmpty)
  }

  @Test(
    "a page that states only when it was changed is not called later than its copy, but may be called earlier"
  )
  func datedByChange() throws {
    func original(changed day: String) -> Article {
      var page = News.article("a", outlet: "Courier", published: day)
      page.modified = page.published
      page.found = [.published: .modified, .modified: .text]
      return page
    }
    let credited = News.article(
      "b", outlet: "Herald", published: "2031-05-06", credits: [News.first("Courier")])
    let late = News.stemma([original(changed: "2031-07-01"), credited])
    let arrow = try #require(late.arrow("a", "b"))
    #expect(!arrow.evidence.contains { $0.kind == .conflict || $0.kind == .time })
    let early = try #require(News.stemma([original(changed: "2031-05-01"), credited]).arrow("a", "b"))
    #expect(early.evidence.contains { $0.kind == .time && $0.text.contains("Changed 2031-05-01") })
    // Published so late it would speak against the credit.
    let published = News.article("a", outlet: "Courier", published: "2031-07-01")
    #expect(
      News.stemma([published, credited]).arrow("a", "b")?.evidence.contains { $0.kind == .conflict } == true)
    // Without a credit the order of the two is a guess, and no time is named for it.
    let copy = News.article("b", outlet: "Herald", published: "2031-05-06")
    let guess = News.stemma([original(changed: "2031-07-01"), copy])
    #expect(
      guess.edges.allSatisfy { edge in edge.confidence < 0.65 && !edge.evidence.contains { $0.kind == .time }
      })
  }

  @Test("a later page with the same words is the copy of the earlier")
  func times() throws {
    let pages = [News.article("a", published: "2031-05-09"), News.article("b", published: "2031-05-06")]
    let stemma = News.stemma(pages)
    stemma.checkLaws(pages)
    #expect(stemma.arrows == ["b -> a"])
  }

  @Test("without times an arrow is less sure")
  func noTimes() throws {
    let dated = News.stemma([
      News.article("a", published: "2031-05-06"), News.article("b", published: "2031-05-09"),
    ])
    let undated = News.stemma([News.article("a"), News.article("b")])
    let (sure, unsure) = (try #require(dated.edges.first), try #require(undated.edges.first))
    #expect(unsure.confidence < sure.confidence)
    #expect(!unsure.evidence.contains { $0.kind == .time })
  }

  @Test("an excerpt lies within its source")
  func excerpt() throws {
    let stemma = News.stemma([
      News.article("a", Array(News.sentences.prefix(4))), News.article("b"),
    ])
    #expect(stemma.arrows == ["b -> a"])
    #expect(stemma.edges[0].evidence.contains { $0.kind == .containment })
  }

  @Test("spinning runs one way, though no time says so", arguments: [true, false])
  func spinning(spunFirst: Bool) throws {
    let (plain, spun) = spunFirst ? ("b", "a") : ("a", "b")
    let stemma = News.stemma([
      News.article(plain, outlet: "Courier"), News.article(spun, outlet: "Newsmill", News.spun),
    ])
    #expect(stemma.arrows == ["\(plain) -> \(spun)"])
    #expect(stemma.edges[0].kind == .spun && stemma.edges[0].evidence.contains { $0.kind == .spinning })
  }

  @Test("nobody makes plain text of spun, though the plain page is stamped later")
  func spunEarlier() {
    let pages = [
      News.article("plain", outlet: "Courier", published: "2031-05-08"),
      News.article("spun", outlet: "Newsmill", published: "2031-05-06", News.spun),
    ]
    let stemma = News.stemma(pages)
    stemma.checkLaws(pages)
    #expect(stemma.edges.isEmpty)
  }

  @Test("where nothing tells which of two was spun, neither is said to be")
  func spunUntold() throws {
    let clean = News.spun.map { $0.split(separator: "a investigation").joined(separator: "an investigation") }
    let stemma = News.stemma([
      News.article("plain", outlet: "Courier", published: "2031-05-08"),
      News.article("spun", outlet: "Newsmill", published: "2031-05-06", clean),
    ])
    #expect(try #require(stemma.edges.first).evidence.allSatisfy { $0.kind != .spinning })
  }

  @Test("a spun credit shows which one was spun, where the text shows no slip")
  func spunCredit() {
    let clean = News.spun.map { $0.split(separator: "a investigation").joined(separator: "an investigation") }
    let stemma = News.stemma([
      News.article("b", outlet: "Courier"),
      News.article("a", outlet: "Newsmill", credits: [News.feed(spun: true)], clean),
    ])
    #expect(stemma.arrows == ["b -> a"])
  }

  @Test("a page merged from two reports has a parent in the other family too")
  func merged() throws {
    let vote = News.article("vote", outlet: "Courier", published: "2031-05-05", News.vote)
    let pages = [
      News.article("ferry", outlet: "Herald", published: "2031-05-05"),
      News.article(
        "merged", outlet: "Monitor", published: "2031-05-09",
        Array(News.sentences.prefix(5)) + News.vote.prefix(3)),
    ]
    let stemma = News.stemma(pages, guests: [(vote, "f2")])
    stemma.checkLaws(pages + [vote])
    #expect(stemma.parents(of: "merged").sorted() == ["ferry", "vote"])
    #expect(stemma.nodes.first { $0.id == "vote" }?.otherFamily == "f2")
    #expect(stemma.nodes.first { $0.id == "ferry" }?.otherFamily == nil)
    let later = News.article("vote", outlet: "Courier", published: "2031-05-20", News.vote)
    #expect(News.stemma(pages, guests: [(later, "f2")]).parents(of: "merged") == ["ferry"])
  }

  @Test("the worked example: a reprint with its credit, a spun page with a spun one, and two that are lost")
  func workedExample() throws {
    let pages = [
      News.article("b", outlet: "Business Courier", published: "2031-05-06", credits: [News.agency("NPA")]),
      News.article(
        "a", outlet: "Newsmill", credits: [News.first("NDX", spun: true), News.feed(spun: true)], News.spun),
    ]
    let stemma = News.stemma(pages)
    stemma.checkLaws(pages)
    #expect(stemma.arrows == ["lost:NDX -> a", "lost:NPA -> b", "lost:NPA -> lost:NDX"])
    #expect(stemma.nodes.map(\.lost) == [true, true, false, false])
    let spun = try #require(stemma.arrow("lost:NDX", "a"))
    #expect(spun.kind == .spun && spun.confidence >= 0.8)
    #expect(Set(spun.evidence.map(\.kind)).isSuperset(of: [.credit, .spinning]))
    #expect(try #require(stemma.arrow("lost:NPA", "b")).kind == .unknown)
  }

  @Test("a page alone has no arrow; an empty family no node")
  func alone() {
    let stemma = News.stemma([News.article("a", outlet: "Courier")])
    #expect(stemma.edges.isEmpty && stemma.nodes.map(\.label) == ["Courier"])
    #expect(News.stemma([]).nodes.isEmpty)
  }
}
