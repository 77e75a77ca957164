import GRDB
import Press

extension Archive {
  /// The article with this id.
  public func article(id: String) throws(ArchiveError) -> Article? {
    try read { try ArticleReader($0).article(id: id) }
  }

  /// The articles with these ids, in the order asked for; unknown ones are left out.
  public func articles(ids: some Sequence<String>) throws(ArchiveError) -> [Article] {
    try read { database in
      let reader = try ArticleReader(database)
      return try ids.compactMap { try reader.article(id: $0) }
    }
  }

  /// Hands over every article, in the byte order of their ids, `batch` at a time.
  ///
  /// The archive is free while `body` runs: `body` may read it and write to it. An article stored meanwhile is
  /// handed over when its id comes later.
  /// - Throws: `ArchiveError`, or what `body` throws, which ends the walk.
  public func forEachArticle(batch: Int = 256, _ body: ([Article]) throws -> Void) throws {
    var last: String?
    while true {
      let articles = try read { try ArticleReader($0).articles(after: last, limit: max(1, batch)) }
      guard let end = articles.last else { return }
      try goesOn(from: last, to: end.id)
      try body(articles)
      last = end.id
    }
  }

  /// A walk by ids ends only if they rise. An index that lies about that would have it go on for ever.
  func goesOn(from last: String?, to next: String) throws(ArchiveError) {
    guard let last, !last.utf8.lexicographicallyPrecedes(next.utf8) else { return }
    throw ArchiveError(Damage(what: "ids in a wrong order, at “\(next.prefix(40))”"), path: path)
  }

  /// Every refusal, sorted by source and reason.
  public func refusals() throws(ArchiveError) -> [Refusal] {
    try read { database in
      try Command("SELECT source, reason, detail FROM refusal ORDER BY source, reason", database).all {
        Refusal(source: $0.text(0), reason: try $0.word(1), detail: $0.text(2))
      }
    }
  }

  /// Every notice, sorted by source, reason and detail; those about ids that several pages share included.
  public func notices() throws(ArchiveError) -> [Notice] {
    try read { database in
      try Command("SELECT source, reason, detail FROM notices ORDER BY source, reason, detail", database).all
      {
        Notice(source: $0.text(0), reason: try $0.word(1), detail: $0.text(2))
      }
    }
  }

  /// The places where the article's page was read, sorted.
  public func sources(of article: String) throws(ArchiveError) -> [String] {
    try read { database in
      try Command(
        "SELECT page.source FROM article JOIN page ON page.article = article.key WHERE id = ? ORDER BY 1",
        database
      ).all(article) { $0.text(0) }
    }
  }
}
