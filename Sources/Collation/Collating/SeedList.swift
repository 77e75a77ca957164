// Hot loop: every word of every different text of a family passes here once.

/// Equal words of a row and of one that is in the table: `count` of them from `word` and from `other` on, both places in
/// ``WordRows/keys``, whose columns rise.
struct TableRun {
  var word: Int
  var other: Int
  var count: Int
}

/// Where in the table each run of three words stands.
struct SeedList {
  /// Columns that a run of three words may begin in before it says nothing of where it belongs.
  static let mostPlaces = 8

  private var first: [Int32]
  private var places: [UInt8]
  private var pool: [(word: Int32, next: Int32)] = []

  init(_ count: Int) {
    first = [Int32](repeating: -1, count: count)
    places = [UInt8](repeating: 0, count: count)
  }

  /// Takes up what of a row is new.
  mutating func add(row: Int, _ rows: WordRows, _ shingles: Shingles, _ table: VariantTable) {
    for word in rows.words(of: row) {
      let number = Int(shingles.numbers[word])
      guard number >= 0, places[number] <= Self.mostPlaces else { continue }
      var at = first[number]
      var isNew = true
      while at >= 0, isNew {
        if table.column[Int(pool[Int(at)].word)] == table.column[word] { isNew = false }
        at = pool[Int(at)].next
      }
      guard isNew else { continue }
      pool.append((Int32(word), first[number]))
      first[number] = Int32(pool.count - 1)
      places[number] += 1
    }
  }

  /// All runs that a row has in common with the table.
  ///
  /// - Parameter ends: What the row begins and ends with in common with others.
  func runs(
    _ row: Int, _ rows: WordRows, _ shingles: Shingles, _ table: VariantTable, _ ends: [TableRun]
  ) -> [TableRun] {
    let words = rows.words(of: row)
    var runs = ends.map { Self.extended($0.word, $0.other, $0.word..<($0.word + $0.count), rows, table) }
    // Runs that reach to the word in hand or beyond.
    var open = runs
    for word in words {
      let number = Int(shingles.numbers[word])
      guard number >= 0, places[number] <= Self.mostPlaces else { continue }
      var at = first[number]
      guard at >= 0 else { continue }
      open.removeAll { $0.word + $0.count <= word }
      while at >= 0 {
        let other = Int(pool[Int(at)].word)
        at = pool[Int(at)].next
        let column = table.column[other]
        let isKnown = open.contains { run in
          word >= run.word && table.column[run.other + (word - run.word)] == column
        }
        if isKnown { continue }
        let run = Self.extended(word, other, words, rows, table)
        runs.append(run)
        open.append(run)
      }
    }
    return runs
  }

  /// The run through (`word`, `other`) as far as words are equal and columns rise.
  private static func extended(
    _ word: Int, _ other: Int, _ words: Range<Int>, _ rows: WordRows, _ table: VariantTable
  ) -> TableRun {
    let end = rows.bounds[Int(rows.row[other]) + 1]
    var count = 1
    while word + count < words.upperBound, other + count < end,
      rows.keys[word + count] == rows.keys[other + count],
      table.place[Int(table.column[other + count])] > table.place[Int(table.column[other + count - 1])]
    {
      count += 1
    }
    return TableRun(word: word, other: other, count: count)
  }
}
