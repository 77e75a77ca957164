import GRDB
import Press

extension Inspection {
  /// Invariants 4, 9 and 11 of what is shown: every article in exactly one report, every change in the words of its pages, and
  /// stemmata that corrections made no worse than those that were found.
  mutating func reports() throws {
    // Where findings are to be made anew, by whatever version, reports are made with them.
    let made = try Command(
      "SELECT count(*) FROM state WHERE name IN ('findings_engine', 'findings_digest')", database
    ).first { $0.int(0) }
    guard made == 2 else { return }
    try report(
      11,
      """
      SELECT article.id, count(report.key) FROM article
        LEFT JOIN report_member ON report_member.article = article.key
        LEFT JOIN report ON report.key = report_member.report AND report.shown
      GROUP BY article.key HAVING count(report.key) <> 1
      """
    ) { ("an article is shown in \($0.integer(1)) reports, and not in one", $0.text(0)) }
    try report(
      11,
      """
      SELECT id, size FROM report WHERE size <> (
        SELECT count(*) FROM report_member WHERE report_member.report = report.key)
      """
    ) { ("a report of \($0.integer(1)) pages does not have as many", "report \($0.text(0))") }
    try report(
      11,
      """
      SELECT family.id FROM family LEFT JOIN report ON report.family = family.key AND report.id = family.id
      WHERE report.key IS NULL
      """
    ) { ("a family is summed up by no report", "family \($0.text(0))") }
    try changes()
    try corrections()
  }

  private mutating func changes() throws {
    for (page, words) in [("source", "was"), ("copy", "now")] {
      try report(
        4,
        """
        SELECT article.id, \(words)_begins, \(words)_ends FROM change JOIN article ON article.key = change.\(page)
        WHERE \(words)_begins IS NOT NULL AND CAST(substr(
          CAST(article.text AS BLOB), \(words)_begins + 1, \(words)_ends - \(words)_begins) AS TEXT) IS NOT \(words)
        """
      ) {
        ("a change's range from \($0.integer(1)) to \($0.integer(2)) does not give its words", $0.text(0))
      }
    }
  }

  private mutating func corrections() throws {
    try report(
      9, "SELECT id FROM report WHERE shown AND (family IS NULL) <> (stemma IS NOT NULL)"
    ) {
      ("a report that corrections made has no stemma, or another has one of its own", "report \($0.text(0))")
    }
    try report(9, "SELECT id, stemma FROM report WHERE stemma IS NOT NULL") { row in
      let location = "report \(row.text(0))"
      let stemma: Stemma
      do { stemma = try JSONCell.decoded(row.text(1), as: "a stemma") } catch {
        return ("the stemma that corrections made cannot be read", location)
      }
      if let edge = stemma.edges.first(where: \.evidence.isEmpty) {
        return ("an arrow (\(edge.from) to \(edge.to)) has no evidence", location)
      }
      var numbers: [String: Int64] = [:]
      for node in stemma.nodes { numbers[node.id] = Int64(numbers.count) }
      let arrows = stemma.edges.compactMap { edge in
        numbers[edge.from].flatMap { from in numbers[edge.to].map { (parent: from, child: $0) } }
      }
      if arrows.count < stemma.edges.count { return ("an arrow ends at no node", location) }
      return Self.hasCycle(arrows) ? ("the stemma runs in a circle", location) : nil
    }
    try report(
      0,
      """
      SELECT key FROM correction
      WHERE (SELECT count(*) FROM corrected WHERE correction = correction.key AND side = 0) = 0
        OR (kind = 'credit') <> (words IS NOT NULL)
      """
    ) { ("a correction names no article, or not the words that it is about", "correction \($0.integer(0))") }
  }
}
