import Press
import TestSupport
import Testing

@testable import Desk

/// Piles and texts of unlikely sizes. What is held against a bound is the work that can be counted, never the time; the
/// limits of minutes are there for what would not end.
@Suite("Any size of text and pile is matched", .serialized)
struct MatchingSizeTests {
  private func match(_ pile: [Article]) async -> Findings {
    let findings = await Survey(threads: 2).match(pile)
    #expect(findings.families.flatMap(\.members).sorted() == pile.map(\.id).sorted())
    return findings
  }

  @Test("texts of a hundred thousand words", .timeLimit(.minutes(4)))
  func longTexts() async {
    var news = InventedNews(seed: 41)
    let long = (0..<2_200).map { _ in news.report(paragraphs: 1)[0] }
    var edited = long
    for place in stride(from: 5, to: edited.count, by: 50) { edited[place] = news.report(paragraphs: 1)[0] }
    let moved = Array(long[1_100...]) + long[..<1_100]
    let pile = [
      Pile.article("long", long), Pile.article("edited", edited), Pile.article("moved", moved),
      Pile.article("other", (0..<2_200).map { _ in news.report(paragraphs: 1)[0] }),
    ]
    let findings = await match(pile)
    #expect(findings.families.map(\.members) == [["edited", "long", "moved"], ["other"]])
    let pair = findings.pairs.first { $0.a == "edited" && $0.b == "long" }
    #expect((pair?.coverageA ?? 0) > 0.9)
  }

  @Test("a hundred thousand times one word", .timeLimit(.minutes(4)))
  func oneWordOften() async {
    let refrain = String(repeating: "tide ", count: 100_000)
    let pile = ["a", "b"].map { Pile.article($0, [refrain]) } + [Pile.article("c", ["tide tide tide"])]
    let findings = await match(pile)
    // One word repeated carries no report, whatever its length; it is enough that this ends. What is the same to the
    // last letter is another matter.
    #expect(findings.pairs.allSatisfy { $0.a == "a" && $0.b == "b" })
  }

  @Test("empty texts, texts of one word, of marks alone, and one report among them")
  func nearlyNothing() async {
    var news = InventedNews(seed: 42)
    let report = news.report()
    let scraps = ["", " ", "\n\n", "Torvik", "torvik", "…", "—", "\u{200B}\u{200B}", "1911", "\u{FEFF}", "🙂"]
    let pile =
      scraps.enumerated().map { Pile.article("scrap\($0.offset + 10)", [$0.element]) }
      + ["a", "b"].map { Pile.article($0, report) }
    let findings = await match(pile)
    #expect(findings.families.count == scraps.count + 1)
    #expect(findings.pairs.map { [$0.a, $0.b] } == [["a", "b"]])
  }

  @Test("two thousand identical texts are one family, and pairs stay in proportion", .timeLimit(.minutes(8)))
  func identical() async {
    var news = InventedNews(seed: 43)
    let report = news.report()
    let other = news.report()
    let pile =
      (0..<2_000).map { Pile.article("same\($0 + 10_000)", report) }
      + ["x", "y"].map { Pile.article($0, other) }
    let findings = await match(pile)
    #expect(findings.families.map(\.members.count).sorted() == [2, 2_000])
    // The pairs that a cap of two hundred texts allows; all pairs would be two millions.
    #expect(findings.pairs.count <= 210 * pile.count)
  }
}
