// Hot loop: every word of every different text of a family passes here once.

/// Aligns rows with the table of those before them.
struct TableAligner {
  /// Words of equal text that a passage must have to be followed out of its row's order.
  static let leastMoved = 8
  /// Passages followed out of order in one row at most.
  static let mostMoved = 64

  private var grown: VariantTable
  private let rows: WordRows
  private let shingles: Shingles
  private var seeds: SeedList
  private var filler = GapTable()
  /// By column: the row in hand, where it has its words there already.
  private var takenBy: [Int32] = []

  init(_ rows: WordRows) {
    self.rows = rows
    shingles = Shingles(rows)
    grown = VariantTable(rows)
    seeds = SeedList(shingles.count)
  }

  /// The table of all rows.
  mutating func table() -> VariantTable {
    for row in shingles.joiningOrder() {
      grown.add(row: row, seats(row))
      seeds.add(row: row, rows, shingles, grown)
    }
    return grown
  }

  private mutating func seats(_ row: Int) -> VariantTable.Seats {
    let words = rows.words(of: row)
    var seats = VariantTable.Seats(count: words.count)
    guard grown.columnCount > 0 else { return seats }
    takenBy += repeatElement(-1, count: grown.columnCount - takenBy.count)
    var runs = seeds.runs(row, rows, shingles, grown)
    let chains = RunChain(grown)
    let main = chains.best(of: runs, isMain: true, zone: nil)
    seat(main, &seats, words.lowerBound, isMoved: false)
    var moved: [[TableRun]] = []
    if !runs.isEmpty, !main.isEmpty {
      while moved.count < Self.mostMoved {
        let zones = Zones(seats, grown)
        runs = runs.flatMap { zones.free($0, words.lowerBound, grown) }
        let chain = chains.best(of: runs, isMain: false, zone: zones.zone(words.lowerBound))
        guard chain.reduce(0, { $0 + $1.count }) >= Self.leastMoved else { break }
        seat(chain, &seats, words.lowerBound, isMoved: true)
        moved.append(chain)
      }
    }
    for chain in moved { fillChain(chain, &seats, words.lowerBound) }
    fillRest(&seats, words)
    return seats
  }

  private mutating func seat(
    _ chain: [TableRun], _ seats: inout VariantTable.Seats, _ base: Int, isMoved: Bool
  ) {
    for run in chain {
      for step in 0..<run.count {
        let column = grown.column[run.other + step]
        takenBy[Int(column)] = rows.row[run.word]
        seats.column[run.word - base + step] = column
        seats.isMoved[run.word - base + step] = isMoved
      }
    }
  }

  /// Fills the gaps within a passage that stands out of order.
  private mutating func fillChain(_ chain: [TableRun], _ seats: inout VariantTable.Seats, _ base: Int) {
    for (before, after) in zip(chain, chain.dropFirst()) {
      let gap = (before.word + before.count)..<after.word
      let from = Int(grown.place[Int(grown.column[before.other + before.count - 1])])
      let to = Int(grown.place[Int(grown.column[after.other])])
      fill(Array(gap), from, to, &seats, base, isMoved: true)
    }
  }

  /// Fills what lies between the words that stand in order.
  private mutating func fillRest(_ seats: inout VariantTable.Seats, _ words: Range<Int>) {
    let base = words.lowerBound
    var from = -1
    var waiting: [Int] = []
    for word in words {
      let index = word - base
      if seats.isMoved[index] { continue }
      if seats.column[index] < 0 {
        waiting.append(word)
        continue
      }
      let to = Int(grown.place[Int(seats.column[index])])
      if !waiting.isEmpty {
        fill(waiting, from, to, &seats, base, isMoved: false)
        waiting.removeAll(keepingCapacity: true)
      }
      from = to
    }
    if !waiting.isEmpty { fill(waiting, from, grown.columnCount, &seats, base, isMoved: false) }
  }

  /// Seats `words` between two places of the table.
  private mutating func fill(
    _ words: [Int], _ from: Int, _ to: Int, _ seats: inout VariantTable.Seats, _ base: Int, isMoved: Bool
  ) {
    guard let first = words.first else { return }
    let row = rows.row[first]
    let columns = grown.order[(from + 1)..<to].filter { takenBy[Int($0)] != row }
    let found = filler.align(words, columns, between: from, and: to, grown)
    for (index, word) in words.enumerated() {
      if found.column[index] >= 0 { takenBy[Int(found.column[index])] = row }
      seats.column[word - base] = found.column[index]
      seats.after[word - base] = found.after[index]
      seats.isMoved[word - base] = isMoved
    }
  }
}

/// Where a row's words and the table's columns are taken, counted from the left: a passage goes across nothing taken.
struct Zones {
  private let ofWord: [Int32]
  private let ofPlace: [Int32]
  private let isTaken: [Bool]
  private let isUsed: [Bool]

  init(_ seats: VariantTable.Seats, _ table: VariantTable) {
    var used = [Bool](repeating: false, count: table.columnCount)
    var taken = [Bool](repeating: false, count: seats.column.count)
    var ofWord = [Int32](repeating: 0, count: seats.column.count)
    var count: Int32 = 0
    for (index, column) in seats.column.enumerated() {
      if column >= 0 {
        taken[index] = true
        used[Int(table.place[Int(column)])] = true
        count += 1
      }
      ofWord[index] = count
    }
    var ofPlace = [Int32](repeating: 0, count: table.columnCount)
    count = 0
    for place in used.indices {
      if used[place] { count += 1 }
      ofPlace[place] = count
    }
    self.ofWord = ofWord
    self.ofPlace = ofPlace
    isTaken = taken
    isUsed = used
  }

  /// The parts of a run whose words and columns are not taken.
  func free(_ run: TableRun, _ base: Int, _ table: VariantTable) -> [TableRun] {
    var parts: [TableRun] = []
    var start = 0
    for step in 0...run.count {
      let isFree =
        step < run.count && !isTaken[run.word - base + step]
        && !isUsed[Int(table.place[Int(table.column[run.other + step])])]
      if !isFree {
        if step - start >= Shingles.width {
          parts.append(TableRun(word: run.word + start, other: run.other + start, count: step - start))
        }
        start = step + 1
      }
    }
    return parts
  }

  /// Tells of a word and a place in which zone they lie.
  func zone(_ base: Int) -> (Int, Int) -> (Int32, Int32) {
    { word, place in (ofWord[word - base], ofPlace[place]) }
  }
}
