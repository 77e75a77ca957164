import Press

/// What a line that is known to be furniture says that it is, by the phrases of `kinds.tsv`.
///
/// These are looser than those of `furniture.tsv`: nothing is taken out of a text on their word.
enum KindPhrases {
  private struct Meaning: Sendable {
    let kind: Furniture.Kind
    /// Words that a line may have at most.
    let mostWords: Int
  }

  private static let table = PhraseTable(TableReader.rows(PackageResources.kinds_tsv)) { columns in
    guard columns.count >= 4, let most = Int(columns[2]) else { return nil as Meaning? }
    return Furniture.Kind(rawValue: columns[1]).map { Meaning(kind: $0, mostWords: most) }
  }

  /// Tokens above which no line is looked at.
  private static let mostTokens = 110

  /// The kind of the first phrase that the line fills.
  static func kind(of line: Line) -> Furniture.Kind? {
    guard !line.tokens.isEmpty, line.tokens.count <= mostTokens else { return nil }
    let span = 0..<line.tokens.count
    let words = line.wordCount
    for index in table.candidates(line.tokens, span) where words <= table.rows[index].meaning.mostWords {
      let row = table.rows[index]
      let captures = row.phrase.match(line.tokens, span) { slot, tokens in
        slot == .capitals ? Capitals.fill(line, tokens) : slot == .anything || slot == .number
      }
      if captures != nil { return row.meaning.kind }
    }
    return nil
  }
}
