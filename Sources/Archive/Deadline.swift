import GRDB
import GRDBSQLite

/// When work that reads archives has to be over.
final class Deadline: Sendable {
  /// Of the task that is running; `nil` where it may take as long as it takes.
  @TaskLocal static var current: Deadline?

  private let end: ContinuousClock.Instant

  init(seconds: Double) { end = .now + .seconds(seconds) }

  /// Runs `body`; SQLite looks at the clock every so many of its instructions, and is interrupted when time is over.
  func keep<T>(on database: Database, _ body: () throws -> T) throws -> T {
    sqlite3_progress_handler(
      database.sqliteConnection, 1_000,
      { context in
        guard let context else { return 0 }
        let deadline = Unmanaged<Deadline>.fromOpaque(context).takeUnretainedValue()
        return ContinuousClock.now > deadline.end ? 1 : 0
      }, Unmanaged.passUnretained(self).toOpaque())
    defer { sqlite3_progress_handler(database.sqliteConnection, 0, nil, nil) }
    return try withExtendedLifetime(self, body)
  }

  /// Whichever of the two is over first.
  static func sooner(_ a: Deadline, _ b: Deadline?) -> Deadline {
    guard let b, b.end < a.end else { return a }
    return b
  }
}

extension Archive {
  /// Does work that may read archives for so many seconds in all.
  ///
  /// - Throws: What `work` throws; a reading that is under way when time is over throws `ArchiveError` of kind `tooSlow`,
  ///   and so does any later one.
  public static func reading<T>(
    within seconds: Double, _ work: @Sendable () async throws -> T
  ) async rethrows -> T {
    try await Deadline.$current.withValue(Deadline(seconds: seconds)) { try await work() }
  }
}

extension Archive {
  /// Reads one consistent state of the archive, within a time, and within the task's where that is over sooner.
  ///
  /// - Throws: `ArchiveError`, of kind `tooSlow` when time ran out.
  func read<T>(within seconds: Double, _ body: (Database) throws -> T) throws(ArchiveError) -> T {
    do {
      let deadline = Deadline.sooner(Deadline(seconds: min(seconds, patience ?? seconds)), .current)
      return try pool.read { database in try deadline.keep(on: database) { try body(database) } }
    } catch { throw ArchiveError(error, path: path) }
  }
}
