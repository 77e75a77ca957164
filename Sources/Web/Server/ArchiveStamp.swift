import Foundation

/// The state of an archive's files: as long as it is the same, so is the archive.
struct ArchiveStamp: Sendable, Hashable {
  private let files: [File?]

  private struct File: Sendable, Hashable {
    let number: UInt64
    let size: Int64
    let seconds: Int64
    let nanoseconds: Int64
  }

  /// Looks at the archive's file and the log of what has been written since.
  init(path: String) {
    files = [path, path + "-wal"].map { path in
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      #if canImport(Darwin)
        let time = status.st_mtimespec
      #else
        let time = status.st_mtim
      #endif
      return File(
        number: UInt64(status.st_ino), size: Int64(status.st_size), seconds: Int64(time.tv_sec),
        nanoseconds: Int64(time.tv_nsec))
    }
  }

  /// Whether anything was written so lately that the next change might bear the same time.
  var isFresh: Bool {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return files.contains { $0.map { Int64(now.tv_sec) - $0.seconds < 2 } ?? false }
  }

  /// A mark for a page of this state.
  func tag(_ request: String) -> String { Tag.of("\(files) \(request)".utf8) }
}
