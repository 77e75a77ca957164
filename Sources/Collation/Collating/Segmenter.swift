import Language
import Press

/// Joins neighbouring columns of the table to segments, and says what each witness reads there.
///
/// Two columns stand in one segment where they part the texts that have words in either alike: whoever reads the same in one
/// reads the same in the other. So a phrase for a phrase is one segment, however many words each has.
struct Segmenter {
  /// Words by which one reading of a segment may be longer than another.
  static let mostExcess = 6

  private let texts: [DistinctText]
  private let level: Apparatus.Level
  private let witnessCount: Int
  private let columns: TextColumns
  private var readings: ReadingJudge

  /// What a text has in the segment in hand.
  private var open: OpenSegment

  init(table: VariantTable, texts: [DistinctText], level: Apparatus.Level, witnessCount: Int) {
    self.texts = texts
    self.level = level
    self.witnessCount = witnessCount
    columns = TextColumns(table, texts, level)
    readings = ReadingJudge(texts: texts, level: level)
    open = OpenSegment(textCount: texts.count)
  }

  /// The segments from left to right; `nil` if there are more than `most`.
  ///
  /// First columns are joined in which the same texts have words, so that a paragraph that only some have is one piece; then
  /// pieces, so that what stands for what is known whole before the two are held against each other.
  mutating func segments(upTo most: Int) -> [Apparatus.Segment]? {
    var pieces: [Piece] = []
    for column in columns.pieces {
      if open.isEmpty || !open.joins(column, texts, whole: false) {
        if !open.isEmpty { pieces.append(open.piece()) }
        open.begin(column)
      } else {
        open.extend(column)
      }
    }
    if !open.isEmpty { pieces.append(open.piece()) }
    open.clear()
    var segments: [Apparatus.Segment] = []
    for piece in pieces {
      if open.isEmpty || !open.joins(piece, texts, whole: true) {
        if !open.isEmpty { segments.append(segment()) }
        guard segments.count < most else { return nil }
        open.begin(piece)
      } else {
        open.extend(piece)
      }
    }
    if !open.isEmpty { segments.append(segment()) }
    if let wordless = wordless() { segments.append(wordless) }
    return segments.count > most ? nil : segments
  }

  private mutating func segment() -> Apparatus.Segment {
    var stretches: [(text: Int, words: Range<Int>)] = []
    for text in open.texts.sorted() { stretches.append((text, open.words(of: text))) }
    let (numbers, found, changed) = readings.judge(stretches)
    var cells = [Apparatus.Cell?](repeating: nil, count: witnessCount)
    for (number, stretch) in zip(numbers, stretches) {
      let cell = Apparatus.Cell(reading: number, range: texts[stretch.text].range(of: stretch.words))
      for witness in texts[stretch.text].witnesses { cells[witness] = cell }
    }
    return Apparatus.Segment(
      kind: changed ?? (open.isMoved ? .moved : nil), readings: found, cells: cells, isApart: open.isApart)
  }

  /// A segment for the texts that hold no word.
  private func wordless() -> Apparatus.Segment? {
    let bare = texts.indices.filter { texts[$0].tokens.isEmpty }
    guard let first = bare.first else { return nil }
    var cells = [Apparatus.Cell?](repeating: nil, count: witnessCount)
    for text in bare {
      for witness in texts[text].witnesses {
        cells[witness] = Apparatus.Cell(reading: 0, range: 0..<texts[text].bytes.count)
      }
    }
    let bytes = texts[first].bytes
    let reading = Apparatus.Reading(
      text: String(decoding: bytes[Blank.trimmed(0..<bytes.count, of: bytes)], as: UTF8.self), words: 0)
    return Apparatus.Segment(kind: nil, readings: [reading], cells: cells)
  }
}
