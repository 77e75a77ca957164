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
      try body(articles)
      last = end.id
    }
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

/// Puts articles together from their rows.
struct ArticleReader {
  private static let columns = "key, id, " + PageWriter.columns.joined(separator: ", ")

  private let byID: Command
  private let beginning: Command
  private let following: Command
  private let credits: Command
  private let furniture: Command

  init(_ database: Database) throws {
    byID = try Command("SELECT \(Self.columns) FROM article WHERE id = ?", database)
    beginning = try Command("SELECT \(Self.columns) FROM article ORDER BY id LIMIT ?", database)
    following = try Command("SELECT \(Self.columns) FROM article WHERE id > ? ORDER BY id LIMIT ?", database)
    credits = try Command(
      "SELECT name, kind, role, text, place, begins, ends, spun FROM credit WHERE article = ? ORDER BY position",
      database)
    furniture = try Command(
      "SELECT kind, text, begins, ends FROM furniture WHERE article = ? ORDER BY position", database)
  }

  func article(id: String) throws -> Article? { try byID.first(id, read: read) }

  func articles(after id: String?, limit: Int) throws -> [Article] {
    guard let id else { return try beginning.all(limit, read: read) }
    return try following.all(id, limit, read: read)
  }

  private func read(_ row: Columns) throws -> Article {
    let key = row.integer(0)
    return try Article(
      id: row.text(1), source: row.text(2), address: row.optionalText(3), outlet: row.optionalText(4),
      title: row.optionalText(5), bylines: Bylines.names(row.text(6)), published: row.moment(7),
      modified: row.moment(8), language: row.optionalText(9), dateline: dateline(row),
      credits: credits(of: key),
      text: row.text(16), furniture: furniture(of: key), series: row.optionalText(15))
  }

  private func dateline(_ row: Columns) throws -> Dateline? {
    guard let place = row.optionalText(10) else { return nil }
    return Dateline(
      place: place, date: try row.moment(11), agency: row.optionalText(12),
      range: try row.optionalRange(13, 14))
  }

  private func credits(of key: Int64) throws -> [Credit] {
    try credits.all(key) {
      Credit(
        name: $0.text(0), kind: try $0.word(1), role: try $0.word(2), text: $0.text(3), place: try $0.word(4),
        range: try $0.optionalRange(5, 6), spun: $0.int(7) != 0)
    }
  }

  private func furniture(of key: Int64) throws -> [Furniture] {
    try furniture.all(key) {
      Furniture(kind: try $0.word(0), text: $0.text(1), range: try $0.optionalRange(2, 3))
    }
  }
}
