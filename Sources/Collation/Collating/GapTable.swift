// Hot loop: tables of words by columns, in the gaps that runs of three words leave.

/// Dynamic programming between words of a row and columns of the table, along the ways that rows before went (partial order
/// alignment, Lee, Grasso and Sharlow 2002, with the gap costs of Gotoh 1982): to pass over columns that another row
/// passes over too costs nothing.
///
/// A word for a word is better than one cut and one added, up to some eight words; longer stretches that have hardly a word
/// in common stand side by side.
struct GapTable {
  /// What a pair of equal words gains; short ones hold any sentences together.
  static let equal: Int32 = 32
  static let shortEqual: Int32 = 20
  /// What words that begin alike gain, and any two others.
  static let alike: Int32 = 6
  static let other: Int32 = -8
  static let open: Int32 = 24
  static let extend: Int32 = 1
  /// Cells of a table at most; larger gaps are parted at words that stand in them once.
  static let mostCells = 400_000
  /// Cells filled, and words and columns of large gaps looked at, for one family at most. Where they are used up, words of
  /// gaps that are not small get columns of their own.
  private static let mostWork = 400_000_000
  private static let small = 4_096
  private var work = 0

  /// By word, the column that it joins, or -1 and the place behind which it gets one of its own.
  struct Found {
    var column: [Int32]
    var after: [Int32]
  }

  /// Scores of the best way to each cell that ends with a word in a column, a column passed over, a word added.
  private var same: [Int32] = []
  private var passed: [Int32] = []
  private var added: [Int32] = []
  /// Columns from which each is reached: `ways[starts[j]..<starts[j + 1]]`, counted within the gap from 1; 0 is what
  /// stands before the gap.
  private var ways: [Int32] = []
  private var starts: [Int] = []
  private static let never: Int32 = -1 << 28

  /// Aligns `words` with `columns`, which lie between two places.
  mutating func align(
    _ words: [Int], _ columns: [Int32], between from: Int, and to: Int, _ table: VariantTable
  ) -> Found {
    var found = Found(
      column: [Int32](repeating: -1, count: words.count),
      after: [Int32](repeating: Int32(to - 1), count: words.count))
    guard !columns.isEmpty, mayAlign(words.count, columns.count) else { return found }
    if words.count * columns.count <= Self.mostCells {
      fill(words, columns, from, to, 0, table, &found)
      return found
    }
    // A dictionary's look-up costs as much as many cells.
    work += 20 * (words.count + columns.count)
    var (word, column, before) = (0, 0, from)
    for anchor in UniqueWords.anchors(words, columns, table) {
      let place = Int(table.place[Int(columns[anchor.column])])
      part(words, columns, word..<anchor.word, column..<anchor.column, before, place, table, &found)
      found.column[anchor.word] = columns[anchor.column]
      (word, column, before) = (anchor.word + 1, anchor.column + 1, place)
    }
    part(words, columns, word..<words.count, column..<columns.count, before, to, table, &found)
    return found
  }

  /// Whether a gap of so many words and columns is still looked at.
  func mayAlign(_ words: Int, _ columns: Int) -> Bool {
    work < Self.mostWork || words * columns <= Self.small
  }

  /// Aligns a part of a gap, if it is small enough.
  private mutating func part(
    _ words: [Int], _ columns: [Int32], _ wordRange: Range<Int>, _ columnRange: Range<Int>, _ from: Int,
    _ to: Int,
    _ table: VariantTable, _ found: inout Found
  ) {
    for word in wordRange { found.after[word] = Int32(to - 1) }
    guard !wordRange.isEmpty, !columnRange.isEmpty, wordRange.count * columnRange.count <= Self.mostCells
    else {
      return
    }
    fill(Array(words[wordRange]), Array(columns[columnRange]), from, to, wordRange.lowerBound, table, &found)
  }

  private mutating func fill(
    _ words: [Int], _ columns: [Int32], _ from: Int, _ to: Int, _ base: Int, _ table: VariantTable,
    _ found: inout Found
  ) {
    findWays(columns, from, to, table)
    score(words, columns, table)
    let path = path(words.count, columns.count)
    let apart = GapPath.apart(path, words, columns, table)
    var last = Int32(from)
    var next = 0
    var index = 0
    while index < path.count {
      if next < apart.count, apart[next].lowerBound == index {
        // Side by side: what the table has first, then all words of the row.
        for step in path[apart[next]] where step.column >= 0 { last = table.place[Int(columns[step.column])] }
        for step in path[apart[next]] where step.word >= 0 { found.after[base + step.word] = last }
        index = apart[next].upperBound
        next += 1
        continue
      }
      let step = path[index]
      if step.column >= 0 { last = table.place[Int(columns[step.column])] }
      if step.word >= 0 {
        if step.column >= 0 {
          found.column[base + step.word] = columns[step.column]
        } else {
          found.after[base + step.word] = last
        }
      }
      index += 1
    }
  }

  private mutating func findWays(_ columns: [Int32], _ from: Int, _ to: Int, _ table: VariantTable) {
    ways.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    starts.append(0)
    let places = columns.map { Int(table.place[Int($0)]) }
    func local(_ place: Int) -> Int? {
      if place == from { return 0 }
      var (low, high) = (0, places.count)
      while low < high {
        let middle = (low + high) / 2
        if places[middle] < place { low = middle + 1 } else { high = middle }
      }
      return low < places.count && places[low] == place ? low + 1 : nil
    }
    for j in 1...(columns.count + 1) {
      ways.append(Int32(j - 1))
      if j <= columns.count || to < table.columnCount {
        let column = j <= columns.count ? Int(columns[j - 1]) : Int(table.order[to])
        table.forEachJump(to: column) { other in
          let place = other < 0 ? -1 : Int(table.place[other])
          guard place >= from, let k = local(place), k < j - 1 else { return }
          ways.append(Int32(k))
        }
      } else {
        for (k, column) in columns.enumerated() where table.isLast[Int(column)] && k + 1 < j - 1 {
          ways.append(Int32(k + 1))
        }
      }
      starts.append(ways.count)
    }
  }

  private mutating func score(_ words: [Int], _ columns: [Int32], _ table: VariantTable) {
    let (m, n) = (words.count, columns.count)
    let width = n + 1
    let cells = (m + 1) * width
    work += cells
    if same.count < cells {
      same = [Int32](repeating: 0, count: max(1024, cells))
      passed = same
      added = same
    }
    let cost = Self.open + Self.extend
    ways.withUnsafeBufferPointer { ways in
      starts.withUnsafeBufferPointer { starts in
        same.withUnsafeMutableBufferPointer { same in
          passed.withUnsafeMutableBufferPointer { passed in
            added.withUnsafeMutableBufferPointer { added in
              for i in 0...m {
                let row = i * width
                same[row] = i == 0 ? 0 : Self.never
                passed[row] = Self.never
                added[row] =
                  i == 0 ? Self.never : max(same[row - width] - cost, added[row - width] - Self.extend)
                for j in 1..<width {
                  var (pass, fit) = (Self.never, Self.never)
                  for way in starts[j]..<starts[j + 1] {
                    let k = Int(ways[way])
                    let at = row + k
                    pass = max(pass, max(max(same[at], added[at]) - cost, passed[at] - Self.extend))
                    if i > 0 {
                      let above = at - width
                      fit = max(fit, max(same[above], max(passed[above], added[above])))
                    }
                  }
                  passed[row + j] = pass
                  if i > 0 {
                    let above = row - width + j
                    same[row + j] = max(Self.never, fit + table.gain(words[i - 1], Int(columns[j - 1])))
                    added[row + j] = max(
                      max(same[above], passed[above]) - cost, added[above] - Self.extend)
                  } else {
                    same[row + j] = Self.never
                    added[row + j] = Self.never
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  private enum State { case same, passed, added }

  /// The best way through the table, from left to right.
  private func path(_ m: Int, _ n: Int) -> [GapPath.Step] {
    let width = n + 1
    var path: [GapPath.Step] = []
    var (i, j) = (m, n + 1)
    var state = State.same
    while i > 0 || j > 0 {
      let cost = Self.open + Self.extend
      switch state {
      case .same:
        var row = i
        if j <= n {
          path.append(GapPath.Step(word: i - 1, column: j - 1))
          row = i - 1
        }
        var most = Int32.min
        var next = (0, State.same)
        for k in ways[starts[j]..<starts[j + 1]] {
          let at = row * width + Int(k)
          if same[at] > most { (most, next) = (same[at], (Int(k), .same)) }
          if added[at] > most { (most, next) = (added[at], (Int(k), .added)) }
          if passed[at] > most { (most, next) = (passed[at], (Int(k), .passed)) }
        }
        i = row
        (j, state) = next
      case .passed:
        path.append(GapPath.Step(word: -1, column: j - 1))
        var most = Int32.min
        var next = (0, State.same)
        for k in ways[starts[j]..<starts[j + 1]] {
          let at = i * width + Int(k)
          if same[at] - cost > most { (most, next) = (same[at] - cost, (Int(k), .same)) }
          if passed[at] - Self.extend > most { (most, next) = (passed[at] - Self.extend, (Int(k), .passed)) }
          if added[at] - cost > most { (most, next) = (added[at] - cost, (Int(k), .added)) }
        }
        (j, state) = next
      case .added:
        path.append(GapPath.Step(word: i - 1, column: -1))
        let above = (i - 1) * width + j
        if added[above] - Self.extend > max(same[above], passed[above]) - cost {
          state = .added
        } else {
          state = same[above] >= passed[above] ? .same : .passed
        }
        i -= 1
      }
    }
    return path.reversed()
  }
}
