import GRDB
import GRDBSQLite

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Looks at a file before it is opened for work, and brings it up to date.
struct Entry {
  let path: String
  let migrations: [Migration]

  /// The schema version of the file; `nil` when it is to be made.
  ///
  /// - Throws: `ArchiveError` when it is no archive that this program may use.
  func version(size: Int?, writing: Bool) throws -> Int64? {
    if size == nil || size == 0, writing { return nil }
    guard size != 0 else {
      throw ArchiveError(.notAnArchive, path, "the file is empty", "Read pages into it first")
    }
    return try probe(writing: writing) { database in
      let application = try Command("PRAGMA application_id", database).first { $0.integer(0) } ?? 0
      let version = try Command("PRAGMA user_version", database).first { $0.integer(0) } ?? 0
      let definitions = try Definition.all(in: database)
      // A kill between making the file and its tables leaves a file without anything in it.
      if application == 0, version == 0, definitions.isEmpty {
        if writing { return nil }
        throw ArchiveError(
          .notAnArchive, path,
          "there is nothing in this file yet; a reading was stopped before its first page",
          "Read the pages again")
      }
      guard application == Schema.applicationID else {
        throw ArchiveError(
          .notAnArchive, path, "this is an SQLite file of another program", ArchiveError.otherFileAdvice)
      }
      try check(version: version, definitions: definitions, writing: writing)
      return version
    }
  }

  private func check(version: Int64, definitions: Set<Definition>, writing: Bool) throws {
    if version > migrations.newest {
      throw ArchiveError(
        .newerVersion, path,
        "a newer stemma made this archive (version \(version), known: \(migrations.newest))",
        "Install a newer stemma")
    }
    if version < 0 || version < migrations.newest && !writing {
      throw ArchiveError(
        .olderVersion, path,
        "an older stemma made this archive (version \(version), now: \(migrations.newest))",
        "Open it once for writing, which brings it up to date and keeps a copy")
    }
    // A trigger would run inside our own transactions; a changed table could do as much.
    if let trigger = definitions.first(where: { $0.type == "trigger" }) {
      throw altered("it has a trigger, “\(trigger.name.prefix(40))”, and archives have none")
    }
    let expected = try migrations.filter { $0.version <= version }.definitions()
      .filter { !$0.isShadow }
    if let missing = expected.subtracting(definitions).min(by: { $0.name < $1.name }) {
      throw altered("its \(missing.type) “\(missing.name)” is missing or is not as stemma made it")
    }
  }

  private func altered(_ what: String) -> ArchiveError {
    ArchiveError(.altered, path, what, ArchiveError.rereadAdvice)
  }

  /// Looks without changing. What a killed program left behind may need a writer's rights to be looked at.
  private func probe<T>(writing: Bool, _ body: (Database) throws -> T) throws -> T {
    do {
      return try look(readOnly: true, body)
    } catch let error as DatabaseError
      where writing && [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
    {
      return try look(readOnly: false, body)
    }
  }

  private func look<T>(readOnly: Bool, _ body: (Database) throws -> T) throws -> T {
    let queue = try DatabaseQueue(path: path, configuration: Archive.configuration(readOnly: readOnly))
    defer { try? queue.close() }
    return try queue.read(body)
  }

  /// Makes the tables, or migrates them after keeping a copy, in one transaction.
  func bringUpToDate(_ pool: DatabasePool, from version: Int64?) throws {
    guard version != migrations.newest else { return }
    if let version { try keepCopy(of: pool, as: path + ".v\(version).bak") }
    try pool.write { try migrations.run(on: $0, from: version ?? 0) }
  }

  private func keepCopy(of pool: DatabasePool, as copy: String) throws {
    let unfinished = copy + ".part"
    unlink(unfinished)
    try pool.copyWhole(to: unfinished)
    guard rename(unfinished, copy) == 0 else {
      throw ArchiveError(
        .inputOutput, path, "the copy \(copy) could not be made before migrating",
        "Remove what stands in its place")
    }
  }
}

extension DatabasePool {
  /// Writes the whole database to a new file, which is complete in itself.
  func copyWhole(to path: String) throws {
    let copy = try DatabaseQueue(path: path)
    try backup(to: copy)
    // The copy carries the mark of WAL mode; without it, the copy is one file for good.
    _ = try copy.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA journal_mode = DELETE") }
    try copy.close()
  }
}
