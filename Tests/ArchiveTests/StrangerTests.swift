import Foundation
import GRDB
import Press
import Testing

@testable import Archive

@Suite("What a stranger put into an archive, or beside it, does no harm")
struct StrangerTests {
  let folder: Folder
  init() throws { folder = try Folder() }

  private func made(_ name: String) throws {
    let archive = try Archive(path: folder.file(name), mode: .create)
    try News.fill(archive)
    archive.close()
  }

  private func url(_ name: String) -> URL { URL(fileURLWithPath: folder.file(name)) }

  /// An archive as a kill leaves it in the middle of a transaction in rollback mode: `name`, and its journal.
  private func leaveHalfDone(_ name: String) throws {
    try made("whole")
    var configuration = Configuration()
    // The journal then says of itself that it counts as it stands.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF; PRAGMA cache_size = 1") }
    let queue = try DatabaseQueue(path: folder.file("whole"), configuration: configuration)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "BEGIN IMMEDIATE; UPDATE article SET title = 'half', section = 'half'")
      try copy(folder.file("whole"), folder.file(name))
      try copy(folder.file("whole-journal"), folder.file(name + "-journal"))
      try database.execute(sql: "ROLLBACK")
    }
    try queue.close()
  }

  @Test("what a kill left half done is undone by a reader, too")
  func hotJournal() throws {
    try leaveHalfDone("x")
    let reader = try Archive(path: folder.file("x"), mode: .readOnly)
    #expect(try reader.article(id: "a")?.title == "Harbour reopens after storm")
    #expect(try reader.check() == [])
    #expect(!folder.names.contains("x-journal"))
  }

  @Test(
    "a journal that has SQLite delete another file is refused",
    arguments: [Archive.Mode.readOnly, .readWrite])
  func superJournal(mode: Archive.Mode) throws {
    try leaveHalfDone("x")
    try Data("Dear diary".utf8).write(to: url("precious"))
    let name = Array(folder.file("precious").utf8)
    func word(_ number: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) } }
    let sum = name.reduce(0) { $0 + Int(Int8(bitPattern: $1)) }
    let handle = try FileHandle(forWritingTo: url("x-journal"))
    try handle.seekToEnd()
    try handle.write(
      contentsOf: Data(
        word(262_145) + name + word(name.count) + word(sum) + [
          0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7,
        ]))
    try handle.close()
    #expect(kind { _ = try Archive(path: folder.file("x"), mode: mode) } == .altered)
    #expect(try String(contentsOf: url("precious"), encoding: .utf8) == "Dear diary")
    // That the journal would have done it: SQLite by itself deletes the file.
    _ = try? DatabaseQueue(path: folder.file("x")).read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM page")
    }
    #expect(!folder.names.contains("precious"))
  }

  @Test("links in the place of SQLite's own files are refused", arguments: ["-wal", "-shm", "-journal"])
  func links(ending: String) throws {
    try made("x")
    try Data("Dear diary".utf8).write(to: url("precious"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("x" + ending), withDestinationPath: folder.file("precious"))
    for mode in [Archive.Mode.readOnly, .readWrite, .create] {
      #expect(kind { _ = try Archive(path: folder.file("x"), mode: mode) } == .altered)
    }
    #expect(try String(contentsOf: url("precious"), encoding: .utf8) == "Dear diary")
    try FileManager.default.removeItem(at: url("x" + ending))
    try #require(mkfifo(folder.file("x" + ending), 0o600) == 0)
    #expect(kind { _ = try Archive(path: folder.file("x"), mode: .readOnly) } == .altered)
  }

  @Test("the search index's own tables are held against ours as well")
  func shadows() throws {
    for sql in [
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET type = 'view', rootpage = 0,
        sql = 'CREATE VIEW search_docsize AS WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id FROM n) SELECT id FROM n'
      WHERE name = 'search_docsize'
      """, "DROP TABLE search_config",
    ] {
      try? FileManager.default.removeItem(atPath: folder.file("x"))
      try made("x")
      try folder.plant(sql, in: "x")
      #expect(kind { _ = try Archive(path: folder.file("x"), mode: .readOnly) } == .altered)
    }
  }

  @Test("an id that is no UTF-8, or an index that lies about the order, ends a walk with an error")
  func endlessWalks() throws {
    try made("x")
    try folder.plant("UPDATE article SET id = CAST(x'FF' AS TEXT) WHERE id = 'lone'", in: "x")
    let archive = try Archive(path: folder.file("x"), mode: .readOnly)
    #expect(kind { try archive.forEachArticle { _ in } } == .damaged)
    #expect(kind { try archive.forEachPair { _ in } } == .damaged)
    #expect(kind { try archive.goesOn(from: "b", to: "b") } == .damaged)
    #expect(kind { try archive.goesOn(from: "b", to: "a") } == .damaged)
    #expect(kind { try archive.goesOn(from: "e\u{301}", to: "\u{e9}") } == nil)
  }

  @Test("a range that is no slice of its text does not come out")
  func ranges() throws {
    for sql in [
      "UPDATE credit SET begins = 0, ends = 9223372036854775807 WHERE begins IS NOT NULL",
      "UPDATE article SET dateline_begins = 5000, dateline_ends = 5001", "UPDATE block SET ends = 100000",
      "UPDATE furniture SET begins = 70, ends = 71 WHERE begins IS NOT NULL",
      "UPDATE credit SET line = 7 WHERE line IS NOT NULL",
      "UPDATE credit SET line_ends = 700 WHERE line IS NOT NULL",
    ] {
      try? FileManager.default.removeItem(atPath: folder.file("x"))
      try made("x")
      try folder.plant(sql, in: "x")
      let archive = try Archive(path: folder.file("x"), mode: .readOnly)
      #expect(kind { _ = try archive.article(id: "a") } == .damaged, "\(sql)")
    }
  }

  @Test("a question has its time, whatever the archive holds")
  func patience() throws {
    try made("x")
    let archive = try Archive(path: folder.file("x"), mode: .readOnly, patience: 0.2)
    let endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    #expect(kind { _ = try archive.read { try Command(endless, $0).first { $0.int(0) } } } == .tooSlow)
    // The next question has its own time.
    #expect(try archive.counts().articles == 4)
    #expect(
      kind { _ = try archive.read(within: 0.1) { try Command(endless, $0).first { $0.int(0) } } } == .tooSlow)
  }

  /// Whether a new reader is let in within a tenth of a second.
  private func answers(_ path: String) -> Bool {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(0.1)
    do {
      return try DatabaseQueue(path: path, configuration: configuration).read {
        try Int.fetchOne($0, sql: "SELECT count(*) FROM article") == 4
      }
    } catch { return false }
  }

  @Test("a writer that begins lets readers by while it waits for one of them")
  func beginningWriter() async throws {
    try made("x")
    let slow = try DatabaseQueue(path: folder.file("x"))
    let path = folder.file("x")
    // In rollback mode a reader keeps a writer out of write-ahead mode.
    let (began, wait) = AsyncStream<Void>.makeStream()
    let sitting = Task.detached {
      try slow.read { database in
        _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM article")
        wait.yield()
        usleep(600_000)
      }
    }
    for await _ in began { break }
    let writing = Task.detached { try Archive(path: path, mode: .readWrite).counts().articles }
    usleep(100_000)
    // Refused at least now and then, if the writer kept its place while it waits.
    var refused = 0
    for _ in 0..<20 where !answers(path) { refused += 1 }
    #expect(refused == 0)
    try await sitting.value
    #expect(try await writing.value == 4)
  }
}
