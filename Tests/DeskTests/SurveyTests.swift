import Press
import TestSupport
import Testing

@testable import Desk

@Suite("A pile is surveyed")
struct SurveyTests {
  private let pile = Pile.articles(reports: 12, seed: 1)

  private func match(_ articles: [Article], threads: Int = 2) async -> Findings {
    await Survey(threads: threads).match(articles)
  }

  /// Families as lists of ids.
  private func members(_ findings: Findings) -> [[String]] {
    findings.families.map(\.members).sorted { $0[0] < $1[0] }
  }

  /// Every article in exactly one family, and pairs that hold what they say (invariants 4 and 6).
  private func checkLaws(_ findings: Findings, _ articles: [Article]) {
    #expect(findings.families.flatMap(\.members).sorted() == articles.map(\.id).sorted())
    #expect(Set(findings.families.map(\.id)).count == findings.families.count)
    let lengths = Dictionary(uniqueKeysWithValues: articles.map { ($0.id, $0.text.utf8.count) })
    for pair in findings.pairs {
      #expect(pair.a < pair.b && !pair.passages.isEmpty)
      #expect((0...1).contains(pair.coverageA) && (0...1).contains(pair.coverageB))
      #expect((0...1).contains(pair.similarity))
      for passage in pair.passages {
        #expect(passage.a.upperBound <= lengths[pair.a] ?? 0 && passage.b.upperBound <= lengths[pair.b] ?? 0)
      }
    }
    #expect(Set(findings.pairs.map { [$0.a, $0.b] }).count == findings.pairs.count)
  }

  @Test("reports are told apart, and their copies found")
  func families() async {
    let findings = await match(pile)
    checkLaws(findings, pile)
    #expect(findings.families.count == 12)
    for family in findings.families {
      #expect(Set(family.members.filter { !$0.hasSuffix("m") }.map { $0.prefix(5) }).count == 1)
      #expect(family.members.count >= 4)
    }
  }

  @Test("the number of threads is nothing", arguments: [1, 2, 8])
  func threads(count: Int) async {
    let alone = await Survey(threads: 1).drawStemmata(match(pile, threads: 1), of: pile)
    let findings = await Survey(threads: count).drawStemmata(match(pile, threads: count), of: pile)
    #expect(findings.pairs == alone.pairs && findings.families == alone.families)
    #expect(
      findings.stemmata == alone.stemmata && findings.stemmata.map(\.family) == findings.families.map(\.id))
    #expect(findings.stemmata.contains { $0.nodes.contains { $0.otherFamily != nil } })
  }

  @Test("the order of the articles is nothing")
  func order() async {
    var random = SplitMix(seed: 3)
    let expected = await Survey(threads: 2).drawStemmata(match(pile), of: pile)
    for _ in 0..<4 {
      let shuffled = pile.shuffled(using: &random)
      let findings = await Survey(threads: 2).drawStemmata(match(shuffled), of: shuffled)
      #expect(findings.pairs == expected.pairs && findings.families == expected.families)
      #expect(findings.stemmata == expected.stemmata)
    }
  }

  @Test("other names for the articles, in the same order, change no family")
  func renamed() async {
    let renamed = pile.map { article in
      var other = article
      other.id = "page/" + article.id + "?x"
      return other
    }
    let expected = members(await match(pile)).map { $0.map { "page/" + $0 + "?x" } }
    #expect(members(await match(renamed)) == expected)
  }

  @Test("unrelated articles change no family")
  func unrelated() async {
    let strangers = Pile.articles(reports: 6, seed: 99).map { article in
      var other = article
      other.id = "a" + article.id
      return other
    }
    let expected = members(await match(pile))
    #expect(members(await match(pile + strangers)).filter { $0[0].hasPrefix("r") } == expected)
  }

  @Test("case, typography and invisible marks change no family")
  func typography() async {
    let expected = await match(pile)
    let dressed = pile.enumerated().map { number, article in
      var other = article
      switch number % 4 {
      case 0: other.text = article.text.uppercased()
      case 1:
        other.text = article.text.split(separator: "a", omittingEmptySubsequences: false).joined(
          separator: "a\u{200B}")
      case 2: other.text = article.text.split(separator: " ").joined(separator: "\u{A0} — ")
      default:
        other.text = article.text.split(separator: "e", omittingEmptySubsequences: false).joined(
          separator: "é")
      }
      return other
    }
    let findings = await match(dressed)
    checkLaws(findings, dressed)
    #expect(members(findings) == members(expected))
    #expect(findings.pairs.map(\.kind) == expected.pairs.map(\.kind))
    #expect(findings.pairs.map(\.coverageA) == expected.pairs.map(\.coverageA))
  }

  @Test("no article, one article, empty articles, articles of one word")
  func edges() async {
    #expect(await match([]).families.isEmpty)
    let small = (0..<40).map { Pile.article("x\($0 + 10)", $0 % 2 == 0 ? [] : ["Torvik"]) }
    let findings = await match(small)
    checkLaws(findings, small)
    #expect(findings.families.count == 40 && findings.pairs.isEmpty)
  }

  @Test("3,000 copies of one cookie wall slow 300 reports down but little (invariant 12)")
  func cookieWall() async {
    let wall = """
      We value your privacy. We and our 842 partners store and access information on a device, such as cookies, and process \
      personal data, such as unique identifiers, to deliver advertising and content made for you, to measure both, to study \
      who looks at them and to develop our services. With your leave we may use precise location data and identify you by \
      scanning your device. You may click to consent, or click to refuse, or change your mind at any time on this page.
      """
    let walls = (0..<3_000).map { Pile.article("wall\($0 + 10_000)", [wall]) }
    let reports = Array(Pile.articles(reports: 75, seed: 7).filter { !$0.id.hasSuffix("m") }.prefix(300))
    let pile = walls + reports
    let clock = ContinuousClock()
    let start = clock.now
    let findings = await match(pile, threads: 2)
    let matched = clock.now
    checkLaws(findings, pile)
    #expect(findings.families.count == 76)
    #expect(findings.families.contains { $0.members == walls.map(\.id) })
    #expect(findings.pairs.count < 4 * pile.count)
    // Some seconds in a debug build on a quiet machine; a quadratic search would take an hour.
    #expect(matched - start < .seconds(300))
    let drawn = await Survey(threads: 2).drawStemmata(findings, of: pile)
    #expect(drawn.stemmata.count == 76)
    #expect(clock.now - matched < .seconds(300))
    print("cookie walls: matched in \(matched - start), drawn in \(clock.now - matched)")
  }
}
