import GRDB
import Press

/// Puts reports together from their rows, and counts them.
struct ReportsReader {
  private let database: Database

  init(_ database: Database) { self.database = database }

  // MARK: Reports

  private static let columns = """
    report.key, report.id, title, size, reach, lost, first, last, span, verbatim, edited, partial, spun, unknown, changes,
    report.family IS NULL
    """

  func reports(_ filter: ReportFilter, _ query: ReportQuery) throws -> [Report] {
    let order =
      switch query.order {
      case .size: "size DESC"
      case .newest: "first_at DESC"
      case .oldest: "first_at IS NULL, first_at"
      case .span: "span DESC"
      case .reach: "reach DESC"
      case .quotations: "quotations DESC"
      }
    return try command(
      "SELECT \(Self.columns) FROM report WHERE \(filter.sql) ORDER BY \(order), report.id LIMIT ? OFFSET ?"
    ).all(filter.values + [max(0, query.limit), max(0, query.offset)], read: report)
  }

  func report(_ id: String) throws -> Report? {
    try command("SELECT \(Self.columns) FROM report WHERE id = ? AND shown").first(id, read: report)
  }

  private func report(_ row: Columns) throws -> Report {
    let key = row.integer(0)
    var kinds: [CopyKind: Int] = [:]
    for (place, kind) in ReportFilter.columns.enumerated() where row.int(Int32(9 + place)) > 0 {
      kinds[kind] = try row.count(Int32(9 + place))
    }
    let named: [String: Int] = try JSONCell.decoded(row.text(14), as: "an object of numbers")
    guard named.values.allSatisfy({ (0...0xFFFF_FFFF).contains($0) }) else {
      throw Damage(what: "“\(row.text(14).prefix(40))” where counts belong")
    }
    let changes = named.compactMap { name, count in Variant.Kind(rawValue: name).map { ($0, count) } }
    return Report(
      id: row.text(1), title: row.optionalText(2), size: try row.count(3), reach: try row.count(4),
      lost: try row.count(5),
      first: try row.moment(6), last: try row.moment(7), span: row.isNull(8) ? nil : try row.span(8),
      outlets: try command("SELECT outlet FROM report_outlet WHERE report = ? ORDER BY 1").all(key) {
        $0.text(0)
      },
      agencies: try command("SELECT agency FROM report_agency WHERE report = ? ORDER BY 1").all(key) {
        $0.text(0)
      }, kinds: kinds, changes: Dictionary(changes, uniquingKeysWith: { first, _ in first }),
      isCorrected: row.int(15) != 0)
  }

  func shown(_ id: String) throws -> ShownFamily? {
    let found = try command("SELECT key, family, stemma FROM report WHERE id = ? AND shown")
      .first(id) {
        (key: $0.integer(0), family: $0.isNull(1) ? nil : $0.integer(1), json: $0.optionalText(2))
      }
    guard let found else { return nil }
    let findings = try FindingsReader(database)
    if let family = found.family {
      let stemma = try findings.stemma(family: id) ?? Stemma(family: id, nodes: [], edges: [])
      return ShownFamily(
        family: try findings.family(key: family, id: id), stemma: stemma, isCorrected: false)
    }
    let members = try command(
      "SELECT article.id FROM report_member JOIN article ON article.key = report_member.article WHERE report = ?"
    ).all(found.key) { $0.text(0) }
    let stemma: Stemma = try JSONCell.decoded(found.json ?? "", as: "a stemma")
    let nodes = Set(stemma.nodes.map(\.id))
    let isWhole = stemma.edges.allSatisfy { edge in
      nodes.contains(edge.from) && nodes.contains(edge.to) && (0...1).contains(edge.confidence)
        && edge.alternatives.allSatisfy { nodes.contains($0.from) && (0...1).contains($0.confidence) }
    }
    guard isWhole else { throw Damage(what: "a stemma whose arrows do not join its nodes") }
    return ShownFamily(family: Family(id: id, members: members), stemma: stemma, isCorrected: true)
  }

  // MARK: Counts

  func count(_ filter: ReportFilter, into list: inout ReportList) throws {
    let kinds = ReportFilter.columns.map { "total(report.\($0.rawValue) > 0)" }
    let others = Variant.Kind.byWeight.filter { $0 != .quotation }
    // Most reports change nothing: their objects are not taken apart.
    let changes = others.map {
      "total(report.changes <> '{}' AND json_extract(report.changes, '$.\($0.rawValue)') > 0)"
    }
    let sums = ["count(*)", "total(report.family IS NULL)", "total(report.quotations > 0)"] + kinds + changes
    try command("SELECT \(sums.joined(separator: ", ")) FROM report WHERE \(filter.sql)").each(filter.values)
    { row in
      list.total = row.int(0)
      list.corrected = row.int(1)
      let counted =
        [(Variant.Kind.quotation, row.int(2))]
        + others.enumerated().map { ($1, row.int(Int32(3 + kinds.count + $0))) }
      list.changes = Dictionary(uniqueKeysWithValues: counted.filter { $0.1 > 0 })
      let arrows = ReportFilter.columns.enumerated().map { ($1, row.int(Int32(3 + $0))) }
      list.kinds = Dictionary(uniqueKeysWithValues: arrows.filter { $0.1 > 0 })
    }
  }

  func isCut(_ query: ReportQuery) throws -> Bool {
    guard let words = query.words else { return false }
    let found = try command("SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)")
      .first(words.fts5AsTyped, ReportQuery.mostMatches + 1) { $0.int(0) }
    return (found ?? 0) > ReportQuery.mostMatches
  }

  func facets(_ filter: ReportFilter, most: Int, into list: inout ReportList) throws {
    func top(_ sql: String) throws -> [(name: String, reports: Int)] {
      try command("\(sql) ORDER BY 2 DESC, 1 LIMIT ?").all(filter.values + [most]) { ($0.text(0), $0.int(1)) }
    }
    list.outlets = try top(
      """
      SELECT outlet, count(*) FROM report JOIN report_outlet ON report_outlet.report = report.key
      WHERE \(filter.sql) GROUP BY outlet
      """)
    list.agencies = try top(
      """
      SELECT agency, count(*) FROM report JOIN report_agency ON report_agency.report = report.key
      WHERE \(filter.sql) GROUP BY agency
      """)
    list.days = try top(
      "SELECT report.day, count(*) FROM report WHERE \(filter.sql) AND report.day IS NOT NULL GROUP BY report.day"
    )
  }

  // MARK: Changes

  func changes(_ kind: Variant.Kind?, _ family: String?, _ limit: Int, _ offset: Int) throws -> [KeptChange] {
    try command(
      """
      SELECT report.id, change.kind, copy.id, coalesce(copy.outlet, copy.source), source.id,
        coalesce(source.outlet, source.source), change.lost, was, now, was_begins, was_ends, now_begins, now_ends, change.spun
      FROM report JOIN change ON change.report = report.key
        JOIN article AS copy ON copy.key = change.copy JOIN article AS source ON source.key = change.source
      WHERE report.shown AND (?1 IS NULL OR report.id = ?1) AND (?2 IS NULL OR change.kind = ?2)
      ORDER BY report.size DESC, report.id, change.position LIMIT ?3 OFFSET ?4
      """
    ).all(family, kind?.rawValue, max(0, limit), max(0, offset)) { row in
      KeptChange(
        family: row.text(0), kind: try row.word(1), copy: row.text(2), copyLabel: row.text(3),
        source: row.text(4), sourceLabel: row.text(5), lost: row.optionalText(6), was: row.text(7),
        now: row.text(8), wasRange: try row.optionalRange(9, 10), nowRange: try row.optionalRange(11, 12),
        isSpun: row.int(13) != 0)
    }
  }

  private func command(_ sql: String) throws -> Command { try Command(sql, database) }
}
