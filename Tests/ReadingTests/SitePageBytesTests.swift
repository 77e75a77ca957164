import Press
import TestSupport
import Testing

@testable import Reading

@Suite("An outlet's pages and lines can be kept without their texts")
struct SitePageBytesTests {
  private func article(_ number: Int, lines: Int = 3) -> Article {
    var random = SplitMix(seed: UInt64(number))
    func words(_ count: Int) -> String {
      (0..<count).map { _ in
        ["tide", "pier", "crab", "mast", "gull", "rope"].randomElement(using: &random) ?? ""
      }
      .joined(separator: " ")
    }
    let report = (0..<4).map { _ in words(30) + "." }
    let own = (0..<lines).map { "Line \(String($0, radix: 36)) of the Lantern \(words(2))" }
    return Article(
      id: "p\(number)", source: "minch/\(number).txt", outlet: "Minch Lantern",
      text: (["Minch Lantern, first with the tides"] + own + report + ["Become a friend of the Lantern"])
        .joined(
          separator: "\n\n"))
  }

  @Test("a page comes back from its bytes, cut or not", arguments: [0, 3, 90, 300])
  func roundTrip(lines: Int) throws {
    let page = SitePage(article(7, lines: lines))
    let outlet = try #require(page.outlet)
    let back = try #require(SitePage(outlet: outlet, bytes: page.bytes))
    #expect(back == page && page.isCut == (lines > 128))
    for torn in [
      [], [0], [0, 255], Array(page.bytes.dropLast()), page.bytes + Array(repeating: 1, count: 4 * 99),
    ] {
      if let read = SitePage(outlet: 1, bytes: torn) { #expect(read.bytes == torn) }
    }
  }

  @Test("lines that were counted mark the same as the pages that they were counted on")
  func counted() {
    let articles = (0..<9).map { article($0) }
    let lines = SiteLines(articles.map(SitePage.init))
    #expect(!lines.isEmpty && lines.counted.allSatisfy { !$0.standing.isEmpty })
    let kept = SiteLines(lines.counted.reversed())
    for article in articles {
      #expect(kept.marking(article) == lines.marking(article))
      #expect(lines.marking(article) != article)
      #expect(SitePage(article).mayHave(anyOf: Set(lines.counted.map(\.line))))
    }
    #expect(kept.counted == lines.counted)
  }
}
