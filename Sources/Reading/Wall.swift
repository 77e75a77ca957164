import Press

/// What may stand before an article, or in its place.
enum Wall: String, Sendable, Hashable, CaseIterable {
  case paywall, login, consent, error, check, script

  /// What the page is, in a sentence for its reader.
  var description: String {
    switch self {
    case .paywall: "it is the stub of an article behind a paywall"
    case .login: "it asks its reader to log in"
    case .consent: "it asks its reader to consent to cookies"
    case .error: "it is a server's error message"
    case .check: "it asks whether its reader is human"
    case .script: "it is empty until a script fills it"
    }
  }

  /// The kind of furniture that its lines are.
  var furniture: Furniture.Kind {
    switch self {
    case .paywall: .advertisement
    case .consent: .disclaimer
    case .login, .error, .check, .script: .navigation
    }
  }

  private static let table = PhraseTable(TableReader.rows(PackageResources.walls_tsv)) { columns in
    columns.count >= 3 ? Wall(rawValue: columns[1]) : nil
  }

  /// Words of the longest line that is believed to be about nothing but a wall.
  private static let mostWords = 60

  /// The wall that a line belongs to, by the phrases of `walls.tsv`.
  static func of(_ line: Line) -> Wall? {
    guard !line.tokens.isEmpty, line.tokens.count <= 2 * mostWords, line.wordCount <= mostWords else {
      return nil
    }
    let span = 0..<line.tokens.count
    for index in table.candidates(line.tokens, span) {
      let row = table.rows[index]
      let captures = row.phrase.match(line.tokens, span) { slot, _ in slot == .anything || slot == .number }
      if captures != nil { return row.meaning }
    }
    return nil
  }
}
