import Foundation

/// Room on disk for what does not fit into memory: a file without a name, gone when the program ends, however it ends.
///
/// Read by position, and not mapped into memory, so that what is read counts for no longer than it is used.
final class ScratchFile: Sendable {
  private let descriptor: Int32
  private let folder: String

  /// Makes a file in `folder`; it is unlinked before a byte is written.
  ///
  /// - Throws: `ScratchError` where the folder is missing or closed.
  init(in folder: String) throws(ScratchError) {
    // A limit on the size of files is an error to be told, and not a signal that ends the program without a word.
    signal(SIGXFSZ, SIG_IGN)
    self.folder = folder
    var template = Array((folder + "/stemma-XXXXXX").utf8CString)
    let opened = mkstemp(&template)
    guard opened >= 0 else { throw ScratchError(folder: folder, code: errno, isFull: false) }
    unlink(template)
    _ = fcntl(opened, F_SETFD, FD_CLOEXEC)
    descriptor = opened
  }

  deinit { close(descriptor) }

  /// Writes all of `bytes` at `offset`.
  func write(_ bytes: UnsafeRawBufferPointer, at offset: UInt64) throws(ScratchError) {
    var (rest, at) = (bytes, offset)
    while !rest.isEmpty {
      let written = pwrite(descriptor, rest.baseAddress, rest.count, off_t(at))
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        throw ScratchError(folder: folder, code: written < 0 ? errno : ENOSPC, isFull: true)
      }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
      at += UInt64(written)
    }
  }

  /// Fills `room` with what was written at `offset`; less only where the file ends.
  ///
  /// - Returns: how many bytes there were.
  @discardableResult
  func read(into room: UnsafeMutableRawBufferPointer, at offset: UInt64) throws(ScratchError) -> Int {
    var filled = 0
    while filled < room.count {
      let part = UnsafeMutableRawBufferPointer(rebasing: room.dropFirst(filled))
      let count = pread(descriptor, part.baseAddress, part.count, off_t(offset) + off_t(filled))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw ScratchError(folder: folder, code: errno, isFull: false) }
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  /// `count` bytes from `offset`.
  func bytes(at offset: UInt64, count: Int) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: count) { room, filled in
      filled = try read(into: UnsafeMutableRawBufferPointer(room), at: offset)
    }
  }
}

/// The room on disk could not be used.
public struct ScratchError: Error, CustomStringConvertible {
  let folder: String
  let code: Int32
  let isFull: Bool

  /// What is wrong, where, and what to do.
  public var description: String {
    let why = String(cString: strerror(code))
    return isFull
      ? "the temporary files in \(folder) could not be written: \(why). Make room there, or name another folder with "
        + "--scratch; nothing is left behind"
      : "no temporary file could be used in \(folder): \(why). Name a folder that can be written with --scratch"
  }
}

/// Bytes that were put aside: on disk, or in memory where they are few.
enum ScratchBytes: Sendable {
  case held([UInt8])
  case file(ScratchFile)

  /// `count` bytes from `offset`.
  func bytes(at offset: UInt64, count: Int) throws -> [UInt8] {
    switch self {
    case .held(let all): Array(all[Int(offset)..<(Int(offset) + count)])
    case .file(let file): try file.bytes(at: offset, count: count)
    }
  }
}

/// Records that are put aside one behind the other, to be read back by their places.
///
/// Written by one thread; what is few stays in memory, and no file is made for it.
struct ScratchLog {
  private let folder: String?
  private var file: ScratchFile?
  private var gathered: [UInt8] = []
  private var written: UInt64 = 0
  private static let large = 1 << 20

  /// A log in `folder`; without one, everything stays in memory.
  init(in folder: String?) { self.folder = folder }

  /// Where the next record will stand.
  var end: UInt64 { written + UInt64(gathered.count) }

  /// Appends a record.
  mutating func append(_ bytes: [UInt8]) throws {
    gathered += bytes
    if gathered.count >= Self.large { try flush() }
  }

  private mutating func flush() throws {
    guard let folder else { return }
    let file = try self.file ?? ScratchFile(in: folder)
    self.file = file
    try gathered.withUnsafeBytes { try file.write($0, at: written) }
    written += UInt64(gathered.count)
    gathered.removeAll(keepingCapacity: true)
  }

  /// All that was appended.
  mutating func finished() throws -> ScratchBytes {
    guard let file else { return .held(gathered) }
    try flush()
    gathered = []
    return .file(file)
  }
}
