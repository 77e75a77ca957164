import Press

/// The condition of a query in SQL, with the values for its places.
struct ReportFilter {
  /// A condition on the table `report`.
  private(set) var sql = "report.shown"
  private(set) var values: [any Bindable] = []

  init(_ query: ReportQuery) {
    if query.minSize > 1 { add("report.size >= ?", query.minSize) }
    if let outlet = query.outlet {
      add("report.key IN (SELECT report FROM report_outlet WHERE outlet = ?)", outlet)
    }
    if let agency = query.agency {
      add("report.key IN (SELECT report FROM report_agency WHERE agency = ?)", agency)
    }
    if let day = query.day { add("substr(report.day, 1, length(?)) = ?", day, day) }
    // Columns are named by words of ours, never by what somebody typed.
    if let kind = query.kind {
      sql += Self.columns.contains(kind) ? " AND report.\(kind.rawValue) > 0" : " AND 0"
    }
    if let change = query.change {
      if change == .quotation {
        sql += " AND report.quotations > 0"
      } else {
        add("json_extract(report.changes, ?) > 0", "$.\(change.rawValue)")
      }
    }
    if query.isCorrected { sql += " AND report.family IS NULL" }
    if let words = query.words {
      add("report.key IN (\(Self.matching))", words.fts5AsTyped, ReportQuery.mostMatches)
    }
  }

  private mutating func add(_ condition: String, _ values: any Bindable...) {
    sql += " AND " + condition
    self.values += values
  }

  /// Kinds that have a column of their own.
  static let columns: [CopyKind] = [.verbatim, .edited, .partial, .spun, .unknown]

  private static let matching = """
    SELECT report_member.report FROM (SELECT rowid AS article FROM search WHERE search MATCH ? LIMIT ?) AS found
    JOIN report_member ON report_member.article = found.article
    """
}
