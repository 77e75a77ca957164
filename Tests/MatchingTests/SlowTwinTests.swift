import Language
import TestSupport
import Testing

@testable import Matching

@Suite("The fast walk finds what slow and obvious tables find")
struct SlowTwinTests {
  private func tokens(_ words: [String]) -> [Token] { Tokenizer.tokens(of: words.joined(separator: " ")) }

  /// All maximal runs of equal words, by looking at every cell of the table.
  private func allRuns(_ a: [UInt32], _ b: [UInt32]) -> [Alignment.Run] {
    var runs: [Alignment.Run] = []
    for i in a.indices {
      for j in b.indices where a[i] == b[j] && (i == 0 || j == 0 || a[i - 1] != b[j - 1]) {
        var count = 0
        while i + count < a.count, j + count < b.count, a[i + count] == b[j + count] { count += 1 }
        if count >= SharedRuns.seedWidth { runs.append(Alignment.Run(a: i, b: j, count: count)) }
      }
    }
    return runs
  }

  /// What the best single passage gains by Smith and Waterman's full table (1981), with the costs of `Chain`.
  private func bestLocalGain(_ a: [UInt32], _ b: [UInt32]) -> Int {
    var table = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
    var best = 0
    for i in a.indices {
      for j in b.indices {
        let diagonal = table[i][j] + (a[i] == b[j] ? Chain.equal : -Chain.substituted)
        let skip = max(table[i][j + 1], table[i + 1][j]) - Chain.inserted
        table[i + 1][j + 1] = max(0, max(diagonal, skip))
        best = max(best, table[i + 1][j + 1])
      }
    }
    return best
  }

  private func gain(_ alignment: Alignment) -> Int {
    var sum = Chain.equal * alignment.equal
    for (before, after) in zip(alignment.runs, alignment.runs.dropFirst()) {
      let (x, y) = (after.a - before.a - before.count, after.b - before.b - before.count)
      sum -= Chain.substituted * min(x, y) + Chain.inserted * abs(x - y)
    }
    return sum
  }

  @Test(
    "every run that the walk finds is one of the table's, and no word that the table's runs cover is missed")
  func runs() {
    var random = SplitMix(seed: 41)
    for _ in 0..<200 {
      let stock = (0..<Int.random(in: 30...200, using: &random)).map {
        _ in "w\(Int.random(in: 0..<400, using: &random))"
      }
      var copy = stock
      for _ in 0..<Int.random(in: 0...20, using: &random) {
        let at = Int.random(in: 0..<copy.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: copy[at] = "x\(at)"
        case 1: copy.insert("y\(at)", at: at)
        default:
          let end = min(copy.count, at + 12)
          let moved = Array(copy[at..<end])
          copy.removeSubrange(at..<end)
          copy.insert(contentsOf: moved, at: Int.random(in: 0...copy.count, using: &random))
        }
      }
      let (a, b) = (WordIndex(tokens(stock)), WordIndex(tokens(copy)))
      let all = allRuns(a.keys, b.keys)
      let found = SharedRuns.find(a, b)
      #expect(found.map(\.a) == found.map(\.a).sorted())
      for run in found {
        #expect(
          all.contains {
            $0.b - $0.a == run.b - run.a && $0.a <= run.a && $0.a + $0.count >= run.a + run.count
          })
      }
      func covered(_ runs: [Alignment.Run]) -> Set<Int> {
        Set(runs.flatMap { Array($0.a..<($0.a + $0.count)) })
      }
      #expect(covered(found) == covered(all))
    }
  }

  @Test("a passage changed in many small places gains nearly what the full table gains, and never more")
  func gains() {
    var random = SplitMix(seed: 43)
    for _ in 0..<150 {
      let stock = (0..<Int.random(in: 60...240, using: &random)).map {
        _ in "w\(Int.random(in: 0..<300, using: &random))"
      }
      let rate = Int.random(in: 4...40, using: &random)
      var copy: [String] = []
      for word in stock {
        switch Int.random(in: 0..<(3 * rate), using: &random) {
        case 0: copy += [word, "added"]
        case 1: continue
        case 2: copy.append("else")
        default: copy.append(word)
        }
      }
      let (a, b) = (WordIndex(tokens(stock)), WordIndex(tokens(copy)))
      let best = bestLocalGain(a.keys, b.keys)
      let found = Aligner().align(a, b).map(gain).max() ?? 0
      #expect(found <= best)
      // A passage ends where going on does not pay; the full table may go on to the last word that gains anything.
      #expect(Double(found) >= 0.95 * Double(best))
    }
  }

  @Test(
    "texts that repeat themselves without end cost no more than their length", arguments: [1, 2, 7, 1000])
  func periodic(period: Int) {
    // Were every place compared with every other, this would not come back.
    let words = (0..<100_000).map { "w\($0 % period)" }
    let a = WordIndex(tokens(words))
    let b = WordIndex(tokens(["other"] + words))
    let passages = Aligner().align(a, b)
    #expect(passages.reduce(0) { $0 + $1.equal } == words.count)
    #expect(Aligner().align(a, a).reduce(0) { $0 + $1.equal } == words.count)
  }
}
