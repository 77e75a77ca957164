import GRDB
import Press

/// A family with its stemma, corrections by hand applied.
public struct ShownFamily: Sendable {
  /// The witnesses.
  public let family: Family
  /// Who was copied from whom.
  public let stemma: Stemma
  /// Whether somebody has corrected what was found.
  public let isCorrected: Bool
}

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

  /// Families as they are shown, corrections by hand applied: those of at least `minSize` articles, the largest first, then by
  /// id.
  public func shownFamilies(minSize: Int = 1, limit: Int = .max, offset: Int = 0) throws(ArchiveError)
    -> [Family]
  {
    try read { database in
      let reader = ReportsReader(database)
      return try Command(
        "SELECT id FROM report WHERE shown AND size >= ? ORDER BY size DESC, id LIMIT ? OFFSET ?", database
      ).all(minSize, limit, offset) { $0.text(0) }.compactMap { try reader.shown($0)?.family }
    }
  }

  /// A family as it is shown, corrections by hand applied, with its stemma.
  ///
  /// A family that corrections took apart is no longer shown: `nil`, though ``family(_:)`` still knows it.
  public func shown(family id: String) throws(ArchiveError) -> ShownFamily? {
    try read { try ReportsReader($0).shown(id) }
  }

  /// The family in which an article is shown.
  public func shownFamily(of article: String) throws(ArchiveError) -> ShownFamily? {
    guard let id = try report(of: article) else { return nil }
    return try shown(family: id)
  }

  /// The pairs between the articles of a family as it is shown, sorted by ids.
  public func pairs(shown id: String) throws(ArchiveError) -> [Pair] {
    try read { try FindingsReader($0).pairs(shown: id) }
  }

  /// Changes of what is said, those of the most copied reports first; of one report where `family` is given.
  public func keptChanges(
    kind: Variant.Kind? = nil, family: String? = nil, limit: Int = 1_000, offset: Int = 0, seconds: Double = 5
  ) throws(ArchiveError) -> [KeptChange] {
    try read(within: seconds) { try ReportsReader($0).changes(kind, family, limit, offset) }
  }
}
