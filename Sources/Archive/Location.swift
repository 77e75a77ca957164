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

  /// Looks at the files that SQLite uses beside the archive, before it opens them. A stranger's folder may hold a link in the
  /// place of one, through which another file would be written to; or a rollback journal that names another file, which SQLite
  /// deletes when it has rolled back (its “super-journal”; an archive's transaction never spans two files).
  func checkCompanions() throws(ArchiveError) {
    for ending in ["-wal", "-shm", "-journal"] {
      var status = stat()
      guard lstat(path + ending, &status) == 0 else { continue }
      guard status.st_mode & S_IFMT == S_IFREG else {
        throw ArchiveError(
          .altered, path, "“\(path + ending)” belongs to it and is no ordinary file",
          "Remove what stands there: Stemma makes no such thing")
      }
      if ending == "-journal", Self.namesAnotherFile(path + ending, size: Int(status.st_size)) {
        throw ArchiveError(
          .altered, path, "the journal beside it, “\(path + ending)”, names a file elsewhere",
          "Remove the journal: Stemma writes none like it")
      }
    }
  }

  /// Whether a rollback journal ends as one with the name of a super-journal does (sqlite.org/fileformat2, 4.3): with SQLite's
  /// mark for journals.
  private static func namesAnotherFile(_ journal: String, size: Int) -> Bool {
    let mark: [UInt8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]
    guard size >= mark.count else { return false }
    let descriptor = open(journal, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return true }
    defer { close(descriptor) }
    var last = [UInt8](repeating: 0, count: mark.count)
    // A journal that is just being written or removed may be shorter by now: then it is in use, and not a stranger's.
    guard pread(descriptor, &last, last.count, off_t(size - mark.count)) == mark.count else { return false }
    // The first thing in a journal is the same mark: there it names nothing.
    return last == mark && size > mark.count
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
