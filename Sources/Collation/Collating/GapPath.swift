/// What a way through a ``GapTable`` is worth from stretch to stretch.
enum GapPath {
  /// A word in a column; -1 where a column is passed over or a word added.
  struct Step {
    var word: Int
    var column: Int
  }

  /// Words and columns up to which a stretch may stand as a replacement of another with nothing in common.
  static let mostReplaced = 8
  /// What a stretch must be worth to count as the same text: three equal words that are not short.
  private static let least = 9
  /// How far its worth may fall before it ends (X-drop; Altschul et al. 1997).
  private static let drop = 6

  /// Stretches of the way, rising, that hold words against columns without having much in common: other text in the same
  /// place.
  static func apart(_ path: [Step], _ words: [Int], _ columns: [Int32], _ table: VariantTable) -> [Range<Int>]
  {
    guard min(words.count, columns.count) > mostReplaced || max(words.count, columns.count) > wide else {
      return []
    }
    var apart: [Range<Int>] = []
    var from = 0
    func close(_ to: Int) {
      // What is only cut or only added at either end does not count, but goes with the rest.
      var (low, high) = (from, to)
      while low < high, path[low].word < 0 || path[low].column < 0 { low += 1 }
      while low < high, path[high - 1].word < 0 || path[high - 1].column < 0 { high -= 1 }
      if isOther(path[low..<high], words, columns, table) { apart.append(from..<to) }
    }
    var index = 0
    while index < path.count {
      // A stretch that is worth something begins with equal words.
      var (sum, best, end) = (0, 0, index)
      var at = index
      while at < path.count {
        sum += worth(path, at, words, columns, table)
        if sum > best { (best, end) = (sum, at + 1) }
        if sum <= 0 || best - sum > drop { break }
        at += 1
      }
      if best >= least {
        close(index)
        from = end
        index = end
      } else {
        index += 1
      }
    }
    close(path.count)
    return apart
  }

  /// Of the weight of the shorter side, the share that must be equal for a stretch to be a rewording; and where that side
  /// is a few words that lie scattered over a long one.
  private static let leastEqual = 0.25
  private static let leastScattered = 0.5
  /// Words over which a few may be scattered.
  private static let wide = 24

  /// Whether a stretch holds so much of one text against so little of the same in the other that they are two texts.
  private static func isOther(
    _ stretch: ArraySlice<Step>, _ words: [Int], _ columns: [Int32], _ table: VariantTable
  ) -> Bool {
    var (row, held) = ((count: 0, weight: 0), (count: 0, weight: 0))
    var equal = 0
    for step in stretch {
      if step.word >= 0 {
        row.count += 1
        row.weight += weight(words[step.word], table)
      }
      if step.column >= 0 {
        held.count += 1
        held.weight += weight(table.someWord(of: Int(columns[step.column])), table)
      }
      if step.word >= 0, step.column >= 0,
        table.fit(words[step.word], Int(columns[step.column])) == .equal
      {
        equal += weight(words[step.word], table)
      }
    }
    let share = Double(equal) / Double(max(1, min(row.weight, held.weight)))
    if min(row.count, held.count) > mostReplaced { return share < leastEqual }
    return max(row.count, held.count) > wide && share < leastScattered
  }

  /// Words of three letters and less hold any sentences together.
  private static func weight(_ word: Int, _ table: VariantTable) -> Int {
    table.rows.marks[word].contains(.short) ? 1 : 3
  }

  private static func worth(
    _ path: [Step], _ at: Int, _ words: [Int], _ columns: [Int32], _ table: VariantTable
  ) -> Int {
    let step = path[at]
    if step.word >= 0, step.column >= 0 {
      switch table.fit(words[step.word], Int(columns[step.column])) {
      case .equal: return weight(words[step.word], table)
      case .alike: return 1
      case .other: return -1
      }
    }
    guard at > 0 else { return -1 }
    let before = path[at - 1]
    // A gap counts once, however long.
    return (before.word < 0) == (step.word < 0) && (before.column < 0) == (step.column < 0) ? 0 : -1
  }
}

/// Words that stand once among some words and once among some columns: where a large gap may be parted (patience sorting;
/// Bram Cohen 2003).
enum UniqueWords {
  /// Words and columns within which another such word must stand on either side of one: alone, it says nothing.
  private static let near = 12
  /// Such words that stand together at least.
  private static let leastTogether = 3

  /// The longest series of such words that rises in both, but for those that stand alone.
  static func anchors(
    _ words: [Int], _ columns: [Int32], _ table: VariantTable
  ) -> [(word: Int, column: Int)] {
    var wordOf: [UInt32: Int] = [:]
    for (index, word) in words.enumerated() where !table.rows.marks[word].contains(.short) {
      wordOf[table.rows.keys[word], default: -1] = wordOf[table.rows.keys[word]] == nil ? index : -1
    }
    var columnOf: [UInt32: Int] = [:]
    for (index, column) in columns.enumerated() {
      table.forEachKey(of: Int(column)) { key in
        if wordOf[key] ?? -1 >= 0 { columnOf[key] = columnOf[key] == nil ? index : -1 }
      }
    }
    var pairs: [(word: Int, column: Int)] = []
    for (index, word) in words.enumerated() where wordOf[table.rows.keys[word]] == index {
      if let column = columnOf[table.rows.keys[word]], column >= 0 { pairs.append((index, column)) }
    }
    return together(rising(pairs))
  }

  /// The pairs that have others near them.
  private static func together(_ pairs: [(word: Int, column: Int)]) -> [(word: Int, column: Int)] {
    var kept: [(word: Int, column: Int)] = []
    var start = 0
    for index in 1...max(1, pairs.count) where index <= pairs.count {
      if index < pairs.count, pairs[index].word - pairs[index - 1].word <= near,
        pairs[index].column - pairs[index - 1].column <= near
      {
        continue
      }
      if index - start >= leastTogether { kept += pairs[start..<index] }
      start = index
    }
    return kept
  }

  /// The longest series of pairs whose columns rise too (Schensted 1961); pairs rise by word.
  private static func rising(_ pairs: [(word: Int, column: Int)]) -> [(word: Int, column: Int)] {
    var ends: [Int] = []
    var before = [Int](repeating: -1, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[ends[middle]].column < pair.column { low = middle + 1 } else { high = middle }
      }
      before[index] = low > 0 ? ends[low - 1] : -1
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var series: [(word: Int, column: Int)] = []
    var at = ends.last ?? -1
    while at >= 0 {
      series.append(pairs[at])
      at = before[at]
    }
    return series.reversed()
  }
}
