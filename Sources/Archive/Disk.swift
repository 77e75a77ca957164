#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The disk on which a file lies, asked by writing a little beside it: of many a failure SQLite tells only that there was one.
struct Disk {
  /// Whether there is no room, or no more than the user may have.
  let isFull: Bool

  init(beside path: String) {
    var name = Array((path + "-XXXXXX").utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else {
      isFull = Self.isFull(errno)
      return
    }
    unlink(name)
    // More than what is left in a block that is already ours.
    let bytes = [UInt8](repeating: 0, count: 1 << 16)
    let written = write(descriptor, bytes, bytes.count)
    if written < 0 {
      isFull = Self.isFull(errno)
    } else {
      isFull = written < bytes.count || fsync(descriptor) != 0 && Self.isFull(errno)
    }
    close(descriptor)
  }

  private static func isFull(_ code: Int32) -> Bool { code == ENOSPC || code == EDQUOT }
}
