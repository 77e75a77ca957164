import GRDB
import Press

extension Archive {
  /// The articles in which all words and phrases of `query` occur, in headline or text, the best first.
  ///
  /// Ranked by BM25 (Robertson and Zaragoza 2009), a word of the headline counting four times; equals by id.
  /// - Parameter seconds: how long the search may take.
  /// - Throws: `ArchiveError`, of kind `tooSlow` when time ran out.
  public func search(_ query: SearchQuery, limit: Int = 20, seconds: Double = 10) throws(ArchiveError)
    -> [Hit]
  {
    if query.isEmpty || limit < 1 { return [] }
    return try read(within: seconds) { database in
      let best = try Command(
        """
        SELECT article.key FROM search JOIN article ON article.key = search.rowid
        WHERE search MATCH ? ORDER BY bm25(search, 4.0, 1.0), article.id LIMIT ?
        """, database
      ).all(query.fts5, limit) { $0.integer(0) }
      return try best.compactMap { try Self.hit($0, for: query, in: database) }
    }
  }

  private static func hit(_ key: Int64, for query: SearchQuery, in database: Database) throws -> Hit? {
    // A snippet without marks and dots is a slice of the text.
    let snippet =
      try Command(
        "SELECT snippet(search, 1, '', '', '', 32) FROM search WHERE search MATCH ? AND rowid = ?", database
      ).first(query.fts5, key) { $0.text(0) } ?? ""
    return try Command(
      """
      SELECT article.id, title, outlet, published, text, family.id FROM article
      LEFT JOIN member ON member.article = article.key LEFT JOIN family ON family.key = member.family
      WHERE article.key = ?
      """, database
    ).first(key) { row in
      let range = row.withBytes(4) { $0.firstRange(of: snippet) }
      return Hit(
        article: row.text(0), title: row.optionalText(1), outlet: row.optionalText(2),
        published: try row.moment(3),
        snippet: range == nil ? "" : snippet, range: range ?? 0..<0, family: row.optionalText(5))
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Where `words` stand first.
  fileprivate func firstRange(of words: String) -> Range<Int>? {
    let words = Array(words.utf8)
    guard let first = words.first, words.count <= count else { return nil }
    for start in 0...(count - words.count) where self[start] == first {
      if self[start..<start + words.count].elementsEqual(words) { return start..<start + words.count }
    }
    return nil
  }
}
