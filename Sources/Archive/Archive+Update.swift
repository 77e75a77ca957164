import GRDB
import Press

/// Changes findings within one transaction, and reads what they have become.
public struct FindingsEditor {
  private let database: Database
  private let writer: FindingsWriter
  private let reader: FindingsReader

  init(_ database: Database) throws {
    self.database = database
    writer = FindingsWriter(database: database)
    reader = try FindingsReader(database)
  }

  /// Takes all findings away.
  public func clear() throws { try writer.clear() }

  /// Adds a pair, as the two texts alone tell what they are.
  public func add(_ pair: Pair) throws { try writer.add(pair) }

  /// Says of a pair that is there what it is in the light of its family.
  public func regrade(_ pair: Pair) throws { try writer.regrade(pair) }

  /// Takes the pair of two articles away, by their keys.
  public func removePair(_ a: Int64, _ b: Int64) throws { try writer.removePair(a, b) }

  /// Adds a family.
  public func add(_ family: Family) throws { try writer.add(family) }

  /// Takes a family away, and its stemma.
  public func removeFamily(_ id: String) throws { try writer.removeFamily(id) }

  /// Adds the stemma of a family that is there, in the place of the one that it has.
  public func set(_ stemma: Stemma) throws {
    let key = try Command("SELECT key FROM family WHERE id = ?", database).first(stemma.family) {
      $0.integer(0)
    }
    if let key { try writer.removeStemma(family: key) }
    try writer.add(stemma)
  }

  /// Adds the report of a family that is there, in the place of the one that it has.
  public func set(_ entry: ReportEntry) throws {
    let family = try Command("SELECT key FROM family WHERE id = ?", database).first(entry.report.id) {
      $0.integer(0)
    }
    guard let family else {
      throw BadFinding(what: "the report \(entry.report.id) is of no family that there is")
    }
    try writer.reports.remove(family: family)
    try writer.reports.add(entry, family: family, stemma: nil)
  }

  /// Shows `entries` in the place of the families with these ids, and every other family as it was found.
  public func correct(_ entries: [(entry: ReportEntry, stemma: Stemma)], inPlaceOf families: [String]) throws
  {
    try writer.reports.uncorrect()
    for id in families { try writer.reports.hide(family: id) }
    for (entry, stemma) in entries { try writer.reports.add(entry, family: nil, stemma: stemma) }
  }

  /// The corrections that hold, in the order in which they were made.
  public func corrections() throws -> [Correction] { try CorrectionsReader(database).all(withdrawn: false) }

  /// The family with this id.
  public func family(_ id: String) throws -> Family? {
    try Command("SELECT key FROM family WHERE id = ?", database).first(id) { $0.integer(0) }
      .map { try reader.family(key: $0, id: id) }
  }

  /// Families in the byte order of their ids: those that follow `id`.
  public func families(after id: String?, limit: Int) throws -> [Family] {
    try reader.families(after: id, limit: limit)
  }

  /// The id of the family that an article is in.
  public func familyID(of article: String) throws -> String? {
    try Command(
      """
      SELECT family.id FROM article JOIN member ON member.article = article.key
      JOIN family ON family.key = member.family WHERE article.id = ?
      """, database
    ).first(article) { $0.text(0) }
  }

  /// The pairs of copies that an article is one of.
  public func copies(touching article: String) throws -> [Pair] {
    try reader.pairs(touching: article).filter(\.kind.isCopying)
  }

  /// The article with this id.
  public func article(id: String) throws -> Article? { try ArticleReader(database).article(id: id) }
}

extension Archive {
  /// Changes findings and notes that they are those of all articles, in one transaction: a kill leaves the old ones, and what
  /// is due.
  ///
  /// - Parameters:
  ///   - digest: says what the findings were computed from; `findingsDigest()` gives it back.
  ///   - engine: the version of the program that computed them.
  /// - Throws: `ArchiveError` as of `replaceFindings`, and what `body` throws; nothing is changed then.
  public func changeFindings(digest: String, engine: String, _ body: (FindingsEditor) throws -> Void)
    throws(ArchiveError)
  {
    try write { database in
      let writer = FindingsWriter(database: database)
      // What corrections made of the old findings says nothing of the new ones.
      try writer.reports.uncorrect()
      try body(FindingsEditor(database))
      try writer.finish(digest: digest, engine: engine)
    }
  }

  /// Articles for which something is due, in the order of keys, with what.
  public func dueArticles() throws(ArchiveError) -> [(key: Int64, due: Due)] {
    try read { database in
      try Command("SELECT article, due FROM fingerprint WHERE due > 0 ORDER BY article", database).all {
        ($0.integer(0), Due(rawValue: $0.int(1)) ?? .index)
      }
    }
  }

  /// The pairs that an article is one of, as the two texts alone tell what they are, with the keys of both, and what kind they
  /// are in the light of their families.
  public func judgedPairs(touching key: Int64) throws(ArchiveError) -> [(
    a: Int64, b: Int64, kind: CopyKind, pair: Pair
  )] {
    try read { try FindingsReader($0).judgedPairs(touching: key) }
  }

  /// Every article's key and id, by id.
  public func keysByID() throws(ArchiveError) -> [(key: Int64, id: String)] {
    try read {
      try Command("SELECT key, id FROM article ORDER BY id", $0).all { ($0.integer(0), $0.text(1)) }
    }
  }

  /// The pairs that any of these articles is one of, each once, by keys, with whether they hold a component together: the
  /// two texts alone say that one was copied, or that they are versions of one page.
  public func links(touching keys: some Sequence<Int64>) throws(ArchiveError) -> [(
    a: Int64, b: Int64, binds: Bool
  )] {
    try read { database in
      let commands = try ["a", "b"].map {
        try Command("SELECT key, a, b, judged, versions FROM pair WHERE \($0) = ?", database)
      }
      var seen: Set<Int64> = []
      var links: [(a: Int64, b: Int64, binds: Bool)] = []
      for key in keys {
        for command in commands {
          try command.each(key) { row in
            guard seen.insert(row.integer(0)).inserted else { return }
            let binds = try row.word(3, as: CopyKind.self).isCopying || row.int(4) != 0
            links.append((row.integer(1), row.integer(2), binds))
          }
        }
      }
      return links
    }
  }

  /// The families that any of these articles is in, each once.
  public func families(of keys: some Sequence<Int64>) throws(ArchiveError) -> [Family] {
    try read { database in
      let find = try Command(
        "SELECT family.key, family.id FROM member JOIN family ON family.key = member.family WHERE article = ?",
        database)
      let reader = try FindingsReader(database)
      var seen: Set<Int64> = []
      var families: [Family] = []
      for key in keys {
        guard let found = try find.first(key, read: { (key: $0.integer(0), id: $0.text(1)) }),
          seen.insert(found.key).inserted
        else { continue }
        families.append(try reader.family(key: found.key, id: found.id))
      }
      return families
    }
  }

  /// Keeps the findings to be read, but has all of them found anew at the next reading, even if that is cut short.
  public func doubtFindings() throws(ArchiveError) {
    try write { database in
      try Command("DELETE FROM state WHERE name = 'findings_engine'", database).run()
      try Command("DELETE FROM state WHERE name = 'findings_digest'", database).run()
    }
  }
}
