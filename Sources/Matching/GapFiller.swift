// Hot loop: small tables of at most `Aligner.widestGap` squared.

import Language

/// Dynamic programming in the gaps and at the ends of a chain, where runs are too short to be seeds.
enum GapFiller {
  /// Words looked at beyond an end.
  static let reach = 24

  /// Equal runs of a best global alignment of two stretches (an equal word gains four, a column that is none costs one).
  static func fill(_ a: [Token], _ b: [Token], _ rangeA: Range<Int>, _ rangeB: Range<Int>) -> [Alignment.Run]
  {
    let n = rangeA.count
    let m = rangeB.count
    guard n > 0, m > 0 else { return [] }
    // Row-major table of the gain for the rest from (i, j) on; 4 for an equal word, -1 for a word against none.
    var gain = [Int32](repeating: 0, count: (n + 1) * (m + 1))
    let width = m + 1
    for j in 0..<m { gain[n * width + j] = -Int32(m - j) }
    for i in stride(from: n - 1, through: 0, by: -1) {
      gain[i * width + m] = -Int32(n - i)
      let key = a[rangeA.lowerBound + i].key
      for j in stride(from: m - 1, through: 0, by: -1) {
        let equal = key == b[rangeB.lowerBound + j].key
        let diagonal = gain[(i + 1) * width + j + 1] + (equal ? 4 : -1)
        let skip = max(gain[(i + 1) * width + j], gain[i * width + j + 1]) - 1
        gain[i * width + j] = max(diagonal, skip)
      }
    }
    var runs: [Alignment.Run] = []
    var i = 0
    var j = 0
    while i < n, j < m {
      let equal = a[rangeA.lowerBound + i].key == b[rangeB.lowerBound + j].key
      let here = gain[i * width + j]
      if here == gain[(i + 1) * width + j + 1] + (equal ? 4 : -1) {
        if equal {
          let x = rangeA.lowerBound + i
          let y = rangeB.lowerBound + j
          if let last = runs.last, last.a + last.count == x, last.b + last.count == y {
            runs[runs.count - 1].count += 1
          } else {
            runs.append(Alignment.Run(a: x, b: y, count: 1))
          }
        }
        i += 1
        j += 1
      } else if here == gain[(i + 1) * width + j] - 1 {
        i += 1
      } else {
        j += 1
      }
    }
    return runs
  }

  /// Runs after (`fromA`, `fromB`) for as long as they pay for what they pass over.
  static func extendForward(
    _ a: [Token], _ b: [Token], fromA: Int, fromB: Int, upToA: Int, upToB: Int
  ) -> [Alignment.Run] {
    var all: [Alignment.Run] = []
    var atA = fromA
    var atB = fromB
    while true {
      let runs = fill(a, b, atA..<min(upToA, atA + reach), atB..<min(upToB, atB + reach))
      let kept = paying(runs, atA, atB)
      guard let last = kept.last else { return all }
      all += kept
      atA = last.a + last.count
      atB = last.b + last.count
    }
  }

  /// Runs before (`fromA`, `fromB`), found by walking both texts backwards.
  static func extendBackward(
    _ a: [Token], _ b: [Token], fromA: Int, fromB: Int, downToA: Int, downToB: Int
  ) -> [Alignment.Run] {
    var all: [Alignment.Run] = []
    var atA = fromA
    var atB = fromB
    while true {
      let countA = min(reach, atA - downToA)
      let countB = min(reach, atB - downToB)
      guard countA > 0, countB > 0 else { break }
      let backA = Array(a[(atA - countA)..<atA].reversed())
      let backB = Array(b[(atB - countB)..<atB].reversed())
      let kept = paying(fill(backA, backB, 0..<countA, 0..<countB), 0, 0)
      guard let last = kept.last else { break }
      for run in kept {
        all.append(Alignment.Run(a: atA - run.a - run.count, b: atB - run.b - run.count, count: run.count))
      }
      atA -= last.a + last.count
      atB -= last.b + last.count
    }
    return all.reversed()
  }

  /// The runs up to the point at which the sum of equal words, less half of those passed over, is highest.
  private static func paying(_ runs: [Alignment.Run], _ fromA: Int, _ fromB: Int) -> [Alignment.Run] {
    var sum = 0
    var best = 0
    var kept = 0
    var atA = fromA
    var atB = fromB
    for (index, run) in runs.enumerated() {
      sum += 2 * run.count - max(run.a - atA, run.b - atB)
      if sum > best {
        best = sum
        kept = index + 1
      }
      atA = run.a + run.count
      atB = run.b + run.count
    }
    return Array(runs.prefix(kept))
  }
}
