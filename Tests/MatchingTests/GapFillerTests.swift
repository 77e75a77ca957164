import Language
import TestSupport
import Testing

@testable import Matching

@Suite("Gaps are filled as a slow and obvious table would")
struct GapFillerTests {
  /// What the best alignment gains, by the textbook table from the front; `GapFiller` fills its own from the back.
  private func bestGain(_ a: [Token], _ b: [Token]) -> Int {
    var table = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count {
      for j in 0...b.count where i + j > 0 {
        var best = Int.min
        if i > 0 { best = max(best, table[i - 1][j] - 1) }
        if j > 0 { best = max(best, table[i][j - 1] - 1) }
        if i > 0, j > 0 { best = max(best, table[i - 1][j - 1] + (a[i - 1].key == b[j - 1].key ? 4 : -1)) }
        table[i][j] = best
      }
    }
    return table[a.count][b.count]
  }

  /// Length of the longest common subsequence.
  private func mostEqual(_ a: [Token], _ b: [Token]) -> Int {
    var table = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0..<a.count {
      for j in 0..<b.count {
        table[i + 1][j + 1] = a[i].key == b[j].key ? table[i][j] + 1 : max(table[i][j + 1], table[i + 1][j])
      }
    }
    return table[a.count][b.count]
  }

  /// Four for an equal word, minus one for every column that is none.
  private func gain(of runs: [Alignment.Run], _ countA: Int, _ countB: Int) -> Int {
    var sum = 0
    var (atA, atB) = (0, 0)
    for run in runs + [Alignment.Run(a: countA, b: countB, count: 0)] {
      sum += 4 * run.count - max(run.a - atA, run.b - atB)
      (atA, atB) = (run.a + run.count, run.b + run.count)
    }
    return sum
  }

  @Test("random gaps gain what the table says, with words that are equal")
  func random() {
    var random = SplitMix(seed: 11)
    for _ in 0..<600 {
      let letters = Int.random(in: 1...9, using: &random)
      func words(_ most: Int) -> [Token] {
        let text = (0..<Int.random(in: 0...most, using: &random)).map { _ in
          "w\(Int.random(in: 0..<letters, using: &random))"
        }.joined(separator: " ")
        return Tokenizer.tokens(of: text)
      }
      let (a, b) = (words(40), words(40))
      let runs = withFiller(a, b) { $0.fill(a.indices, b.indices) }
      var (atA, atB) = (0, 0)
      for run in runs {
        #expect(run.count > 0 && run.a >= atA && run.b >= atB)
        for offset in 0..<run.count { #expect(a[run.a + offset].key == b[run.b + offset].key) }
        (atA, atB) = (run.a + run.count, run.b + run.count)
      }
      #expect(atA <= a.count && atB <= b.count)
      #expect(gain(of: runs, a.count, b.count) == bestGain(a, b))
      let equal = runs.reduce(0) { $0 + $1.count }
      let most = mostEqual(a, b)
      #expect(
        equal <= most
          && (equal > 0 || most == 0 || a.isEmpty || b.isEmpty || gain(of: [], a.count, b.count) >= 0))
    }
  }

  @Test("a gap of equal words is one run, a gap with nothing in common is none")
  func extremes() {
    let a = Tokenizer.tokens(of: "the tide lifted her off")
    #expect(withFiller(a, a) { $0.fill(0..<5, 0..<5) } == [Alignment.Run(a: 0, b: 0, count: 5)])
    #expect(withFiller(a, Tokenizer.tokens(of: "farmers blew their horns")) { $0.fill(0..<5, 0..<4) } == [])
    #expect(withFiller(a, a) { $0.fill(2..<2, 0..<5) } == [])
  }

  @Test("ends are extended over a changed word, and not over a strange sentence")
  func ends() {
    let a = Tokenizer.tokens(
      of: "until the morning tide lifted her off the bank again. Tugs had tried in vain.")
    let b = Tokenizer.tokens(
      of: "until the early tide lifted her off the bank again. Shares of Olsen Line fell by four.")
    let whole = withFiller(a, b) { $0.extendForward(fromA: 0, fromB: 0, upToA: a.count, upToB: b.count) }
    #expect(whole == [Alignment.Run(a: 0, b: 0, count: 2), Alignment.Run(a: 3, b: 3, count: 7)])
    #expect(withFiller(a, b) { $0.extendBackward(fromA: 10, fromB: 10, downToA: 0, downToB: 0) } == whole)
    let fenced = withFiller(a, b) { $0.extendBackward(fromA: 10, fromB: 10, downToA: 4, downToB: 0) }
    #expect(fenced == [Alignment.Run(a: 4, b: 4, count: 6)])
  }

  private func withFiller(_ a: [Token], _ b: [Token], _ work: (inout GapFiller) -> [Alignment.Run])
    -> [Alignment.Run]
  {
    a.map(\.key).withUnsafeBufferPointer { x in
      b.map(\.key).withUnsafeBufferPointer { y in
        var filler = GapFiller(x, y)
        return work(&filler)
      }
    }
  }
}
