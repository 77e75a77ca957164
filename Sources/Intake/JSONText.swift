/// Turns strings of JSON into text.
enum JSONText {
  /// The text of a string and how many of its escapes were half a character, replaced by U+FFFD.
  static func decode(_ raw: UnsafeRawBufferPointer, escaped: Bool) -> (text: String, broken: Int) {
    guard escaped else { return (String(decoding: raw, as: UTF8.self), 0) }
    var broken = 0
    // An escape is never shorter than what it stands for.
    let text = String(unsafeUninitializedCapacity: raw.count) { space in
      unescape(raw, into: UnsafeMutableRawBufferPointer(space), broken: &broken)
    }
    return (text, broken)
  }

  /// The same as bytes, which are UTF-8 if `raw` is: for pages, which nobody needs as a string.
  static func bytes(_ raw: UnsafeRawBufferPointer, escaped: Bool) -> (bytes: [UInt8], broken: Int) {
    guard escaped else { return (Array(raw), 0) }
    var broken = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: raw.count) { space, count in
      count = unescape(raw, into: UnsafeMutableRawBufferPointer(space), broken: &broken)
    }
    return (bytes, broken)
  }

  /// A hot loop: pages are full of `\"` and `\n`, so that runs without an escape are short.
  private static func unescape(
    _ raw: UnsafeRawBufferPointer, into space: UnsafeMutableRawBufferPointer, broken: inout Int
  ) -> Int {
    var read = 0
    var written = 0
    while read < raw.count {
      copyRun(raw, &read, space, &written)
      guard read + 1 < raw.count else { break }
      let kind = raw[read + 1]
      if kind == UInt8(ascii: "u") {
        let scalar = unit(raw, at: &read, broken: &broken)
        for byte in UTF8.encode(scalar).unsafelyUnwrapped {
          space[written] = byte
          written += 1
        }
      } else {
        space[written] = plainEscape(kind)
        written += 1
        read += 2
      }
    }
    return written
  }

  /// Copies what stands before the next backslash, eight bytes a step. What a step copies too much is written over: as
  /// nothing grows when it is unescaped, there is room for it.
  @inline(__always)
  private static func copyRun(
    _ raw: UnsafeRawBufferPointer, _ read: inout Int, _ space: UnsafeMutableRawBufferPointer,
    _ written: inout Int
  ) {
    let ones: UInt64 = 0x0101_0101_0101_0101
    while read + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: read, as: UInt64.self)
      space.storeBytes(of: word, toByteOffset: written, as: UInt64.self)
      // A backslash is zero after the exclusive or; the lowest such byte is exact.
      let slash = UInt64(littleEndian: word) ^ (ones &* 0x5C)
      let hits = (slash &- ones) & ~slash & (ones &* 0x80)
      let length = hits == 0 ? 8 : hits.trailingZeroBitCount / 8
      read += length
      written += length
      if hits != 0 { return }
    }
    while read < raw.count, raw[read] != UInt8(ascii: "\\") {
      space[written] = raw[read]
      read += 1
      written += 1
    }
  }

  private static func plainEscape(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    default: byte
    }
  }

  /// Reads `\uXXXX`, and a second one where the two make one character.
  private static func unit(_ raw: UnsafeRawBufferPointer, at: inout Int, broken: inout Int) -> Unicode.Scalar
  {
    let first = number(raw, at: at)
    at += 6
    if let scalar = Unicode.Scalar(first) { return scalar }
    if first < 0xDC00, at + 6 <= raw.count, raw[at] == UInt8(ascii: "\\"), raw[at + 1] == UInt8(ascii: "u") {
      let second = number(raw, at: at)
      if (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        at += 6
        return scalar
      }
    }
    broken += 1
    return "\u{FFFD}"
  }

  private static func number(_ raw: UnsafeRawBufferPointer, at: Int) -> UInt32 {
    var value: UInt32 = 0
    // The scanner has seen that four digits stand here.
    for offset in at + 2..<min(at + 6, raw.count) { value = value << 4 | (hexadecimal(raw[offset]) ?? 0) }
    return value
  }
}
