import Foundation
import GRDB
import Press
import TestSupport
import Testing

@testable import Archive

@Suite("Whatever lies at the path, opening it harms nothing and says what is wrong")
struct OpeningTests {
  let folder: Folder
  init() throws { folder = try Folder() }

  func opening(_ name: String, _ mode: Archive.Mode) -> ArchiveError? {
    do throws(ArchiveError) { _ = try Archive(path: folder.file(name), mode: mode) } catch { return error }
    return nil
  }

  func write(_ bytes: [UInt8], _ name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: folder.file(name)))
  }

  func bytes(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(fileURLWithPath: folder.file(name))))
  }

  func made(_ name: String) throws {
    let archive = try Archive(path: folder.file(name), mode: .create)
    try News.fill(archive)
    archive.close()
  }

  @Test("nothing there")
  func nothing() throws {
    #expect(opening("x", .readOnly)?.kind == .notFound)
    #expect(opening("x", .readWrite)?.kind == .notFound)
    #expect(opening("no/x", .create)?.kind == .folderMissing)
    #expect(kind { _ = try Archive(path: "", mode: .create) } == .notFound)
    #expect(kind { _ = try Archive(path: "a\0b", mode: .create) } == .notFound)
    #expect(folder.names == [])
    let error = try #require(opening("x", .readOnly))
    #expect(error.description.hasSuffix("x: there is no such file. Check the name, or read pages first."))
  }

  @Test("things that are no file")
  func noFile() throws {
    try FileManager.default.createDirectory(atPath: folder.file("d"), withIntermediateDirectories: true)
    try #require(mkfifo(folder.file("pipe"), 0o600) == 0)
    for mode in [Archive.Mode.readOnly, .readWrite, .create] {
      #expect(opening("d", mode)?.kind == .isFolder)
      #expect(opening("d/", mode)?.kind == .isFolder)
      #expect(opening("pipe", mode)?.kind == .notAFile)
      #expect(kind { _ = try Archive(path: "/", mode: mode) } == .isFolder)
    }
  }

  @Test("files of other kinds stay as they are", arguments: [Archive.Mode.readOnly, .readWrite, .create])
  func otherFiles(mode: Archive.Mode) throws {
    var random = SplitMix(seed: 11)
    let header = Array("SQLite format 3\0".utf8)
    let others: [[UInt8]] = [
      Array("News.".utf8), Array(repeating: 0, count: 5000),
      (0..<9000).map { _ in .random(in: 0...255, using: &random) },
      header, header + Array(repeating: 0x20, count: 84),
      header + (0..<9000).map { _ in .random(in: 0...255, using: &random) },
    ]
    for content in others {
      try write(content, "x")
      let error = try #require(opening("x", mode))
      #expect([.notAnArchive, .damaged, .newerVersion, .inputOutput].contains(error.kind), "\(error)")
      #expect(try bytes("x") == content)
      #expect(folder.names == ["x"])
    }
  }

  @Test("another program's SQLite file stays as it is")
  func foreign() throws {
    for sql in ["CREATE TABLE recipe (name)", "PRAGMA application_id = 77; PRAGMA user_version = 1"] {
      try? FileManager.default.removeItem(atPath: folder.file("x"))
      try folder.plant(sql, in: "x")
      let before = try bytes("x")
      for mode in [Archive.Mode.readOnly, .readWrite, .create] {
        #expect(opening("x", mode)?.kind == .notAnArchive)
        #expect(try bytes("x") == before)
      }
    }
  }

  @Test("an empty file is filled, but not read")
  func empty() throws {
    try write([], "x")
    #expect(opening("x", .readOnly)?.kind == .notAnArchive)
    try made("x")
    #expect(opening("x", .readOnly) == nil)
  }

  @Test("archives that somebody has been at")
  func altered() throws {
    let changes = [
      "PRAGMA user_version = 99": ArchiveError.Kind.newerVersion, "PRAGMA user_version = -1": .olderVersion,
      "CREATE TRIGGER t AFTER INSERT ON page BEGIN DELETE FROM article; END": .altered,
      "DROP VIEW arrows": .altered, "ALTER TABLE article ADD COLUMN bomb TEXT": .altered,
      "DROP INDEX pair_b": .altered, "DROP VIEW families; CREATE VIEW families AS SELECT 1": .altered,
    ]
    for (number, (sql, kind)) in changes.enumerated() {
      try made("x\(number)")
      try folder.plant(sql, in: "x\(number)")
      #expect(opening("x\(number)", .readOnly)?.kind == kind, "\(sql)")
      #expect(opening("x\(number)", .create)?.kind == kind, "\(sql)")
    }
    try made("kept")
    try folder.plant(
      "CREATE TABLE my_notes (a); CREATE VIEW mine AS SELECT 1; CREATE INDEX i ON article (title)", in: "kept"
    )
    #expect(opening("kept", .create) == nil)
  }

  @Test("one writer at a time, and readers beside it")
  func writers() throws {
    let first = try Archive(path: folder.file("x"), mode: .create)
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("link"), withDestinationPath: folder.file("x"))
    for name in ["x", "link"] {
      let second = try #require(opening(name, .readWrite))
      #expect(second.kind == .beingWritten)
      #expect(second.what.contains("(process \(getpid()))"))
    }
    let reader = try Archive(path: folder.file("x"), mode: .readOnly)
    try News.fill(first)
    #expect(try reader.counts().articles == 4)
    first.close()
    first.close()
    #expect(try reader.counts().articles == 4)
    let next = try Archive(path: folder.file("x"), mode: .readWrite)
    first.close()
    #expect(opening("x", .readWrite)?.kind == .beingWritten)
    try next.store([.article(News.article("later"), contentHash: 77)])
    #expect(try reader.counts().articles == 5)
    reader.close()
    next.close()
    #expect(folder.names == ["link", "x"])
  }

  @Test("a lock file left by a kill locks nobody out")
  func leftLock() throws {
    try write(Array("4242\n".utf8), "x-writer")
    try made("x")
    #expect(folder.names == ["x"])
  }

  @Test("without permission")
  func permission() throws {
    guard geteuid() != 0 else {
      return print("skipped: permissions do not bind root; run the tests as another user")
    }
    try made("x")
    chmod(folder.file("x"), 0o000)
    #expect(opening("x", .readOnly)?.kind == .noPermission)
    chmod(folder.file("x"), 0o444)
    #expect(opening("x", .readWrite)?.kind == .noPermission)
    chmod(folder.file("x"), 0o644)
    chmod(folder.path, 0o555)
    defer { chmod(folder.path, 0o755) }
    #expect(opening("x", .create)?.kind == .folderReadOnly)
    #expect(opening("new", .create)?.kind == .folderReadOnly)
    let reader = try Archive(path: folder.file("x"), mode: .readOnly)
    #expect(try reader.check() == [])
  }

  @Test("a backup is whole, is one file, and overwrites nothing")
  func backup() throws {
    let archive = try Archive(path: folder.file("x"), mode: .create)
    try News.fill(archive)
    try archive.backup(to: folder.file("y"))
    #expect(kind { try archive.backup(to: folder.file("y")) } == .exists)
    #expect(kind { try archive.backup(to: folder.file("x")) } == .exists)
    #expect(kind { try archive.backup(to: folder.file("no/y")) } == .folderMissing)
    #expect(folder.names.filter { $0.hasPrefix("y") } == ["y"])
    let copy = try Archive(path: folder.file("y"), mode: .readOnly)
    #expect(try Contents(copy) == Contents(archive))
  }

  @Test("a damaged archive is an error or a violation, never a crash")
  func damaged() throws {
    try made("whole")
    let whole = try bytes("whole")
    var random = SplitMix(seed: 11)
    var refused = 0
    var thrown = 0
    var found = 0
    for round in 0..<150 {
      var broken = whole
      if round % 3 == 0 { broken.removeLast(.random(in: 1..<broken.count - 1, using: &random)) }
      for _ in 0..<(round % 40) {
        broken[.random(in: 0..<broken.count, using: &random)] = .random(in: 0...255, using: &random)
      }
      try write(broken, "x")
      for mode in [Archive.Mode.readOnly, .create] {
        do {
          let archive = try Archive(path: folder.file("x"), mode: mode)
          if let violations = try? archive.check() {
            found += violations.isEmpty ? 0 : 1
          } else {
            thrown += 1
          }
          _ = try? archive.search(SearchQuery("harbour"))
          _ = try? archive.resolve("a")
          if mode == .create { _ = try? archive.store([.article(News.article("n"), contentHash: 8)]) }
          _ = try Contents(archive)
        } catch is ArchiveError { refused += 1 }
      }
      for name in folder.names where name.hasPrefix("x") {
        try FileManager.default.removeItem(atPath: folder.file(name))
      }
    }
    print(
      "damaged archives: \(refused) refused or failing, \(found) with violations, \(thrown) not to be checked, of 300"
    )
  }
}
