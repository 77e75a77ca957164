/// White space as pages have it: ASCII's, and the blanks beyond it.
enum Blanks {
  /// The length of the blank at an offset, 0 where there is none.
  @inline(__always)
  static func length(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let byte = text[at]
    if byte <= 0x20 { return 1 }
    return byte < 0xC2 ? 0 : wideLength(text, at)
  }

  /// The length of a blank beyond ASCII: U+00A0, U+2000–200B, U+202F, U+3000, U+FEFF.
  @inline(__always)
  static func wideLength(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    if text[at] == 0xC2 { return at + 1 < text.count && text[at + 1] == 0xA0 ? 2 : 0 }
    guard at + 2 < text.count else { return 0 }
    switch (text[at], text[at + 1], text[at + 2]) {
    case (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF): return 3
    default: return 0
    }
  }
}

extension String {
  /// White space folded to single blanks, none at the ends.
  var folded: String {
    var copy = self
    return copy.withUTF8 { text in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(text.count)
      var isPending = false
      var at = 0
      while at < text.count {
        let blank = Blanks.length(text, at)
        if blank > 0 {
          isPending = !bytes.isEmpty
          at += blank
          continue
        }
        if isPending { bytes.append(0x20) }
        isPending = false
        bytes.append(text[at])
        at += 1
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
