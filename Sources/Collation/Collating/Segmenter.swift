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
  mutating func segments(upTo most: Int) -> [Apparatus.Segment]? {
    var segments: [Apparatus.Segment] = []
    for column in columns.entries.indices {
      let entries = columns.entries[column]
      if open.isEmpty || !open.joins(entries, isApart: columns.isApart[column], texts) {
        if !open.isEmpty { segments.append(segment()) }
        guard segments.count < most else { return nil }
        open.begin(entries, isApart: columns.isApart[column])
      } else {
        open.extend(entries)
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

/// Which texts have a word in each column, and what counts as the same there.
struct TextColumns {
  struct Entry {
    var text: Int
    /// Which of the text's words.
    var word: Int
    /// Equal for words that count as the same at the level, within the column.
    var reading: Int
    var isMoved: Bool
  }

  /// By column from left to right, by text.
  let entries: [[Entry]]
  let isApart: [Bool]

  init(_ table: VariantTable, _ texts: [DistinctText], _ level: Apparatus.Level) {
    var entries = [[Entry]](repeating: [], count: table.columnCount)
    let rows = table.rows
    for (text, content) in texts.enumerated() {
      for (index, word) in rows.words(of: content.row).enumerated() where !content.tokens.isEmpty {
        let reading = level == .raw ? Self.rawHash(content, index) : Int(rows.keys[word])
        entries[Int(table.place[Int(table.column[word])])].append(
          Entry(text: text, word: index, reading: reading, isMoved: table.isMoved[word]))
      }
    }
    if level == .lexical { for place in entries.indices { Self.mergeSpellings(&entries[place], texts) } }
    self.entries = entries
    isApart = table.order.map { table.isApart[Int($0)] }
  }

  /// Hash of all that belongs to a word but blanks (FNV-1a).
  private static func rawHash(_ text: DistinctText, _ word: Int) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.bytes[text.range(of: word..<word + 1)]
    where byte != 0x20 && !(0x09...0x0D).contains(byte) {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    return Int(truncatingIfNeeded: hash)
  }

  /// Different words of a column that are compared with each other at most.
  private static let mostSpellings = 64

  private static func mergeSpellings(_ entries: inout [Entry], _ texts: [DistinctText]) {
    var known: [(reading: Int, letters: ArraySlice<UInt8>)] = []
    var merged: [Int: Int] = [:]
    for entry in entries where merged[entry.reading] == nil {
      let text = texts[entry.text]
      let letters = text.bytes[text.tokens[entry.word].range]
      if let same = known.first(where: { Spelling.isSameWord($0.letters, letters) }) {
        merged[entry.reading] = same.reading
      } else {
        merged[entry.reading] = entry.reading
        if known.count < mostSpellings { known.append((entry.reading, letters)) }
      }
    }
    guard merged.count > known.count else { return }
    for index in entries.indices {
      entries[index].reading = merged[entries[index].reading] ?? entries[index].reading
    }
  }
}
