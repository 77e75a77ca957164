import Matching

extension ScratchFile {
  /// `count` bytes from `offset`.
  func bytes(at offset: UInt64, count: Int) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: count) { room, filled in
      try read(into: UnsafeMutableBufferPointer(rebasing: room[..<count]), at: Int(offset))
      filled = count
    }
  }

  /// Writes `bytes` at `offset`.
  func write(_ bytes: [UInt8], at offset: UInt64) throws {
    try bytes.withUnsafeBufferPointer { try write($0, at: Int(offset)) }
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
struct ScratchLog: Sendable {
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
    let file = try self.file ?? ScratchFile(folder: folder)
    self.file = file
    try file.write(gathered, at: written)
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
