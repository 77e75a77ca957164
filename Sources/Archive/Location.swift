#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where an archive lies, looked at before SQLite is let near it.
///
/// The file itself is never opened here: closing any descriptor of a file drops this process's POSIX locks on it,
/// those of SQLite's other connections included (sqlite.org, "How To Corrupt An SQLite Database File", 2.2).
struct Location {
  /// The absolute path, symbolic links resolved, so that one file has one lock.
  let path: String
  let folder: String
  /// Size in bytes; `nil` where there is no file yet.
  let size: Int?

  init(_ given: String) throws(ArchiveError) {
    guard !given.isEmpty, !given.utf8.contains(0) else {
      throw ArchiveError(.notFound, given, "this is no path", "Name the archive's file")
    }
    let resolved = Self.resolve(given)
    let slash = given.utf8.lastIndex(of: UInt8(ascii: "/"))
    let parent = slash.map { $0 == given.startIndex ? "/" : String(given[..<$0]) } ?? "."
    if let resolved {
      path = resolved
    } else {
      guard let place = Self.resolve(parent) else { throw Self.unreachable(given, folder: parent) }
      let name = slash.map { String(given[given.index(after: $0)...]) } ?? given
      path = place == "/" ? "/" + name : place + "/" + name
    }
    folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    size = resolved == nil ? nil : try Self.sizeOfRegularFile(path)
  }

  /// Checks what the operating system allows, so that the message is about that and not about SQLite.
  func checkAccess(writing: Bool) throws(ArchiveError) {
    if size != nil, access(path, writing ? R_OK | W_OK : R_OK) != 0 {
      throw ArchiveError(
        .noPermission, path, "you may not \(writing ? "write to" : "read") this file",
        writing ? "Ask its owner, or copy it to where you may write" : "Ask its owner for permission")
    }
    if writing, access(folder.isEmpty ? "/" : folder, W_OK | X_OK) != 0 {
      throw ArchiveError(
        .folderReadOnly, path, "its folder is read-only, and an archive being written needs files beside it",
        "Copy the archive to a folder that you may write to")
    }
  }

  private static func resolve(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  private static func unreachable(_ path: String, folder: String) -> ArchiveError {
    errno == EACCES
      ? ArchiveError(.noPermission, path, "you may not look into the folder \(folder)", "Ask its owner")
      : ArchiveError(
        .folderMissing, path, "there is no folder \(folder)", "Check the path, or make the folder first")
  }

  private static func sizeOfRegularFile(_ path: String) throws(ArchiveError) -> Int {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw ArchiveError(.noPermission, path, "you may not look at this file", "Ask its owner for permission")
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return Int(status.st_size)
    case S_IFDIR:
      throw ArchiveError(.isFolder, path, "this is a folder", "Name a file in it, such as news.stemma")
    default:
      throw ArchiveError(.notAFile, path, "this is a device or a pipe", "Name an ordinary file")
    }
  }
}
