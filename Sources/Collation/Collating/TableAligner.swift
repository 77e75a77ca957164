// Hot loop: every word of every different text of a family passes here once.

/// Aligns rows with the table of those before them.
struct TableAligner {
  /// Equal words that a passage must have to be followed out of its row's order, and those in runs to begin with.
  static let leastMoved = 8
  static let leastSeed = 4
  /// Passages followed out of order in one row at most.
  static let mostMoved = 64

  private var grown: VariantTable
  private let rows: WordRows
  private let shingles: Shingles
  private var seeds: SeedList
  private var filler = GapTable()
  /// By column: the row in hand, where it has its words there already.
  private var takenBy: [Int32] = []
  private var ends: CommonEnds

  init(_ rows: WordRows) {
    self.rows = rows
    shingles = Shingles(rows)
    grown = VariantTable(rows)
    seeds = SeedList(shingles.count)
    ends = CommonEnds(rows)
  }

  /// The table of all rows.
  mutating func table() -> VariantTable {
    for row in shingles.joiningOrder() {
      grown.add(row: row, seats(row))
      seeds.add(row: row, rows, shingles, grown)
      ends.join(row)
    }
    return grown
  }

  private mutating func seats(_ row: Int) -> VariantTable.Seats {
    let words = rows.words(of: row)
    var seats = VariantTable.Seats(count: words.count)
    guard grown.columnCount > 0 else { return seats }
    takenBy += repeatElement(-1, count: grown.columnCount - takenBy.count)
    let runs = seeds.runs(row, rows, shingles, grown, ends.runs(row, rows))
    let chains = RunChain(grown)
    let main = chains.best(of: runs, isMain: true, zone: nil)
    seat(main, &seats, words.lowerBound)
    if !main.isEmpty { followMoved(runs, chains, &seats, words) }
    fillRest(&seats, words)
    return seats
  }

  private mutating func seat(_ chain: [TableRun], _ seats: inout VariantTable.Seats, _ base: Int) {
    for run in chain {
      for step in 0..<run.count {
        let column = grown.column[run.other + step]
        takenBy[Int(column)] = rows.row[run.word]
        seats.column[run.word - base + step] = column
      }
    }
  }

  /// Seats passages of the row that stand elsewhere in the table, the longest first.
  private mutating func followMoved(
    _ runs: [TableRun], _ chains: RunChain, _ seats: inout VariantTable.Seats, _ words: Range<Int>
  ) {
    var runs = runs
    for _ in 0..<Self.mostMoved {
      let zones = Zones(seats, grown)
      runs = runs.flatMap { zones.free($0, words.lowerBound, grown) }
      let chain = chains.best(of: runs, isMain: false, zone: zones.zone(words.lowerBound))
      guard chain.reduce(0, { $0 + $1.count }) >= Self.leastSeed else { return }
      let passage = passage(around: chain, zones, words)
      if passage.equal >= Self.leastMoved {
        for (word, column) in passage.pairs {
          takenBy[Int(column)] = rows.row[word]
          seats.column[word - words.lowerBound] = column
        }
        for word in passage.words { seats.isMoved[word - words.lowerBound] = true }
        settle(passage.words, &seats, words.lowerBound)
      } else {
        // Too little to say that it was moved; nor is it looked at again.
        let span = chain[0].word..<(chain[chain.count - 1].word + chain[chain.count - 1].count)
        runs.removeAll { $0.word < span.upperBound && $0.word + $0.count > span.lowerBound }
      }
    }
  }

  /// Gives the words of a passage that found no column the place behind the column of the word before.
  private func settle(_ words: Range<Int>, _ seats: inout VariantTable.Seats, _ base: Int) {
    var last: Int32 = -1
    for word in words {
      let column = seats.column[word - base]
      if column >= 0 { last = grown.place[Int(column)] } else { seats.after[word - base] = last }
    }
  }

  /// A passage of the row that stands elsewhere: its words, the columns of those that have one, and how many are equal.
  private struct Passage {
    var words: Range<Int>
    var pairs: [(word: Int, column: Int32)]
    var equal: Int
  }

  /// Words that a passage is carried on for at either end.
  private static let reach = 40

  /// The passage around a chain of runs: its gaps filled, and carried on at both ends for as long as it pays.
  private mutating func passage(around chain: [TableRun], _ zones: Zones, _ words: Range<Int>) -> Passage {
    let base = words.lowerBound
    let (head, tail) = (chain[0], chain[chain.count - 1])
    let (start, end) = (head.word, tail.word + tail.count)
    let first = Int(grown.place[Int(grown.column[head.other])])
    let last = Int(grown.place[Int(grown.column[tail.other + tail.count - 1])])
    var pairs: [(word: Int, column: Int32)] = []
    for (index, run) in chain.enumerated() {
      if index > 0 {
        let before = chain[index - 1]
        let from = Int(grown.place[Int(grown.column[before.other + before.count - 1])])
        let to = Int(grown.place[Int(grown.column[run.other])])
        pairs += held((before.word + before.count)..<run.word, from, to)
      }
      for step in 0..<run.count { pairs.append((run.word + step, grown.column[run.other + step])) }
    }
    let room = zones.room(around: start..<end, first..<(last + 1), base, words.count, Self.reach)
    let before = held(room.words.lowerBound..<start, room.places.lowerBound - 1, first)
    pairs = paying(before.reversed(), from: start - 1).reversed() + pairs
    let after = held(end..<room.words.upperBound, last, room.places.upperBound)
    pairs += paying(after, from: end)
    let equal = pairs.reduce(0) { $0 + (grown.fit($1.word, Int($1.column)) == .equal ? 1 : 0) }
    return Passage(words: pairs[0].word..<(pairs[pairs.count - 1].word + 1), pairs: pairs, equal: equal)
  }

  /// The words of a stretch that find a column between two places.
  private mutating func held(_ words: Range<Int>, _ from: Int, _ to: Int) -> [(word: Int, column: Int32)] {
    guard !words.isEmpty, from + 1 < to else { return [] }
    let columns = free(rows.row[words.lowerBound], from, to, words.count)
    let found = filler.align(Array(words), columns, between: from, and: to, grown)
    return zip(words, found.column).filter { $1 >= 0 }.map { ($0, $1) }
  }

  /// The columns between two places that a row has not taken; none where there are too many to look at.
  private func free(_ row: Int32, _ from: Int, _ to: Int, _ wordCount: Int) -> [Int32] {
    guard filler.mayAlign(wordCount, to - from - 1) else { return [] }
    return grown.order[(from + 1)..<to].filter { takenBy[Int($0)] != row }
  }

  /// How far the worth of an end may fall before the passage ends there (X-drop; Altschul et al. 1997).
  private static let drop = 8

  /// The pairs up to the one at which equal words, less half of all others, are most.
  private func paying(_ pairs: [(word: Int, column: Int32)], from start: Int) -> [(word: Int, column: Int32)]
  {
    var (sum, best, kept) = (0, 0, 0)
    var next = start
    for (index, pair) in pairs.enumerated() {
      sum -= abs(pair.word - next)
      next = pair.word + (pair.word < start ? -1 : 1)
      sum += grown.fit(pair.word, Int(pair.column)) == .equal ? 2 : -1
      if sum > best { (best, kept) = (sum, index + 1) }
      if best - sum > Self.drop { break }
    }
    return Array(pairs.prefix(kept))
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
        fill(waiting, from, to, &seats, base)
        waiting.removeAll(keepingCapacity: true)
      }
      from = to
    }
    if !waiting.isEmpty { fill(waiting, from, grown.columnCount, &seats, base) }
  }

  /// Seats `words` between two places of the table.
  private mutating func fill(
    _ words: [Int], _ from: Int, _ to: Int, _ seats: inout VariantTable.Seats, _ base: Int
  ) {
    let row = rows.row[words[0]]
    let columns = free(row, from, to, words.count)
    let found = filler.align(words, columns, between: from, and: to, grown)
    for (index, word) in words.enumerated() {
      if found.column[index] >= 0 { takenBy[Int(found.column[index])] = row }
      seats.column[word - base] = found.column[index]
      seats.after[word - base] = found.after[index]
    }
  }
}
