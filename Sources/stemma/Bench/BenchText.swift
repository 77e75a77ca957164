import Foundation

/// What every engine gets: a text, and what it is called.
struct BenchText: Codable, Sendable {
  let id: String
  let text: String

  /// Writes a line a text, as the peers read them.
  static func write(_ texts: [BenchText], to file: URL) throws -> URL {
    let encoder = JSONEncoder()
    guard FileManager.default.createFile(atPath: file.path, contents: nil) else {
      throw Failure("\(file.path) cannot be written; make room, or name another folder in TMPDIR")
    }
    let handle = try FileHandle(forWritingTo: file)
    defer { try? handle.close() }
    var buffer = Data()
    for text in texts {
      buffer.append(try encoder.encode(text))
      buffer.append(0x0A)
      if buffer.count > 1 << 22 {
        try handle.write(contentsOf: buffer)
        buffer.removeAll(keepingCapacity: true)
      }
    }
    try handle.write(contentsOf: buffer)
    return file
  }

  /// Reads the lines that `write` wrote.
  static func read(_ path: String) throws -> [BenchText] {
    let data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
    let decoder = JSONDecoder()
    return try data.split(separator: 0x0A).map { try decoder.decode(BenchText.self, from: Data($0)) }
  }
}

/// Two texts by their numbers, the smaller first.
struct NumberPair: Hashable, Sendable {
  let a: UInt32
  let b: UInt32

  /// Reads pairs as `Benchmarks/match_peers.py` writes them: 32-bit numbers, little-endian.
  static func read(_ file: URL) throws -> [NumberPair] {
    let data = try Data(contentsOf: file)
    return data.withUnsafeBytes { bytes in
      (0..<bytes.count / 8).map { pair in
        NumberPair(
          a: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: pair * 8, as: UInt32.self)),
          b: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: pair * 8 + 4, as: UInt32.self)))
      }
    }
  }

  /// Writes pairs in the same form.
  static func write(_ pairs: [NumberPair], to file: URL) throws {
    var data = Data(capacity: pairs.count * 8)
    for pair in pairs {
      for number in [pair.a, pair.b] {
        withUnsafeBytes(of: number.littleEndian) { data.append(contentsOf: $0) }
      }
    }
    try data.write(to: file)
  }
}
