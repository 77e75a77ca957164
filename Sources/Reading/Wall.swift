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
      if captures != nil, !isSentence(line, row) { return row.meaning }
    }
    return nil
  }

  /// A longer sentence that opens as a wall's does may be a report's ("Become a member to vote, the chair told the
  /// crews."): such a line is kept, but where the phrase fills it, or the house speaks to its reader in it.
  private static func isSentence(_ line: Line, _ row: PhraseTable<Wall>.Row) -> Bool {
    // What the others are is said of whole pages, and takes no line from a text.
    guard row.meaning == .paywall || row.meaning == .login || row.meaning == .consent else { return false }
    // Whoever quotes a wall is telling of it.
    if line.tokens.contains(where: { $0.isMark("\"") }) { return line.wordCount > shortWords }
    guard line.endsInFullStop, line.wordCount > shortWords else { return false }
    if line.tellsOfSpeech { return true }
    if line.tokens.contains(where: { address.contains($0.hash) }) { return false }
    return row.phrase.weight < heavy || row.phrase.weight * 2 < line.wordCount
  }

  /// Words of a line that is too short to be believed a sentence of a report, and of a phrase that says enough.
  private static let shortWords = 9
  private static let heavy = 4

  /// Words by which a house speaks of itself to its reader.
  private static let address = Set(
    "we our us your nous nos notre votre vos wir unser unsere unseren ihre ihren nosotros nuestros nuestras sus noi nostri nostro vostri nossos nossas seus wij onze uw je vi våra våre vores мы наши ваш ваших"
      .split(separator: " ").map { Folding.hash($0) })
}
