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

  /// The runs without what they have in common: words that two runs claim stay with the one or the other so that as many
  /// as possible are equal, and then so that what is cut or added between the two is whole sentences.
  private func cut(_ chain: [TableRun]) -> [TableRun] {
    var cut: [TableRun] = []
    for run in chain {
      guard let last = cut.last else {
        cut.append(run)
        continue
      }
      var most = 0
      while most < run.count,
        run.word + most < last.word + last.count
          || place(run.other + most) <= place(last.other + last.count - 1)
      {
        most += 1
      }
      if most == 0 {
        cut.append(run)
        continue
      }
      var best = (worth: Int.min, kept: last.count, dropped: most)
      for dropped in max(0, most - Self.mostShared)...most where dropped < run.count {
        var kept = min(last.count, run.word + dropped - last.word)
        while kept > 0, place(last.other + kept - 1) >= place(run.other + dropped) { kept -= 1 }
        guard kept > 0 else { continue }
        let worth = 8 * (kept - dropped) + border(run.word + dropped) + border(run.other + dropped)
        if worth >= best.worth { best = (worth, kept, dropped) }
      }
      guard best.dropped < run.count else { continue }
      cut[cut.count - 1].count = best.kept
      cut.append(
        TableRun(
          word: run.word + best.dropped, other: run.other + best.dropped, count: run.count - best.dropped))
    }
    return cut
  }

  /// Words that two runs claim of which each is tried as the border.
  private static let mostShared = 64

  /// How good a place this is for something to have been cut or added before it.
  private func border(_ word: Int) -> Int {
    let marks = table.rows.marks[word]
    return marks.contains(.paragraph) ? 3 : marks.contains(.sentence) ? 2 : 0
  }
}
