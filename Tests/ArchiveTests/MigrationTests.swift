import Foundation
import GRDB
import Press
import Testing

@testable import Archive

@Suite("An older archive is brought up to date, and a copy kept")
struct MigrationTests {
  let folder: Folder
  init() throws { folder = try Folder() }

  @Test("from version 0")
  func fromNothing() throws {
    try folder.plant(
      "PRAGMA application_id = 1398033729; CREATE TABLE old_note (words); INSERT INTO old_note VALUES ('kept')",
      in: "x")
    #expect(kind { _ = try Archive(path: folder.file("x"), mode: .readOnly) } == .olderVersion)
    let archive = try Archive(path: folder.file("x"), mode: .readWrite)
    try News.fill(archive)
    #expect(try archive.check() == [])
    archive.close()
    #expect(folder.names == ["x", "x.v0.bak"])
    let kept = try DatabaseQueue(path: folder.file("x.v0.bak"))
    #expect(try kept.read { try String.fetchOne($0, sql: "SELECT words FROM old_note") } == "kept")
    #expect(try kept.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 0)
  }

  @Test("from version 1: rows are kept, and a role is called as it is now")
  func fromOne() throws {
    let old = try Archive(path: folder.file("x"), mode: .create, migrations: [Migration.all[0]])
    try old.write { database in
      for sql in [
        """
        INSERT INTO article (key, id, own_id, content_hash, source, title, bylines, text)
        VALUES (7, 'a', 'a', 1, 'pile/a.html', 'Harbour reopens', '["Ada Brook"]', 'The harbour reopened.')
        """,
        "INSERT INTO search (rowid, title, text) VALUES (7, 'Harbour reopens', 'The harbour reopened.')",
        "INSERT INTO page (source, status, article, read_at) VALUES ('pile/a.html', 'article', 7, 0)",
        "INSERT INTO credit VALUES (7, 0, 'NPA', 'agency', 'published', 'The', 'text', 0, 3, 1)",
        "INSERT INTO credit VALUES (7, 1, 'QPA', 'agency', 'source', 'QPA', 'furniture', NULL, NULL, 0)",
      ] { try database.execute(sql: sql) }
    }
    old.close()
    let archive = try Archive(path: folder.file("x"), mode: .readWrite)
    let article = try #require(try archive.article(id: "a"))
    #expect(article.title == "Harbour reopens")
    #expect(article.form == .article && article.blocks.isEmpty && article.found.isEmpty)
    #expect(
      article.credits == [
        Credit(
          name: "NPA", kind: .agency, role: .originated, text: "The", place: .text, range: 0..<3,
          spun: true),
        Credit(name: "QPA", kind: .agency, role: .source, text: "QPA", place: .furniture),
      ])
    // Nothing was matched yet.
    #expect(try archive.check().map(\.invariant) == [3])
    archive.close()
    #expect(folder.names == ["x", "x.v1.bak"])
  }

  @Test("from version 2: what was found can still be read, and is to be found anew")
  func fromTwo() throws {
    let old = try Archive(path: folder.file("x"), mode: .create, migrations: Array(Migration.all.prefix(2)))
    try old.store([
      .article(News.article("a"), contentHash: 1), .article(News.article("b"), contentHash: 2),
    ])
    try old.write { database in
      for sql in [
        "INSERT INTO family (key, id, size) VALUES (3, 'f-a', 2)",
        "INSERT INTO member SELECT key, 3 FROM article",
        """
        INSERT INTO pair SELECT 5, a.key, b.key, 'edited', 1, 0.5, 0.75, 40, 50, 36, 3, NULL FROM article AS a, article AS b
        WHERE a.id = 'a' AND b.id = 'b'
        """,
        "INSERT INTO passage VALUES (5, 0, 0, 10, 4, 14, 0.5)",
        "INSERT INTO state VALUES ('findings_digest', 'd'), ('findings_engine', '1.0')",
      ] { try database.execute(sql: sql) }
    }
    old.close()
    let archive = try Archive(path: folder.file("x"), mode: .readWrite)
    #expect(
      try archive.pairs(touching: "a") == [
        Pair(
          a: "a", b: "b", kind: .edited, coverageA: 1, coverageB: 0.5, similarity: 0.75, wordsA: 40,
          wordsB: 50,
          equalWords: 36, changes: 3, passages: [Passage(a: 0..<10, b: 4..<14, similarity: 0.5)])
      ])
    #expect(try archive.family("f-a") == Family(id: "f-a", members: ["a", "b"]))
    #expect(try archive.findingsDigest() == "d" && archive.findingsEngine() == nil)
    #expect(try archive.indexStanding() == (articles: 2, indexed: 0))
    #expect(try archive.check() == [])
    archive.close()
    #expect(folder.names == ["x", "x.v2.bak"])
  }

  @Test("from this version to an invented next one, whose step loses nothing")
  func toNext() throws {
    let current = try Archive(path: folder.file("x"), mode: .create)
    try News.fill(current)
    let before = try Contents(current)
    current.close()
    let next =
      Migration.all + [Migration(version: 6, statements: ["CREATE TABLE gossip (words TEXT) STRICT"])]
    #expect(
      kind { _ = try Archive(path: folder.file("x"), mode: .readOnly, migrations: next) } == .olderVersion)
    let migrated = try Archive(path: folder.file("x"), mode: .readWrite, migrations: next)
    #expect(try Contents(migrated) == before)
    migrated.close()
    #expect(folder.names == ["x", "x.v5.bak"])
    #expect(kind { _ = try Archive(path: folder.file("x"), mode: .readOnly) } == .newerVersion)
    #expect(try Contents(Archive(path: folder.file("x.v5.bak"), mode: .readOnly)) == before)
    _ = try Archive(path: folder.file("x"), mode: .readOnly, migrations: next)
  }

  @Test("a step that fails leaves the archive as it was, and the copy beside it")
  func failing() throws {
    let current = try Archive(path: folder.file("x"), mode: .create)
    try News.fill(current)
    let before = try Contents(current)
    current.close()
    let broken =
      Migration.all + [Migration(version: 6, statements: ["DROP VIEW arrows", "DROP TABLE nothing"])]
    for _ in 0..<2 {
      #expect(
        kind { _ = try Archive(path: folder.file("x"), mode: .readWrite, migrations: broken) } == .failed)
    }
    let reader = try Archive(path: folder.file("x"), mode: .readOnly)
    #expect(try Contents(reader) == before)
    #expect(folder.names.contains("x.v5.bak"))
  }
}
