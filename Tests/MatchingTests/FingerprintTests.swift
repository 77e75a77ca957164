import Foundation
import Language
import TestSupport
import Testing

@testable import Matching

@Suite("A fingerprint is what copies have in common")
struct FingerprintTests {
  private func features(_ text: String) -> [UInt64] { Fingerprint.features(of: Tokenizer.tokens(of: text)) }

  private func areCandidates(_ a: String, _ b: String) -> Bool {
    let (left, right) = (features(a), features(b))
    return CandidateRule.isEnough(
      shared: Set(left).intersection(right).count, featuresA: left.count, featuresB: right.count)
  }

  /// Text that nobody wrote: `count` words, some short as function words are.
  private func prose(_ count: Int, seed: UInt64) -> [String] {
    var random = SplitMix(seed: seed)
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let short = (0..<60).map { _ in String((0..<3).map { _ in letters.randomElement(using: &random)! }) }
    return (0..<count).map { place in
      place % 3 == 0
        ? short.randomElement(using: &random)!
        : String((0..<7).map { _ in letters.randomElement(using: &random)! })
    }
  }

  @Test("features are sorted, each once, of forty bits, and none of three words")
  func shape() {
    let list = features(News.text(News.ferry))
    #expect(list == Set(list).sorted())
    #expect(list.allSatisfy { $0 < 1 << Fingerprint.bits })
    #expect(list.count > 100)
    #expect(features("three words only") == [])
    #expect(features("") == [])
  }

  @Test("case, typography and marks of no width change no feature")
  func folding() {
    let text = News.text(News.ferry)
    #expect(features(text.uppercased()) == features(text))
    #expect(features(text.lowercased()) == features(text))
    #expect(
      features(
        text.replacing("“", with: "\"").replacing("”", with: "\"").replacing("'", with: "’").replacing(
          " ", with: "  "))
        == features(text))
    #expect(
      features(text.replacing("s", with: "s\u{200B}").replacing("o", with: "o\u{AD}")) == features(text))
  }

  @Test("a synonym machine's work is a candidate, and so is what shares a quotation; another report is not")
  func spun() {
    #expect(areCandidates(News.text(News.ferry), News.text(News.spunFerry)))
    #expect(areCandidates(News.text(News.ferry), News.text(News.ferryFromTheQuay)))
    #expect(!areCandidates(News.text(News.ferry), News.text(News.vote)))
    #expect(!areCandidates(News.text(News.ferryFromTheQuay), News.text(News.mine)))
  }

  @Test("two copies spun apart are candidates though no long word is left that both have")
  func spunApart() {
    let words = prose(800, seed: 8)
    func spin(_ letter: String) -> String {
      words.map { $0.count > 3 ? letter + $0.dropFirst() : $0 }.joined(separator: " ")
    }
    #expect(areCandidates(spin("ä"), spin("ö")))
  }

  @Test("moved paragraphs, a cut to a third and a digest are candidates of their sources")
  func edited() {
    let report = prose(800, seed: 1)
    let other = prose(800, seed: 2)
    func text(_ words: some Sequence<String>) -> String { words.joined(separator: " ") }
    #expect(areCandidates(text(report), text(report[400...] + report[..<400])))
    #expect(areCandidates(text(report), text(report[..<260])))
    let digest = text(report[..<260] + other[..<400])
    #expect(areCandidates(text(report), digest))
    #expect(areCandidates(text(other), digest))
    #expect(!areCandidates(text(report), text(other)))
  }

  @Test("of words that two texts share, the longer text's choice is among the shorter one's")
  func nested() {
    let words = prose(9_000, seed: 3)
    func features(_ range: Range<Int>) -> Set<UInt64> {
      Set(self.features(words[range].joined(separator: " ")))
    }
    for (inner, outer) in [(40..<100, 0..<300), (500..<900, 0..<2_000), (1_000..<3_000, 0..<9_000)] {
      // All runs that the inner text has: short texts keep all.
      let windows = stride(from: inner.lowerBound, to: inner.upperBound, by: 100).map {
        features($0..<min($0 + Fingerprint.shortText, inner.upperBound))
      }
      let chosen = features(outer).intersection(windows.reduce(into: []) { $0.formUnion($1) })
      #expect(chosen.count >= 3)
      #expect(chosen.isSubset(of: features(inner)))
    }
  }

  @Test("the bound falls as texts grow, and features stay few")
  func bounded() {
    var last = UInt64.max
    for words in 0...30_000 {
      let bound = Fingerprint.bound(words: words)
      #expect(bound <= last)
      last = bound
    }
    #expect((60...140).contains(features(prose(800, seed: 4).joined(separator: " ")).count))
    #expect(features(prose(200_000, seed: 5).joined(separator: " ")).count < 1_600)
  }

  @Test("letters broken by a scanner leave enough")
  func scanned() {
    var random = SplitMix(seed: 6)
    let words = prose(800, seed: 7)
    let broken = words.joined(separator: " ").map { letter -> Character in
      letter != " " && Int.random(in: 0..<100, using: &random) < 8 ? "x" : letter
    }
    #expect(areCandidates(words.joined(separator: " "), String(broken)))
  }

  @Test("the order of ids is spread and does not follow the ids")
  func order() {
    let orders = (0..<1_000).map { CandidateRule.order(of: "a\($0)") }
    #expect(Set(orders).count == 1_000)
    #expect(orders != orders.sorted())
    #expect((300...700).contains(orders.count { $0 < .max / 2 }))
  }
}
