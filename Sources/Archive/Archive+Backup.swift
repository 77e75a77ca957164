#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Archive {
  /// Copies the archive, as it is at this moment, to a new file that is complete in itself. Others may go on using it, and
  /// writing to it.
  ///
  /// The copy has its name only once it is whole, on the disk, and was checked.
  ///
  /// - Parameters:
  ///   - replacing: Whether a file that is there already may be replaced; it stays as it is until the copy is whole.
  ///   - progress: Called now and then with the pages of the file that were copied, and how many there are.
  /// - Returns: The copy's path, absolute, with symbolic links resolved.
  /// - Throws: `ArchiveError`, of kind `exists` when there is such a file already. No copy is left then.
  @discardableResult
  public func backup(
    to target: String, replacing: Bool = false, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(ArchiveError) -> String {
    let location = try Location(target)
    try checkTarget(location, replacing: replacing)
    // Whoever writes to the file that is to be replaced would be left with a file without a name.
    let lock = location.size == nil ? nil : try WriterLock(for: location.path)
    defer { withExtendedLifetime(lock) {} }
    try checkCompanions(of: location)
    let copy = WholeCopy(path: location.path)
    do {
      try read { try copy.write($0, progress) }
      try copy.verify()
      try copy.publish(replacing: replacing)
    } catch {
      copy.discard()
      throw ArchiveError(error, path: location.path)
    }
    return location.path
  }

  private func checkTarget(_ target: Location, replacing: Bool) throws(ArchiveError) {
    guard target.path != path else {
      throw ArchiveError(.exists, target.path, "this is the archive itself", "Name another file for the copy")
    }
    guard target.size == nil || replacing else {
      throw ArchiveError(
        .exists, target.path, "there is such a file already",
        "Name another, move it away, or replace it (--force)")
    }
    try target.checkAccess(writing: true)
  }

  private func checkCompanions(of target: Location) throws(ArchiveError) {
    // SQLite would take them for the copy's own.
    for ending in ["-wal", "-journal"] where access(target.path + ending, F_OK) == 0 {
      throw ArchiveError(
        .exists, target.path,
        "“\(target.path + ending)” lies there, which belongs to an archive of this name",
        "Name another file for the copy")
    }
  }
}
