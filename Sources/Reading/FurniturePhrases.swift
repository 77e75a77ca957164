import Press

/// Recognises the furniture phrases of `furniture.tsv` in a line that they fill.
enum FurniturePhrases {
  private static let table = PhraseTable(TableReader.rows(PackageResources.furniture_tsv)) { columns in
    columns.count >= 3 ? Furniture.Kind(rawValue: columns[1]) : nil
  }

  /// What the line is, when it is nothing but a phrase of the table.
  static func kind(of line: Line) -> Furniture.Kind? {
    guard !line.tokens.isEmpty, line.tokens.count <= 110 else { return nil }
    let span = 0..<line.tokens.count
    for index in table.candidates(line.tokens, span) {
      let row = table.rows[index]
      let captures = row.phrase.match(line.tokens, span) { slot, tokens in
        switch slot {
        case .capitals: Capitals.fill(line, tokens)
        case .anything, .number: true
        default: NameList.read(line, tokens, slot) != nil
        }
      }
      if captures != nil, !isSentence(line, row) { return row.meaning }
    }
    return nil
  }

  /// A label of one word before a whole sentence may be the report's own ("Analysis: the vote is open, he wrote."):
  /// such a line is kept. Captions and corrections are sentences by nature.
  private static func isSentence(_ line: Line, _ row: PhraseTable<Furniture.Kind>.Row) -> Bool {
    // Whoever quotes a label is telling of it.
    if line.tokens[0].isMark("\""), line.endsInFullStop { return true }
    guard row.meaning != .caption, row.meaning != .correction, row.meaning != .disclaimer else {
      return line.sentenceCount > 5
    }
    let isTold = row.meaning != .relatedLink && line.endsInFullStop && line.wordCount > 9
    if isTold, line.tellsOfSpeech { return true }
    if line.sentenceCount >= 2, line.wordCount > 30 { return true }
    return row.phrase.weight < 2 && line.endsInFullStop && line.wordCount > 9
  }
}
