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

  @Test("from this version to an invented next one, whose step loses nothing")
  func toNext() throws {
    let current = try Archive(path: folder.file("x"), mode: .create)
    try News.fill(current)
    let before = try Contents(current)
    current.close()
    let next =
      Migration.all + [Migration(version: 2, statements: ["CREATE TABLE gossip (words TEXT) STRICT"])]
    #expect(
      kind { _ = try Archive(path: folder.file("x"), mode: .readOnly, migrations: next) } == .olderVersion)
    let migrated = try Archive(path: folder.file("x"), mode: .readWrite, migrations: next)
    #expect(try Contents(migrated) == before)
    migrated.close()
    #expect(folder.names == ["x", "x.v1.bak"])
    #expect(kind { _ = try Archive(path: folder.file("x"), mode: .readOnly) } == .newerVersion)
    #expect(try Contents(Archive(path: folder.file("x.v1.bak"), mode: .readOnly)) == before)
    _ = try Archive(path: folder.file("x"), mode: .readOnly, migrations: next)
  }

  @Test("a step that fails leaves the archive as it was, and the copy beside it")
  func failing() throws {
    let current = try Archive(path: folder.file("x"), mode: .create)
    try News.fill(current)
    let before = try Contents(current)
    current.close()
    let broken =
      Migration.all + [Migration(version: 2, statements: ["DROP VIEW arrows", "DROP TABLE nothing"])]
    for _ in 0..<2 {
      #expect(
        kind { _ = try Archive(path: folder.file("x"), mode: .readWrite, migrations: broken) } == .failed)
    }
    let reader = try Archive(path: folder.file("x"), mode: .readOnly)
    #expect(try Contents(reader) == before)
    #expect(folder.names.contains("x.v1.bak"))
  }
}
