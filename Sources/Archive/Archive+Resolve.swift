import GRDB

extension Archive {
  /// What a person may have meant by `name`: one candidate when it is clear, several when it is not.
  ///
  /// An article's or a family's whole id comes first; then ids that begin with `name`; then articles read from the
  /// path `name`, from a file of that name, or from a line or record of it; then files and paths that begin with it.
  public func resolve(_ name: String, limit: Int = 10) throws(ArchiveError) -> [Candidate] {
    if name.isEmpty { return [] }
    return try read { database in
      for (articles, families) in Self.lookups {
        let found =
          try Command(
            "SELECT DISTINCT id, article.source, title FROM \(articles) ORDER BY id LIMIT ?2", database
          )
          .all(name, limit) {
            Candidate.article(id: $0.text(0), source: $0.text(1), title: $0.optionalText(2))
          }
          + Command(
            "SELECT id, max(size) FROM report WHERE \(families) GROUP BY id ORDER BY id LIMIT ?2", database
          )
          .all(name, limit) { Candidate.family(id: $0.text(0), size: $0.int(1)) }
        if !found.isEmpty { return Array(found.prefix(limit)) }
      }
      return []
    }
  }

  /// The largest character there is ends the range of ids that begin alike, so that an index finds them.
  private static let begins = "id >= ?1 AND id < ?1 || char(1114111)"

  private static let lookups = [
    ("article WHERE id = ?1", "id = ?1"),
    ("article WHERE \(begins)", begins),
    (
      """
      page JOIN article ON article.key = page.article
      WHERE page.source = ?1 OR substr(page.source, -length(?1) - 1) = '/' || ?1
        OR substr(page.source, 1, length(?1) + 1) = ?1 || '#' OR instr(page.source, '/' || ?1 || '#')
      """, "?1 IS NULL"
    ),
    (
      """
      page JOIN article ON article.key = page.article
      WHERE substr(page.source, 1, length(?1)) = ?1 OR instr(page.source, '/' || ?1)
      """, "?1 IS NULL"
    ),
  ]
}
