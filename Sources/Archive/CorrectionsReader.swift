import GRDB
import Press

/// Puts corrections together from their rows.
struct CorrectionsReader {
  let database: Database

  init(_ database: Database) { self.database = database }

  /// In the order in which they were made.
  ///
  /// - Parameter withdrawn: whether those that were taken back are among them.
  func all(withdrawn: Bool) throws -> [Correction] {
    try Command(
      "SELECT key, kind, words, note, made, withdrawn FROM correction WHERE withdrawn IS NULL OR ? ORDER BY key",
      database
    ).all(withdrawn) { row in
      Correction(
        number: row.int(0), kind: try row.word(1), articles: try side(0, of: row.integer(0)),
        others: try side(1, of: row.integer(0)), text: row.optionalText(2), note: row.text(3),
        made: row.text(4), withdrawn: row.optionalText(5))
    }
  }

  private func side(_ side: Int, of correction: Int64) throws -> [String] {
    try Command(
      """
      SELECT article.id FROM corrected JOIN article ON article.key = corrected.article
      WHERE correction = ? AND side = ? ORDER BY article.id
      """, database
    ).all(correction, side) { $0.text(0) }
  }
}
