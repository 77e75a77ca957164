import Archive
import Matching
import Press
import Reading

extension Desk {
  /// Every invariant that an archive breaks, as `inspect` finds them, and that its findings are not those of its articles.
  public static func check(_ archive: Archive, limit: Int = 100) throws -> [Violation] {
    try inspect(archive, limit: limit).allViolations
  }

  /// Every invariant that an archive breaks: those that it can find by itself, whether its findings are those of these articles,
  /// and whether texts and index are of one another: of every article the features that its text gives, from the text that was
  /// indexed.
  ///
  /// Of outlets that print lines of their own on their pages, features are passed over: which those lines are depends on the
  /// tables of names that the pages were read with.
  ///
  /// - Parameter limit: Of each sort of violation no more than so many are listed.
  public static func inspect(
    _ archive: Archive, limit: Int = 100, progress: CheckProgress = { _, _, _ in }
  ) throws -> CheckReport {
    var report = try archive.inspect(limit: limit, progress: progress)
    guard report.violations.isEmpty else { return report }
    if let digest = try archive.findingsDigest(), try archive.articlesDigest() != digest {
      report.violations.append(
        Violation(invariant: 3, what: "the findings are those of other articles", location: "findings"))
    }
    guard try archive.indexEngine() == IndexBuilder.engine else { return report }
    let lines = try archive.knownSiteLines(.builtIn)
    let outlets = Set(lines.counted.map(\.outlet))
    let total = try archive.indexStanding().indexed
    var done = 0
    try archive.forEachFingerprint { batch in
      progress(.features, done, total)
      done += batch.count
      for held in batch where report.violations.count < limit {
        let made = Fingerprinted(held.article, key: 0, lines)
        let outlet = SitePage(held.article).outlet
        if made.textHash != held.textHash {
          report.violations.append(
            Violation(
              invariant: 5, what: "the text is not the one that was indexed", location: held.article.id))
        } else if made.place != held.place
          || outlet.map(outlets.contains) != true && Fingerprinted.digest(made.features) != held.digest
        {
          report.violations.append(
            Violation(
              invariant: 3, what: "the index has other features of an article than its text gives",
              location: held.article.id))
        }
      }
    }
    return report
  }
}
