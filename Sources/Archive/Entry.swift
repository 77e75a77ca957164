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
    if let missing = expected.subtracting(definitions).min(by: { $0.name < $1.name }) {
      throw altered("its \(missing.type) “\(missing.name)” is missing or is not as stemma made it")
    }
  }

  private func altered(_ what: String) -> ArchiveError {
    ArchiveError(.altered, path, what, ArchiveError.rereadAdvice)
  }

  /// Looks without changing. What a killed program left behind may need a writer's rights to be looked at: whoever comes first
  /// rolls back what was half done, a reader too, as far as it may write.
  private func probe<T>(writing: Bool, _ body: (Database) throws -> T) throws -> T {
    do {
      return try look(readOnly: true, body)
    } catch let error as DatabaseError where isLeftHalfDone(error, writing: writing) {
      return try look(readOnly: false, body)
    }
  }

  private func isLeftHalfDone(_ error: DatabaseError, writing: Bool) -> Bool {
    if writing { return [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode) }
    let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    return [ArchiveError.rollbackNeeded, ArchiveError.recoveryNeeded].contains(
      error.extendedResultCode.rawValue)
      && access(path, W_OK) == 0 && access(folder.isEmpty ? "/" : folder, W_OK) == 0
  }

  /// Takes the file into write-ahead mode, which needs it for a moment alone.
  ///
  /// SQLite's own waiting would keep out new readers for as long as it waits for an old one. Here they are let by between one
  /// try and the next.
  /// - Returns: A connection, to be closed once there is another: the last to go would fold the log in, and let nobody read
  ///   meanwhile.
  func startWriteAheadLog() throws -> DatabaseQueue {
    var configuration = Archive.configuration(readOnly: false)
    configuration.busyMode = .immediateError
    let end = ContinuousClock.now + .seconds(10)
    while true {
      do {
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        _ = try queue.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA journal_mode = WAL") }
        return queue
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
        guard ContinuousClock.now < end else { throw error }
        usleep(20_000)
      }
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
    let whole = WholeCopy(path: copy)
    do {
      try pool.read { try whole.write($0) }
      try whole.publish(replacing: true)
    } catch {
      whole.discard()
      throw error
    }
  }
}
