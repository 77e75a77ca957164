import Press
import TestSupport
import Testing

@testable import Matching

@Suite("What many pages bear that share nothing else is no copying")
struct CommonSourceTests {
  private static func words(_ name: String, _ count: Int) -> String {
    (0..<count).map { "\(name)x\($0)" }.joined(separator: " ") + "."
  }

  private static func judged(_ articles: [Article]) -> (families: [Family], pairs: [Pair]) {
    var pairs: [Pair] = []
    for (number, a) in articles.enumerated() {
      for b in articles[(number + 1)...] { if let pair = News.pair(a, b) { pairs.append(pair) } }
    }
    let members = articles.map { article in
      let witness = Witness(article)
      return Member(witness, words: witness.words)
    }
    return FamilyBuilder(members: members).judged(pairs: pairs)
  }

  /// Pages with 200 words of their own, and `shared` before or after them.
  private static func pages(_ count: Int, _ shared: String, first: Bool = false, outlet: String? = nil)
    -> [Article]
  {
    (0..<count).map { page in
      let own = words("own\(page)", 200)
      return Article(
        id: "p\(page)", source: "p\(page)", outlet: outlet,
        text: first ? shared + "\n\n" + own : own + "\n\n" + shared)
    }
  }

  @Test("a notice below reports of their own is a common source, and makes no family", arguments: [4, 30])
  func notice(count: Int) {
    let found = Self.judged(Self.pages(count, Self.words("notice", 60)))
    #expect(found.families.count == count)
    #expect(found.pairs.count == count * (count - 1) / 2)
    #expect(found.pairs.allSatisfy { $0.kind == .commonSource })
  }

  @Test("three pages are too few to tell")
  func few() {
    let found = Self.judged(Self.pages(3, Self.words("notice", 60)))
    #expect(found.families.count == 3)
    #expect(found.pairs.allSatisfy { $0.kind == .partial })
  }

  @Test("what some page is mostly made of is that page's report, and the others carry an excerpt of it")
  func carrier() {
    let dispatch = Self.words("dispatch", 60)
    let carrier = Article(id: "q", source: "q", text: dispatch + "\n\n" + Self.words("rest", 20))
    let found = Self.judged(Self.pages(8, dispatch) + [carrier])
    #expect(found.pairs.allSatisfy { $0.kind == .partial })
  }

  @Test("a lead is no notice, unless all who bear it are one outlet's")
  func lead() {
    let lead = Self.words("lead", 70)
    #expect(Self.judged(Self.pages(6, lead, first: true)).pairs.allSatisfy { $0.kind == .partial })
    let banner = Self.judged(Self.pages(6, lead, first: true, outlet: "Courier"))
    #expect(banner.pairs.allSatisfy { $0.kind == .commonSource })
  }

  @Test("copies that bear a notice stay copies of each other")
  func copies() {
    let notice = Self.words("notice", 60)
    let reprint = Article(
      id: "r", source: "r", text: Self.words("own0", 200) + "\n\n" + notice)
    let found = Self.judged(Self.pages(6, notice) + [reprint])
    #expect(found.families.contains { $0.members == ["p0", "r"] })
    #expect(found.pairs.filter { $0.kind.isCopying }.map { [$0.a, $0.b] } == [["p0", "r"]])
  }
}
