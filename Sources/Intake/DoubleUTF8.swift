/// Text that was UTF-8, was taken for windows-1252, and was written as UTF-8 once more: "Ã©" for "é", "â€™" for "’".
///
/// Whoever fetched or packed the page did that. It is undone only where no doubt is left: every character beyond ASCII
/// is one of windows-1252 or Latin-1, and the bytes that they stand for are UTF-8 from the first to the last. Text that
/// was written once hardly ever is so: it would take a capital with an accent, or a sign such as "Â" or "â", before each
/// small one.
enum DoubleUTF8 {
  /// Characters from which on chance is ruled out.
  private static let fewest = 3

  /// The text that was written twice, written once; `nil` where it was not.
  ///
  /// - Parameter bytes: UTF-8.
  static func undone(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    let first = skipASCII(bytes, from: 0)
    // Most pages are seen through at their first character that is not ASCII.
    guard first < bytes.count, let lead = onceByte(bytes, first), lead.byte >= 0xC2 else { return nil }
    var once: [UInt8] = []
    once.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      let run = skipASCII(bytes, from: at)
      once.append(contentsOf: bytes[at..<run])
      at = run
      guard at < bytes.count else { break }
      guard let (byte, length) = onceByte(bytes, at) else { return nil }
      once.append(byte)
      at += length
    }
    let survey = once.withUnsafeBytes { UTF8Survey(of: $0) }
    return survey.broken == 0 && survey.multibyte >= fewest ? once : nil
  }

  /// The byte that the character at an offset stands for in windows-1252 or Latin-1, and the character's length.
  private static func onceByte(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> (byte: UInt8, length: Int)? {
    let length = sequenceLength(bytes, at: at)
    switch length {
    case 2:
      let value = UInt16(bytes[at] & 0x1F) << 6 | UInt16(bytes[at + 1] & 0x3F)
      if let byte = UInt8(exactly: value) { return (byte, 2) }
      return Windows1252.byte(of: value).map { ($0, 2) }
    case 3:
      let value =
        UInt16(bytes[at] & 0x0F) << 12 | UInt16(bytes[at + 1] & 0x3F) << 6 | UInt16(bytes[at + 2] & 0x3F)
      return Windows1252.byte(of: value).map { ($0, 3) }
    default: return nil
    }
  }
}
