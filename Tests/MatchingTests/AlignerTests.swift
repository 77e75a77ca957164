import Language
import TestSupport
import Testing

@testable import Matching

@Suite("Two texts are laid against each other")
struct AlignerTests {
  private func words(_ paragraphs: [String]) -> [Token] { Tokenizer.tokens(of: News.text(paragraphs)) }

  /// What every alignment owes: equal words, rising in both texts, passages apart from each other in both.
  private func checkLaws(_ passages: [Alignment], _ a: [Token], _ b: [Token]) {
    for passage in passages {
      var (atA, atB) = (passage.a.lowerBound, passage.b.lowerBound)
      for run in passage.runs {
        #expect(run.count > 0 && run.a >= atA && run.b >= atB)
        for offset in 0..<run.count { #expect(a[run.a + offset].key == b[run.b + offset].key) }
        (atA, atB) = (run.a + run.count, run.b + run.count)
      }
      #expect(passage.a.lowerBound >= 0 && passage.a.upperBound <= a.count)
      #expect(passage.b.lowerBound >= 0 && passage.b.upperBound <= b.count)
      #expect((0...1).contains(passage.similarity))
    }
    for side in [passages.map(\.a), passages.map(\.b)] {
      let sorted = side.sorted { $0.lowerBound < $1.lowerBound }
      for (before, after) in zip(sorted, sorted.dropFirst()) {
        #expect(before.upperBound <= after.lowerBound)
      }
    }
    #expect(passages.map(\.a.lowerBound) == passages.map(\.a.lowerBound).sorted())
  }

  @Test("identical texts give one passage of everything")
  func identical() {
    for report in [News.ferry, News.vote, News.mine] {
      let text = words(report)
      let passages = Aligner().align(text, text)
      #expect(passages.map(\.runs) == [[Alignment.Run(a: 0, b: 0, count: text.count)]])
    }
  }

  @Test("identical texts that repeat themselves give one passage of everything too")
  func identicalRefrain() {
    let text = words(Array(repeating: "The tide rises at nine and falls at three in Torvik.", count: 12))
    let passages = Aligner().align(text, text)
    #expect(passages.map(\.runs) == [[Alignment.Run(a: 0, b: 0, count: text.count)]])
  }

  @Test("unrelated reports share no passage")
  func unrelated() {
    #expect(Aligner().align(words(News.ferry), words(News.vote)) == [])
    #expect(Aligner().align([], words(News.vote)) == [])
    #expect(Aligner().align([], []) == [])
  }

  @Test(
    "moved stretches are found where they went",
    arguments: [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
  func moved(order: [Int]) {
    // Each of the three is longer than the gap that a passage may pass over.
    let parts = [News.ferry, News.vote, News.mine]
    let a = words(parts.flatMap { $0 })
    let b = words(order.flatMap { parts[$0] })
    let passages = Aligner().align(a, b)
    checkLaws(passages, a, b)
    #expect(passages.reduce(0) { $0 + $1.equal } == a.count)
  }

  @Test("a passage found before is never run over by the next")
  func around() {
    // The middle is longer than what lies round it is worth together, and has moved: it is found first, and the two
    // ends would chain across the place that it left.
    let ends = Array(News.text(News.vote).split(separator: " ").prefix(60))
    let first = ends.prefix(30).joined(separator: " ")
    let last = ends.suffix(ends.count - 30).joined(separator: " ")
    let middle = (0..<45).map { "middle\($0)" }.joined(separator: " ")
    let other = (0..<70).map { "other\($0)" }.joined(separator: " ")
    let a = Tokenizer.tokens(of: [first, middle, last].joined(separator: " "))
    let b = Tokenizer.tokens(of: [middle, other, first, last].joined(separator: " "))
    for (x, y) in [(a, b), (b, a)] {
      let passages = Aligner().align(x, y)
      checkLaws(passages, x, y)
      #expect(passages.reduce(0) { $0 + $1.equal } == a.count)
    }
  }

  @Test("laws on random cuts, moves and changes, seen from either side")
  func random() {
    var random = SplitMix(seed: 23)
    let stock = (News.ferry + News.vote + News.mine).flatMap { $0.split(separator: ".").map(String.init) }
    for _ in 0..<300 {
      var a = stock.shuffled(using: &random).prefix(Int.random(in: 0...14, using: &random)).map { $0 }
      if Bool.random(using: &random) { a += a.prefix(2) }
      var b = a
      for _ in 0..<Int.random(in: 0...5, using: &random) where !b.isEmpty {
        let at = Int.random(in: 0..<b.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: b.remove(at: at)
        case 1: b.append(b.remove(at: at))
        case 2:
          b[at] = b[at].split(separator: " ").map { random.next() % 4 == 0 ? "else" : String($0) }.joined(
            separator: " ")
        default: b.insert(stock[Int.random(in: 0..<stock.count, using: &random)], at: at)
        }
      }
      let (x, y) = (
        Tokenizer.tokens(of: a.joined(separator: ".")), Tokenizer.tokens(of: b.joined(separator: "."))
      )
      let there = Aligner().align(x, y)
      let back = Aligner().align(y, x)
      checkLaws(there, x, y)
      checkLaws(back, y, x)
      // Ties may fall either way, so that the two need not agree on every word, but they must on nearly all.
      let (equalThere, equalBack) = (there.reduce(0) { $0 + $1.equal }, back.reduce(0) { $0 + $1.equal })
      #expect(abs(equalThere - equalBack) <= max(12, x.count / 10))
    }
  }

  @Test("laws on words of a tiny vocabulary, where everything repeats")
  func repetitive() {
    var random = SplitMix(seed: 29)
    for _ in 0..<200 {
      func text() -> [Token] {
        Tokenizer.tokens(
          of: (0..<Int.random(in: 0...160, using: &random)).map { _ in
            "w\(Int.random(in: 0..<5, using: &random))"
          }
          .joined(separator: " "))
      }
      let (a, b) = (text(), text())
      checkLaws(Aligner().align(a, b), a, b)
    }
  }

  @Test("masked words are in no passage")
  func masked() throws {
    let text = News.text(News.ferry)
    let notice = "This report was taken from a feed that nobody here has read."
    let marked = [notice, text, notice].joined(separator: "\n\n")
    let masks = [0..<notice.utf8.count, (marked.utf8.count - notice.utf8.count)..<marked.utf8.count]
    let a = Tokenizer.tokens(of: marked, masked: masks)
    let passages = Aligner().align(a, a)
    #expect(passages.count == 1)
    let passage = try #require(passages.first)
    #expect(a[passage.a].allSatisfy { word in masks.allSatisfy { !$0.overlaps(word.range) } })
    #expect(a.map(\.key) == Tokenizer.tokens(of: text).map(\.key))
  }
}
