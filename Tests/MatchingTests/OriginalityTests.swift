import Press
import Testing

@testable import Matching

@Suite("Each family has a representative, and each member its own share")
struct OriginalityTests {
  private func families(_ articles: [Article]) -> [Family] {
    var pairs: [Pair] = []
    for (number, a) in articles.enumerated() {
      for b in articles[(number + 1)...] { if let pair = News.pair(a, b) { pairs.append(pair) } }
    }
    return FamilyBuilder(ids: articles.map(\.id), published: articles.map(\.published)).families(pairs: pairs)
  }

  @Test("alone, a page represents itself and is all its own")
  func alone() {
    let family = families([News.article("a", News.mine)])[0]
    #expect(family.representative == "a" && family.originality == [1])
  }

  @Test("the fullest page stands for its excerpts, and has for itself what no excerpt has")
  func excerpts() {
    let found = families([
      News.article("full", News.ferry, published: "2031-05-07"),
      News.article("cut", Array(News.ferry.prefix(3)), published: "2031-05-08"),
      News.article("cut2", Array(News.ferry.prefix(2)), published: "2031-05-08"),
    ])
    #expect(found.map(\.members) == [["cut", "cut2", "full"]])
    #expect(found[0].representative == "full")
    #expect(found[0].originality[0] == 0 && found[0].originality[1] == 0)
    #expect((0.3...0.5).contains(found[0].originality[2]))
  }

  @Test("what a page adds is its own")
  func added() {
    let family = families([
      News.article("a", News.ferry, published: "2031-05-06"),
      News.article("b", News.ferry + Array(News.mine.prefix(2)), published: "2031-05-07"),
    ])[0]
    #expect(family.members == ["a", "b"])
    #expect(family.originality[0] == 0)
    #expect((0.2...0.4).contains(family.originality[1]))
  }

  @Test("of equal pages the earliest represents, and of pages of one time the one with the smallest id")
  func ties() {
    let late = News.article("a", News.ferry, published: "2031-05-07")
    let early = News.article("b", News.ferry, published: "2031-05-06")
    let early2 = News.article("c", News.ferry, published: "2031-05-06")
    let undated = News.article("d", News.ferry)
    #expect(families([late, early, early2, undated])[0].representative == "b")
  }
}
