import GRDB
import Press

extension Inspection {
  /// Runs one part of the check. What cannot be read in it is a violation, and the next part goes on.
  mutating func attempt(_ path: String, _ part: (inout Inspection) throws -> Void) throws {
    do { try part(&self) } catch {
      let error = ArchiveError(error, path: path)
      guard error.kind == .damaged else { throw error }
      note(0, error.what, "file")
    }
  }

  /// That every article can be put together from its rows.
  mutating func articles(_ progress: (Int, Int?) -> Void) throws {
    let reader = try ArticleReader(database)
    let total = try Command("SELECT count(*) FROM article", database).first { $0.int(0) }
    var (done, found) = (0, 0)
    var broken: [(what: String, key: Int64)] = []
    try Command("SELECT key FROM article", database).each { row in
      if done.isMultiple(of: 256) { progress(done, total) }
      done += 1
      do { _ = try reader.article(key: row.integer(0)) } catch let damage as Damage {
        found += 1
        if found <= limit { broken.append((damage.what, row.integer(0))) }
      }
    }
    for (what, key) in broken {
      note(0, "an article cannot be read: it holds \(what)", "article, row \(key)")
    }
    if found > limit { note(0, "and \(found - limit) more like the last", "archive") }
  }

  /// That columns of Stemma's own words hold no others.
  mutating func words() throws {
    for (table, column, isKnown) in Self.vocabularies {
      try report(0, "SELECT DISTINCT \(column) FROM \(table)") { row in
        isKnown(row.text(0))
          ? nil : ("“\(row.text(0).prefix(40))” is no word of Stemma's", "\(table).\(column)")
      }
    }
  }

  private static let vocabularies: [(table: String, column: String, isKnown: @Sendable (String) -> Bool)] = [
    ("article", "form", { Article.Form(rawValue: $0) != nil }),
    ("credit", "kind", { Credit.Kind(rawValue: $0) != nil }),
    ("credit", "role", { Credit.Role(rawValue: $0) != nil }),
    ("credit", "place", { Credit.Place(rawValue: $0) != nil }),
    ("furniture", "kind", { Furniture.Kind(rawValue: $0) != nil }),
    ("block", "kind", { Article.Block.Kind(rawValue: $0) != nil }),
    ("flag", "kind", { Article.Flag.Kind(rawValue: $0) != nil }),
    ("refusal", "reason", { Refusal.Reason(rawValue: $0) != nil }),
    ("notice", "reason", { Notice.Reason(rawValue: $0) != nil }),
    ("pair", "kind", { CopyKind(rawValue: $0) != nil }),
    ("pair", "judged", { CopyKind(rawValue: $0) != nil }),
    ("stemma_edge", "kind", { CopyKind(rawValue: $0) != nil }),
    ("evidence", "kind", { Stemma.Evidence.Kind(rawValue: $0) != nil }),
  ]

  /// Invariant 10, as far as a file can tell: what is a confidence or a share lies between 0 and 1, in whatever of our tables it
  /// stands.
  mutating func shares() throws {
    let names: Set = [
      "confidence", "judged_confidence", "coverage_a", "coverage_b", "similarity", "originality", "own",
    ]
    for (table, column) in try columns(of: "REAL") where names.contains(column) {
      try report(10, "SELECT \(column) FROM \(table) WHERE NOT (\(column) BETWEEN -1e-6 AND 1.000001)") {
        ("\($0.real(0)) is no share or confidence from 0 to 1", "\(table).\(column)")
      }
    }
  }

  /// That counts are such as an archive can hold.
  mutating func counts() throws {
    let names: Set = [
      "size", "reach", "words", "words_a", "words_b", "equal_words", "features", "postings", "arrows", "span",
      "part",
      "parts", "changes",
    ]
    for (table, column) in try columns(of: "INTEGER") where names.contains(column) {
      try report(0, "SELECT \(column) FROM \(table) WHERE NOT (\(column) BETWEEN 0 AND 400000000000)") {
        ("\($0.integer(0)) is no count of anything", "\(table).\(column)")
      }
    }
  }

  /// The columns of a type in our own tables: what others keep in the file is theirs.
  private func columns(of type: String) throws -> [(table: String, column: String)] {
    let tables = try Migration.all.definitions().filter { $0.type == "table" }.map(\.name).sorted()
    let find = try Command("SELECT name FROM pragma_table_info(?) WHERE type = ? ORDER BY cid", database)
    return try tables.flatMap { table in try find.all(table, type) { (table: table, column: $0.text(0)) } }
  }

  /// Invariants 2 and 3: that ids do not depend on the order in which pages came. The first of those with one own id, by hash,
  /// is called by it, and no other is.
  mutating func ids() throws {
    try report(
      2,
      """
      SELECT own_id, sum(id = own_id) AS bearers FROM article GROUP BY own_id HAVING bearers <> 1
      """
    ) { ("\($0.integer(1)) articles are called by an id that several pages may have come with", $0.text(0)) }
    try report(
      2,
      """
      SELECT first.id, later.id FROM article AS later JOIN article AS first ON first.own_id = later.own_id
      WHERE later.id = later.own_id AND first.key <> later.key
        AND (first.content_hash < 0, first.content_hash) < (later.content_hash < 0, later.content_hash)
      """
    ) { ("an article is called by its own id, though another (\($0.text(0))) comes first", $0.text(1)) }
    try report(
      2,
      """
      SELECT id, own_id FROM article WHERE id <> own_id AND substr(id, 1, length(own_id) + 1) <> own_id || '~'
      """
    ) { ("an article's id does not come from its own (“\($0.text(1))”)", $0.text(0)) }
  }
}
