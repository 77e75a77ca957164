import GRDB
import Press

extension Archive {
  /// Every correction that was made, in the order in which they were made; those that were taken back among them, unless
  /// they are not wanted.
  public func corrections(withdrawn: Bool = true) throws(ArchiveError) -> [Correction] {
    try read { try CorrectionsReader($0).all(withdrawn: withdrawn) }
  }

  /// Keeps a correction, and has `body` show what follows from it, in one transaction.
  ///
  /// - Returns: the correction with its number.
  /// - Throws: `ArchiveError` of kind `badCorrection` when it makes no sense or names an article that is not there, and what
  ///   `body` throws; nothing is changed then.
  public func correct(_ correction: Correction, _ body: (FindingsEditor) throws -> Void) throws(ArchiveError)
    -> Correction
  {
    try write { database in
      func refuse(_ what: String) -> ArchiveError {
        ArchiveError(.badCorrection, path, what, "Nothing was changed")
      }
      if let fault = correction.fault { throw refuse(fault) }
      let key = try Command(
        "INSERT INTO correction (kind, words, note, made, withdrawn) VALUES (?, ?, ?, ?, ?)", database
      ).insert(
        correction.kind.rawValue, correction.text, correction.note, correction.made, correction.withdrawn)
      let find = try Command("SELECT key FROM article WHERE id = ?", database)
      let insert = try Command("INSERT OR IGNORE INTO corrected VALUES (?, ?, ?)", database)
      for (side, ids) in [correction.articles, correction.others].enumerated() {
        for id in ids {
          guard let article = try find.first(id, read: { $0.integer(0) }) else {
            throw refuse("there is no article “\(id)” here")
          }
          try insert.run(key, side, article)
        }
      }
      try body(FindingsEditor(database))
      try Generation.next(database)
      return Correction(
        number: Int(key), kind: correction.kind, articles: correction.articles, others: correction.others,
        text: correction.text, note: correction.note, made: correction.made, withdrawn: correction.withdrawn)
    }
  }

  /// Takes a correction back, and has `body` show what follows, in one transaction. It stays on record.
  ///
  /// - Returns: whether there is one of this number that held until now.
  public func withdraw(correction number: Int, at moment: String, _ body: (FindingsEditor) throws -> Void)
    throws(ArchiveError) -> Bool
  {
    try write { database in
      try Command("UPDATE correction SET withdrawn = ? WHERE key = ? AND withdrawn IS NULL", database).run(
        moment, number)
      guard database.changesCount == 1 else { return false }
      try body(FindingsEditor(database))
      try Generation.next(database)
      return true
    }
  }
}
