import Foundation
import Press
import Testing

@testable import Archive

@Suite("A check finds each planted violation")
struct CheckTests {
  static let a = "(SELECT key FROM article WHERE id = 'a')"
  static let lone = "(SELECT key FROM article WHERE id = 'lone')"
  static let echo = "(SELECT key FROM stemma_node WHERE name = 'lost:Echo')"
  static let c = "(SELECT key FROM stemma_node WHERE article = (SELECT key FROM article WHERE id = 'c'))"
  static let npa = "(SELECT key FROM stemma_node WHERE name = 'lost:NPA')"

  @Test(
    "each by the number of its invariant",
    arguments: [
      (0, "UPDATE member SET family = 999 WHERE article = \(lone)", "refers to one in “family”"),
      (1, "DELETE FROM refusal", "not exactly one article or one refusal"),
      (
        1, "INSERT INTO refusal SELECT key, 'q', 'empty', 'd', 0 FROM page WHERE status = 'article' LIMIT 1",
        "not exactly one"
      ),
      (1, "DELETE FROM page WHERE article = \(a)", "comes from no page"),
      (
        1,
        "INSERT INTO search (search, rowid, title, text) SELECT 'delete', key, title, text FROM article WHERE id = 'a'",
        "searched for"
      ),
      (1, "INSERT INTO search (rowid, title, text) VALUES (999, 'x', 'y')", "an article that is not there"),
      (0, "UPDATE article SET title = 'Other words' WHERE id = 'a'", "search index does not match"),
      (2, "UPDATE article SET source = 'zzz' WHERE id = 'a'", "not the first of its pages"),
      (3, "DELETE FROM state", "changed since families were computed"),
      (4, "UPDATE passage SET a_ends = 9999", "a passage's range"),
      (4, "UPDATE passage SET b_begins = 20, b_ends = 19", "a passage's range"),
      (4, "UPDATE credit SET ends = -1 WHERE begins IS NOT NULL", "a credit's range"),
      (4, "UPDATE credit SET ends = NULL WHERE begins IS NOT NULL", "a credit's range"),
      (4, "UPDATE credit SET line = 99, line_begins = 0, line_ends = 3", "no slice of line 99"),
      (
        4, "UPDATE furniture SET begins = 70, ends = 71 WHERE begins IS NOT NULL",
        "a furniture's range from 70"
      ),
      (4, "UPDATE article SET dateline_begins = 9 , dateline_ends = 3 WHERE id = 'a'", "a dateline's range"),
      (
        4,
        "UPDATE article SET text = 'x' || text WHERE id = 'lone'; UPDATE article SET text = '' WHERE id = 'b'",
        "of 0 bytes"
      ),
      (6, "DELETE FROM passage WHERE position = 0 AND pair = 2", "no passage"),
      (9, "DELETE FROM evidence WHERE kind = 'passages'", "no evidence"),
      (
        9,
        "DELETE FROM stemma_edge WHERE parent = \(echo); DELETE FROM evidence WHERE edge NOT IN (SELECT key FROM stemma_edge)",
        "lost:Echo has neither"
      ),
      (9, "UPDATE evidence SET kind = 'time' WHERE text = 'first in the Echo'", "lost:Echo has neither"),
      (
        9,
        "INSERT INTO stemma_edge VALUES (77, 1, \(npa), \(c), 'edited', 1); INSERT INTO evidence VALUES (77, 0, 'time', 't', NULL)",
        "runs in a circle"
      ),
      (
        9,
        "INSERT INTO stemma_edge VALUES (77, 1, \(c), \(c), 'edited', 1); INSERT INTO evidence VALUES (77, 0, 'time', 't', NULL)",
        "runs in a circle"
      ),
      (9, "UPDATE stemma_node SET family = 2 WHERE key = \(c)", "ends in another stemma"),
      (9, "UPDATE article SET published = '2031-05-01' WHERE id = 'c'", "runs against time"),
      (
        3, "UPDATE fingerprint SET features = 4 WHERE article = \(a)",
        "other features of an article than it says"
      ),
      (
        3, "UPDATE fingerprint SET digest = 4 WHERE article = \(a)",
        "other features of an article than it says"
      ),
      (3, "DELETE FROM fingerprint WHERE article = \(a)", "leads to an article that it says nothing of"),
      (3, "UPDATE segment SET postings = 8", "and says 8"),
      (3, "UPDATE posting SET block = x'FFFFFF'", "a block of the index cannot be read"),
      (3, "UPDATE posting SET last = last + 1", "a block of the index cannot be read"),
      (
        3, "DELETE FROM fingerprint WHERE article = \(lone); INSERT INTO state VALUES ('index_engine', '1')",
        "was not looked at when families were computed"
      ),
      (11, "DELETE FROM member WHERE article = \(lone)", "in no family"),
      (11, "UPDATE family SET size = 7 WHERE id = 'f-a'", "a family of 7"),
      (11, "UPDATE report SET family = 1", "summed up by no report"),
      (9, "UPDATE report SET stemma = '{}' WHERE id = 'f-a'", "or another has one of its own"),
      (9, "UPDATE report SET family = NULL, stemma = '{' WHERE id = 'f-a'", "cannot be read"),
      (
        9,
        """
        UPDATE report SET family = NULL, stemma = '{"family":"f","nodes":[{"id":"a","lost":false,"label":"a"}],"edges":[{"from":\
        "a","to":"a","kind":"edited","confidence":1,"evidence":[{"kind":"time","text":"t"}]}]}' WHERE id = 'f-a'
        """, "runs in a circle"
      ),
      (
        0, "INSERT INTO correction VALUES (1, 'flip', NULL, '', 'now', NULL)", "a correction names no article"
      ),
      (11, "UPDATE family SET representative = \(lone) WHERE id = 'f-a'", "that is not in it"),
      (0, "UPDATE furniture SET kind = 'spam'", "no word of Stemma's"),
      (0, "UPDATE article SET published = 'soon' WHERE id = 'a'", "where a date belongs"),
      (0, "UPDATE article SET bylines = '[' WHERE id = 'a'", "where a list of names belongs"),
      (0, "UPDATE article SET series = CAST(x'61FF' AS TEXT) WHERE id = 'a'", "not UTF-8"),
      (1, "UPDATE refusal SET source = 'elsewhere'", "of another source than its page"),
      (2, "UPDATE article SET id = 'zz' WHERE id = 'lone'", "0 articles are called by an id"),
      (2, "UPDATE article SET id = 'zz', own_id = 'a' WHERE id = 'lone'", "does not come from its own"),
      (
        2, "UPDATE article SET id = 'a~0', own_id = 'a', content_hash = 0 WHERE id = 'lone'",
        "though another (a~0) comes first"
      ),
      (4, "UPDATE credit SET text = 'That' WHERE begins IS NOT NULL", "does not give its words"),
      (4, "UPDATE furniture SET text = 'That' WHERE begins IS NOT NULL", "does not give its words"),
      (4, "UPDATE credit SET text = 'that' WHERE line IS NOT NULL", "no slice of line 0"),
      (6, "UPDATE passage SET a_ends = a_begins", "a passage has no words"),
      (6, "UPDATE pair SET b = a WHERE key = 1", "paired with itself"),
      (6, "UPDATE pair SET spun = \(lone) WHERE key = 1", "a third article was spun"),
      (6, "DELETE FROM passage WHERE pair = 2; DELETE FROM pair WHERE key = 2", "not linked by pairs"),
      (9, "UPDATE stemma_node SET article = \(lone) WHERE article = \(a)", "has lone as its own"),
      (9, "UPDATE stemma_node SET article = \(lone) WHERE article = \(a)", "a stemma lacks a"),
      (
        9,
        "INSERT INTO stemma_node VALUES (99, 2, \(lone), NULL, 'x', NULL); INSERT INTO alternative VALUES (1, 0, 99, 0.5)",
        "an arrow's alternative stands in another stemma"
      ),
      (11, "UPDATE report SET size = 9 WHERE id = 'f-a'", "a report of 9 pages"),
      (11, "UPDATE report SET quotations = 0 WHERE id = 'f-a'", "0 altered quotations does not have as many"),
      (11, "UPDATE report SET shown = 0 WHERE id = 'f-a'", "is in 0 of the reports"),
      (11, "UPDATE report SET family = 2 WHERE id = 'f-a'", "which is not in its family"),
      (4, "UPDATE change SET was_begins = 1 WHERE was_begins IS NOT NULL", "a change's range from 1"),
      (4, "UPDATE change SET now = 'x' WHERE now_begins IS NOT NULL", "does not give its words"),
      (0, "UPDATE pair SET changes = -1", "-1 is no count"),
      (0, "UPDATE report SET span = 9223372036854775807", "is no count"),
      (10, "UPDATE stemma_edge SET confidence = 1.5", "1.5 is no share or confidence"),
      (10, "UPDATE member SET originality = -1 WHERE article = \(a)", "-1.0 is no share"),
    ])
  func planted(invariant: Int, sql: String, what: String) throws {
    let folder = try Folder()
    let archive = try Archive(path: folder.file("x"), mode: .create)
    try News.fill(archive)
    #expect(try archive.check() == [])
    archive.close()
    try folder.plant(sql, in: "x")
    let violations = try Archive(path: folder.file("x"), mode: .readWrite).check()
    #expect(violations.contains { $0.invariant == invariant && $0.what.contains(what) }, "\(violations)")
    let few = try Archive(path: folder.file("x"), mode: .readOnly).check(limit: 1)
    #expect(few.count <= violations.count + 9)
  }

  @Test("an archive whose reading was stopped is unfinished, and not broken")
  func unfinished() throws {
    let folder = try Folder()
    let archive = try Archive(path: folder.file("x"), mode: .create)
    try News.fill(archive)
    // What others keep in the file is theirs.
    try archive.write {
      try $0.execute(
        sql: "CREATE TABLE mine (confidence REAL, size INTEGER); INSERT INTO mine VALUES (85, -3)")
    }
    #expect(try archive.inspect() == CheckReport())
    try archive.store([.article(News.article("new", text: "The tide was late."), contentHash: 9)])
    let report = try archive.inspect()
    #expect(report.violations == [] && report.isUnfinished)
    #expect(try archive.check().map(\.invariant) == [3])
  }

  @Test("readers have the search index looked at too, unless somebody writes, and change nothing by it")
  func searchIndexOfReaders() throws {
    let folder = try Folder()
    let archive = try Archive(path: folder.file("x"), mode: .create)
    try News.fill(archive)
    let beside = try Archive(path: folder.file("x"), mode: .readOnly).inspect()
    #expect(beside.violations == [] && beside.omissions.count == 1)
    #expect(beside.omissions.allSatisfy { $0.contains("another stemma (process ") })
    archive.close()
    try folder.plant("UPDATE article SET title = 'Other words' WHERE id = 'a'", in: "x")
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.file("x")))
    var steps: [CheckStep] = []
    let report = try Archive(path: folder.file("x"), mode: .readOnly).inspect { step, _, _ in
      if steps.last != step { steps.append(step) }
    }
    #expect(report.violations.map(\.location) == ["search"] && report.omissions == [])
    #expect(steps == CheckStep.allCases.filter { $0 != .features })
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file("x"))) == before)
    #expect(folder.names == ["x"])
  }

  @Test("a crowd of violations is counted, not listed")
  func crowd() throws {
    let folder = try Folder()
    let archive = try Archive(path: folder.file("x"), mode: .create)
    try archive.store((0..<30).map { .article(News.article("n\($0)"), contentHash: UInt64($0)) })
    archive.close()
    try folder.plant("DELETE FROM page", in: "x")
    let violations = try Archive(path: folder.file("x"), mode: .readOnly).check(limit: 5)
    #expect(violations.filter { $0.invariant == 1 }.map(\.what).last == "and 25 more like the last")
  }

  @Test("a range that cannot be is an error where it is read, not a crash")
  func unreadable() throws {
    for sql in [
      "UPDATE passage SET a_begins = 30", "UPDATE furniture SET kind = 'spam'",
      "UPDATE article SET published = 'soon'",
      "UPDATE article SET bylines = '{'", "UPDATE credit SET begins = -4 WHERE begins IS NOT NULL",
    ] {
      let folder = try Folder()
      let archive = try Archive(path: folder.file("x"), mode: .create)
      try News.fill(archive)
      archive.close()
      try folder.plant(sql, in: "x")
      let again = try Archive(path: folder.file("x"), mode: .readOnly)
      #expect(kind { _ = try Contents(again) } == .damaged, "\(sql)")
    }
  }
}
