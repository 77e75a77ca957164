// Hot loop: small tables of at most `Aligner.widestGap` squared.

/// Dynamic programming in the gaps and at the ends of a chain, where runs are too short to be seeds.
struct GapFiller {
  /// Words looked at beyond an end.
  static let reach = 24

  private let a: UnsafeBufferPointer<UInt32>
  private let b: UnsafeBufferPointer<UInt32>
  /// Row-major table of the gain for the rest from (i, j) on; used again and again.
  private var gain: [Int32] = []
  private var found: [Alignment.Run] = []

  /// A filler for the words of two texts, by their keys.
  init(_ a: UnsafeBufferPointer<UInt32>, _ b: UnsafeBufferPointer<UInt32>) {
    self.a = a
    self.b = b
  }

  /// Equal runs of a best global alignment of two stretches (Needleman and Wunsch 1970; an equal word gains four, a
  /// column that is none costs one).
  mutating func fill(_ rangeA: Range<Int>, _ rangeB: Range<Int>) -> [Alignment.Run] {
    align(rangeA.lowerBound, rangeB.lowerBound, rangeA.count, rangeB.count, step: 1)
    return found
  }

  /// Runs after (`fromA`, `fromB`) for as long as they pay for what they pass over (X-drop, Altschul et al. 1997).
  mutating func extendForward(fromA: Int, fromB: Int, upToA: Int, upToB: Int) -> [Alignment.Run] {
    var all: [Alignment.Run] = []
    var (atA, atB) = (fromA, fromB)
    while true {
      align(atA, atB, min(Self.reach, upToA - atA), min(Self.reach, upToB - atB), step: 1)
      let kept = paying(atA, atB)
      guard kept > 0 else { return all }
      all += found.prefix(kept)
      atA = found[kept - 1].a + found[kept - 1].count
      atB = found[kept - 1].b + found[kept - 1].count
    }
  }

  /// Runs before (`fromA`, `fromB`), found by walking both texts backwards.
  mutating func extendBackward(fromA: Int, fromB: Int, downToA: Int, downToB: Int) -> [Alignment.Run] {
    var all: [Alignment.Run] = []
    var (atA, atB) = (fromA, fromB)
    while true {
      align(atA - 1, atB - 1, min(Self.reach, atA - downToA), min(Self.reach, atB - downToB), step: -1)
      // The table counts from the end backwards.
      let kept = paying(0, 0)
      guard kept > 0 else { return all.reversed() }
      for run in found.prefix(kept) {
        all.append(Alignment.Run(a: atA - run.a - run.count, b: atB - run.b - run.count, count: run.count))
      }
      atA -= found[kept - 1].a + found[kept - 1].count
      atB -= found[kept - 1].b + found[kept - 1].count
    }
  }

  /// Lays `n` words of `a` from `startA` on against `m` of `b`, forwards or backwards, and leaves the runs in `found`: as
  /// places in the texts going forwards, as distances from the start going backwards.
  private mutating func align(_ startA: Int, _ startB: Int, _ n: Int, _ m: Int, step: Int) {
    found.removeAll(keepingCapacity: true)
    guard n > 0, m > 0, haveCommonWord(startA, startB, n, m, step) else { return }
    let width = m + 1
    if gain.count < (n + 1) * width { gain = [Int32](repeating: 0, count: max(1024, (n + 1) * width)) }
    let (a, b) = (a, b)
    gain.withUnsafeMutableBufferPointer { gain in
      for j in 0...m { gain[n * width + j] = -Int32(m - j) }
      for i in stride(from: n - 1, through: 0, by: -1) {
        let key = a[startA + step * i]
        let row = i * width
        var right = -Int32(n - i)
        gain[row + m] = right
        for j in stride(from: m - 1, through: 0, by: -1) {
          let below = row + width + j
          let diagonal = gain[below + 1] + (key == b[startB + step * j] ? 4 : -1)
          right = max(diagonal, max(gain[below], right) - 1)
          gain[row + j] = right
        }
      }
    }
    follow(startA, startB, n, m, step)
  }

  private mutating func follow(_ startA: Int, _ startB: Int, _ n: Int, _ m: Int, _ step: Int) {
    let width = m + 1
    let (baseA, baseB) = step > 0 ? (startA, startB) : (0, 0)
    var (i, j) = (0, 0)
    while i < n, j < m {
      let equal = a[startA + step * i] == b[startB + step * j]
      let here = gain[i * width + j]
      if here == gain[(i + 1) * width + j + 1] + (equal ? 4 : -1) {
        if equal {
          if let last = found.last, last.a + last.count == baseA + i, last.b + last.count == baseB + j {
            found[found.count - 1].count += 1
          } else {
            found.append(Alignment.Run(a: baseA + i, b: baseB + j, count: 1))
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
  }

  /// Whether the two stretches have a word in common, as far as 64 bits tell: most small gaps have none, and need no table.
  private func haveCommonWord(_ startA: Int, _ startB: Int, _ n: Int, _ m: Int, _ step: Int) -> Bool {
    var mask: UInt64 = 0
    for j in 0..<m { mask |= 1 << UInt64(b[startB + step * j] & 63) }
    for i in 0..<n where mask >> UInt64(a[startA + step * i] & 63) & 1 == 1 { return true }
    return false
  }

  /// How many of the runs found there are up to the point at which the sum of equal words, less half of those passed
  /// over, is highest.
  private func paying(_ fromA: Int, _ fromB: Int) -> Int {
    var (sum, best, kept) = (0, 0, 0)
    var (atA, atB) = (fromA, fromB)
    for (index, run) in found.enumerated() {
      sum += 2 * run.count - max(run.a - atA, run.b - atB)
      if sum > best {
        best = sum
        kept = index + 1
      }
      atA = run.a + run.count
      atB = run.b + run.count
    }
    return kept
  }
}
