#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Holds off a second writer: an advisory `flock` on a file beside the archive.
///
/// SQLite's own locks would let two programs write by turns, each undoing what the other found out. The lock goes
/// with its process, however that ends; a file left behind by a kill locks nobody out.
final class WriterLock: Sendable {
  private let path: String
  private let descriptor: Int32

  init(for archive: String) throws(ArchiveError) {
    path = archive + "-writer"
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
      guard descriptor >= 0 else {
        throw ArchiveError(
          system: errno, archive, "the file \(path) cannot be made, which keeps a second writer away")
      }
      let status = flock(descriptor, LOCK_EX | LOCK_NB)
      if status != 0, errno == EWOULDBLOCK || errno == EINTR {
        let holder = Self.holder(descriptor)
        close(descriptor)
        throw ArchiveError(
          .beingWritten, archive, "another stemma\(holder) is writing to this archive",
          "Wait until it is done; reading is possible meanwhile")
      }
      // On a file system without flock we go on: SQLite's locks still keep the file whole.
      if Self.isSame(descriptor, path) {
        self.descriptor = descriptor
        break
      }
      // The last writer removed the file between our opening and locking it.
      close(descriptor)
    }
    let note = "\(getpid())\n"
    if ftruncate(descriptor, 0) == 0 {
      _ = note.utf8.withContiguousStorageIfAvailable { write(descriptor, $0.baseAddress, $0.count) }
    }
  }

  deinit {
    // Removed while locked, so that nobody can hold a lock on a file that no longer has a name.
    unlink(path)
    close(descriptor)
  }

  /// The process that writes to an archive; 0 where it does not say its number, `nil` where nobody writes.
  static func writer(of archive: String) -> Int? {
    let descriptor = open(archive + "-writer", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_SH | LOCK_NB) != 0, errno == EWOULDBLOCK else { return nil }
    return Int(holder(descriptor).filter(\.isNumber)) ?? 0
  }

  private static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
    var held = stat()
    var named = stat()
    return fstat(descriptor, &held) == 0 && stat(path, &named) == 0 && held.st_ino == named.st_ino
      && held.st_dev == named.st_dev
  }

  private static func holder(_ descriptor: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 20)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    let digits = bytes.prefix(max(0, count)).prefix { (0x30...0x39).contains($0) }
    return digits.isEmpty ? "" : " (process \(String(decoding: digits, as: UTF8.self)))"
  }
}
