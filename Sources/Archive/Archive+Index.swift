import GRDB
import Press

extension Archive {
  /// How many articles there are, and how many of them the index has as they are.
  public func indexStanding() throws(ArchiveError) -> (articles: Int, indexed: Int) {
    try read { database in
      func count(_ what: String) throws -> Int {
        try Command("SELECT count(*) FROM \(what)", database).first { $0.int(0) } ?? 0
      }
      return try (count("article"), count("fingerprint") - count("fingerprint WHERE due = 3"))
    }
  }

  /// The version of the rules that the index was made by; `nil` when there is none.
  public func indexEngine() throws(ArchiveError) -> String? { try state("index_engine") }

  /// Forgets the index and all that was counted of outlets' lines: the next reading makes them anew, by the rules of
  /// `engine`.
  public func clearIndex(engine: String) throws(ArchiveError) {
    try write { database in
      try Segments(database: database).clear()
      for table in ["fingerprint", "site_page", "site_line", "outlet_due"] {
        try Command("DELETE FROM \(table)", database).run()
      }
      try Command("INSERT OR REPLACE INTO state (name, value) VALUES ('index_engine', ?)", database).run(
        engine)
    }
  }

  /// Articles that are not in the index as they are now, with their keys, in the order of these.
  public func unindexed(after key: Int64 = 0, limit: Int) throws(ArchiveError) -> [(
    key: Int64, article: Article
  )] {
    try read { database in
      let changed = try Command(
        "SELECT article FROM fingerprint WHERE due = 3 AND article > ? ORDER BY article LIMIT ?", database
      ).all(key, limit) { $0.integer(0) }
      // Articles are indexed in the order in which they were stored.
      let newest = try Command("SELECT coalesce(max(article), 0) FROM fingerprint", database).first {
        $0.integer(0)
      }
      let new = try Command("SELECT key FROM article WHERE key > ? ORDER BY key LIMIT ?", database)
        .all(max(key, newest ?? 0), limit - changed.count) { $0.integer(0) }
      let reader = try ArticleReader(database)
      return try (changed + new).compactMap { key in try reader.article(key: key).map { (key, $0) } }
    }
  }

  /// Puts articles into the index, in the place of what it had of them.
  ///
  /// - Parameter cap: as for `CandidateRule`; `nil` where everything is to be matched anew anyway.
  public func index(_ batch: [Fingerprinted], cap: Int?) throws(ArchiveError) {
    try write { try IndexWriter(database: $0).index(batch, cap: cap) }
  }

  /// Merges the index's segments where there are many.
  public func settleIndex() throws(ArchiveError) {
    try write { try Segments(database: $0).settle() }
  }

  /// The articles that carry a feature.
  public enum Carriers: Sendable {
    /// All of them, by key: no more than a cap that was given.
    case few([Int64])
    /// More than that: in the order in which only neighbours are linked, by place, then by id.
    case chain([(place: UInt64, key: Int64)])
  }

  /// Hands over who carries each of `features` (rising, each once), by the feature's position; features that nobody carries
  /// are left out. `body` must not ask the archive for anything.
  public func carriers(
    of features: [UInt64], cap: Int, _ body: (_ position: Int, _ carriers: Carriers) throws -> Void
  ) throws(ArchiveError) {
    try read { database in
      var places = try Places(database)
      try Segments(database: database).look(up: features) { position, keys in
        try body(position, keys.count <= cap ? .few(keys) : .chain(places.sorted(keys)))
      }
    }
  }

  /// How many features the index has of each of these articles.
  public func featureCounts(of keys: some Sequence<Int64>) throws(ArchiveError) -> [Int64: Int] {
    try read { database in
      let find = try Command("SELECT features FROM fingerprint WHERE article = ?", database)
      var counts: [Int64: Int] = [:]
      for key in keys { counts[key] = try find.first(key) { $0.int(0) } }
      return counts
    }
  }

  /// The articles with a text of this hash, by id.
  public func articles(textHash: UInt64) throws(ArchiveError) -> [Article] {
    try read { database in
      let reader = try ArticleReader(database)
      return try Command(
        """
        SELECT key FROM article JOIN fingerprint ON fingerprint.article = article.key WHERE text_hash = ? ORDER BY id
        """, database
      ).all(textHash) { $0.integer(0) }.compactMap { try reader.article(key: $0) }
    }
  }

  /// The articles with these keys; unknown ones are left out.
  public func articles(keys: some Sequence<Int64>) throws(ArchiveError) -> [Int64: Article] {
    try read { database in
      let reader = try ArticleReader(database)
      var articles: [Int64: Article] = [:]
      for key in keys { articles[key] = try reader.article(key: key) }
      return articles
    }
  }

  /// What the finding of families needs of an article, without its text.
  public struct Outline: Sendable, Hashable {
    /// The article's row number.
    public let key: Int64
    /// Its id.
    public let id: String
    /// Who published it.
    public let outlet: String?
    /// When it was published; not the day of a change.
    public let published: Moment?
    /// What the finding of families needs of its text, as it was given to the index.
    public let member: [UInt8]
  }

  /// Outlines of the articles with these keys; those that the index does not have are left out.
  public func outlines(keys: some Sequence<Int64>) throws(ArchiveError) -> [Outline] {
    try read { database in
      let find = try Command(
        """
        SELECT article.id, outlet, published, coalesce(json_extract(found, '$.published'), ''), member
        FROM article JOIN fingerprint ON fingerprint.article = article.key WHERE article.key = ?
        """, database)
      return try keys.compactMap { key in
        try find.first(key) { row in
          Outline(
            key: key, id: row.text(0), outlet: row.optionalText(1),
            published: row.text(3) == "modified" ? nil : try row.moment(2),
            member: row.bytes(4))
        }
      }
    }
  }

  /// Every article's id and what the index says of it, in the order of keys; for checking.
  public func forEachFingerprint(
    batch: Int = 256,
    _ body: ([(article: Article, textHash: UInt64, place: UInt64, digest: UInt64)]) throws -> Void
  ) throws {
    var last: Int64 = 0
    while true {
      let found = try read { database in
        let reader = try ArticleReader(database)
        return try Command(
          """
          SELECT article, text_hash, place, digest FROM fingerprint WHERE article > ? AND due < 3 ORDER BY article LIMIT ?
          """, database
        ).all(last, max(1, batch)) {
          (key: $0.integer(0), textHash: $0.hash(1), place: $0.hash(2), digest: $0.hash(3))
        }.compactMap { row in
          try reader.article(key: row.key).map {
            (row.key, (article: $0, textHash: row.textHash, place: row.place, digest: row.digest))
          }
        }
      }
      guard let end = found.last else { return }
      guard end.0 > last else { throw ArchiveError(Damage(what: "keys in a wrong order"), path: path) }
      try body(found.map(\.1))
      last = end.0
    }
  }
}
