import Press

/// Cuts scraped text into blocks, one a line that holds anything.
enum Lines {
  /// Blocks of text without markup; white space folded to single blanks.
  static func blocks(_ bytes: [UInt8]) -> [Block] { read(bytes).blocks }

  /// The same, and whether the budget ended before the text did.
  static func read(_ bytes: [UInt8]) -> (blocks: [Block], cut: Cut) {
    var blocks: [Block] = []
    var line: [UInt8] = []
    var at = 0
    bytes.withUnsafeBufferPointer { bytes in
      let end = Budget.end(of: bytes, most: Budget.text)
      while at < end, blocks.count < Budget.lines {
        let (value, width) = LineTokens.decode(bytes, at)
        if isBreak(value) {
          append(&line, to: &blocks)
        } else if isBlank(value) {
          if let last = line.last, last != 0x20 { line.append(0x20) }
        } else {
          for offset in 0..<width { line.append(bytes[at + offset]) }
        }
        at += width
      }
    }
    append(&line, to: &blocks)
    return (blocks, bytes[at...].contains { $0 > 0x20 } ? .text : [])
  }

  private static func append(_ line: inout [UInt8], to blocks: inout [Block]) {
    if line.last == 0x20 { line.removeLast() }
    if !line.isEmpty { blocks.append(Block(text: String(decoding: line, as: UTF8.self))) }
    line.removeAll(keepingCapacity: true)
  }

  /// The lines of a text that is not ours to edit: what stands between line breaks, blanks at its ends aside.
  /// As many as the budget allows: what is behind them is no less a part of the text.
  static func spans(_ text: String) -> (spans: [Range<Int>], cut: Cut) {
    var text = text
    return text.withUTF8(spans)
  }

  /// The same of the text's bytes.
  static func spans(_ bytes: UnsafeBufferPointer<UInt8>) -> (spans: [Range<Int>], cut: Cut) {
    var spans: [Range<Int>] = []
    var (start, end) = (-1, 0)
    var at = 0
    let most = Budget.end(of: bytes, most: Budget.text)
    while at < most, spans.count < Budget.lines {
      let (value, width) = LineTokens.decode(bytes, at)
      if isBreak(value) {
        if start >= 0 { spans.append(start..<end) }
        start = -1
      } else if !isBlank(value) {
        if start < 0 { start = at }
        end = at + width
      }
      at += width
    }
    if start >= 0 { spans.append(start..<end) }
    return (spans, bytes[at...].contains { $0 > 0x20 } ? .text : [])
  }

  private static func isBreak(_ value: UInt32) -> Bool {
    (0x0A...0x0D).contains(value) || value == 0x2028 || value == 0x2029 || value == 0x85
  }

  /// Blanks of any width, and control characters, which mean nothing in text.
  private static func isBlank(_ value: UInt32) -> Bool {
    switch value {
    case 0...0x20, 0x7F...0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }
}
