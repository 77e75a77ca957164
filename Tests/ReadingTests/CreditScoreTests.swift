import Press
import Testing

@testable import Reading

/// The tables of credit lines, put on pages and read.
enum CreditLines {
  /// The line on a scraped page, in an article that someone else extracted, and in markup.
  static func pages(_ row: [String]) -> [Page] {
    let lines = Fixture.lines(row[2], at: row[0])
    return [Fixture.page(lines), Fixture.extracted(lines.joined(separator: "\n\n")), Fixture.markup(lines)]
  }

  /// "name/role" for each credit, `*` for an unnamed source, `~` after a spun one.
  static func found(_ page: Page) throws -> [String] {
    try Fixture.article(page).credits.map {
      ($0.kind == .unnamed ? "*" : $0.name) + "/\($0.role)" + ($0.spun ? "~" : "")
    }
  }

  static func expected(_ row: [String]) -> [String] {
    row[3] == "-" ? [] : row[3].split(separator: ";").map { String($0.drop { $0 == " " }) }
  }
}

@Suite("How many credits are found, and how many are right")
struct CreditScoreTests {
  struct Score {
    var right = 0
    var wrong = 0
    var missed = 0

    var precision: Double { Double(right) / Double(max(1, right + wrong)) }
    var recall: Double { Double(right) / Double(max(1, right + missed)) }

    mutating func count(_ found: [String], _ expected: [String]) {
      let (found, expected) = (Set(found), Set(expected))
      right += found.intersection(expected).count
      wrong += found.subtracting(expected).count
      missed += expected.subtracting(found).count
    }
  }

  @Test(
    "Name and role: precision and recall over the invented lines, those apart that were held out",
    arguments: ["credits.tsv", "credits-held-out.tsv"])
  func score(_ table: String) throws {
    var score = Score()
    let rows = try Fixture.rows(table)
    for row in rows {
      for page in CreditLines.pages(row) {
        score.count(try CreditLines.found(page), CreditLines.expected(row))
      }
    }
    print("\(table): \(rows.count) lines, precision \(score.precision), recall \(score.recall)")
    #expect(score.precision >= 0.98)
    #expect(score.recall >= 0.95)
  }

  @Test("The lines are of many languages, and a third of them credits nobody")
  func balance() throws {
    let rows = try Fixture.rows("credits.tsv") + Fixture.rows("credits-held-out.tsv")
    #expect(rows.count >= 300 && Set(rows.map { $0[1] }).count >= 8)
    #expect(rows.count { $0[3] == "-" } * 3 >= rows.count)
  }
}
