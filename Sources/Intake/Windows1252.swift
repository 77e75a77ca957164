/// Decodes windows-1252 as WHATWG's Encoding Standard has it: every byte is a character, so it never fails.
enum Windows1252 {
  static func decode(_ raw: UnsafeRawBufferPointer) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count + raw.count / 8)
    var at = 0
    while at < raw.count {
      let run = skipASCII(raw, from: at)
      bytes.append(contentsOf: raw[at..<run])
      at = run
      guard at < raw.count else { break }
      let byte = raw[at]
      let value = byte < 0xA0 ? high[Int(byte) - 0x80] : UInt16(byte)
      // No surrogates are in the table.
      if let scalar = Unicode.Scalar(value) { append(scalar, to: &bytes) }
      at += 1
    }
    return bytes
  }

  /// The byte of 0x80 to 0x9F that stands for a character; `nil` where none does.
  static func byte(of value: UInt16) -> UInt8? {
    high.firstIndex(of: value).map { UInt8(0x80 + $0) }
  }

  /// What 0x80 to 0x9F stand for; from there on the set is Latin-1.
  private static let high: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x008D,
    0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A,
    0x0153, 0x009D, 0x017E, 0x0178,
  ]
}
