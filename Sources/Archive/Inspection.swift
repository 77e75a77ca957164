import GRDB

/// Looks through an archive for broken invariants.
struct Inspection {
  let database: Database
  let limit: Int
  var violations: [Violation] = []

  /// SQLite's own view of the file.
  mutating func file() throws {
    try report(0, "PRAGMA integrity_check(\(limit))") {
      $0.text(0) == "ok" ? nil : ("SQLite finds: \($0.text(0))", "file")
    }
    try report(0, "PRAGMA foreign_key_check") {
      (
        "a row refers to one in “\($0.text(2))” that is not there",
        "table \($0.text(0)), row \($0.integer(1))"
      )
    }
  }

  /// Invariants 1 and 2: pages, and that the search index knows all articles.
  mutating func pages() throws {
    try report(
      1,
      """
      SELECT source, status FROM page
      WHERE (status = 'article') <> (article IS NOT NULL)
        OR (status = 'refused') <> EXISTS (SELECT 1 FROM refusal WHERE refusal.page = page.key)
      """
    ) { ("a page that ended as “\($0.text(1))” is not exactly one article or one refusal", $0.text(0)) }
    try report(
      1,
      """
      SELECT article.id FROM article WHERE NOT EXISTS (SELECT 1 FROM page WHERE page.article = article.key)
      """
    ) { ("an article comes from no page", $0.text(0)) }
    try report(
      1,
      "SELECT id FROM article WHERE NOT EXISTS (SELECT 1 FROM search_docsize WHERE search_docsize.id = article.key)"
    ) { ("an article cannot be searched for", $0.text(0)) }
    try report(
      1,
      "SELECT id FROM search_docsize WHERE NOT EXISTS (SELECT 1 FROM article WHERE article.key = search_docsize.id)"
    ) { ("the search index knows an article that is not there", "row \($0.integer(0))") }
    try report(
      2,
      """
      SELECT id, source FROM article
      WHERE source <> (SELECT min(page.source) FROM page WHERE page.article = article.key)
      """
    ) { ("an article's source is not the first of its pages' (“\($0.text(1))”)", $0.text(0)) }
    try report(
      1,
      "SELECT refusal.source FROM refusal JOIN page ON page.key = refusal.page WHERE refusal.source <> page.source"
    ) { ("a refusal is of another source than its page", $0.text(0)) }
  }

  /// Invariants 6 and 11: pairs, and the one family of every article.
  mutating func families() throws {
    try report(
      6,
      """
      SELECT a.id, b.id FROM pair JOIN article AS a ON a.key = pair.a JOIN article AS b ON b.key = pair.b
      WHERE NOT EXISTS (SELECT 1 FROM passage WHERE passage.pair = pair.key)
      """
    ) { ("a pair has no passage", "\($0.text(0)) and \($0.text(1))") }
    // As long as the findings are known to be old, an article without a family is no news.
    try report(
      11,
      """
      SELECT id FROM article WHERE EXISTS (SELECT 1 FROM state WHERE name = 'findings_digest')
        AND NOT EXISTS (SELECT 1 FROM member WHERE member.article = article.key)
      """
    ) { ("an article is in no family", $0.text(0)) }
    try report(
      11,
      """
      SELECT id, size FROM family WHERE size < 1 OR size <> (
        SELECT count(*) FROM member WHERE member.family = family.key)
      """
    ) { ("a family of \($0.integer(1)) does not have as many members", $0.text(0)) }
    try report(
      11,
      """
      SELECT id FROM family WHERE representative IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM member WHERE member.article = representative AND member.family = family.key)
      """
    ) { ("a family is represented by an article that is not in it", $0.text(0)) }
  }

  /// Runs a query whose rows are violations and notes them, up to the limit.
  mutating func report(
    _ invariant: Int, _ sql: String, _ describe: (Columns) throws -> (what: String, location: String)?
  ) throws {
    var count = 0
    try Command(sql, database).each { row in
      guard let found = try describe(row) else { return }
      count += 1
      if count <= limit { note(invariant, found.what, found.location) }
    }
    if count > limit { note(invariant, "and \(count - limit) more like the last", "archive") }
  }

  mutating func note(_ invariant: Int, _ what: String, _ location: String) {
    violations.append(Violation(invariant: invariant, what: what, location: location))
  }
}
