import Language

/// The segment that columns are being added to.
struct OpenSegment {
  private(set) var texts: [Int] = []
  private(set) var isApart = false
  private(set) var isMoved = false
  /// By text: its class in the segment, -1 where it has nothing here.
  private var classOf: [Int]
  private var first: [Int]
  private var next: [Int]
  /// By class: words.
  private var lengths: [Int] = []

  init(textCount: Int) {
    classOf = [Int](repeating: -1, count: textCount)
    first = [Int](repeating: 0, count: textCount)
    next = first
  }

  var isEmpty: Bool { texts.isEmpty }

  func words(of text: Int) -> Range<Int> { first[text]..<next[text] }

  /// Begins anew with a column.
  mutating func begin(_ entries: [TextColumns.Entry], isApart: Bool) {
    for text in texts { classOf[text] = -1 }
    texts.removeAll(keepingCapacity: true)
    lengths.removeAll(keepingCapacity: true)
    self.isApart = isApart
    isMoved = false
    var classes: [Int: Int] = [:]
    for entry in entries {
      let number: Int
      if let known = classes[entry.reading] {
        number = known
      } else {
        number = lengths.count
        classes[entry.reading] = number
        lengths.append(1)
      }
      take(entry, number)
    }
  }

  private mutating func take(_ entry: TextColumns.Entry, _ number: Int) {
    if classOf[entry.text] < 0 {
      classOf[entry.text] = number
      first[entry.text] = entry.word
      texts.append(entry.text)
    }
    next[entry.text] = entry.word + 1
    if entry.isMoved { isMoved = true }
  }

  /// Adds a column that ``joins(_:isApart:_:)``.
  mutating func extend(_ entries: [TextColumns.Entry]) {
    // All that the segment does not know yet read the same in this column, or the two would not join.
    let fresh = lengths.count
    var longer = [Bool](repeating: false, count: lengths.count + 1)
    for entry in entries {
      let number = classOf[entry.text] < 0 ? fresh : classOf[entry.text]
      if number == fresh, lengths.count == fresh { lengths.append(0) }
      longer[number] = true
      take(entry, number)
    }
    for number in lengths.indices where longer[number] { lengths[number] += 1 }
  }

  /// Whether a column goes on with the segment.
  func joins(_ entries: [TextColumns.Entry], isApart: Bool, _ content: [DistinctText]) -> Bool {
    guard isApart == self.isApart else { return false }
    let absent = lengths.count
    // What each class of the segment reads in the column: -1 not known yet, -2 nothing.
    var readings = [Int](repeating: -1, count: absent + 1)
    var isRead = [Bool](repeating: false, count: absent + 1)
    var classOfReading: [Int: Int] = [:]
    var present = 0
    var (paragraphs, ends) = (0, 0)
    for entry in entries {
      let number = classOf[entry.text] < 0 ? absent : classOf[entry.text]
      if number != absent {
        guard next[entry.text] == entry.word else { return false }
        present += 1
      }
      if isRead[number] {
        if readings[number] != entry.reading { return false }
      } else {
        guard classOfReading[entry.reading] == nil else { return false }
        classOfReading[entry.reading] = number
        isRead[number] = true
        readings[number] = entry.reading
      }
      let traits = content[entry.text].tokens[entry.word].traits
      if entry.word > 0 {
        if traits.contains(.paragraphStart) { paragraphs += 1 }
        let before = content[entry.text].tokens[entry.word - 1].traits
        if traits.contains(.sentenceStart) || traits.contains(.quoted) != before.contains(.quoted) {
          ends += 1
        }
      }
    }
    // A class is in the column with all its texts or with none; and one class at most may be missing.
    var missing = 0
    if present < texts.count {
      var isMissing = [Bool](repeating: false, count: absent)
      var here = Set<Int>()
      for entry in entries where classOf[entry.text] >= 0 { here.insert(entry.text) }
      for text in texts where !here.contains(text) {
        if isRead[classOf[text]] { return false }
        if !isMissing[classOf[text]] { missing += 1 }
        isMissing[classOf[text]] = true
      }
      if missing > 1 { return false }
    }
    let classes = absent + (isRead[absent] ? 1 : 0)
    if classes == 1 { return 2 * paragraphs <= entries.count }
    if missing == 0, !isRead[absent], ends == entries.count { return false }
    var (least, most) = (Int.max, 0)
    for number in 0..<classes {
      let length = (number < absent ? lengths[number] : 0) + (isRead[number] ? 1 : 0)
      least = min(least, length)
      most = max(most, length)
    }
    return most - least <= Self.mostExcess
  }

  private static let mostExcess = Segmenter.mostExcess
}
