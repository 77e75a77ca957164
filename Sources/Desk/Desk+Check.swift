import Archive
import Matching
import Press
import Reading

extension Desk {
  /// Every invariant that an archive breaks: those that it can find by itself, and whether its index has of every article what
  /// the article's text gives.
  ///
  /// Of outlets that print lines of their own on their pages, features are passed over: which those lines are depends on the
  /// tables of names that the pages were read with.
  public static func check(
    _ archive: Archive, limit: Int = 100, progress: @escaping ProgressHandler = { _ in }
  ) throws -> [Violation] {
    // A damaged archive may not even count: that is found out below.
    let total = (try? archive.counts())?.articles
    progress(RunProgress(stage: .checking, done: 0, total: total))
    var done = 0
    var violations = try archive.check(limit: limit)
    guard violations.isEmpty, try archive.indexEngine() == IndexBuilder.engine else { return violations }
    let lines = try archive.knownSiteLines(.builtIn)
    let outlets = Set(lines.counted.map(\.outlet))
    try archive.forEachFingerprint { batch in
      done += batch.count
      progress(RunProgress(stage: .checking, done: done, total: total))
      for held in batch where violations.count < limit {
        let made = Fingerprinted(held.article, key: 0, lines)
        let outlet = SitePage(held.article).outlet
        let isSame =
          made.textHash == held.textHash && made.place == held.place
          && (outlet.map(outlets.contains) == true || Fingerprinted.digest(made.features) == held.digest)
        if !isSame {
          violations.append(
            Violation(
              invariant: 3, what: "the index has other features of an article than its text gives",
              location: held.article.id))
        }
      }
    }
    return violations
  }
}
