/// A quotation mark in a line of text, and what its neighbours say it may be.
struct QuotationMark {
  /// The mark.
  let scalar: UInt32
  /// Where it stands.
  let range: Range<Int>
  /// Whether a quotation may begin here, and whether one may end.
  let mayOpen, mayClose: Bool
  /// Whether only blanks stand before it in its line.
  let isFirstInLine: Bool
  /// Whether what follows does not begin with a small letter.
  let beginsSentence: Bool

  /// Whether it is one of those that are never an apostrophe.
  var isDouble: Bool { ![0x27, 0x2018, 0x2019, 0x201A, 0x2039, 0x203A].contains(scalar) }

  /// The mark that mostly closes what this one opens.
  var usualClosing: UInt32 {
    switch scalar {
    case 0x201C, 0x201D: 0x201D
    case 0x201E: 0x201C
    case 0xAB: 0xBB
    case 0xBB: 0xAB
    case 0x2018: 0x2019
    case 0x201A: 0x2018
    case 0x2039: 0x203A
    case 0x203A: 0x2039
    case 0x300C: 0x300D
    case 0x300E: 0x300F
    default: scalar
    }
  }

  /// Whether it closes what `open` began.
  func closes(_ open: QuotationMark) -> Bool {
    if scalar == open.usualClosing { return true }
    return switch open.scalar {
    // Marks are mixed where they were mended by hand; Swedish and Finnish open as they close.
    case 0x22, 0x201C, 0x201E: [0x22, 0x201C, 0x201D].contains(scalar)
    case 0x201D: scalar == 0x22
    case 0xBB: scalar == 0xBB
    case 0x27, 0x2018, 0x201A: scalar == 0x27 || scalar == 0x2019
    default: false
    }
  }

  /// The marks of a line, in order; apostrophes are left out.
  static func all(in bytes: [UInt8], _ line: Range<Int>) -> [QuotationMark] {
    var marks: [QuotationMark] = []
    var at = line.lowerBound
    while at < line.upperBound {
      let byte = bytes[at]
      if byte != 0x22, byte != 0x27, byte < 0xC2 {
        at += 1
        continue
      }
      let (scalar, width) = decode(bytes, at)
      if isMark(scalar), let mark = QuotationMark(scalar, at..<at + width, bytes, line) { marks.append(mark) }
      at += width
    }
    return marks
  }

  private init?(_ scalar: UInt32, _ range: Range<Int>, _ bytes: [UInt8], _ line: Range<Int>) {
    let before = Self.neighbour(before: range.lowerBound, bytes, line)
    let after = Self.neighbour(at: range.upperBound, bytes, line)
    self.scalar = scalar
    self.range = range
    isFirstInLine = bytes[line.lowerBound..<range.lowerBound].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    let next = range.upperBound < line.upperBound ? Self.decode(bytes, range.upperBound).scalar : 0x20
    beginsSentence = Unicode.Scalar(next).map { !$0.properties.isLowercase } ?? true
    let isGuillemet = scalar == 0xAB || scalar == 0xBB || scalar == 0x2039 || scalar == 0x203A
    // By its neighbours: words stand behind what opens and before what closes.
    let opensHere = after != .blank && after != .stop && before != .word
    let closesHere = before != .blank && after != .word && !(before == .opening && after == .mark)
    let isLoose = before == .blank && after == .blank || before == .stop && after == .word
    switch scalar {
    case 0x27, 0x2018, 0x2019:
      if before == .word && after == .word { return nil }
      if opensHere, Self.isClipped(bytes, range.upperBound, line) { return nil }
      mayOpen = scalar != 0x2019 && opensHere && before != .stop
      mayClose = closesHere
    case 0x201A, 0x201E, 0x300C, 0x300E: (mayOpen, mayClose) = (true, false)
    case 0x300D, 0x300F: (mayOpen, mayClose) = (false, true)
    case 0x201C: (mayOpen, mayClose) = (after != .blank && after != .stop, before != .blank)
    case 0x201D: (mayOpen, mayClose) = (opensHere && before == .blank, true)
    default: (mayOpen, mayClose) = isGuillemet ? (true, true) : (opensHere || isLoose, closesHere || isLoose)
    }
  }

  private enum Neighbour { case blank, word, stop, opening, mark }

  private static func neighbour(before at: Int, _ bytes: [UInt8], _ line: Range<Int>) -> Neighbour {
    guard at > line.lowerBound else { return .blank }
    var start = at - 1
    while start > line.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return kind(decode(bytes, start).scalar)
  }

  private static func neighbour(at: Int, _ bytes: [UInt8], _ line: Range<Int>) -> Neighbour {
    at < line.upperBound ? kind(decode(bytes, at).scalar) : .blank
  }

  private static func kind(_ scalar: UInt32) -> Neighbour {
    switch scalar {
    case 0x28, 0x5B, 0x7B, 0x2F, 0xBF, 0xA1, 0x2013, 0x2014: return .opening
    case 0x09, 0x0D, 0x20, 0xA0, 0x2000...0x200B, 0x202F, 0x3000: return .blank
    case _ where isMark(scalar): return .mark
    default: break
    }
    guard let scalar = Unicode.Scalar(scalar) else { return .stop }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || "$£€%".unicodeScalars.contains(scalar)
      ? .word : .stop
  }

  private static func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0xAB, 0xBB, 0x2018...0x201A, 0x201C...0x201E, 0x2039, 0x203A, 0x300C...0x300F: true
    default: false
    }
  }

  /// Words that an apostrophe begins: "'em", "'tis", "'s avonds", and decades.
  private static let clipped: Set<String> = [
    "em", "tis", "twas", "til", "till", "cause", "round", "bout", "n", "s", "t", "k", "m", "d",
  ]

  private static func isClipped(_ bytes: [UInt8], _ at: Int, _ line: Range<Int>) -> Bool {
    guard at < line.upperBound else { return false }
    if bytes[at] &- 0x30 < 10 { return true }
    let word = bytes[at..<line.upperBound].prefix(6).prefix { ($0 | 0x20) &- 0x61 < 26 }
    return word.count < 6 && clipped.contains(String(decoding: word, as: UTF8.self).lowercased())
  }

  private static func decode(_ bytes: [UInt8], _ at: Int) -> (scalar: UInt32, width: Int) {
    let lead = UInt32(bytes[at])
    func rest(_ offset: Int) -> UInt32 { at + offset < bytes.count ? UInt32(bytes[at + offset]) & 0x3F : 0 }
    if lead < 0x80 { return (lead, 1) }
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | rest(1), 2) }
    if lead < 0xF0 { return ((lead & 0x0F) << 12 | rest(1) << 6 | rest(2), 3) }
    return ((lead & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3), 4)
  }
}
