import Press
import TestSupport
import Testing

@testable import Matching

/// What every pair owes, whatever was done to the copy.
@Suite("Laws of pairs")
struct PairLawsTests {
  /// A report, and copies of it that were cut, moved, rewritten, spun, misread, merged, dressed up.
  private static func copies(seed: UInt64) -> (report: [String], copies: [[String]]) {
    var news = InventedNews(seed: seed)
    let report = news.report(paragraphs: 6)
    let other = news.report(paragraphs: 4)
    return (
      report,
      [
        report, Array(report.prefix(4)), Array(report[3...]) + report[..<3], report + other,
        Array(other + report.prefix(3)),
        report.map { news.spun($0, rate: 0.5) }, report.map { news.misread($0, rate: 0.02) },
        report.map { $0.uppercased() }, report.map { $0.map { "\($0)\u{200B}" }.joined() },
        Array(report.prefix(2)) + other.prefix(1) + report.suffix(3), [report.joined(separator: " ")],
      ]
    )
  }

  private func article(_ id: String, _ paragraphs: [String]) -> Article { News.article(id, paragraphs) }

  @Test("passages lie on character boundaries, in order, apart from each other", arguments: UInt64(1)...6)
  func ranges(seed: UInt64) throws {
    let (report, copies) = Self.copies(seed: seed)
    let whole = article("a", report)
    for (number, copy) in copies.enumerated() {
      let page = article("b", copy)
      let pair = try #require(News.pair(whole, page), "copy \(number)")
      #expect(pair.kind.isCopying && (0...1).contains(pair.confidence))
      #expect(
        (0...1).contains(pair.coverageA) && (0...1).contains(pair.coverageB)
          && (0...1).contains(pair.similarity))
      for passage in pair.passages {
        #expect(whole.text.slice(passage.a)?.isEmpty == false)
        #expect(page.text.slice(passage.b)?.isEmpty == false)
      }
      for side in [pair.passages.map(\.a), pair.passages.map(\.b)] {
        let sorted = side.sorted { $0.lowerBound < $1.lowerBound }
        for (before, after) in zip(sorted, sorted.dropFirst()) {
          #expect(before.upperBound <= after.lowerBound)
        }
      }
    }
  }

  @Test("seen from either side a pair is the same", arguments: UInt64(11)...16)
  func eitherSide(seed: UInt64) throws {
    let (report, copies) = Self.copies(seed: seed)
    for (number, copy) in copies.enumerated() {
      let there = try #require(News.pair(article("a", report), article("b", copy)), "copy \(number)")
      let back = try #require(News.pair(article("a", copy), article("b", report)), "copy \(number)")
      #expect(there.kind == back.kind, "copy \(number)")
      // Ties between words of which either may be the equal one may fall either way.
      #expect(abs(there.coverageA - back.coverageB) < 0.03 && abs(there.coverageB - back.coverageA) < 0.03)
      #expect(there.wordsA == back.wordsB && there.wordsB == back.wordsA)
    }
  }

  @Test("dress changes nothing of a pair but its bytes", arguments: UInt64(21)...24)
  func dress(seed: UInt64) throws {
    let (report, copies) = Self.copies(seed: seed)
    for copy in copies {
      let plain = try #require(News.pair(article("a", report), article("b", copy)))
      let dressed = try #require(
        News.pair(
          article("a", report.map { $0.uppercased() }),
          article(
            "b",
            copy.map {
              $0.split(separator: "e", omittingEmptySubsequences: false).joined(separator: "e\u{AD}")
            })))
      #expect(plain.coverageA == dressed.coverageA && plain.coverageB == dressed.coverageB)
      #expect(plain.equalWords == dressed.equalWords && plain.changes == dressed.changes)
    }
  }

  @Test("reports of their own are no copies, in whatever dress", arguments: UInt64(31)...34)
  func strangers(seed: UInt64) {
    var news = InventedNews(seed: seed)
    let (a, b) = (news.report(paragraphs: 8), news.report(paragraphs: 8))
    let quotation = news.quotation()
    for (left, right) in [(a, b), (a.map { $0.uppercased() }, b), (a + [quotation], [quotation] + b)] {
      let pair = News.pair(article("a", left), article("b", right))
      #expect(pair?.kind.isCopying != true)
    }
  }
}
