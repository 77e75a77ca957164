// Hot loop: runs of two texts, each looked at from `lookBack` others at most.

/// The best chain of runs that rise in both texts (Myers and Miller 1995, "Chaining multiple-alignment fragments in
/// sub-quadratic time", here with a bounded look back). Scores are in quarters of an equal word.
struct Chain {
  /// How many runs back a chain looks for its predecessor.
  static let lookBack = 64
  /// What an equal word gains, and what a word passed over on both sides, or on one, costs.
  static let equal = 4
  static let substituted = 1
  static let inserted = 2
  /// What a chain must gain: eight equal words.
  static let least = 32

  private var score: [Int32] = []
  private var before: [Int32] = []
  /// Furthest end in the first text of all runs up to each.
  private var reach: [Int32] = []
  private var zones: [(a: Int32, b: Int32)] = []

  /// The chain that gains most, or `nil` when none gains enough. No chain reaches across a passage already `taken`, in
  /// either text, so that passages never overlap.
  ///
  /// - Parameter runs: Rising in the first text, then in the second.
  mutating func best(of runs: [Alignment.Run], taken: [Alignment]) -> [Alignment.Run]? {
    prepare(runs, taken)
    var best = 0
    for x in runs.indices {
      let run = runs[x]
      var most = Int32(Self.equal * run.count)
      var from: Int32 = -1
      var y = x - 1
      let last = max(0, x - Self.lookBack)
      while y >= last, Int(reach[y]) + Aligner.widestGap >= run.a {
        let other = runs[y]
        // Runs of one chain may overlap by a word or two; the later one then counts for what is left of it.
        let lap = max(0, max(other.a + other.count - run.a, other.b + other.count - run.b))
        if lap < run.count, other.a < run.a, other.b < run.b, taken.isEmpty || zones[x] == zones[y] {
          let gapA = run.a + lap - other.a - other.count
          let gapB = run.b + lap - other.b - other.count
          if gapA <= Aligner.widestGap, gapB <= Aligner.widestGap {
            let cost = Self.substituted * min(gapA, gapB) + Self.inserted * abs(gapA - gapB)
            let sum = score[y] + Int32(Self.equal * (run.count - lap) - cost)
            if sum > most {
              most = sum
              from = Int32(y)
            }
          }
        }
        y -= 1
      }
      score[x] = most
      before[x] = from
      if most > score[best] { best = x }
    }
    guard !runs.isEmpty, score[best] >= Int32(Self.least) else { return nil }
    var chain: [Alignment.Run] = []
    var at = Int32(best)
    while at >= 0 {
      chain.append(runs[Int(at)])
      at = before[Int(at)]
    }
    chain.reverse()
    return chain
  }

  private mutating func prepare(_ runs: [Alignment.Run], _ taken: [Alignment]) {
    if score.count < runs.count {
      score = [Int32](repeating: 0, count: runs.count)
      before = score
      reach = score
    }
    var furthest: Int32 = 0
    for (x, run) in runs.enumerated() {
      furthest = max(furthest, Int32(run.a + run.count))
      reach[x] = furthest
    }
    guard !taken.isEmpty else { return }
    zones = runs.map { run in
      taken.reduce(into: (a: Int32(0), b: Int32(0))) { zone, passage in
        if passage.a.upperBound <= run.a { zone.a += 1 }
        if passage.b.upperBound <= run.b { zone.b += 1 }
      }
    }
  }
}
