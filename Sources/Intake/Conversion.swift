import Glibc

/// Decodes the older character sets by the C library's `iconv`.
enum Conversion {
  struct Result {
    var bytes: [UInt8] = []
    var broken = 0
    var firstBroken: Int?
  }

  /// `raw` as UTF-8, each byte that does not fit replaced by U+FFFD; `nil` where the system lacks the set.
  static func run(_ raw: UnsafeRawBufferPointer, from name: String) -> Result? {
    guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var result = Result()
    result.bytes.reserveCapacity(raw.count + raw.count / 2)
    guard let base = raw.baseAddress else { return result }
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 32 << 10, alignment: 16)
    defer { piece.deallocate() }
    // iconv takes a pointer to bytes that it could change, and does not.
    var next: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(mutating: base).assumingMemoryBound(
      to: CChar.self)
    var left = raw.count
    while left > 0 {
      var out: UnsafeMutablePointer<CChar>? = piece.baseAddress?.assumingMemoryBound(to: CChar.self)
      var room = piece.count
      let status = iconv(converter, &next, &left, &out, &room)
      let code = errno
      result.bytes.append(contentsOf: piece[..<(piece.count - room)])
      guard status == -1, code != E2BIG else { continue }
      // A byte that fits nowhere, or a character that the end of the page cut.
      if result.firstBroken == nil { result.firstBroken = raw.count - left }
      result.broken += 1
      result.bytes.append(contentsOf: replacementCharacter)
      if code == EINVAL { break }
      next = next?.advanced(by: 1)
      left -= 1
    }
    // Some sets hold the last letter back, lest an accent follow.
    var out: UnsafeMutablePointer<CChar>? = piece.baseAddress?.assumingMemoryBound(to: CChar.self)
    var room = piece.count
    iconv(converter, nil, nil, &out, &room)
    result.bytes.append(contentsOf: piece[..<(piece.count - room)])
    return result
  }
}
