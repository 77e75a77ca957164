import GRDB

extension Archive {
  /// Every invariant of the design that the archive breaks; none when it is whole and its findings are those of its articles.
  ///
  /// Reads everything once. Of each sort of violation at most `limit` are listed.
  public func check(limit: Int = 100) throws(ArchiveError) -> [Violation] {
    try inspect(limit: limit).allViolations
  }

  /// Looks for broken invariants in all of the archive, as it is at one moment. Memory is bounded by the number of articles.
  ///
  /// - Parameter limit: Of each sort of violation no more than so many are listed.
  public func inspect(limit: Int = 100, progress: CheckProgress = { _, _, _ in }) throws(ArchiveError)
    -> CheckReport
  {
    var report = CheckReport()
    do {
      try look(limit: max(1, limit), progress, &report)
      guard !report.violations.contains(where: { $0.invariant == 0 }) else { return report }
      progress(.search, 0, nil)
      try searchIndex(&report)
    } catch  where error.kind == .damaged {
      // A page that cannot even be read is what we were asked to find.
      report.violations.append(Violation(invariant: 0, what: error.what, location: "file"))
    }
    return report
  }

  private func look(limit: Int, _ progress: CheckProgress, _ report: inout CheckReport) throws(ArchiveError) {
    let (violations, isUnfinished) = try read { database in
      var inspection = Inspection(database: database, limit: limit)
      progress(.file, 0, nil)
      try inspection.file()
      // A file whose pages are broken would only repeat itself below.
      guard inspection.violations.isEmpty else { return (inspection.violations, false) }
      progress(.pages, 0, nil)
      try inspection.attempt(path) { try $0.pages() }
      try inspection.attempt(path) { try $0.ids() }
      try inspection.attempt(path) { try $0.words() }
      try inspection.attempt(path) { try $0.articles { progress(.articles, $0, $1) } }
      try inspection.attempt(path) { try $0.ranges() }
      progress(.findings, 0, nil)
      try inspection.attempt(path) { try $0.shares() }
      try inspection.attempt(path) { try $0.counts() }
      try inspection.attempt(path) { try $0.families() }
      try inspection.attempt(path) { try $0.bonds() }
      try inspection.attempt(path) { try $0.stemmata() }
      try inspection.attempt(path) { try $0.reports() }
      progress(.index, 0, nil)
      try inspection.attempt(path) { try $0.index() }
      return (inspection.violations, try inspection.isUnfinished())
    }
    report.violations += violations
    report.isUnfinished = isUnfinished
  }

  private func searchIndex(_ report: inout CheckReport) throws(ArchiveError) {
    do throws(ArchiveError) { try compareSearchIndex() } catch {
      switch error.kind {
      case .damaged:
        report.violations.append(
          Violation(
            invariant: 0, what: "the search index does not match the articles", location: "search"))
      case .beingWritten, .busy, .noPermission, .folderReadOnly, .diskFull, .inputOutput:
        report.omissions.append("whether the search index has the words of the texts: \(error.what)")
      default: throw error
      }
    }
  }

  /// FTS5's own check compares its index with the articles' words. SQLite counts it as writing, though nothing is written: a
  /// reader needs a writer's rights for it, and the writer's lock.
  private func compareSearchIndex() throws(ArchiveError) {
    func compare(_ database: Database) throws {
      try Command("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)", database).run()
    }
    guard mode == .readOnly else { return try write(compare) }
    try Location(path).checkAccess(writing: true)
    let lock = try WriterLock(for: path)
    defer { withExtendedLifetime(lock) {} }
    do {
      let queue = try DatabaseQueue(path: path, configuration: Self.configuration(readOnly: false))
      defer { try? queue.close() }
      try queue.write(compare)
    } catch { throw ArchiveError(error, path: path) }
  }
}

extension CheckReport {
  /// The violations, and one more where the findings are not those of the articles.
  public var allViolations: [Violation] {
    guard isUnfinished else { return violations }
    return violations + [
      Violation(
        invariant: 3,
        what: "articles have changed since families were computed: read again to compute them",
        location: "findings")
    ]
  }
}
