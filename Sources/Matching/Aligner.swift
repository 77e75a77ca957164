// Hot loop: every pair of candidates passes here. Sorted integer arrays; work bounded by the caps below.

import Language

/// Local alignment of two texts by words: all passages that they share, in any order.
///
/// Exact runs of three words are chained (Myers and Miller 1995, "Chaining multiple-alignment fragments in
/// sub-quadratic time", here with a bounded look back), the gaps of a chain are filled by dynamic programming
/// (Needleman and Wunsch 1970), and the chain's ends are extended as long as it pays (X-drop, Altschul et al. 1997).
public struct Aligner: Sendable {
  /// Words of an exact run that can begin a passage.
  static let seedWidth = 3
  /// A seed that occurs more often than this in the two texts together says nothing of where it belongs.
  static let seedCap = 16
  /// Words that a passage may pass over on either side before it ends.
  static let widestGap = 60
  /// How many seeds back a chain looks for its predecessor.
  static let lookBack = 64
  /// Passages sought in one pair at most.
  static let passageCap = 64
  /// What a word passed over costs, where an equal word gains 1.
  static let substituted: Float = 0.25
  static let inserted: Float = 0.5
  /// What a passage must gain.
  static let leastScore: Float = 8

  /// An aligner; it holds nothing but its constants.
  public init() {}

  /// All passages shared by `a` and `b`, in the order of `a`.
  public func align(_ a: [Token], _ b: [Token]) -> [Alignment] { align(WordIndex(a), WordIndex(b)) }

  /// All passages shared by two texts, in the order of the first.
  public func align(_ first: WordIndex, _ second: WordIndex) -> [Alignment] {
    let (a, b) = (first.words, second.words)
    // Reprints are the most frequent case, and one that repeats itself has no seed that says where it belongs.
    if Float(a.count) >= Self.leastScore, a.count == b.count, zip(a, b).allSatisfy({ $0.key == $1.key }) {
      return [Alignment(runs: [Alignment.Run(a: 0, b: 0, count: a.count)])]
    }
    var seeds = Self.seeds(first, second)
    var found: [Alignment] = []
    while !seeds.isEmpty, found.count < Self.passageCap {
      guard let chain = Self.bestChain(seeds, taken: found) else { break }
      let passage = Self.finish(chain, a, b, taken: found)
      seeds.removeAll { seed in
        Self.overlap(seed.a, seed.count, passage.a) || Self.overlap(seed.b, seed.count, passage.b)
      }
      found.append(passage)
    }
    return found.sorted { $0.a.lowerBound < $1.a.lowerBound }
  }

  private static func overlap(_ start: Int, _ count: Int, _ range: Range<Int>) -> Bool {
    start < range.upperBound && start + count > range.lowerBound
  }

  /// Maximal exact runs of at least `seedWidth` words, in the order of `a`.
  private static func seeds(_ first: WordIndex, _ second: WordIndex) -> [Alignment.Run] {
    let left = first.positions
    let right = second.positions
    let countA = first.words.count
    // Diagonal (b - a, shifted to be positive) and place on it, so that sorting lays neighbours side by side.
    var hits: [UInt64] = []
    var i = 0
    var j = 0
    while i < left.count, j < right.count {
      let x = left[i] >> 32
      let y = right[j] >> 32
      if x < y {
        i += 1
      } else if y < x {
        j += 1
      } else {
        var iEnd = i
        while iEnd < left.count, left[iEnd] >> 32 == x { iEnd += 1 }
        var jEnd = j
        while jEnd < right.count, right[jEnd] >> 32 == x { jEnd += 1 }
        if (iEnd - i) * (jEnd - j) <= seedCap {
          for p in left[i..<iEnd] {
            for q in right[j..<jEnd] {
              let place = p & 0xFFFF_FFFF
              let diagonal = (q & 0xFFFF_FFFF) &+ UInt64(countA) &- place
              hits.append(diagonal << 32 | place)
            }
          }
        }
        i = iEnd
        j = jEnd
      }
    }
    hits.sort()
    var runs: [Alignment.Run] = []
    for hit in hits {
      let place = Int(hit & 0xFFFF_FFFF)
      let other = place + Int(hit >> 32) - countA
      if let last = runs.last, last.b - last.a == other - place, place <= last.a + last.count {
        runs[runs.count - 1].count = max(last.count, place + seedWidth - last.a)
      } else {
        runs.append(Alignment.Run(a: place, b: other, count: seedWidth))
      }
    }
    runs.sort { ($0.a, $0.b) < ($1.a, $1.b) }
    return runs
  }

  /// The chain of seeds that gains most, or `nil` when none gains enough. No chain reaches across a passage already
  /// `taken`, in either text, so that passages never overlap.
  private static func bestChain(_ seeds: [Alignment.Run], taken: [Alignment]) -> [Alignment.Run]? {
    let zones = seeds.map { seed in
      taken.reduce(into: (a: 0, b: 0)) { zone, passage in
        if passage.a.upperBound <= seed.a { zone.a += 1 }
        if passage.b.upperBound <= seed.b { zone.b += 1 }
      }
    }
    var score = [Float](repeating: 0, count: seeds.count)
    var before = [Int32](repeating: -1, count: seeds.count)
    var best = 0
    for x in seeds.indices {
      let seed = seeds[x]
      score[x] = Float(seed.count)
      var y = x - 1
      let last = max(0, x - lookBack)
      while y >= last {
        let other = seeds[y]
        // Seeds of one chain may overlap by a word or two; the later one then counts for what is left of it.
        let lap = max(0, max(other.a + other.count - seed.a, other.b + other.count - seed.b))
        if lap < seed.count, other.a < seed.a, other.b < seed.b, zones[x] == zones[y] {
          let gapA = seed.a + lap - other.a - other.count
          let gapB = seed.b + lap - other.b - other.count
          if gapA <= widestGap, gapB <= widestGap {
            let cost = substituted * Float(min(gapA, gapB)) + inserted * Float(abs(gapA - gapB))
            let sum = score[y] + Float(seed.count - lap) - cost
            if sum > score[x] {
              score[x] = sum
              before[x] = Int32(y)
            }
          }
        }
        y -= 1
      }
      if score[x] > score[best] { best = x }
    }
    guard score[best] >= leastScore else { return nil }
    var chain: [Alignment.Run] = []
    var at = Int32(best)
    while at >= 0 {
      chain.append(seeds[Int(at)])
      at = before[Int(at)]
    }
    chain.reverse()
    return chain
  }

  /// Fills the gaps of a chain and extends its ends, without entering passages already `taken`.
  private static func finish(
    _ chain: [Alignment.Run], _ a: [Token], _ b: [Token], taken: [Alignment]
  ) -> Alignment {
    var runs: [Alignment.Run] = []
    func add(_ run: Alignment.Run) {
      guard let last = runs.last else { return runs.append(run) }
      let lap = max(0, max(last.a + last.count - run.a, last.b + last.count - run.b))
      guard lap < run.count else { return }
      if lap == 0, last.a + last.count == run.a, last.b + last.count == run.b {
        runs[runs.count - 1].count += run.count
        return
      }
      runs.append(Alignment.Run(a: run.a + lap, b: run.b + lap, count: run.count - lap))
      if runs.count >= 2 {
        let before = runs[runs.count - 2]
        let after = runs[runs.count - 1]
        if before.a + before.count == after.a, before.b + before.count == after.b {
          runs[runs.count - 2].count += after.count
          runs.removeLast()
        }
      }
    }
    let head = chain[0]
    let tail = chain[chain.count - 1]
    let room = Self.room(around: head, tail, a.count, b.count, taken)
    for run in GapFiller.extendBackward(
      a, b, fromA: head.a, fromB: head.b, downToA: room.a.lowerBound, downToB: room.b.lowerBound)
    {
      add(run)
    }
    add(head)
    for seed in chain.dropFirst() {
      if let last = runs.last {
        let fromA = last.a + last.count
        let fromB = last.b + last.count
        if fromA < seed.a, fromB < seed.b {
          for run in GapFiller.fill(a, b, fromA..<seed.a, fromB..<seed.b) { add(run) }
        }
      }
      add(seed)
    }
    if let last = runs.last {
      let extension_ = GapFiller.extendForward(
        a, b, fromA: last.a + last.count, fromB: last.b + last.count, upToA: room.a.upperBound,
        upToB: room.b.upperBound)
      for run in extension_ { add(run) }
    }
    return Alignment(runs: runs)
  }

  /// How far a chain may be extended on both sides before it meets a passage found earlier, or an end.
  private static func room(
    around head: Alignment.Run, _ tail: Alignment.Run, _ countA: Int, _ countB: Int, _ taken: [Alignment]
  ) -> (a: Range<Int>, b: Range<Int>) {
    var lowA = 0
    var lowB = 0
    var highA = countA
    var highB = countB
    for passage in taken {
      if passage.a.upperBound <= head.a { lowA = max(lowA, passage.a.upperBound) }
      if passage.b.upperBound <= head.b { lowB = max(lowB, passage.b.upperBound) }
      if passage.a.lowerBound >= tail.a + tail.count { highA = min(highA, passage.a.lowerBound) }
      if passage.b.lowerBound >= tail.b + tail.count { highB = min(highB, passage.b.lowerBound) }
    }
    return (lowA..<highA, lowB..<highB)
  }
}
