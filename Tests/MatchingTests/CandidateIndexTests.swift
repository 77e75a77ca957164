import Language
import TestSupport
import Testing

@testable import Matching

@Suite("Texts worth comparing are those that share enough shingles")
struct CandidateIndexTests {
  /// The same by sets: a frequent shingle links a text to its first carrier and to the one before it, no others.
  private func obvious(_ hashes: [[UInt64]]) -> [[Int]] {
    var carriers: [UInt64: [Int]] = [:]
    for (text, list) in hashes.enumerated() {
      for hash in Set(list) { carriers[hash, default: []].append(text) }
    }
    return hashes.indices.map { text in
      var shared: [Int: Int] = [:]
      for hash in Set(hashes[text]) {
        let before = (carriers[hash] ?? []).filter { $0 < text }
        let isFrequent = (carriers[hash] ?? []).count > CandidateIndex.frequencyCap
        let linked = isFrequent ? Set([before.first, before.last].compactMap { $0 }) : Set(before)
        for other in linked { shared[other, default: 0] += 1 }
      }
      return shared.filter { $0.value >= CandidateIndex.enough }.keys.sorted()
    }
  }

  private func found(_ hashes: [[UInt64]]) -> [[Int]] {
    let index = CandidateIndex(hashes: hashes)
    var scratch = CandidateIndex.Scratch(count: index.count)
    return hashes.indices.map { index.candidates(below: $0, scratch: &scratch) }
  }

  @Test("random piles", arguments: [UInt64(1), 2, 3, 4, 5])
  func random(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let hashes = (0..<60).map { _ in
      Set(
        (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt64.random(in: 0..<150, using: &random) }
      ).sorted()
    }
    let expected = obvious(hashes)
    #expect(expected.contains { !$0.isEmpty })
    #expect(found(hashes) == expected)
  }

  @Test("shingles that more texts carry than the cap allows", arguments: [UInt64(6), 7])
  func frequent(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let hashes = (0..<260).map { text -> [UInt64] in
      let wall = text % 9 == 0 ? [] : (0..<8).map(UInt64.init)
      let own = (0..<12).map { _ in UInt64.random(in: 8..<120, using: &random) }
      return Set(wall + own).sorted()
    }
    let expected = obvious(hashes)
    #expect(found(hashes) == expected)
    #expect(expected.reduce(0) { $0 + $1.count } < 260 * 20)
  }

  @Test("no texts, empty texts, and hashes of forty bits")
  func edges() {
    #expect(found([]) == [])
    #expect(found([[], [], [1]]) == [[], [], []])
    let wide = (0..<6).map { (UInt64(1) << 40) - 1 - UInt64($0) }.sorted()
    #expect(found([wide, [], wide]) == [[], [], [0]])
  }

  @Test("a text's shingles are its distinct runs of four words, sorted, forty bits each")
  func shingles() {
    let words = Tokenizer.tokens(of: "the tide came and the tide came and went")
    let hashes = Shingles.hashes(of: words)
    let distinct = Set((0...(words.count - 4)).map { words[$0..<($0 + 4)].map(\.key) })
    #expect(hashes.count == distinct.count)
    #expect(hashes == Set(hashes).sorted())
    #expect(hashes.allSatisfy { $0 < 1 << 40 })
    #expect(Shingles.hashes(of: Array(words.prefix(3))) == [])
  }
}
