import Language
import Press

/// The witnesses of an apparatus by what they say: those with one text are one row.
struct WitnessRows {
  /// Witnesses with one text.
  struct Row {
    let text: CollatedText
    /// Their places in the apparatus's list.
    let witnesses: [Int]
  }

  let rows: [Row]
  /// For each segment whether half of the witnesses have something there, or more, and it is a part of the report.
  let isCommon: [Bool]
  private let apparatus: Apparatus

  /// `nil` where an article or its text is not at hand.
  init?(_ apparatus: Apparatus, _ articles: [String: Article]) {
    self.apparatus = apparatus
    var known: [String: Int] = [:]
    var found: [(article: Article, witnesses: [Int])] = []
    for (place, id) in apparatus.witnesses.enumerated() {
      guard let article = articles[id] else { return nil }
      if let row = known[article.text], found[row].article.furniture == article.furniture {
        found[row].witnesses.append(place)
      } else {
        known[article.text] = found.count
        found.append((article, [place]))
      }
    }
    isCommon = apparatus.segments.map { segment in
      !segment.isApart && 2 * segment.cells.count { $0 != nil } >= apparatus.witnesses.count
    }
    rows = found.map { Row(text: CollatedText($0.article), witnesses: $0.witnesses) }
  }

  /// What a row has in a segment, in words; `nil` where it has none.
  func stretch(_ row: Int, _ segment: Int) -> Stretch? {
    guard let cell = apparatus.segments[segment].cells[rows[row].witnesses[0]] else { return nil }
    let words = rows[row].text.words.indices(in: cell.range)
    return words.isEmpty ? nil : Stretch(rows[row].text, words)
  }

  /// Whether a row has anything in a segment.
  func has(_ row: Int, _ segment: Int) -> Bool {
    apparatus.segments[segment].cells[rows[row].witnesses[0]] != nil
  }

  /// Which of the segment's readings a row has.
  func reading(_ row: Int, _ segment: Int) -> Int? {
    apparatus.segments[segment].cells[rows[row].witnesses[0]]?.reading
  }

  /// The first byte that a row has in a segment.
  func start(_ row: Int, _ segment: Int) -> Int? {
    apparatus.segments[segment].cells[rows[row].witnesses[0]]?.range.lowerBound
  }

  /// Where a row would have the words of a segment that it lacks: behind what it has of the nearest segment before.
  func place(_ row: Int, before segment: Int) -> Stretch {
    var at = segment - 1
    // Witnesses lack few segments on end that are not passages, so that this is short.
    while at >= 0, segment - at < 64 {
      if let stretch = stretch(row, at) {
        return Stretch(rows[row].text, stretch.range.upperBound..<stretch.range.upperBound)
      }
      at -= 1
    }
    return Stretch(rows[row].text, 0..<0)
  }

  /// A place in the text of each of the row's witnesses.
  func places(_ row: Int, _ range: Range<Int>) -> [Variant.Place] {
    rows[row].witnesses.map { Variant.Place(article: apparatus.witnesses[$0], range: range) }
  }
}

extension [Token] {
  /// Places of the words that begin within a byte range; the words in their order.
  func indices(in bytes: Range<Int>) -> Range<Int> {
    func first(from byte: Int) -> Int {
      var (low, high) = (0, count)
      while low < high {
        let middle = (low + high) / 2
        if Int(self[middle].start) < byte { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let start = first(from: bytes.lowerBound)
    return start..<Swift.max(start, first(from: bytes.upperBound))
  }
}
