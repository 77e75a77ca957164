import Language

/// Short runs of equal words all over two texts, in the same order: what stays where somebody rewrote a text sentence for
/// sentence, and no passage is left.
///
/// Those who write independently of one matter share its terms and set phrases too, but not in the order of the
/// other's sentences from end to end, and they fill less of the text.
struct Rewording {
  /// Runs looked at; two texts with more are not decided here.
  static let mostRuns = 400
  /// Words of the shorter text, below which a few sentences of an event's facts are most of it.
  static let leastWords = 100
  /// Words of a stretch of the shorter text, for asking over how much of it the runs are spread.
  static let window = 20

  /// Runs of one chain that rises in both texts, without regard to gaps.
  private(set) var chain: [Alignment.Run] = []
  /// Share of the shorter text's words that stand in any run, of the chain or not.
  private(set) var cover = 0.0
  /// Share of the shorter text's words that stand in the chain's runs.
  private(set) var chained = 0.0
  /// What the chain's runs weigh, a run's first content word not counted, for each word of the shorter text.
  private(set) var weight = 0.0
  /// Share of the shorter text's stretches that the chain touches.
  private(set) var spread = 0.0

  /// - Parameters:
  ///   - runs: All runs that the two texts share, rising in `a`.
  ///   - a: The shorter text.
  init(_ runs: [Alignment.Run], _ a: [Token], _ b: [Token]) {
    guard a.count >= Self.leastWords, runs.count <= Self.mostRuns else { return }
    let weights = runs.map { Self.weight(of: $0, a, b) }
    let kept = runs.indices.filter { weights[$0] > 1 }
    var covered = [Bool](repeating: false, count: a.count)
    var best: [Double] = []
    var before: [Int] = []
    for (x, number) in kept.enumerated() {
      let run = runs[number]
      for place in run.a..<(run.a + run.count) where !a[place].traits.contains(.quoted) {
        covered[place] = true
      }
      var most = 0.0
      var from = -1
      for y in 0..<x where best[y] > most {
        let other = runs[kept[y]]
        if other.a + other.count <= run.a, other.b + other.count <= run.b {
          most = best[y]
          from = y
        }
      }
      best.append(most + weights[number] - 1)
      before.append(from)
    }
    guard var at = best.indices.max(by: { best[$0] < best[$1] }) else { return }
    weight = best[at] / Double(a.count)
    cover = Double(covered.count { $0 }) / Double(a.count)
    while at >= 0 {
      chain.append(runs[kept[at]])
      at = before[at]
    }
    chain.reverse()
    chained = Double(chain.reduce(0) { $0 + $1.count }) / Double(a.count)
    let windows = Set(chain.flatMap { [$0.a / Self.window, ($0.a + $0.count - 1) / Self.window] })
    spread = Double(windows.count) / Double((a.count + Self.window - 1) / Self.window)
  }

  /// What a run says: a plain word of four letters or more counts one, a shorter one a quarter; names, numbers and what
  /// stands in quotation marks nothing.
  private static func weight(of run: Alignment.Run, _ a: [Token], _ b: [Token]) -> Double {
    var sum = 0.0
    for offset in 0..<run.count {
      let word = a[run.a + offset]
      let traits = word.traits.union(b[run.b + offset].traits)
      if traits.contains(.quoted) || traits.contains(.number) || word.isNameLike { continue }
      sum += word.end - word.start >= 4 ? 1 : 0.25
    }
    return sum
  }
}

extension Rewording {
  /// What rewriting looks like at least: the number of runs in one chain, how much of the shorter text all runs are, what
  /// the chain weighs a word, and over how much of the text it is spread.
  private struct Demand {
    let runs: Double
    let cover: Double
    let weight: Double
    let spread: Double
  }

  /// Share of the shorter text that the chain's words are at least: ten set phrases in a long text are no rewriting.
  private static let leastChained = 0.1

  /// Runs that fill more of a text need not reach as far over it.
  private static let demands = [
    Demand(runs: 7, cover: 0.16, weight: 0.04, spread: 0.5),
    Demand(runs: 7, cover: 0.19, weight: 0.05, spread: 0.35),
  ]

  /// How many times what is there is what rewriting needs, by what there is least of.
  var strength: Double {
    let most =
      Self.demands.map { demand in
        min(
          min(Double(chain.count) / demand.runs, cover / demand.cover),
          min(weight / demand.weight, spread / demand.spread))
      }.max() ?? 0
    return min(most, chained / Self.leastChained)
  }

  /// Words between two runs of one passage at most.
  private static let gap = 12

  /// The chain as passages, where none of `others` lies, with those.
  func passages(beside others: [Alignment]) -> [Alignment] {
    var groups: [[Alignment.Run]] = []
    for run in chain {
      if let last = groups.last?.last, run.a - last.a - last.count <= Self.gap,
        run.b - last.b - last.count <= Self.gap
      {
        groups[groups.count - 1].append(run)
      } else {
        groups.append([run])
      }
    }
    let free = groups.map { Alignment(runs: $0) }.filter { passage in
      !others.contains { $0.a.overlaps(passage.a) || $0.b.overlaps(passage.b) }
    }
    return (others + free).sorted { $0.a.lowerBound < $1.a.lowerBound }
  }
}
