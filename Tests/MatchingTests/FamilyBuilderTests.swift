import Press
import TestSupport
import Testing

@testable import Matching

@Suite("Families hold one report each")
struct FamilyBuilderTests {
  /// Families as a pile of articles gives them, every pair judged, none left to an index.
  private func families(_ articles: [Article]) -> [[String]] { build(articles).map(\.members) }

  private func build(_ articles: [Article]) -> [Family] {
    var pairs: [Pair] = []
    for (number, a) in articles.enumerated() {
      for b in articles[(number + 1)...] { if let pair = News.pair(a, b) { pairs.append(pair) } }
    }
    let members = articles.map { article in
      let witness = Witness(article)
      return Member(witness, words: witness.words)
    }
    return FamilyBuilder(members: members).families(pairs: pairs)
  }

  /// A report of invented words, about a hundred of them, unlike that of any other number.
  private func report(_ number: Int) -> [String] {
    var random = SplitMix(seed: UInt64(number) + 1000)
    return (0..<4).map { _ in
      (0..<26).map { _ in "w\(number)x\(Int.random(in: 0..<400, using: &random))" }.joined(separator: " ")
        + "."
    }
  }

  @Test("every article is in exactly one family, alone ones too")
  func everyArticle() {
    #expect(
      families([
        News.article("c", News.mine), News.article("a", News.ferry), News.article("b", News.spunFerry),
      ])
        == [["a", "b"], ["c"]])
    #expect(families([]) == [])
  }

  @Test("a roundup of ten reports welds nothing", arguments: [nil, "2031-05-06", "2031-05-20"])
  func roundup(published: String?) {
    let reports = (0..<10).map { News.article("r\($0)", report($0), published: "2031-05-06") }
    let roundup = News.article("up", (0..<10).flatMap { report($0) }, published: published)
    let found = families(reports + [roundup])
    #expect(
      found.filter { $0.contains { $0.hasPrefix("r") } }.allSatisfy {
        $0.filter { $0.hasPrefix("r") }.count == 1
      })
  }

  @Test("a page of four reports welds none of them either", arguments: [nil, "2031-05-06", "2031-05-20"])
  func fourReports(published: String?) {
    let reports = (0..<4).map { News.article("r\($0)", report($0), published: "2031-05-06") }
    let roundup = News.article("up", (0..<4).flatMap { report($0) }, published: published)
    let found = families(reports + [roundup])
    #expect(found.allSatisfy { $0.filter { $0.hasPrefix("r") }.count <= 1 })
  }

  @Test("an excerpt joins its report")
  func excerpt() {
    let whole = News.article("whole", News.ferry, published: "2031-05-06")
    let short = News.article("short", Array(News.ferry.prefix(1)), published: "2031-05-07")
    #expect(families([whole, short]) == [["short", "whole"]])
    let reprint = News.article("reprint", News.ferry, published: "2031-05-07")
    #expect(families([whole, short, reprint]) == [["reprint", "short", "whole"]])
  }

  @Test("a merged page goes with the report that it begins with, and the two reports stay two")
  func merged() {
    let ferry = News.article("ferry", News.ferry, published: "2031-05-06")
    let vote = News.article("vote", News.vote, published: "2031-05-06")
    let merged = News.article(
      "merged", Array(News.ferry.prefix(3)) + Array(News.vote.prefix(2)), published: "2031-05-08")
    #expect(families([ferry, vote, merged]) == [["ferry", "merged"], ["vote"]])
    let other = News.article(
      "merged", Array(News.vote.prefix(2)) + Array(News.ferry.prefix(3)), published: "2031-05-08")
    #expect(families([ferry, vote, other]) == [["ferry"], ["merged", "vote"]])
  }

  @Test("two merged pages do not weld what they merge")
  func twoMerged() {
    let ferry = News.article("ferry", News.ferry, published: "2031-05-06")
    let vote = News.article("vote", News.vote, published: "2031-05-06")
    let first = News.article(
      "m1", Array(News.ferry.prefix(3)) + Array(News.vote.prefix(2)), published: "2031-05-08")
    let second = News.article(
      "m2", Array(News.ferry.prefix(2)) + Array(News.vote.prefix(3)), published: "2031-05-08")
    let found = families([ferry, vote, first, second])
    #expect(found.allSatisfy { !($0.contains("ferry") && $0.contains("vote")) })
  }

  @Test("the same kind of event told independently is another report (invariant 7)")
  func independent() {
    #expect(
      families([News.article("ferry", News.ferry), News.article("quay", News.ferryFromTheQuay)]) == [
        ["ferry"], ["quay"],
      ])
  }

  @Test("the order of articles and pairs is nothing, and ids are the same each time")
  func order() {
    var random = SplitMix(seed: 5)
    var pile = (0..<6).map { News.article("r\($0)", report($0), published: "2031-05-06") }
    pile.append(News.article("up", (0..<6).flatMap { report($0) }, published: "2031-05-09"))
    pile.append(
      News.article("m", Array(report(0).prefix(3)) + Array(report(1).prefix(3)), published: "2031-05-07"))
    pile.append(News.article("x", Array(report(2).prefix(2)), published: "2031-05-07"))
    pile += (0..<3).map { News.article("copy\($0)", report(3), published: "2031-05-0\($0 + 5)") }
    pile += [News.article("ferry", News.ferry), News.article("spun", News.spunFerry)]
    let expected = build(pile)
    #expect(expected.contains { $0.members == ["copy0", "copy1", "copy2", "r3"] })
    for _ in 0..<12 { #expect(build(pile.shuffled(using: &random)) == expected) }
  }

  @Test("a family's id is its smallest member's, and no two differ by chance")
  func ids() {
    let builder = FamilyBuilder(
      ids: (0..<5000).map { "page-\($0)" }, published: Array(repeating: nil, count: 5000))
    let families = builder.families(pairs: [])
    #expect(Set(families.map(\.id)).count == 5000)
    #expect(families.allSatisfy { $0.id.hasPrefix("f") && $0.id.utf8.count == 12 })
    #expect(families.first?.id == Family.id(smallest: "page-0"))
  }

  @Test("pairs that name no article of the pile are passed over")
  func strangers() {
    let pair = Pair(
      a: "a", b: "stranger", kind: .verbatim, coverageA: 1, coverageB: 1, similarity: 1, wordsA: 9, wordsB: 9,
      equalWords: 9, changes: 0, passages: [Passage(a: 0..<9, b: 0..<9, similarity: 1)])
    let found = FamilyBuilder(ids: ["a"], published: [nil]).families(pairs: [pair])
    #expect(found.map(\.members) == [["a"]])
  }
}
