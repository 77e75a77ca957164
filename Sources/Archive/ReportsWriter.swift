import GRDB
import Press

/// Writes reports within one transaction.
struct ReportsWriter {
  private static let dependants = ["change", "copying", "report_agency", "report_outlet", "report_member"]

  let database: Database

  /// Takes all reports away. Corrections stay: they are nobody's findings.
  func clear() throws {
    for table in Self.dependants + ["report"] { try command("DELETE FROM \(table)").run() }
  }

  /// Takes the report of a family away.
  func remove(family: Int64) throws {
    let keys = try command("SELECT key FROM report WHERE family = ?").all(family) { $0.integer(0) }
    try keys.forEach(removeReport)
  }

  private func removeReport(_ key: Int64) throws {
    for table in Self.dependants { try command("DELETE FROM \(table) WHERE report = ?").run(key) }
    try command("DELETE FROM report WHERE key = ?").run(key)
  }

  /// Shows every family as it was found, as if nobody had said anything against it.
  func uncorrect() throws {
    try command("SELECT key FROM report WHERE family IS NULL").all { $0.integer(0) }.forEach(removeReport)
    try command("UPDATE report SET shown = 1 WHERE shown = 0").run()
  }

  /// Shows other reports in the place of this family's.
  func hide(family id: String) throws {
    try command(
      "UPDATE report SET shown = 0 WHERE family = (SELECT key FROM family WHERE id = ?)"
    ).run(id)
  }

  /// - Parameters:
  ///   - family: the family as found; `nil` where corrections made the report.
  ///   - stemma: the stemma, where corrections made it.
  func add(_ entry: ReportEntry, family: Int64?, stemma: Stemma?) throws {
    let report = entry.report
    let name = "the report \(report.id)"
    let changes = Dictionary(
      report.changes.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first })
    func arrows(_ kind: CopyKind) -> Int { report.kinds[kind] ?? 0 }
    let key = try command(
      """
      INSERT INTO report (id, family, shown, title, size, reach, lost, first, last, first_at, day, span, verbatim, edited,
        partial, spun, unknown, quotations, changes, stemma)
      VALUES (?1, ?2, 1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
      """
    ).insert(
      report.id, family, report.title, report.size, report.reach, report.lost, report.first?.iso,
      report.last?.iso, report.first?.earliest, report.first?.day, report.span, arrows(.verbatim),
      arrows(.edited), arrows(.partial), arrows(.spun), arrows(.unknown), report.changes[.quotation] ?? 0,
      try JSONCell.encoded(changes), try stemma.map { try JSONCell.encoded($0) })
    let member = try command("INSERT INTO report_member VALUES (?, ?, ?, ?, ?, ?, ?)")
    for page in entry.members {
      try member.run(
        key, try article(page.article, in: name), page.outlet, page.day, page.words, page.own, page.sources)
    }
    let outlet = try command("INSERT INTO report_outlet VALUES (?, ?)")
    for name in report.outlets { try outlet.run(name, key) }
    let agency = try command("INSERT INTO report_agency VALUES (?, ?)")
    for name in report.agencies { try agency.run(name, key) }
    let flow = try command("INSERT INTO copying VALUES (?, ?, ?, ?, ?)")
    for one in entry.flows { try flow.run(key, one.source, one.isLost, one.copy, one.arrows) }
    let change = try command("INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (position, one) in entry.changes.enumerated() {
      try change.run(
        key, position, one.kind.rawValue, try article(one.copy, in: name), try article(one.source, in: name),
        one.lost, one.was, one.now, one.wasRange?.lowerBound, one.wasRange?.upperBound,
        one.nowRange?.lowerBound, one.nowRange?.upperBound, one.isSpun)
    }
  }

  private func article(_ id: String, in finding: String) throws -> Int64 {
    guard let key = try command("SELECT key FROM article WHERE id = ?").first(id, read: { $0.integer(0) })
    else {
      throw BadFinding(what: "\(finding) names article \(id), which the archive does not hold")
    }
    return key
  }

  private func command(_ sql: String) throws -> Command { try Command(sql, database) }
}
