import GRDB
import GRDBSQLite
import Press
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// All that was read and found out, in one SQLite file.
///
/// Values go in and values come out; the file's layout is described in docs/archive.md. An archive may be used
/// from several threads: one writes at a time, readers never wait for it. A file that is half written when the
/// program is killed opens again with everything that was stored before.
public final class Archive: Sendable {
  /// What an archive is opened for.
  public enum Mode: Sendable, Hashable {
    /// The file must be there, and stays as it is.
    case readOnly
    /// The file must be there. No second writer is let in.
    case readWrite
    /// As `readWrite`, but the file is made if it is not there.
    case create
  }

  /// The archive's file: absolute, with symbolic links resolved.
  public let path: String
  /// What it was opened for.
  public let mode: Mode
  let pool: DatabasePool
  /// How long one question may take, in seconds.
  let patience: Double?
  /// `nil` in a reader, and once the archive is closed.
  private let lock: Mutex<WriterLock?>

  /// Opens an archive.
  ///
  /// A file of an older version is brought up to date first, and a copy of it kept beside as `NAME.vN.bak`. A file
  /// that is not an archive is never changed.
  ///
  /// - Parameter patience: Seconds after which a question to the archive is stopped; it then throws `tooSlow`. Without one, a
  ///   question may take as long as it takes.
  /// - Throws: `ArchiveError` when it cannot be opened, is no archive, or another stemma is writing to it.
  public convenience init(path: String, mode: Mode, patience: Double? = nil) throws(ArchiveError) {
    try self.init(path: path, mode: mode, patience: patience, migrations: Migration.all)
  }

  init(path given: String, mode: Mode, patience: Double? = nil, migrations: [Migration]) throws(ArchiveError)
  {
    let location = try Location(given)
    if location.size == nil, mode != .create {
      throw ArchiveError(
        .notFound, location.path, "there is no such file", "Check the name, or read pages first")
    }
    try location.checkAccess(writing: mode != .readOnly)
    try location.checkCompanions()
    path = location.path
    self.mode = mode
    self.patience = patience
    let lock = mode == .readOnly ? nil : try WriterLock(for: location.path)
    self.lock = Mutex(lock)
    do {
      let entry = Entry(path: location.path, migrations: migrations)
      let version = try entry.version(size: location.size, writing: mode != .readOnly)
      let anteroom = mode == .readOnly ? nil : try entry.startWriteAheadLog()
      defer { try? anteroom?.close() }
      pool = try DatabasePool(
        path: location.path, configuration: Self.configuration(readOnly: mode == .readOnly))
      if mode != .readOnly { try entry.bringUpToDate(pool, from: version) }
    } catch {
      throw ArchiveError(error, path: location.path)
    }
  }

  deinit { close() }

  /// Ends all work and folds the write-ahead log into the file, so that the archive is one file again.
  ///
  /// Where another program is reading the archive, its `-wal` file stays until that one is done. Anything asked of
  /// a closed archive throws `ArchiveError` of kind `closed`.
  public func close() {
    let held = lock.withLock { lock in
      defer { lock = nil }
      return lock
    }
    guard let held else {
      try? pool.close()
      return
    }
    // Nothing below can lose data: what is not folded in now is folded in at the next opening.
    _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    if (try? pool.close()) != nil { leaveWriteAheadLog() }
    withExtendedLifetime(held) {}
  }

  /// A file in rollback mode can be read from a read-only folder or medium; one in WAL mode cannot.
  private func leaveWriteAheadLog() {
    var configuration = Configuration()
    configuration.busyMode = .immediateError
    guard access(path, F_OK) == 0, let last = try? DatabaseQueue(path: path, configuration: configuration)
    else { return }
    _ = try? last.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA journal_mode = DELETE") }
    try? last.close()
  }

  /// The settings of every connection.
  static func configuration(readOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.busyMode = .timeout(10)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { database in
      // The file may come from anywhere: its schema may call no function with side effects, and its pages are
      // checked as they are read. No memory mapping: a file that shrinks meanwhile would kill us.
      try database.execute(
        sql: """
          PRAGMA trusted_schema = OFF;
          PRAGMA cell_size_check = ON;
          PRAGMA mmap_size = 0;
          PRAGMA synchronous = NORMAL;
          PRAGMA cache_size = -16384;
          """)
    }
    return configuration
  }

  /// Reads one consistent state of the archive, for as long as the task has time (``Deadline``) and the archive patience.
  func read<T>(_ body: (Database) throws -> T) throws(ArchiveError) -> T {
    do {
      let patient = patience.map { Deadline(seconds: $0) }
      guard let deadline = patient.map({ Deadline.sooner($0, .current) }) ?? Deadline.current else {
        return try pool.read(body)
      }
      return try pool.read { database in try deadline.keep(on: database) { try body(database) } }
    } catch { throw ArchiveError(error, path: path) }
  }

  /// Changes the archive in one transaction: all of `body`, or nothing.
  func write<T>(_ body: (Database) throws -> T) throws(ArchiveError) -> T {
    guard mode != .readOnly else {
      throw ArchiveError(.readOnly, path, "the archive is open for reading only", "Open it for writing")
    }
    do { return try pool.write(body) } catch { throw ArchiveError(error, path: path) }
  }
}
