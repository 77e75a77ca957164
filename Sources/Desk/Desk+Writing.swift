import Archive
import Press

extension Desk {
  /// Changes an archive that is open for reading: it is opened for writing for as long as `body` takes, and no longer, so that
  /// who only looks keeps nobody from reading pages into it.
  ///
  /// - Throws: `ArchiveError` when it cannot be written, of kind `beingWritten` when somebody else does, and what `body` throws.
  public func writing<T>(_ body: (Desk) throws -> T) throws -> T {
    guard archive.mode == .readOnly else { return try body(self) }
    let writer = try Desk(archive: archive.path, mode: .readWrite, threads: threads, tables: tables)
    defer { writer.archive.close() }
    return try body(writer)
  }
}
