/// The runs of three words of all rows, numbered, and which rows have each.
struct Shingles {
  /// Words of a run.
  static let width = 3

  /// By word of ``WordRows/keys``: the number of the run that begins there, -1 where the row ends too soon.
  let numbers: [Int32]
  /// How many different runs there are.
  let count: Int
  /// Rows that have run `n`, rising: `rows[starts[n]..<starts[n + 1]]`.
  let starts: [Int]
  let rows: [Int32]
  /// The different runs of row `r`: `ofRow[rowStarts[r]..<rowStarts[r + 1]]`.
  let rowStarts: [Int]
  let ofRow: [Int32]

  init(_ words: WordRows) {
    let keys = words.keys
    var numbers = [Int32](repeating: -1, count: keys.count)
    var size = 16
    while size < 2 * keys.count { size *= 2 }
    var slots = [Int32](repeating: -1, count: size)
    var places: [Int32] = []
    for row in 0..<words.count {
      let range = words.words(of: row)
      guard range.count >= Self.width else { continue }
      for at in range.lowerBound...(range.upperBound - Self.width) {
        var slot = Self.hash(keys[at], keys[at + 1], keys[at + 2]) & (size - 1)
        while slots[slot] >= 0 {
          let known = Int(places[Int(slots[slot])])
          if keys[known] == keys[at], keys[known + 1] == keys[at + 1], keys[known + 2] == keys[at + 2] {
            break
          }
          slot = (slot + 1) & (size - 1)
        }
        if slots[slot] < 0 {
          slots[slot] = Int32(places.count)
          places.append(Int32(at))
        }
        numbers[at] = slots[slot]
      }
    }
    self.numbers = numbers
    count = places.count
    var seenBy = [Int32](repeating: -1, count: count)
    var rowStarts = [0]
    var ofRow: [Int32] = []
    var starts = [Int](repeating: 0, count: count + 1)
    for row in 0..<words.count {
      for at in words.words(of: row) where numbers[at] >= 0 && seenBy[Int(numbers[at])] != row {
        seenBy[Int(numbers[at])] = Int32(row)
        ofRow.append(numbers[at])
        starts[Int(numbers[at]) + 1] += 1
      }
      rowStarts.append(ofRow.count)
    }
    for number in 0..<count { starts[number + 1] += starts[number] }
    var next = starts
    var rows = [Int32](repeating: 0, count: ofRow.count)
    for row in 0..<words.count {
      for number in ofRow[rowStarts[row]..<rowStarts[row + 1]] {
        rows[next[Int(number)]] = Int32(row)
        next[Int(number)] += 1
      }
    }
    self.starts = starts
    self.rows = rows
    self.rowStarts = rowStarts
    self.ofRow = ofRow
  }

  @inline(__always)
  private static func hash(_ x: UInt32, _ y: UInt32, _ z: UInt32) -> Int {
    var value = UInt64(x) &* 0x9E37_79B9_7F4A_7C15
    value = (value ^ (value >> 29) ^ UInt64(y)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 32) ^ UInt64(z)) &* 0x94D0_49BB_1331_11EB
    return Int(truncatingIfNeeded: value >> 24)
  }

  /// The order in which rows join the table, a function of the set of rows: first the one that has most in common with
  /// all others, then always the one of whose runs the largest share is in the table already.
  func joiningOrder() -> [Int] {
    let total = rowStarts.count - 1
    guard total > 1 else { return Array(0..<total) }
    let own = (0..<total).map { rowStarts[$0 + 1] - rowStarts[$0] }
    let common = (0..<total).map { row in
      ofRow[rowStarts[row]..<rowStarts[row + 1]].reduce(0) { $0 + starts[Int($1) + 1] - starts[Int($1)] - 1 }
    }
    var known = [Int](repeating: 0, count: total)
    var isKnown = [Bool](repeating: false, count: count)
    var waiting = Array(0..<total)
    var order: [Int] = []
    var first = 0
    for row in waiting where common[row] > common[first] { first = row }
    var next = first
    while true {
      order.append(next)
      waiting.remove(at: waiting.firstIndex(of: next) ?? 0)
      for number in ofRow[rowStarts[next]..<rowStarts[next + 1]] where !isKnown[Int(number)] {
        isKnown[Int(number)] = true
        for row in rows[starts[Int(number)]..<starts[Int(number) + 1]] { known[Int(row)] += 1 }
      }
      guard var best = waiting.first else { return order }
      for row in waiting {
        // Shares compared crosswise; of equal ones, the longer text first.
        let (mine, others) = (known[row] * max(1, own[best]), known[best] * max(1, own[row]))
        if mine > others || (mine == others && own[row] > own[best]) { best = row }
      }
      next = best
    }
  }
}
