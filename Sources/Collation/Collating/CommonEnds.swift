/// What a row has in common with rows of the table at its very beginning and end: theirs together also where a text repeats
/// itself and no run of three words tells where it belongs.
///
/// Among rows in the order of their words, the longest common beginning is with the nearest on either side.
struct CommonEnds {
  /// Words of such an end at least.
  private static let least = 3

  private var isJoined: [Bool]
  /// Rows in the order of their words read backwards, and where in it each stands.
  private let backward: [Int]
  private let place: [Int]

  init(_ rows: WordRows) {
    isJoined = [Bool](repeating: false, count: rows.count)
    let order = (0..<rows.count).sorted { a, b in
      rows.keys[rows.words(of: a)].reversed().lexicographicallyPrecedes(
        rows.keys[rows.words(of: b)].reversed())
    }
    var place = [Int](repeating: 0, count: rows.count)
    for (index, row) in order.enumerated() { place[row] = index }
    backward = order
    self.place = place
  }

  /// Notes that a row is in the table.
  mutating func join(_ row: Int) { isJoined[row] = true }

  /// The longest common beginning and end of a row with those in the table.
  func runs(_ row: Int, _ rows: WordRows) -> [TableRun] {
    let words = rows.words(of: row)
    var head = TableRun(word: words.lowerBound, other: 0, count: 0)
    var tail = head
    let last = rows.count - 1
    let before = stride(from: row - 1, through: 0, by: -1).first { isJoined[$0] }
    let after = stride(from: row + 1, through: last, by: 1).first { isJoined[$0] }
    for other in [before, after].compactMap(\.self) {
      let others = rows.words(of: other)
      var count = 0
      while count < min(words.count, others.count),
        rows.keys[words.lowerBound + count] == rows.keys[others.lowerBound + count]
      {
        count += 1
      }
      if count > head.count {
        head = TableRun(word: words.lowerBound, other: others.lowerBound, count: count)
      }
    }
    let above = stride(from: place[row] - 1, through: 0, by: -1).first { isJoined[backward[$0]] }
    let below = stride(from: place[row] + 1, through: last, by: 1).first { isJoined[backward[$0]] }
    for other in [above, below].compactMap({ $0.map { backward[$0] } }) {
      let others = rows.words(of: other)
      var count = 0
      while count < min(words.count, others.count),
        rows.keys[words.upperBound - 1 - count] == rows.keys[others.upperBound - 1 - count]
      {
        count += 1
      }
      if count > tail.count {
        tail = TableRun(word: words.upperBound - count, other: others.upperBound - count, count: count)
      }
    }
    return [head, tail].filter { $0.count >= Self.least }
  }
}
