import Press

/// Neighbouring columns, or one, and what the texts have there.
struct Piece {
  struct Entry {
    var text: Int
    /// Which of the text's words; never empty.
    var words: Range<Int>
    /// Equal for what counts as the same at the level, within the piece.
    var reading: Int
    var isMoved: Bool
  }

  /// By text.
  var entries: [Entry]
  var isApart: Bool
}

/// Which texts have a word in each column, and what counts as the same there.
struct TextColumns {
  /// From left to right.
  let pieces: [Piece]

  init(_ table: VariantTable, _ texts: [DistinctText], _ level: Apparatus.Level) {
    var entries = [[Piece.Entry]](repeating: [], count: table.columnCount)
    let rows = table.rows
    for (text, content) in texts.enumerated() {
      for (index, word) in rows.words(of: content.row).enumerated() where !content.tokens.isEmpty {
        let reading = level == .raw ? Self.rawHash(content, index) : Int(rows.keys[word])
        entries[Int(table.place[Int(table.column[word])])].append(
          Piece.Entry(text: text, words: index..<index + 1, reading: reading, isMoved: table.isMoved[word]))
      }
    }
    if level == .lexical { for place in entries.indices { Self.mergeSpellings(&entries[place], texts) } }
    pieces = zip(table.order, entries).map { Piece(entries: $1, isApart: table.isApart[Int($0)]) }
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

  private static func mergeSpellings(_ entries: inout [Piece.Entry], _ texts: [DistinctText]) {
    var known: [(reading: Int, letters: ArraySlice<UInt8>)] = []
    var merged: [Int: Int] = [:]
    for entry in entries where merged[entry.reading] == nil {
      let text = texts[entry.text]
      let letters = text.bytes[text.tokens[entry.words.lowerBound].range]
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
