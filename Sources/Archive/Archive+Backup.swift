import GRDB

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Archive {
  /// Copies the archive, as it is now, to a new file that is complete in itself. Others may go on using it.
  ///
  /// - Throws: `ArchiveError` of kind `exists` when there is such a file already.
  public func backup(to target: String) throws(ArchiveError) {
    let location = try Location(target)
    guard location.size == nil else {
      throw ArchiveError(
        .exists, location.path, "there is such a file already", "Name another, or move it away")
    }
    try location.checkAccess(writing: true)
    let unfinished = location.path + ".part"
    unlink(unfinished)
    do {
      try pool.copyWhole(to: unfinished)
    } catch {
      unlink(unfinished)
      throw ArchiveError(error, path: location.path)
    }
    guard rename(unfinished, location.path) == 0 else {
      throw ArchiveError(.inputOutput, location.path, "the copy cannot be given its name", "Check the folder")
    }
  }
}
