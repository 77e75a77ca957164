import Foundation
import GRDB
import Press

/// Writes pages within one transaction and counts what it changed.
struct PageWriter {
  let database: Database
  var report = StoreReport()
  private let rules: Int
  private let now = Int64(time(nil))

  init(database: Database, rules: Int) {
    self.database = database
    self.rules = rules
  }

  mutating func store(_ article: Article, contentHash: UInt64, notices: [Notice]) throws {
    try liftRefusals(of: article.source)
    for notice in notices {
      try command("INSERT OR IGNORE INTO notice (source, reason, detail) VALUES (?, ?, ?)")
        .run(notice.source, notice.reason.rawValue, notice.detail)
    }
    let known = try command("SELECT key, source, rules FROM article WHERE own_id = ? AND content_hash = ?")
      .first(article.id, contentHash) { (key: $0.integer(0), source: $0.text(1), rules: $0.int(2)) }
    guard let known else {
      let names = OwnIDs(database: database)
      let (id, renamed) = try names.makeRoom(for: article.id, contentHash: contentHash)
      let key = try insert(article, id: id, contentHash: contentHash)
      try addPage(source: article.source, article: key)
      report.articles += 1
      report.renamed += renamed + (id == article.id ? 0 : 1)
      return try articlesChanged()
    }
    report.known += 1
    if known.rules < rules {
      var renewed = article
      if known.source.utf8.lexicographicallyPrecedes(article.source.utf8) { renewed.source = known.source }
      try replace(known.key, with: renewed)
      report.renewed += 1
    }
    let seen = try command("SELECT 1 FROM page WHERE source = ? AND article = ?")
      .first(article.source, known.key) { _ in true }
    if seen != nil { return }
    try addPage(source: article.source, article: known.key)
    // One page in two places: which of them was read first must not show.
    if article.source.utf8.lexicographicallyPrecedes(known.source.utf8) {
      try replace(known.key, with: article)
    }
  }

  mutating func store(_ refusal: Refusal, contentHash: UInt64) throws {
    let known = try command("SELECT page, detail, content_hash FROM refusal WHERE source = ? AND reason = ?")
      .first(refusal.source, refusal.reason.rawValue) {
        (page: $0.integer(0), detail: $0.text(1), hash: $0.hash(2))
      }
    if let known {
      guard known.detail != refusal.detail || known.hash != contentHash else { return report.known += 1 }
      try command("UPDATE refusal SET detail = ?, content_hash = ? WHERE page = ?")
        .run(refusal.detail, contentHash, known.page)
    } else {
      let page = try command("INSERT INTO page (source, status, read_at) VALUES (?, 'refused', ?)")
        .insert(refusal.source, now)
      try command("INSERT INTO refusal (page, source, reason, detail, content_hash) VALUES (?, ?, ?, ?, ?)")
        .run(page, refusal.source, refusal.reason.rawValue, refusal.detail, contentHash)
    }
    report.refusals += 1
  }

  private mutating func liftRefusals(of source: String) throws {
    let pages = try command("SELECT page FROM refusal WHERE source = ?").all(source) { $0.integer(0) }
    for page in pages {
      try command("DELETE FROM refusal WHERE page = ?").run(page)
      try command("DELETE FROM page WHERE key = ?").run(page)
    }
    report.liftedRefusals += pages.count
  }

  private func addPage(source: String, article: Int64) throws {
    try command("INSERT INTO page (source, status, article, read_at) VALUES (?, 'article', ?, ?)")
      .run(source, article, now)
  }

  private func insert(_ article: Article, id: String, contentHash: UInt64) throws -> Int64 {
    let columns = Self.columns
    let marks = Array(repeating: "?", count: columns.count + 4).joined(separator: ", ")
    let names = (["id", "own_id", "content_hash", "rules"] + columns).joined(separator: ", ")
    let key = try command("INSERT INTO article (\(names)) VALUES (\(marks))")
      .insert([id, article.id, contentHash, rules] + Self.values(of: article))
    try addDetails(of: article, key: key)
    return key
  }

  private func replace(_ key: Int64, with article: Article) throws {
    let old = try command("SELECT title, text FROM article WHERE key = ?")
      .first(key) { (title: $0.optionalText(0), text: $0.text(1)) }
    guard let old else { return }
    // An external-content index forgets a row only when told what was in it.
    try command("INSERT INTO search (search, rowid, title, text) VALUES ('delete', ?, ?, ?)")
      .run(key, old.title, old.text)
    for table in ["credit", "furniture", "block", "flag"] {
      try command("DELETE FROM \(table) WHERE article = ?").run(key)
    }
    let settings = Self.columns.map { "\($0) = ?" }.joined(separator: ", ")
    try command("UPDATE article SET \(settings), rules = ? WHERE key = ?")
      .run(Self.values(of: article) + [rules, key])
    try addDetails(of: article, key: key)
    try articlesChanged()
    try command("UPDATE fingerprint SET due = 3 WHERE article = ?").run(key)
    // Ranges into a text that is gone would be worse than no findings. What was linked to it is looked at again.
    if old.text != article.text { try forgetPairs(of: key) }
  }

  private func forgetPairs(of key: Int64) throws {
    let findings = FindingsWriter(database: database)
    let pairs = try command("SELECT a, b FROM pair WHERE a = ?1 OR b = ?1").all(key) {
      (a: $0.integer(0), b: $0.integer(1))
    }
    for pair in pairs {
      try command("UPDATE fingerprint SET due = 2 WHERE article = ? AND due < 2").run(
        pair.a == key ? pair.b : pair.a)
      try findings.removePair(pair.a, pair.b)
    }
  }

  private func addDetails(of article: Article, key: Int64) throws {
    try command("INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)").run(
      key, article.title, article.text)
    for (position, credit) in article.credits.enumerated() {
      try command("INSERT INTO credit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").run(
        key, position, credit.name, credit.kind.rawValue, credit.role.rawValue, credit.text,
        credit.place.rawValue, credit.range?.lowerBound, credit.range?.upperBound, credit.address,
        credit.line,
        credit.lineRange?.lowerBound, credit.lineRange?.upperBound, credit.spun)
    }
    for (position, line) in article.furniture.enumerated() {
      try command("INSERT INTO furniture VALUES (?, ?, ?, ?, ?, ?)")
        .run(key, position, line.kind.rawValue, line.text, line.range?.lowerBound, line.range?.upperBound)
    }
    for (position, block) in article.blocks.enumerated() {
      try command("INSERT INTO block VALUES (?, ?, ?, ?, ?)")
        .run(key, position, block.kind.rawValue, block.range.lowerBound, block.range.upperBound)
    }
    for (position, flag) in article.flags.enumerated() {
      try command("INSERT INTO flag VALUES (?, ?, ?, ?)").run(key, position, flag.kind.rawValue, flag.detail)
    }
  }

  /// The families no longer say what the articles do.
  private func articlesChanged() throws {
    try command("DELETE FROM state WHERE name = 'findings_digest'").run()
  }

  private func command(_ sql: String) throws -> Command { try Command(sql, database) }

  /// The columns of `article` that hold the article itself.
  static let columns = [
    "source", "url", "outlet", "title", "bylines", "published", "modified", "language", "dateline_place",
    "dateline_date", "dateline_agency", "dateline_begins", "dateline_ends", "series", "text", "standfirst",
    "section", "form", "part", "parts", "found",
  ]

  private static func values(of article: Article) throws -> [any Bindable] {
    let dateline = article.dateline
    return [
      article.source, article.address, article.outlet, article.title, try JSONCell.write(article.bylines),
      article.published?.iso, article.modified?.iso, article.language, dateline?.place, dateline?.date?.iso,
      dateline?.agency, dateline?.range?.lowerBound, dateline?.range?.upperBound, article.series,
      article.text, article.standfirst, article.section, article.form.rawValue, article.part?.number,
      article.part?.of, try JSONCell.write(article.found),
    ]
  }
}
