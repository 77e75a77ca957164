import Language

/// The segment that pieces are being added to.
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

  /// Forgets all.
  mutating func clear() {
    for text in texts { classOf[text] = -1 }
    texts.removeAll(keepingCapacity: true)
    lengths.removeAll(keepingCapacity: true)
    isMoved = false
  }

  /// What has been joined so far.
  func piece() -> Piece {
    let entries = texts.sorted().map { text in
      Piece.Entry(text: text, words: words(of: text), reading: classOf[text], isMoved: isMoved)
    }
    return Piece(entries: entries, isApart: isApart)
  }

  /// Begins anew with a piece.
  mutating func begin(_ piece: Piece) {
    clear()
    isApart = piece.isApart
    var classes: [Int: Int] = [:]
    for entry in piece.entries {
      let number: Int
      if let known = classes[entry.reading] {
        number = known
      } else {
        number = lengths.count
        classes[entry.reading] = number
        lengths.append(entry.words.count)
      }
      take(entry, number)
    }
  }

  private mutating func take(_ entry: Piece.Entry, _ number: Int) {
    if classOf[entry.text] < 0 {
      classOf[entry.text] = number
      first[entry.text] = entry.words.lowerBound
      texts.append(entry.text)
    }
    next[entry.text] = entry.words.upperBound
    if entry.isMoved { isMoved = true }
  }

  /// Adds a piece that ``joins(_:_:whole:)``.
  mutating func extend(_ piece: Piece) {
    // All that the segment does not know yet read the same in this piece, or the two would not join.
    let fresh = lengths.count
    var longer = [Int](repeating: 0, count: lengths.count + 1)
    for entry in piece.entries {
      let number = classOf[entry.text] < 0 ? fresh : classOf[entry.text]
      if number == fresh, lengths.count == fresh { lengths.append(0) }
      longer[number] = entry.words.count
      take(entry, number)
    }
    for number in lengths.indices { lengths[number] += longer[number] }
  }

  /// Whether a piece goes on with the segment.
  ///
  /// - Parameter whole: Whether both are as long as they can be, so that one may stand for the other; else only what the same
  ///   texts have is joined.
  func joins(_ piece: Piece, _ content: [DistinctText], whole: Bool) -> Bool {
    guard piece.isApart == isApart else { return false }
    let absent = lengths.count
    // What each class of the segment reads in the piece, and how many words; one behind them is of texts with nothing here.
    var readings = [Int](repeating: -1, count: absent + 1)
    var lengthHere = [Int](repeating: 0, count: absent + 1)
    var classOfReading: [Int: Int] = [:]
    var present = 0
    var (paragraphs, ends) = (0, 0)
    for entry in piece.entries {
      let number = classOf[entry.text] < 0 ? absent : classOf[entry.text]
      if number != absent {
        guard next[entry.text] == entry.words.lowerBound else { return false }
        present += 1
      }
      if lengthHere[number] > 0 {
        if readings[number] != entry.reading { return false }
      } else {
        guard classOfReading[entry.reading] == nil else { return false }
        classOfReading[entry.reading] = number
        lengthHere[number] = entry.words.count
        readings[number] = entry.reading
      }
      let begun = Self.begun(content[entry.text], entry.words.lowerBound)
      if begun.paragraph { paragraphs += 1 }
      if begun.other { ends += 1 }
    }
    guard whole || (present == texts.count && present == piece.entries.count) else { return false }
    let missing = present < texts.count ? missingClasses(piece, lengthHere) : 0
    if missing > 1 { return false }
    let classes = absent + (lengthHere[absent] > 0 ? 1 : 0)
    let beginsParagraph = 2 * paragraphs > piece.entries.count
    if classes == 1 { return !beginsParagraph }
    if missing == 0, lengthHere[absent] == 0 {
      if ends == piece.entries.count { return false }
    } else if beginsParagraph {
      // The head of a paragraph replaces nothing but another.
      let heads = texts.reduce(0) { $0 + (Self.begun(content[$1], first[$1]).paragraph ? 1 : 0) }
      if 2 * heads <= texts.count { return false }
    }
    // What some have here and others there is one for the other only if it is short: long stretches that have something in
    // common stand in the same columns.
    let isBeside = missing > 0 && lengthHere[absent] > 0
    var (least, most) = (Int.max, 0)
    for number in 0..<classes {
      let length = (number < absent ? lengths[number] : 0) + lengthHere[number]
      least = min(least, length)
      most = max(most, length)
    }
    if isBeside, most > GapPath.mostReplaced { return false }
    return most - least <= Self.mostExcess
  }

  /// Classes of the segment that are not in a piece, each with all its texts; more than one also where a class is in it with
  /// some.
  private func missingClasses(_ piece: Piece, _ lengthHere: [Int]) -> Int {
    var isMissing = [Bool](repeating: false, count: lengths.count)
    let here = Set(piece.entries.map(\.text))
    for text in texts where !here.contains(text) {
      if lengthHere[classOf[text]] > 0 { return .max }
      isMissing[classOf[text]] = true
    }
    return isMissing.reduce(0) { $0 + ($1 ? 1 : 0) }
  }

  /// Whether a word begins a paragraph, or a sentence, or stands at the border of a quotation.
  private static func begun(_ text: DistinctText, _ word: Int) -> (paragraph: Bool, other: Bool) {
    guard word > 0 else { return (false, false) }
    let (before, traits) = (text.tokens[word - 1].traits, text.tokens[word].traits)
    return (
      traits.contains(.paragraphStart),
      traits.contains(.sentenceStart) || traits.contains(.quoted) != before.contains(.quoted)
    )
  }

  private static let mostExcess = Segmenter.mostExcess
}
