/// Finds out whether bytes are text in some character set or no text at all.
enum Plainness {
  /// Most control characters among a thousand bytes that text has: a form feed or an escape here and there.
  private static let tolerated = 20

  /// HTML with a stray zero byte is read all the same, as browsers read it; this has too many.
  static func isMostlyZeros(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.reduce(0) { $0 + ($1 == 0 ? 1 : 0) } * 10 > bytes.count
  }

  /// What keeps `bytes` from being text; `nil` where nothing does.
  static func fault(in bytes: UnsafeRawBufferPointer) -> Kind.Advice? {
    var controls = 0
    var zeros = 0
    var first = 0
    for (offset, byte) in bytes.enumerated() where byte < 0x20 || byte == 0x7F {
      if byte == 0 {
        if zeros == 0 { first = offset }
        zeros += 1
      } else if !isBlank(byte) {
        controls += 1
      }
    }
    if zeros > 0 {
      let wide = zeros * 5 >= bytes.count * 2 && zeros * 3 <= bytes.count * 2
      return Kind.Advice(
        found: "zero bytes (\(zeros), the first at byte \(first))"
          + (wide ? ", as in UTF-16 without its mark" : ""),
        advice: wide ? "turn it into UTF-8: iconv -f UTF-16LE -t UTF-8 FILE" : "give text, HTML or JSON Lines"
      )
    }
    guard controls > 0, controls * 1000 > bytes.count * tolerated else { return nil }
    return Kind.Advice(
      found: "\(controls) control characters in \(bytes.count) bytes", advice: "give text, HTML or JSON Lines"
    )
  }
}
