import GRDB

extension Archive {
  /// Every invariant of the design that the archive breaks; none when it is whole.
  ///
  /// Reads everything once. Of each sort of violation at most `limit` are listed.
  public func check(limit: Int = 100) throws(ArchiveError) -> [Violation] {
    do {
      return try violations(limit: max(1, limit)) + (mode == .readOnly ? [] : searchIndexViolations())
    } catch  where error.kind == .damaged {
      // A page that cannot even be read is what we were asked to find.
      return [Violation(invariant: 0, what: error.what, location: "file")]
    }
  }

  private func violations(limit: Int) throws(ArchiveError) -> [Violation] {
    try read { database in
      var inspection = Inspection(database: database, limit: limit)
      try inspection.file()
      // A file whose pages are broken would only repeat itself below.
      guard inspection.violations.isEmpty else { return inspection.violations }
      try inspection.pages()
      try inspection.ranges()
      try inspection.families()
      try inspection.stemmata()
      try inspection.index()
      return inspection.violations
    }
  }

  /// FTS5's own check compares its index with the articles' words. SQLite counts it as writing.
  private func searchIndexViolations() throws(ArchiveError) -> [Violation] {
    do {
      try write { try Command("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)", $0).run() }
      return []
    } catch  where error.kind == .damaged {
      return [
        Violation(invariant: 0, what: "the search index does not match the articles", location: "search")
      ]
    }
  }
}
