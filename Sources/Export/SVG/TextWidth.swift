/// How wide text is, about, in a common sans-serif face. There is no font to ask: the chart is made where it is not shown.
enum TextWidth {
  /// In the unit of `size`; a little more than most faces need.
  static func of(_ text: String, size: Double, isBold: Bool = false) -> Double {
    var ems = 0.0
    for scalar in text.unicodeScalars { ems += width(scalar) }
    return ems * size * (isBold ? 1.07 : 1)
  }

  private static func width(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", "'", ".", ",", ":", ";", "|", "!", "·": 0.3
    case " ", "f", "t", "r", "(", ")", "[", "]", "-", "/": 0.37
    case "m", "w", "M", "W", "%", "@", "—", "…": 0.92
    case "A"..."Z": 0.7
    default:
      switch scalar.value {
      case 0x300..<0x370: 0
      case 0x1100..<0x1200, 0x2E80..<0xA4D0, 0xAC00..<0xD7B0, 0xF900..<0xFB00, 0xFF00..<0xFF61,
        0x1F000..<0x20000, 0x20000..<0x40000:
        1.02
      case 0...0x7F: 0.57
      default: 0.64
      }
    }
  }

  /// The beginning of `text` that fits, with an ellipsis where it is not all of it.
  static func fitted(_ text: String, width: Double, size: Double, isBold: Bool = false) -> String {
    if of(text, size: size, isBold: isBold) <= width { return text }
    var kept = ""
    var sum = of("…", size: size, isBold: isBold)
    for character in text {
      sum += of(String(character), size: size, isBold: isBold)
      if sum > width { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return kept.isEmpty ? "" : kept + "…"
  }
}
