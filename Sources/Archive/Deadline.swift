import GRDB
import GRDBSQLite

/// Stops a connection's work when its time is over.
final class Deadline {
  private let end: ContinuousClock.Instant

  private init(_ end: ContinuousClock.Instant) { self.end = end }

  /// Runs `body`; SQLite looks at the clock every so many of its instructions.
  static func keep<T>(within seconds: Double, on database: Database, _ body: () throws -> T) throws -> T {
    let deadline = Deadline(.now + .seconds(seconds))
    sqlite3_progress_handler(
      database.sqliteConnection, 1_000,
      { context in
        guard let context else { return 0 }
        let deadline = Unmanaged<Deadline>.fromOpaque(context).takeUnretainedValue()
        return ContinuousClock.now > deadline.end ? 1 : 0
      }, Unmanaged.passUnretained(deadline).toOpaque())
    defer { sqlite3_progress_handler(database.sqliteConnection, 0, nil, nil) }
    return try withExtendedLifetime(deadline, body)
  }
}

extension Archive {
  /// Reads one consistent state of the archive, within a time.
  ///
  /// - Throws: `ArchiveError`, of kind `tooSlow` when time ran out.
  func read<T>(within seconds: Double, _ body: (Database) throws -> T) throws(ArchiveError) -> T {
    try read { database in try Deadline.keep(within: seconds, on: database) { try body(database) } }
  }
}
