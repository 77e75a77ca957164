// Hot loop: runs of a row, each looked at from `lookBack` others at most.

/// The best chain of runs that rise in the row and in the table (Myers and Miller 1995, "Chaining multiple-alignment
/// fragments in sub-quadratic time", here with a bounded look back). Scores are in quarters of an equal word.
struct RunChain {
  /// How many runs back a chain looks for its predecessor.
  static let lookBack = 256
  static let equal: Int32 = 4
  /// What a step off the diagonal costs at most: so much that a run of few words is worth no detour.
  static let mostShift = 10
  /// Words and columns that a passage out of order may pass over.
  static let widestGap = 60

  private let table: VariantTable

  init(_ table: VariantTable) { self.table = table }

  private func place(_ word: Int) -> Int { Int(table.place[Int(table.column[word])]) }

  /// The chain of most equal words, as runs that do not overlap.
  ///
  /// - Parameters:
  ///   - isMain: Whether it may pass over any stretch; a passage out of order may not.
  ///   - zone: Where a word and a place lie; a chain stays in one zone.
  func best(of unsorted: [TableRun], isMain: Bool, zone: ((Int, Int) -> (Int32, Int32))?) -> [TableRun] {
    guard !unsorted.isEmpty else { return [] }
    let runs = unsorted.sorted { ($0.word, place($0.other)) < ($1.word, place($1.other)) }
    let starts = runs.map { place($0.other) }
    let ends = runs.map { place($0.other + $0.count - 1) }
    let zones = zone.map { zone in runs.indices.map { zone(runs[$0].word, starts[$0]) } }
    var score = [Int32](repeating: 0, count: runs.count)
    var before = [Int32](repeating: -1, count: runs.count)
    var best = 0
    for x in runs.indices {
      let run = runs[x]
      var most = Self.equal * Int32(run.count)
      var from: Int32 = -1
      var y = x - 1
      let last = max(0, x - Self.lookBack)
      while y >= last {
        defer { y -= 1 }
        let other = runs[y]
        guard other.word < run.word, starts[y] < starts[x] else { continue }
        if let zones, zones[x] != zones[y] { continue }
        var lap = max(0, other.word + other.count - run.word)
        while lap < run.count, place(run.other + lap) <= ends[y] { lap += 1 }
        guard lap < run.count else { continue }
        let gap = run.word + lap - other.word - other.count
        let passed = place(run.other + lap) - ends[y] - 1
        if !isMain, gap > Self.widestGap || passed > Self.widestGap { continue }
        let cost = min(gap, passed, Self.mostShift) + min(abs(gap - passed), Self.mostShift)
        let sum = score[y] + Self.equal * Int32(run.count - lap) - Int32(cost)
        if sum > most {
          most = sum
          from = Int32(y)
        }
      }
      score[x] = most
      before[x] = from
      if most > score[best] { best = x }
    }
    var chain: [TableRun] = []
    var at = Int32(best)
    while at >= 0 {
      chain.append(runs[Int(at)])
      at = before[Int(at)]
    }
    return cut(chain.reversed())
  }

  /// The runs without what the ones before them have taken.
  private func cut(_ chain: [TableRun]) -> [TableRun] {
    var cut: [TableRun] = []
    var (nextWord, lastPlace) = (0, -1)
    for run in chain {
      var lap = max(0, nextWord - run.word)
      while lap < run.count, place(run.other + lap) <= lastPlace { lap += 1 }
      guard lap < run.count else { continue }
      cut.append(TableRun(word: run.word + lap, other: run.other + lap, count: run.count - lap))
      nextWord = run.word + run.count
      lastPlace = place(run.other + run.count - 1)
    }
    return cut
  }
}
