import Press
import TestSupport
import Testing

@testable import Matching

@Suite("Texts that have words in common by chance are no copies")
struct LikenessTests {
  private func pair(_ original: [String], _ copy: [String]) -> Pair? {
    News.pair(News.article("original", original), News.article("copy", copy))
  }

  @Test("where three words in five are others', short ones too, nobody copied", arguments: 1...8)
  func replacedByChance(seed: Int) {
    var news = InventedNews(seed: UInt64(seed))
    var random = SplitMix(seed: UInt64(seed))
    let original = news.report(paragraphs: 8)
    let foreign = news.report(paragraphs: 60).joined(separator: " ").split(separator: " ")
    let mixed = original.map { paragraph in
      paragraph.split(separator: " ").map { word in
        random.next() % 5 < 3 ? foreign[Int(random.next() % UInt64(foreign.count))] : word
      }.joined(separator: " ")
    }
    #expect(pair(original, mixed)?.kind.isCopying != true)
  }

  @Test("a synonym machine that replaces nearly every long word is found out", arguments: 1...8)
  func spun(seed: Int) {
    var news = InventedNews(seed: UInt64(seed))
    let original = news.report(paragraphs: 8)
    let copy = original.map { news.spun($0, rate: 0.9) }
    #expect(pair(original, copy)?.kind.isCopying == true)
  }

  @Test("what a scanner misread is the same text still", arguments: 1...8)
  func misread(seed: Int) {
    var news = InventedNews(seed: UInt64(seed))
    let original = news.report(paragraphs: 8)
    let copy = original.map { news.misread($0, rate: 0.08) }
    #expect(pair(original, copy)?.kind.isCopying == true)
  }
}
