import GRDB
import Press

extension Archive {
  /// Replaces all pairs, families and stemmata, in one transaction: a kill leaves the old or the new ones whole.
  ///
  /// The sequences are taken one element at a time, so that they need not be in memory; they may read this archive
  /// meanwhile, and see it as it was before.
  /// - Parameters:
  ///   - pairs: as the two texts alone tell what they are.
  ///   - regraded: those of them that are something else in the light of their families.
  ///   - digest: says what the findings were computed from; `findingsDigest()` gives it back.
  ///   - engine: the version of the program that computed them.
  /// - Throws: `ArchiveError` of kind `badFinding` when one names an article that is not there, has no passage
  ///   (invariant 6) or no evidence, or is given twice. Nothing is changed then.
  public func replaceFindings(
    pairs: some Sequence<Pair>, regraded: [Pair] = [], families: some Sequence<Family>,
    stemmata: some Sequence<Stemma>, reports: [ReportEntry] = [],
    digest: String,
    engine: String = ""
  ) throws(ArchiveError) {
    try write { database in
      let writer = FindingsWriter(database: database)
      try writer.clear()
      for family in families { try writer.add(family) }
      for pair in pairs { try writer.add(pair) }
      for pair in regraded { try writer.regrade(pair) }
      for stemma in stemmata { try writer.add(stemma) }
      let editor = try FindingsEditor(database)
      for entry in reports { try editor.set(entry) }
      try writer.finish(digest: digest, engine: engine)
    }
  }

  /// What the findings were computed from; `nil` when there are none, or articles have changed since.
  public func findingsDigest() throws(ArchiveError) -> String? { try state("findings_digest") }

  /// The version of the program that computed the findings.
  public func findingsEngine() throws(ArchiveError) -> String? { try state("findings_engine") }

  func state(_ name: String) throws(ArchiveError) -> String? {
    try read { try Command("SELECT value FROM state WHERE name = ?", $0).first(name) { $0.text(0) } }
  }
}
