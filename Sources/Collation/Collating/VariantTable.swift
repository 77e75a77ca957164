/// The growing table: columns in order, and of each row in which column each of its words stands.
///
/// It is a variant graph (Schmidt and Colomb 2009, "A data structure for representing multi-version texts online") laid
/// out in one order: ``jumps(to:)`` are its edges but for those between neighbours.
struct VariantTable {
  let rows: WordRows
  /// By word of ``WordRows/keys``: its column, -1 for as long as its row is not in the table.
  private(set) var column: [Int32]
  /// By word: whether it stands out of its row's own order.
  private(set) var isMoved: [Bool]
  /// The columns from left to right.
  private(set) var order: [Int32] = []
  /// By column: its place in `order`.
  private(set) var place: [Int32] = []
  private(set) var isApart: [Bool] = []
  /// By column: whether a row ends here.
  private(set) var isLast: [Bool] = []
  private var firstKey: [Int32] = []
  private var keyPool: [(word: Int32, next: Int32)] = []
  private var firstJump: [Int32] = []
  private var jumpPool: [(from: Int32, next: Int32)] = []

  init(_ rows: WordRows) {
    self.rows = rows
    column = [Int32](repeating: -1, count: rows.keys.count)
    isMoved = [Bool](repeating: false, count: rows.keys.count)
  }

  var columnCount: Int { order.count }

  /// How a word of a row fits a column: the same, alike, or another.
  enum Fit { case equal, alike, other }

  @inline(__always)
  func fit(_ word: Int, _ column: Int) -> Fit {
    let (key, stem) = (rows.keys[word], rows.stems[word])
    var at = firstKey[column]
    var isAlike = false
    while at >= 0 {
      let other = Int(keyPool[Int(at)].word)
      if rows.keys[other] == key { return .equal }
      if stem != 0 && rows.stems[other] == stem { isAlike = true }
      at = keyPool[Int(at)].next
    }
    return isAlike ? .alike : .other
  }

  /// What it is worth in a ``GapTable`` to have a word in a column.
  @inline(__always)
  func gain(_ word: Int, _ column: Int) -> Int32 {
    guard rows.marks[word].contains(.apart) == isApart[column] else { return -1 << 27 }
    switch fit(word, column) {
    case .equal: return rows.marks[word].contains(.short) ? GapTable.shortEqual : GapTable.equal
    case .alike: return GapTable.alike
    case .other:
      // What is of one sort rather answers to each other: figures, short words, what is quoted.
      let (one, other) = (rows.marks[word], rows.marks[someWord(of: column)])
      if one.contains(.number), other.contains(.number) { return GapTable.other / 2 }
      let unlike = one.symmetricDifference(other)
      var gain = GapTable.other
      if unlike.contains(.quoted) { gain -= 4 }
      if unlike.contains(.short) { gain -= 1 }
      // The head of a paragraph replaces no word within one.
      if unlike.contains(.paragraph) {
        gain -= GapTable.open
      } else if unlike.contains(.sentence) {
        gain -= 6
      }
      return gain
    }
  }

  /// A word that stands in a column.
  func someWord(of column: Int) -> Int { Int(keyPool[Int(firstKey[column])].word) }

  /// Calls `body` with each different key of a column.
  @inline(__always)
  func forEachKey(of column: Int, _ body: (UInt32) -> Void) {
    var at = firstKey[column]
    while at >= 0 {
      body(rows.keys[Int(keyPool[Int(at)].word)])
      at = keyPool[Int(at)].next
    }
  }

  /// Columns that some row goes on from to this one, without a word between; -1 is the beginning of the text.
  @inline(__always)
  func forEachJump(to column: Int, _ body: (Int) -> Void) {
    var at = firstJump[column]
    while at >= 0 {
      body(Int(jumpPool[Int(at)].from))
      at = jumpPool[Int(at)].next
    }
  }

  /// Jumps kept for one column at most.
  private static let mostJumps = 32

  /// Where a row's words go: into a column that there is, or into a new one behind place `after`.
  struct Seats {
    /// By word of the row: a column, or -1.
    var column: [Int32]
    /// By word of the row without a column: the place behind which its own goes; -1 is the beginning.
    var after: [Int32]
    var isMoved: [Bool]

    init(count: Int) {
      column = [Int32](repeating: -1, count: count)
      after = [Int32](repeating: -1, count: count)
      isMoved = [Bool](repeating: false, count: count)
    }
  }

  /// Takes a row in.
  mutating func add(row: Int, _ seats: Seats) {
    let words = rows.words(of: row)
    var fresh: [(after: Int32, word: Int32)] = []
    for (index, word) in words.enumerated() where seats.column[index] < 0 {
      fresh.append((seats.after[index], Int32(word)))
    }
    if !fresh.isEmpty { insert(fresh) }
    for (index, word) in words.enumerated() {
      if seats.column[index] >= 0 {
        column[word] = seats.column[index]
        learn(word, Int(seats.column[index]))
      }
      isMoved[word] = seats.isMoved[index]
    }
    var before: Int32 = -1
    for word in words {
      let here = column[word]
      if before < 0 || place[Int(before)] + 1 < place[Int(here)] { link(before, Int(here)) }
      before = here
    }
    if before >= 0 { isLast[Int(before)] = true }
  }

  private mutating func insert(_ fresh: [(after: Int32, word: Int32)]) {
    // By place, then in the order of the row.
    let sorted = fresh.sorted { ($0.after, $0.word) < ($1.after, $1.word) }
    var merged: [Int32] = []
    merged.reserveCapacity(order.count + sorted.count)
    var next = 0
    for at in -1..<order.count {
      if at >= 0 { merged.append(order[at]) }
      while next < sorted.count, Int(sorted[next].after) == at {
        let word = Int(sorted[next].word)
        let new = Int32(place.count)
        place.append(0)
        isApart.append(rows.marks[word].contains(.apart))
        isLast.append(false)
        firstJump.append(-1)
        firstKey.append(Int32(keyPool.count))
        keyPool.append((Int32(word), -1))
        column[word] = new
        merged.append(new)
        next += 1
      }
    }
    order = merged
    for (at, column) in merged.enumerated() { place[Int(column)] = Int32(at) }
  }

  private mutating func learn(_ word: Int, _ column: Int) {
    var at = firstKey[column]
    while at >= 0 {
      if rows.keys[Int(keyPool[Int(at)].word)] == rows.keys[word] { return }
      at = keyPool[Int(at)].next
    }
    keyPool.append((Int32(word), firstKey[column]))
    firstKey[column] = Int32(keyPool.count - 1)
  }

  private mutating func link(_ from: Int32, _ to: Int) {
    var at = firstJump[to]
    var count = 0
    while at >= 0 {
      if jumpPool[Int(at)].from == from { return }
      at = jumpPool[Int(at)].next
      count += 1
    }
    guard count < Self.mostJumps else { return }
    jumpPool.append((from, firstJump[to]))
    firstJump[to] = Int32(jumpPool.count - 1)
  }
}
