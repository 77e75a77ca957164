/// What a way through a ``GapTable`` is worth from stretch to stretch.
enum GapPath {
  /// A word in a column; -1 where a column is passed over or a word added.
  struct Step {
    var word: Int
    var column: Int
  }

  /// Words and columns up to which a stretch may stand as a replacement of another with nothing in common.
  static let mostReplaced = 8
  /// What a stretch must be worth to count as the same text: two equal words that are not short.
  private static let least = 6
  /// How far its worth may fall before it ends (X-drop; Altschul et al. 1997).
  private static let drop = 6

  /// Stretches of the way, rising, that hold words against columns without having much in common: other text in the same
  /// place.
  static func apart(_ path: [Step], _ words: [Int], _ columns: [Int32], _ table: VariantTable) -> [Range<Int>]
  {
    guard words.count > mostReplaced, columns.count > mostReplaced else { return [] }
    var apart: [Range<Int>] = []
    var from = 0
    func close(_ to: Int) {
      if isOther(path[from..<to], words, columns, table) { apart.append(from..<to) }
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

  /// Of the weight of its words, the share that must be equal for a stretch to be a rewording.
  private static let leastEqual = 0.25

  /// Whether a stretch holds so much of one text against so little of the same in the other that they are two texts.
  private static func isOther(
    _ stretch: ArraySlice<Step>, _ words: [Int], _ columns: [Int32], _ table: VariantTable
  ) -> Bool {
    var (pairs, equal, all) = (0, 0, 0)
    for step in stretch where step.word >= 0 && step.column >= 0 {
      let weight = weight(words[step.word], table)
      pairs += 1
      all += weight
      if table.fit(words[step.word], Int(columns[step.column])) == .equal { equal += weight }
    }
    return pairs > mostReplaced && Double(equal) < leastEqual * Double(all)
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

/// Words that stand once among some words and once among some columns: where a large gap may be parted.
enum UniqueWords {
  /// The longest series of such words that rises in both.
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
    return rising(pairs)
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
