import GRDB

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A copy of a database that is being made: under a name of its own until it is whole.
struct WholeCopy {
  /// Where the copy is to be.
  let path: String
  private var unfinished: String { path + ".part" }

  /// Copies the database as `source` sees it, which stays in one transaction meanwhile.
  func write(_ source: Database, _ progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws {
    discard()
    let copy = try DatabaseQueue(path: unfinished)
    // Without a look first, each step would be a transaction of its own, and begin anew whenever somebody has written.
    _ = try Command("SELECT count(*) FROM sqlite_schema", source).first { $0.integer(0) }
    try withoutActuallyEscaping(progress) { progress in
      try copy.writeWithoutTransaction { target in
        try source.backup(to: target, pagesPerStep: 4_096) {
          progress($0.totalPageCount - $0.remainingPageCount, $0.totalPageCount)
        }
        // The copy carries the mark of WAL mode; without it, the copy is one file for good.
        _ = try String.fetchOne(target, sql: "PRAGMA journal_mode = DELETE")
      }
    }
    try copy.close()
  }

  /// Reads the copy back and has SQLite look at all of it.
  func verify() throws {
    let copy = try DatabaseQueue(path: unfinished, configuration: Archive.configuration(readOnly: true))
    defer { try? copy.close() }
    let found = try copy.read { try Command("PRAGMA integrity_check(1)", $0).first { $0.text(0) } }
    guard found == "ok" else {
      throw ArchiveError(
        .damaged, path, "the copy is not whole (\(found ?? "nothing to be read"))",
        "Run “stemma check” on the archive")
    }
  }

  /// Gives the copy its name: in one step, and so that a power cut does not take it back.
  func publish(replacing: Bool) throws {
    // A link is refused where somebody has made such a file meanwhile; a renaming would replace it.
    if replacing || link(unfinished, path) != 0 {
      if !replacing, errno == EEXIST {
        throw ArchiveError(.exists, path, "there is such a file by now", "Name another, or move it away")
      }
      guard rename(unfinished, path) == 0 else {
        throw ArchiveError(system: errno, path, "the copy cannot be given its name")
      }
    }
    unlink(unfinished)
    let folder = open(
      String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) + "/", O_RDONLY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  /// Leaves nothing behind.
  func discard() {
    unlink(unfinished)
    unlink(unfinished + "-journal")
  }
}
