import GRDB
import Press

/// Puts articles together from their rows.
struct ArticleReader {
  private static let columns = "key, id, " + PageWriter.columns.joined(separator: ", ")

  private let byID: Command
  private let byKey: Command
  private let beginning: Command
  private let following: Command
  private let credits: Command
  private let furniture: Command
  private let blocks: Command
  private let flags: Command

  init(_ database: Database) throws {
    byID = try Command("SELECT \(Self.columns) FROM article WHERE id = ?", database)
    byKey = try Command("SELECT \(Self.columns) FROM article WHERE key = ?", database)
    beginning = try Command("SELECT \(Self.columns) FROM article ORDER BY id LIMIT ?", database)
    following = try Command("SELECT \(Self.columns) FROM article WHERE id > ? ORDER BY id LIMIT ?", database)
    credits = try Command(
      """
      SELECT name, kind, role, text, place, begins, ends, spun, url, line, line_begins, line_ends
      FROM credit WHERE article = ? ORDER BY position
      """, database)
    furniture = try Command(
      "SELECT kind, text, begins, ends FROM furniture WHERE article = ? ORDER BY position", database)
    blocks = try Command("SELECT kind, begins, ends FROM block WHERE article = ? ORDER BY position", database)
    flags = try Command("SELECT kind, detail FROM flag WHERE article = ? ORDER BY position", database)
  }

  func article(id: String) throws -> Article? { try byID.first(id, read: read) }

  func article(key: Int64) throws -> Article? { try byKey.first(key, read: read) }

  func articles(after id: String?, limit: Int) throws -> [Article] {
    guard let id else { return try beginning.all(limit, read: read) }
    return try following.all(id, limit, read: read)
  }

  private func read(_ row: Columns) throws -> Article {
    let key = row.integer(0)
    let article = try Article(
      id: row.text(1), source: row.text(2), address: row.optionalText(3), outlet: row.optionalText(4),
      title: row.optionalText(5), standfirst: row.optionalText(17), section: row.optionalText(18),
      bylines: JSONCell.names(row.text(6)), published: row.moment(7), modified: row.moment(8),
      language: row.optionalText(9), dateline: dateline(row), credits: credits(of: key), text: row.text(16),
      furniture: furniture(of: key), series: row.optionalText(15), form: row.word(19), part: part(row),
      blocks: blocks(of: key), found: JSONCell.found(row.text(22)), flags: flags(of: key))
    try Self.checkRanges(of: article)
    return article
  }

  /// A file from elsewhere may hold any range. One that is no slice must not get to those who slice by it (invariant 4).
  private static func checkRanges(of article: Article) throws {
    func check(_ ranges: some Sequence<Range<Int>>, in text: String) throws {
      var text = text
      try text.withUTF8 { utf8 in
        let bytes = UnsafeRawBufferPointer(utf8)
        for range in ranges where !bytes.isBoundary(range.lowerBound) || !bytes.isBoundary(range.upperBound) {
          throw Damage(
            what: "a range from \(range.lowerBound) to \(range.upperBound) of a text of \(bytes.count) bytes")
        }
      }
    }
    try check(
      article.credits.compactMap(\.range) + article.furniture.compactMap(\.range)
        + article.blocks.map(\.range)
        + (article.dateline?.range.map { [$0] } ?? []), in: article.text)
    for credit in article.credits {
      guard let line = credit.line else { continue }
      guard article.furniture.indices.contains(line) else {
        throw Damage(what: "a credit in line \(line) of \(article.furniture.count) of the furniture")
      }
      if let range = credit.lineRange { try check(CollectionOfOne(range), in: article.furniture[line].text) }
    }
  }

  private func part(_ row: Columns) throws -> Article.Part? {
    row.isNull(20)
      ? nil : Article.Part(number: try row.count(20), of: row.isNull(21) ? nil : try row.count(21))
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
        range: try $0.optionalRange(5, 6), address: $0.optionalText(8), line: $0.isNull(9) ? nil : $0.int(9),
        lineRange: try $0.optionalRange(10, 11), spun: $0.int(7) != 0)
    }
  }

  private func furniture(of key: Int64) throws -> [Furniture] {
    try furniture.all(key) {
      Furniture(kind: try $0.word(0), text: $0.text(1), range: try $0.optionalRange(2, 3))
    }
  }

  private func blocks(of key: Int64) throws -> [Article.Block] {
    try blocks.all(key) { Article.Block(kind: try $0.word(0), range: try $0.range(1, 2)) }
  }

  private func flags(of key: Int64) throws -> [Article.Flag] {
    try flags.all(key) { Article.Flag(kind: try $0.word(0), detail: $0.text(1)) }
  }
}
