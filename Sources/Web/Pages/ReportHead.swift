import Archive
import Press

/// What is known of a report without its texts.
struct ReportHead {
  let family: Family
  let stemma: Stemma
  let title: String
  /// Whether somebody corrected what was found.
  let isCorrected: Bool
  let report: Report?

  init?(_ id: String, in archive: Archive) throws {
    guard let shown = try archive.shown(family: id) else { return nil }
    (family, stemma, isCorrected) = (shown.family, shown.stemma, shown.isCorrected)
    report = try archive.report(id)
    title = report?.title.map { Wording.headline($0) } ?? id
  }
}
