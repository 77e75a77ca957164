import Press
import TestSupport
import Testing

@testable import Lineage

@Suite("What every stemma owes, whatever the pages claim")
struct StemmaLawTests {
  private struct Case {
    var members: [Article] = []
    var guests: [(article: Article, family: String)] = []
    var pairs: [Pair] = []

    var stemma: Stemma {
      StemmaBuilder.stemma(
        of: Family(id: "f1", members: members.map(\.id)), members: members, guests: guests, pairs: pairs)
    }
  }

  private static let names = [
    "Courier", "The Courier", "Herald", "NPA", "N.P.A.", "Northern Press Agency", "KTB", "Post", "", "…", "Ö",
  ]
  private static let times = [
    "2031", "2031-05", "2031-05-06", "2031-05-07", "2031-05-06T09:00Z", "2031-05-06T23:00-05:00",
  ]

  /// Pages with random times, credits and links; nothing need fit together.
  private static func random(_ random: inout SplitMix) -> Case {
    var made = Case()
    let count = Int.random(in: 1...9, using: &random)
    for number in 0..<count {
      var credits: [Credit] = []
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let kind = [Credit.Kind.agency, .outlet, .unnamed].randomElement(using: &random) ?? .agency
        let roles = [Credit.Role.source, .originated, .supplied, .contributed, .edited]
        let role = roles.randomElement(using: &random) ?? .source
        credits.append(
          Credit(
            name: names.randomElement(using: &random) ?? "", kind: kind, role: role, text: "credit \(number)",
            place: .furniture, spun: Int.random(in: 0..<5, using: &random) == 0))
      }
      let time = Bool.random(using: &random) ? times.randomElement(using: &random) : nil
      var page = News.article(
        "p\(number)", outlet: Bool.random(using: &random) ? names.randomElement(using: &random) : nil,
        published: time,
        credits: credits, ["It was a impartial report, number \(number).", "It had words."])
      if Int.random(in: 0..<4, using: &random) == 0 {
        page.dateline = Dateline(place: "Torvik", agency: names.randomElement(using: &random))
      }
      if number > 0, Int.random(in: 0..<5, using: &random) == 0 {
        made.guests.append((page, "f\(Int.random(in: 2...3, using: &random))"))
      } else {
        made.members.append(page)
      }
    }
    for a in 0..<count {
      for b in (a + 1)..<max(a + 1, count) where Int.random(in: 0..<4, using: &random) > 0 {
        func share() -> Double { Double.random(in: 0...1, using: &random) }
        let start = Int.random(in: 0..<20, using: &random)
        made.pairs.append(
          Pair(
            a: "p\(a)", b: "p\(b)",
            kind: [.verbatim, .edited, .partial, .spun].randomElement(using: &random) ?? .edited,
            coverageA: share(), coverageB: share(), similarity: share(), wordsA: 10, wordsB: 10,
            equalWords: Int.random(in: 1...10, using: &random),
            changes: Int.random(in: 0...5, using: &random),
            passages: [Passage(a: start..<start + 9, b: 20 - start..<30 - start, similarity: share())]))
      }
    }
    return made
  }

  @Test(
    "2,000 random piles: no circle, every arrow with its reasons, every lost witness named, conflicts said")
  func laws() {
    var random = SplitMix(seed: 2031)
    for _ in 0..<2_000 {
      let made = Self.random(&random)
      let stemma = made.stemma
      stemma.checkLaws(made.members + made.guests.map(\.article))
      #expect(Set(stemma.nodes.map(\.id)).isSuperset(of: made.members.map(\.id)))
      #expect(stemma.edges.allSatisfy { edge in !made.guests.contains { $0.article.id == edge.to } })
    }
  }

  @Test("the order of members, guests and pairs is nothing")
  func order() {
    var random = SplitMix(seed: 2032)
    for _ in 0..<300 {
      var made = Self.random(&random)
      let stemma = made.stemma
      for _ in 0..<3 {
        made.members.shuffle(using: &random)
        made.guests.shuffle(using: &random)
        made.pairs.shuffle(using: &random)
        #expect(made.stemma == stemma)
      }
    }
  }

  @Test("real texts, shuffled, give one stemma")
  func texts() {
    var random = SplitMix(seed: 2033)
    let pages = [
      News.article("a", outlet: "Courier", published: "2031-05-06", credits: [News.agency("NPA")]),
      News.article("b", outlet: "Herald", published: "2031-05-07", Array(News.sentences.prefix(6))),
      News.article("c", outlet: "Newsmill", credits: [News.feed(spun: true)], News.spun),
      News.article(
        "d", outlet: "Post", published: "2031-05-08", credits: [News.first("Herald")],
        Array(News.sentences.prefix(5))),
      News.article("e", outlet: "Plinth", published: "2031-05-09", Array(News.sentences.prefix(5))),
    ]
    let stemma = News.stemma(pages)
    stemma.checkLaws(pages)
    for _ in 0..<10 { #expect(News.stemma(pages.shuffled(using: &random)) == stemma) }
  }

  @Test(
    "a family of 8,000 copies of one page is drawn in seconds (invariant 12)",
    arguments: [[], [News.agency("NPA")], [News.first("Lost Courier"), News.inputs("NPA")]])
  func large(credits: [Credit]) {
    let pages = (0..<8_000).map { number in
      News.article(
        "p\(number + 10_000)", outlet: "Outlet \(number)", credits: number % 2 == 0 ? credits : [],
        ["We value your privacy."])
    }
    let pairs = pages.dropFirst().map { page in
      Pair(
        a: pages[0].id, b: page.id, kind: .verbatim, coverageA: 1, coverageB: 1, similarity: 1, wordsA: 4,
        wordsB: 4,
        equalWords: 4, changes: 0, passages: [Passage(a: 0..<21, b: 0..<21, similarity: 1)])
    }
    let clock = ContinuousClock()
    let start = clock.now
    let stemma = StemmaBuilder.stemma(
      of: Family(id: "f1", members: pages.map(\.id)), members: pages, pairs: pairs)
    #expect(stemma.edges.count >= 7_999)
    // A second or two in a debug build; a quadratic search takes minutes.
    #expect(clock.now - start < .seconds(240))
  }
}
