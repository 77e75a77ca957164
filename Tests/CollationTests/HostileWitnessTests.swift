import Collation
import Press
import TestSupport
import Testing

@Suite("Witnesses that nobody would print")
struct HostileWitnessTests {
  private func articles(_ texts: [String]) -> [Article] {
    texts.enumerated().map { Article(id: "\($0)", source: "", text: $1) }
  }

  private func holds(_ texts: [String]) throws -> Apparatus {
    let articles = articles(texts)
    let apparatus = try #require(Collator.apparatus(of: articles, family: "f"))
    #expect(apparatus.losses(of: articles) == [])
    return apparatus
  }

  @Test("one word a hundred thousand times is one text with itself")
  func oneWord() throws {
    let apparatus = try holds([
      String(repeating: "ice ", count: 100_000), String(repeating: "ice ", count: 99_990),
    ])
    #expect(apparatus.equalWords("0", "1") == 99_990)
  }

  @Test("two words in turn")
  func twoWords() throws {
    _ = try holds([String(repeating: "ice is ", count: 10_000), String(repeating: "is ice ", count: 10_000)])
  }

  @Test("one line of a hundred thousand words, and the same with its halves exchanged")
  func giantLine() throws {
    var random = SplitMix(seed: 1)
    let words = (0..<100_000).map { _ in String(Int.random(in: 0..<50_000, using: &random)) }
    let apparatus = try holds([
      words.joined(separator: " "), (words[50_000...] + words[..<50_000]).joined(separator: " "),
    ])
    #expect(apparatus.equalWords("0", "1") == 100_000)
    #expect(apparatus.segments.count == 2)
  }

  @Test("marks without letters, joined pictures, blanks of every sort")
  func oddCharacters() throws {
    _ = try holds([
      String(repeating: "👩‍👩‍👧‍👦 a\u{301}\u{302} e\u{301} ", count: 200), "\u{301}", "  ", "...", "\r\n\r\n“”",
      "\u{FEFF}",
      String(repeating: "👩‍👩‍👧‍👦\u{200D}\u{301}", count: 100), "a\u{A0}b\u{3000}c\u{2028}d", "¿«‘”",
    ])
  }

  @Test("twenty thousand copies are one row")
  func copies() throws {
    let apparatus = try #require(
      Collator.apparatus(
        of: articles(Array(repeating: "The ice held.\n\nThe ferry left.", count: 20_000)), family: "f"))
    #expect(apparatus.segments.count == 2)
    #expect(apparatus.segments.allSatisfy { $0.cells.allSatisfy { $0?.reading == 0 } })
  }

  @Test("more different texts than a table may hold are no apparatus, and said so at once")
  func tooMany() {
    let texts = (0...Collator.mostRows).map { "The ferry number \($0) left the quay." }
    #expect(Collator.apparatus(of: articles(texts), family: "f") == nil)
  }

  @Test("texts that have nothing in common stand one after the other")
  func nothingInCommon() throws {
    let texts = (0..<30).map { number in (0..<40).map { "w\(number)x\($0)" }.joined(separator: " ") }
    let apparatus = try holds(texts)
    #expect(apparatus.segments.allSatisfy { $0.cells.filter { $0 != nil }.count == 1 })
  }

  @Test("sentences in any order")
  func shuffled() throws {
    var random = SplitMix(seed: 3)
    let sentences = (0..<20).map { number in (0..<12).map { "s\(number)w\($0)" }.joined(separator: " ") + "."
    }
    let texts = (0..<12).map { _ in sentences.shuffled(using: &random).joined(separator: "\n\n") }
    let apparatus = try holds(texts)
    #expect(apparatus.segments.count == 20)
  }
}
