import GRDB
import Press

extension Inspection {
  /// Invariants 4, 9 and 11 of what is kept for listing: reports have the members, outlets and changes that they say, each article
  /// is in one of those that are shown, and the words of a change are where it says.
  mutating func reports() throws {
    // After a migration, or a reading that was stopped, they are those of before.
    let areFound = try Command(Self.areFound, database).first { _ in true } ?? false
    guard try areFound && !isUnfinished() else { return }
    try report(
      11,
      """
      SELECT id, size, reach, quotations FROM report
      WHERE size <> (SELECT count(*) FROM report_member WHERE report_member.report = report.key)
        OR reach <> (SELECT count(*) FROM report_outlet WHERE report_outlet.report = report.key)
        OR quotations < (SELECT count(*) FROM change WHERE change.report = report.key AND change.kind = 'quotation')
      """
    ) { row in
      (
        "a report of \(row.int(1)) pages, \(row.int(2)) outlets and \(row.int(3)) altered quotations does not have as many",
        row.text(0)
      )
    }
    try report(
      11,
      """
      SELECT article.id, count(report.key) AS times FROM article
        LEFT JOIN report_member ON report_member.article = article.key
        LEFT JOIN report ON report.key = report_member.report AND report.shown
      GROUP BY article.key HAVING times <> 1
      """
    ) { ("an article is in \($0.int(1)) of the reports that are shown", $0.text(0)) }
    try report(
      11,
      """
      SELECT report.id, article.id FROM report_member JOIN report ON report.key = report_member.report
        JOIN article ON article.key = report_member.article
      WHERE report.family IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM member WHERE member.article = report_member.article AND member.family = report.family)
      """
    ) { ("a report has \($0.text(1)), which is not in its family", $0.text(0)) }
    try report(
      11,
      """
      SELECT family.id FROM family LEFT JOIN report ON report.family = family.key AND report.id = family.id
      WHERE report.key IS NULL
      """
    ) { ("a family is summed up by no report", "family \($0.text(0))") }
    try changes(of: "was", in: "source")
    try changes(of: "now", in: "copy")
    try corrections()
  }

  private mutating func changes(of words: String, in side: String) throws {
    try report(
      4,
      """
      SELECT article.id, \(words)_begins, \(words)_ends, \(words), text FROM change
        JOIN article ON article.key = change.\(side) WHERE \(words)_begins IS NOT NULL
      """
    ) { row in
      let (begins, ends) = (row.int(1), row.int(2))
      let isSlice = row.withBytes(4) { text in
        text.isBoundary(begins) && text.isBoundary(ends) && begins <= ends
          && row.withBytes(3) { $0.elementsEqual(text[begins..<ends]) }
      }
      return isSlice
        ? nil : ("a change's range from \(begins) to \(ends) does not give its words", row.text(0))
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

  private static let areFound = """
    SELECT 1 FROM state WHERE name = 'findings_engine' AND EXISTS (SELECT 1 FROM report)
    """
}
