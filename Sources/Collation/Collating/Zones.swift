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

  /// The words and places around a passage that are free, `reach` of each at most on either side.
  func room(
    around words: Range<Int>, _ places: Range<Int>, _ base: Int, _ count: Int, _ reach: Int
  ) -> (words: Range<Int>, places: Range<Int>) {
    var (low, high) = (words.lowerBound, words.upperBound)
    while low > base, words.lowerBound - low < reach, !isTaken[low - 1 - base] { low -= 1 }
    while high < base + count, high - words.upperBound < reach, !isTaken[high - base] { high += 1 }
    var (left, right) = (places.lowerBound, places.upperBound)
    while left > 0, places.lowerBound - left < reach, !isUsed[left - 1] { left -= 1 }
    while right < isUsed.count, right - places.upperBound < reach, !isUsed[right] { right += 1 }
    return (low..<high, left..<right)
  }

  /// Tells of a word and a place in which zone they lie.
  func zone(_ base: Int) -> (Int, Int) -> (Int32, Int32) {
    { word, place in (ofWord[word - base], ofPlace[place]) }
  }
}
