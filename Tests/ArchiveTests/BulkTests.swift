import Press
import Testing

@testable import Archive

@Suite("Bulk")
struct BulkTests {
  @Test("ten thousand articles of four hundred words")
  func bulk() throws {
    let folder = try Folder()
    let archive = try Archive(path: folder.file("x"), mode: .create)
    var state: UInt64 = 42
    func next(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    let syllables = ["lin", "mo", "ra", "the", "ker", "dul", "san", "vi", "ton", "bra"]
    // Few words are frequent and many are rare, as in news.
    let vocabulary = (0..<20_000).map { _ in
      (0...next(3)).map { _ in syllables[Int(next(10))] }.joined() + String(next(40))
    }
    let pages = (0..<10_000).map { number in
      let text = (0..<400).map { _ in vocabulary[Int(next(next(20_000) + 1))] }.joined(separator: " ")
      return Stored.article(
        Article(
          id: "article-\(number)", source: "pile/\(number).html", title: "Headline \(number)", text: text),
        contentHash: next(.max))
    }
    let clock = ContinuousClock()
    let storing = try clock.measure {
      for start in stride(from: 0, to: pages.count, by: 500) {
        try archive.store(Array(pages[start..<start + 500]))
      }
    }
    var known = 0
    let again = try clock.measure { known = try archive.store(pages).known }
    #expect(known == 10_000)
    var seen = 0
    let walking = try clock.measure { try archive.forEachArticle { seen += $0.count } }
    #expect(seen == 10_000)
    let families = (0..<10_000).lazy.map { Family(id: "f\($0)", members: ["article-\($0)"]) }
    let pairs = (0..<9_999).lazy.map {
      Pair(
        a: "article-\($0)", b: "article-\($0 + 1)", kind: .edited, coverageA: 1, coverageB: 1, similarity: 1,
        wordsA: 40, wordsB: 50, equalWords: 36, changes: 3,
        passages: [Passage(a: 0..<5, b: 0..<5, similarity: 1)])
    }
    let finding = try clock.measure {
      try archive.replaceFindings(pairs: pairs, families: families, stemmata: [], digest: "d")
    }
    let searching = try clock.measure { _ = try archive.search(SearchQuery(vocabulary[0])) }
    let checking = try clock.measure { _ = try archive.check() }
    let closing = clock.measure { archive.close() }
    print("10,000 articles of 400 words: stored in", storing, "again in", again, "walked in", walking)
    print("findings:", finding, "search:", searching, "check:", checking, "close:", closing)
  }
}
