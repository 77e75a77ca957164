import Archive

extension Desk {
  /// Does `work` with a desk on the same archive that may write to it, for as long as that takes: one that serves pages is
  /// open for reading, and leaves the writer's place to others.
  ///
  /// - Throws: What `work` throws; `ArchiveError` of kind `beingWritten` while another stemma has that place.
  public func writing<Result>(_ work: (Desk) throws -> Result) throws -> Result {
    if archive.mode != .readOnly { return try work(self) }
    let writer = try Desk(archive: archive.path, mode: .readWrite, threads: threads, tables: tables)
    defer { writer.archive.close() }
    return try work(writer)
  }
}
