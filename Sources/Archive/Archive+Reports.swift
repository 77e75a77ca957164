import GRDB
import Press

extension Archive {
  /// The reports that a query asks for, corrections by hand applied.
  ///
  /// - Parameter facets: how many outlets, sources and days to count; 0 counts none.
  /// - Throws: `ArchiveError`, of kind `tooSlow` when `seconds` are over.
  public func reports(_ query: ReportQuery, facets: Int = 24, seconds: Double = 5) throws(ArchiveError)
    -> ReportList
  {
    if let words = query.words, words.isEmpty { return ReportList() }
    return try read(within: seconds) { database in
      let reader = ReportsReader(database)
      let filter = ReportFilter(query)
      var list = ReportList()
      try reader.count(filter, into: &list)
      list.reports = try reader.reports(filter, query)
      list.isCut = try reader.isCut(query)
      if facets > 0 { try reader.facets(filter, most: facets, into: &list) }
      return list
    }
  }

  /// The report with this id, as it is shown.
  public func report(_ id: String) throws(ArchiveError) -> Report? {
    try read { try ReportsReader($0).report(id) }
  }

  /// The id of the report in which an article is shown; `nil` where nothing has been found yet.
  public func report(of article: String) throws(ArchiveError) -> String? {
    try read { database in
      try Command(
        """
        SELECT report.id FROM article JOIN report_member ON report_member.article = article.key
        JOIN report ON report.key = report_member.report AND report.shown WHERE article.id = ?
        """, database
      ).first(article) { $0.text(0) }
    }
  }

  /// A family as it is shown, corrections by hand applied, with its stemma.
  ///
  /// A family that corrections took apart is no longer shown: `nil`, though ``family(_:)`` still knows it.
  public func shown(family id: String) throws(ArchiveError) -> (
    family: Family, stemma: Stemma, isCorrected: Bool
  )? {
    try read { database in
      let found = try Command("SELECT key, family, stemma FROM report WHERE id = ? AND shown", database)
        .first(id) {
          (key: $0.integer(0), family: $0.isNull(1) ? nil : $0.integer(1), json: $0.optionalText(2))
        }
      guard let found else { return nil }
      let findings = try FindingsReader(database)
      if let family = found.family {
        let stemma = try findings.stemma(family: id) ?? Stemma(family: id, nodes: [], edges: [])
        return (try findings.family(key: family, id: id), stemma, false)
      }
      var own: [String: Double] = [:]
      try Command(
        """
        SELECT article.id, report_member.own FROM report_member
        JOIN article ON article.key = report_member.article WHERE report = ?
        """, database
      ).each(found.key) { own[$0.text(0)] = $0.real(1) }
      let stemma: Stemma = try JSONCell.decoded(found.json ?? "", as: "a stemma")
      return (Family(id: id, members: Array(own.keys), originality: [:]), stemma, true)
    }
  }

  /// Changes of what is said, those of the most copied reports first; of one report where `family` is given.
  public func keptChanges(
    kind: Variant.Kind? = nil, family: String? = nil, limit: Int = 1_000, offset: Int = 0, seconds: Double = 5
  ) throws(ArchiveError) -> [KeptChange] {
    try read(within: seconds) { try ReportsReader($0).changes(kind, family, limit, offset) }
  }
}
