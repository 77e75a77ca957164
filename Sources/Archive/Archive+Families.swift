import GRDB
import Press

extension Archive {
  /// Families of at least `minSize` articles, the largest first, then by id.
  public func families(minSize: Int = 1, limit: Int = .max, offset: Int = 0) throws(ArchiveError) -> [Family]
  {
    try read { database in
      let reader = try FindingsReader(database)
      return try Command(
        "SELECT key, id FROM family WHERE size >= ? ORDER BY size DESC, id LIMIT ? OFFSET ?", database
      ).all(minSize, limit, offset) { try reader.family(key: $0.integer(0), id: $0.text(1)) }
    }
  }

  /// The family with this id.
  public func family(_ id: String) throws(ArchiveError) -> Family? {
    try read { database in
      let key = try Command("SELECT key FROM family WHERE id = ?", database).first(id) { $0.integer(0) }
      return try key.map { try FindingsReader(database).family(key: $0, id: id) }
    }
  }

  /// The family that an article is in.
  public func family(of article: String) throws(ArchiveError) -> Family? {
    try read { database in
      let found = try Command(
        """
        SELECT family.key, family.id FROM article JOIN member ON member.article = article.key
        JOIN family ON family.key = member.family WHERE article.id = ?
        """, database
      ).first(article) { (key: $0.integer(0), id: $0.text(1)) }
      return try found.map { try FindingsReader(database).family(key: $0.key, id: $0.id) }
    }
  }

  /// The pairs between members of one family, sorted by ids.
  public func pairs(family id: String) throws(ArchiveError) -> [Pair] {
    try read { try FindingsReader($0).pairs(family: id) }
  }

  /// The pairs that an article is one of, sorted by ids.
  public func pairs(touching article: String) throws(ArchiveError) -> [Pair] {
    try read { try FindingsReader($0).pairs(touching: article) }
  }

  /// The stemma of a family; `nil` where none was drawn.
  public func stemma(family id: String) throws(ArchiveError) -> Stemma? {
    try read { try FindingsReader($0).stemma(family: id) }
  }

  /// Hands over every family in the byte order of their ids, `batch` at a time, as `forEachArticle` does.
  public func forEachFamily(batch: Int = 256, _ body: ([Family]) throws -> Void) throws {
    var last: String?
    while true {
      let families = try read { try FindingsReader($0).families(after: last, limit: max(1, batch)) }
      guard let end = families.last else { return }
      try goesOn(from: last, to: end.id)
      try body(families)
      last = end.id
    }
  }

  /// Hands over every stemma in the byte order of its family's id, as `forEachArticle` does.
  public func forEachStemma(batch: Int = 64, _ body: ([Stemma]) throws -> Void) throws {
    try forEachFamily(batch: batch) { families in
      let stemmata = try read { database in
        let reader = try FindingsReader(database)
        return try families.compactMap { try reader.stemma(family: $0.id) }
      }
      if !stemmata.isEmpty { try body(stemmata) }
    }
  }

  /// Hands over every pair, sorted by its articles' ids, as `forEachArticle` does; `batch` counts articles.
  public func forEachPair(batch: Int = 256, _ body: ([Pair]) throws -> Void) throws {
    var last: String?
    while true {
      let step = try read { try FindingsReader($0).pairs(ofArticlesAfter: last, limit: max(1, batch)) }
      guard let end = step.last else { return }
      try goesOn(from: last, to: end)
      if !step.pairs.isEmpty { try body(step.pairs) }
      last = end
    }
  }

  /// How much there is of everything.
  public func counts() throws(ArchiveError) -> Counts {
    try read { database in
      func count(_ what: String) throws -> Int {
        try Command("SELECT count(*) FROM \(what)", database).first { $0.int(0) } ?? 0
      }
      var counts = Counts()
      counts.pages = try count("page")
      counts.articles = try count("article")
      counts.refusals = try count("refusal")
      counts.notices = try count("notices")
      counts.pairs = try count("pair")
      counts.passages = try count("passage")
      counts.families = try count("family")
      counts.copiedFamilies = try count("family WHERE size > 1")
      counts.stemmata = try count("(SELECT DISTINCT family FROM stemma_node)")
      counts.arrows = try count("stemma_edge")
      counts.lostWitnesses = try count("stemma_node WHERE name IS NOT NULL")
      return counts
    }
  }
}
