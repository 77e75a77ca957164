import GRDB

extension Archive {
  /// What is remembered of a page for telling its outlet's own lines.
  public struct KeptSitePage: Sendable, Hashable {
    /// The article's row number.
    public let key: Int64
    /// Hash of the outlet; `nil` where nothing tells it.
    public let outlet: UInt64?
    /// What `SitePage` wrote.
    public let bytes: [UInt8]
    /// Whether the index has the article, by the lines as they were.
    public let isIndexed: Bool

    /// A page as it will be remembered.
    public init(key: Int64, outlet: UInt64?, bytes: [UInt8], isIndexed: Bool = false) {
      self.key = key
      self.outlet = outlet
      self.bytes = bytes
      self.isIndexed = isIndexed
    }
  }

  /// Remembers pages in the place of what was remembered of them, and notes the outlets whose lines are to be counted again.
  public func storeSitePages(_ pages: [KeptSitePage]) throws(ArchiveError) {
    try write { database in
      let find = try Command("SELECT outlet, page FROM site_page WHERE article = ?", database)
      let note = try Command("INSERT OR IGNORE INTO outlet_due (outlet) VALUES (?)", database)
      for page in pages {
        let old = try find.first(page.key) { (outlet: $0.hash(0), bytes: $0.bytes(1)) }
        if old?.outlet == page.outlet, old == nil || old?.bytes == page.bytes { continue }
        if let old { try note.run(old.outlet) }
        if let outlet = page.outlet {
          try Command("INSERT OR REPLACE INTO site_page (article, outlet, page) VALUES (?, ?, ?)", database)
            .run(page.key, outlet, page.bytes)
          try note.run(outlet)
        } else {
          try Command("DELETE FROM site_page WHERE article = ?", database).run(page.key)
        }
      }
    }
  }

  /// Outlets whose pages changed since their lines were counted.
  public func dueOutlets() throws(ArchiveError) -> [UInt64] {
    try read { try Command("SELECT outlet FROM outlet_due ORDER BY outlet", $0).all { $0.hash(0) } }
  }

  /// The pages of an outlet.
  public func sitePages(of outlet: UInt64) throws(ArchiveError) -> [KeptSitePage] {
    try read { database in
      try Command(
        """
        SELECT site_page.article, page, fingerprint.article IS NOT NULL AND fingerprint.due < 3 FROM site_page
        LEFT JOIN fingerprint ON fingerprint.article = site_page.article WHERE outlet = ?
        """, database
      ).all(outlet) {
        KeptSitePage(key: $0.integer(0), outlet: outlet, bytes: $0.bytes(1), isIndexed: $0.int(2) != 0)
      }
    }
  }

  /// The lines that outlets print on pages of different reports, with their standing: of one outlet, or of all.
  public func siteLines(of outlet: UInt64? = nil) throws(ArchiveError) -> [(
    line: UInt64, outlet: UInt64, standing: Int
  )] {
    func read(_ row: Columns) -> (line: UInt64, outlet: UInt64, standing: Int) {
      (line: row.hash(0), outlet: row.hash(1), standing: row.int(2))
    }
    return try self.read { database in
      guard let outlet else {
        return try Command("SELECT line, outlet, standing FROM site_line", database).all(read: read)
      }
      return try Command("SELECT line, outlet, standing FROM site_line WHERE outlet = ?", database).all(
        outlet, read: read)
    }
  }

  /// Replaces the lines of an outlet, which are then no longer due.
  ///
  /// - Parameter remasked: articles from which these lines take other words than the lines before: they are to be indexed
  ///   anew.
  public func settleSiteLines(of outlet: UInt64, _ lines: [(line: UInt64, standing: Int)], remasked: [Int64])
    throws(ArchiveError)
  {
    try write { database in
      try Command("DELETE FROM site_line WHERE outlet = ?", database).run(outlet)
      let keep = try Command(
        "INSERT OR REPLACE INTO site_line (outlet, line, standing) VALUES (?, ?, ?)", database)
      for line in lines { try keep.run(outlet, line.line, line.standing) }
      let mark = try Command("UPDATE fingerprint SET due = 3 WHERE article = ?", database)
      for key in remasked { try mark.run(key) }
      if !remasked.isEmpty {
        try Command("DELETE FROM state WHERE name = 'findings_digest'", database).run()
      }
      try Command("DELETE FROM outlet_due WHERE outlet = ?", database).run(outlet)
    }
  }
}
