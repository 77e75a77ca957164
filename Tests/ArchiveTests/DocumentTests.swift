import Foundation
import GRDB
import Testing

@testable import Archive

@Suite("docs/archive.md describes every table, view and column, and no other")
struct DocumentTests {
  static let document = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("docs/archive.md")

  /// Table or view → columns, from headings and the first cells of the rows under them.
  func described() throws -> [String: [String]] {
    var tables: [String: [String]] = [:]
    var current: String?
    for line in try String(contentsOf: Self.document, encoding: .utf8).split(separator: "\n") {
      if line.hasPrefix("### `") {
        current = line.split(separator: "`").dropFirst().first.map(String.init)
        if let current { tables[current] = [] }
      } else if line.hasPrefix("#") {
        current = nil
      } else if let current, line.hasPrefix("| `") {
        tables[current]?.append(String(line.split(separator: "`")[1]))
      }
    }
    return tables
  }

  @Test("the document and the file agree")
  func agree() throws {
    let folder = try Folder()
    let archive = try Archive(path: folder.file("x"), mode: .create)
    var real: [String: [String]] = [:]
    try archive.read { database in
      let names = try String.fetchAll(
        database,
        sql:
          "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'search\\_%' ESCAPE '\\'"
      )
      for name in names {
        real[name] = try String.fetchAll(
          database, sql: "SELECT name FROM pragma_table_info(?)", arguments: [name])
      }
    }
    #expect(try described() == real)
  }

  @Test("the constants are those of the document")
  func constants() throws {
    let text = try String(contentsOf: Self.document, encoding: .utf8)
    #expect(text.contains("0x" + String(Schema.applicationID, radix: 16, uppercase: true)))
    #expect(text.contains("now \(Migration.all.newest)."))
    #expect(Migration.all.map(\.version) == Array(1...Migration.all.newest))
  }

  @Test("every column carries its comment in the schema itself")
  func comments() throws {
    for table in Schema.tables where !table.contains("VIRTUAL") {
      for line in table.split(separator: "\n")
      where line.hasPrefix("  ") && line.dropFirst(2).first?.isLowercase == true {
        #expect(line.contains(" -- "), "\(line)")
      }
    }
  }

  @Test("people's queries work on a filled archive")
  func views() throws {
    let folder = try Folder()
    let archive = try Archive(path: folder.file("x"), mode: .create)
    try News.fill(archive)
    let arrows = try archive.read {
      try Row.fetchAll(
        $0, sql: "SELECT copied_from, copy, evidence FROM arrows ORDER BY confidence, copied_from, copy")
    }
    #expect(
      arrows.map { "\($0[0] as String) > \($0[1] as String)" } == [
        "b > c", "lost:Echo > b", "lost:NPA > a", "lost:NPA > lost:Echo",
      ])
    #expect(arrows.first?["evidence"] == "time: b came first.\nspinning: c is spun.")
    let sums = try archive.read {
      try Row.fetchOne(
        $0,
        sql: """
          SELECT (SELECT count(*) FROM articles WHERE family = 'f-a' AND family_size = 3),
            (SELECT size FROM families WHERE id = 'f-a' AND first_published = '2031-05-06'),
            (SELECT sum(passages) FROM copies), (SELECT count(*) FROM notices)
          """)
    }
    #expect(sums.map { [$0[0], $0[1], $0[2], $0[3]] as [Int] } == [3, 3, 3, 1])
  }
}
