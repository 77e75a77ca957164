import Press
import TestSupport
import Testing

@testable import Desk

/// What pages may share and still carry reports of their own.
@Suite("What is shared by all makes no family")
struct NoCopyLawsTests {
  private static let notice = """
    About Norlund Press Agency: founded in a cellar at Torvik in 1911 by seven printers, the agency has offices in forty \
    towns, sends out nine hundred reports on an ordinary day and is owned by the papers that print them. Its reports may \
    not be published, broadcast, rewritten or given to others without leave in writing. Write to the desk of rights, 4 \
    Quay Street, Torvik, if you want to use one. The agency answers for none of the pages that it links to.
    """
  private static let wall = """
    We value your privacy. We and our 842 partners store and access information on a device, such as cookies, and process \
    personal data, such as unique identifiers, to deliver advertising and content made for you, to measure both, to study \
    who looks at them and to develop our services. With your leave we may use precise location data and identify you by \
    scanning your device. You may click to consent, or click to refuse, or change your mind at any time on this page.
    """

  private func families(_ pile: [Article]) async -> [[String]] {
    let findings = await Survey(threads: 2).match(pile)
    #expect(findings.families.flatMap(\.members).sorted() == pile.map(\.id).sorted())
    return findings.families.map(\.members)
  }

  private func reports(_ count: Int, seed: UInt64, paragraphs: Int = 5) -> [[String]] {
    var news = InventedNews(seed: seed)
    return (0..<count).map { _ in news.report(paragraphs: paragraphs) }
  }

  /// Reports of their own, each with `shared` in it.
  private func pile(_ count: Int, sharing shared: String, seed: UInt64, paragraphs: Int = 5) -> [Article] {
    reports(count, seed: seed, paragraphs: paragraphs).enumerated().map { number, report in
      Pile.article("p\(number + 1000)", report + [shared])
    }
  }

  @Test("reports by one hand share turns of phrase and no family")
  func independent() async {
    let pile = reports(120, seed: 21).enumerated().map { Pile.article("p\($0.offset + 1000)", $0.element) }
    #expect(await families(pile).count == 120)
  }

  @Test("an agency's notice under each", arguments: [2, 3, 12, 60])
  func boilerplate(count: Int) async {
    let found = await families(pile(count, sharing: Self.notice, seed: 22))
    #expect(found.count == count)
  }

  @Test("an agency's notice under short reports, of which it is a third", arguments: [2, 12])
  func boilerplateUnderShort(count: Int) async {
    #expect(await families(pile(count, sharing: Self.notice, seed: 23, paragraphs: 3)).count == count)
  }

  @Test("a cookie wall before each", arguments: [2, 3, 12, 60])
  func cookieWall(count: Int) async {
    let pile = reports(count, seed: 24).enumerated().map { number, report in
      Pile.article("p\(number + 1000)", [Self.wall] + report)
    }
    #expect(await families(pile).count == count)
  }

  @Test("a quotation that everyone carries", arguments: [2, 3, 12, 60])
  func quotation(count: Int) async {
    var news = InventedNews(seed: 25)
    let quotation = news.quotation()
    #expect(await families(pile(count, sharing: quotation, seed: 26)).count == count)
  }

  @Test("a long speech that everyone carries, half of each report", arguments: [2, 12])
  func speech(count: Int) async {
    var news = InventedNews(seed: 27)
    let speech = (0..<4).map { _ in news.quotation() }
    let pile = reports(count, seed: 28).enumerated().map { number, report in
      Pile.article(
        "p\(number + 1000)",
        [report[0], speech[0], speech[1], report[1], speech[2], speech[3]] + report[2...])
    }
    #expect(await families(pile).count == count)
  }

  @Test("a roundup of ten reports welds none of them, and neither do two", arguments: [1, 2])
  func roundup(count: Int) async {
    let whole = reports(10, seed: 29)
    let singles = whole.enumerated().flatMap { number, report in
      [Pile.article("r\(number)-a", report), Pile.article("r\(number)-b", Array(report.prefix(4)))]
    }
    let roundups = (0..<count).map { number in
      Pile.article("up\(number)", whole.flatMap { $0.prefix(2) }, published: "2031-05-0\(number + 7)")
    }
    let found = await families(singles + roundups)
    for number in 0..<10 {
      let family = found.first { $0.contains("r\(number)-a") } ?? []
      #expect(family.filter { $0.hasPrefix("r") } == ["r\(number)-a", "r\(number)-b"])
    }
  }

  @Test("a page merged from two reports welds them not, however many reprints it has", arguments: [1, 2, 6])
  func merged(reprints: Int) async {
    let whole = reports(2, seed: 30)
    let singles = whole.enumerated().flatMap { number, report in
      (0..<3).map { Pile.article("r\(number)-\($0)", report) }
    }
    let merged = (0..<reprints).map { Pile.article("m\($0)", Array(whole[0].prefix(3)) + whole[1].prefix(3)) }
    let found = await families(singles + merged)
    #expect(
      found.allSatisfy { family in Set(family.filter { $0.hasPrefix("r") }.map { $0.prefix(2) }).count <= 1 })
    #expect(found.filter { $0.contains { $0.hasPrefix("r") } }.count == 2)
  }

  @Test("pages of one series are no copies of each other")
  func series() async {
    let report = reports(1, seed: 31)[0]
    let pile = ["a", "b", "c"].map { id in
      var article = Pile.article(id, report)
      article.series = "horoscope"
      return article
    }
    let findings = await Survey(threads: 1).match(pile)
    #expect(findings.pairs.filter(\.kind.isCopying).isEmpty && findings.families.count == 3)
  }
}
