import Press
import TestSupport
import Testing

@testable import Matching

@Suite("A text rewritten sentence for sentence is known by what stays in its order")
struct RewordingTests {
  private static let report = News.article("report", News.ferry + News.vote + News.mine)

  /// The report with `kept` words left of every `period`, the others replaced by as many new ones.
  private func phrases(kept: Int, of period: Int) -> [String] {
    let words = Self.report.text.split(whereSeparator: \.isWhitespace).map(String.init)
    return stride(from: 0, to: words.count - period, by: period).map { start in
      (words[start..<(start + kept)] + (0..<(period - kept)).map { "own\(start + $0)" }).joined(
        separator: " ")
    }
  }

  @Test("phrases in the report's order, from end to end, are copying")
  func inOrder() throws {
    let copy = News.article("copy", [phrases(kept: 4, of: 16).joined(separator: " ")])
    let pair = try #require(News.pair(Self.report, copy))
    #expect(pair.kind.isCopying)
    #expect(!pair.passages.isEmpty)
    for passage in pair.passages { #expect(!passage.a.isEmpty && !passage.b.isEmpty) }
    for (x, y) in zip(pair.passages, pair.passages.dropFirst()) {
      #expect(x.a.upperBound <= y.a.lowerBound && x.b.upperBound <= y.b.lowerBound)
    }
  }

  @Test("the same phrases in another order are none, nor are they where there are few")
  func outOfOrder() {
    var random = SplitMix(seed: 5)
    for _ in 0..<10 {
      let copy = phrases(kept: 4, of: 16).shuffled(using: &random).joined(separator: " ")
      #expect(News.pair(Self.report, News.article("copy", [copy]))?.kind.isCopying != true)
    }
    let few = phrases(kept: 3, of: 24).joined(separator: " ")
    #expect(News.pair(Self.report, News.article("copy", [few]))?.kind.isCopying != true)
  }

  @Test("confidence rises with the evidence, and copying is said only where it is likelier than not")
  func confidence() {
    let strengths = stride(from: 0.0, through: 12, by: 0.05).map { Confidence.copying($0) }
    #expect(strengths == strengths.sorted() && strengths.allSatisfy { (0...1).contains($0) })
    #expect(Confidence.copying(1) > 0.5 && Confidence.copying(0.95) < 0.5)
    for (start, end) in [(0, 12), (0, 6), (0, 3), (3, 7)] {
      let pair = News.pair(
        Self.report, News.article("copy", Array((News.ferry + News.vote + News.mine)[start..<end])))
      #expect(pair?.kind.isCopying == true && (pair?.confidence ?? 0) > 0.9)
    }
  }
}
