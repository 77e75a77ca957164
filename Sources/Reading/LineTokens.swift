/// A word, a number or a mark of a line, with what the judges ask about it.
struct Token: Sendable {
  /// What the token is made of.
  enum Kind: UInt8, Sendable { case word, number, mark }

  let kind: Kind
  /// For marks: which one, brought to one sign each (`-` for every dash, `"` for every quotation mark, `(` for `[`).
  let mark: UInt8
  /// First letter in upper case.
  let isCapital: Bool
  /// At least two letters, none in lower case.
  let isAllCapitals: Bool
  /// A dash with a blank on each side, or a long one.
  let isSpaced: Bool
  /// A dot stands inside: "example.com", "U.S".
  let hasDot: Bool
  /// Of the folded word or the mark.
  let hash: UInt64
  /// Classes of `WordTable`, one bit each.
  let classes: UInt32
  /// Half-open byte range in the line.
  let start: Int
  let end: Int

  var isMark: Bool { kind == .mark }
  var range: Range<Int> { start..<end }

  func isMark(_ sign: Unicode.Scalar) -> Bool {
    kind == .mark && mark == UInt8(truncatingIfNeeded: sign.value)
  }
}

/// Cuts lines into tokens. One pass over the bytes.
enum LineTokens {
  static func scan(_ text: String) -> [Token] {
    var text = text
    return text.withUTF8 { scan($0) }
  }

  static func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count / 5)
    var at = 0
    while at < bytes.count {
      let (value, width) = decode(bytes, at)
      switch classify(value) {
      case .blank: at += width
      case .letter: at = word(bytes, at, into: &tokens)
      case .mark(let sign): at = mark(bytes, at, width, sign, into: &tokens)
      }
    }
    return tokens
  }

  private enum Class { case blank, letter, mark(UInt8) }

  /// The scalar at a byte of valid UTF-8.
  @inline(__always)
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (value: UInt32, width: Int) {
    let first = UInt32(bytes[at])
    if first < 0x80 { return (first, 1) }
    func next(_ offset: Int) -> UInt32 { at + offset < bytes.count ? UInt32(bytes[at + offset] & 0x3F) : 0 }
    let left = bytes.count - at
    if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), min(2, left)) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), min(3, left)) }
    return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), min(4, left))
  }

  @inline(__always)
  private static func classify(_ value: UInt32) -> Class {
    if value < 0x80 {
      if (value | 0x20) &- 0x61 < 26 || value &- 0x30 < 10 { return .letter }
      return value <= 0x20 || value == 0x7F ? .blank : .mark(UInt8(value))
    }
    return classifyWide(value)
  }

  private static func classifyWide(_ value: UInt32) -> Class {
    switch value {
    case 0x80...0xA0, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF, 0xAD: .blank
    case 0x2010...0x2015, 0x2212: .mark(UInt8(ascii: "-"))
    case 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x300C...0x300F: .mark(UInt8(ascii: "\""))
    case 0x203A, 0x2192, 0x25B6, 0x25BA: .mark(UInt8(ascii: ">"))
    case 0x2026: .mark(UInt8(ascii: "."))
    case 0x2022, 0xB7, 0x25CF, 0x25AA, 0x2043: .mark(UInt8(ascii: "|"))
    case 0xFF1A: .mark(UInt8(ascii: ":"))
    case 0x3002: .mark(UInt8(ascii: "."))
    case 0xFF08, 0x3010: .mark(UInt8(ascii: "("))
    case 0xFF09, 0x3011: .mark(UInt8(ascii: ")"))
    case 0xA9, 0xAA, 0xB5, 0xBA: .letter
    case 0xA1...0xBF, 0xD7, 0xF7, 0x2000...0x2BFF, 0x3001...0x303F, 0xFE00...0xFE0F: .mark(UInt8(ascii: "*"))
    default: .letter
    }
  }

  private static func word(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, into tokens: inout [Token])
    -> Int
  {
    var at = start
    var hash = Folding.seed
    var letters = 0
    var upper = 0
    var isCapital = false
    var hasDot = false
    var digitsOnly = true
    while at < bytes.count {
      // Most bytes are letters of ASCII.
      let byte = bytes[at]
      let low = byte | 0x20
      if low &- 0x61 < 26 {
        digitsOnly = false
        letters += 1
        if byte != low {
          upper += 1
          if at == start { isCapital = true }
        }
        hash = Folding.add(low, to: hash)
        at += 1
        continue
      }
      let (value, width) = decode(bytes, at)
      guard case .letter = classify(value) else {
        // A dot between two letters or digits belongs to the word: example.com, U.S, 3.5.
        if value == 0x2E, at > start, at + 1 < bytes.count, isASCIIAlphanumeric(bytes[at + 1]),
          isASCIIAlphanumeric(bytes[at - 1])
        {
          hasDot = true
          hash = Folding.add(0x2E, to: hash)
          at += 1
          continue
        }
        break
      }
      if value &- 0x30 >= 10 {
        digitsOnly = false
        letters += 1
        if isUpper(value) {
          upper += 1
          if at == start { isCapital = true }
        }
      }
      hash = Folding.add(scalar: Folding.fold(value), to: hash)
      at += width
      if value == 0xA9 { break }
    }
    tokens.append(
      Token(
        kind: digitsOnly ? .number : .word, mark: 0, isCapital: isCapital,
        isAllCapitals: letters >= 2 && upper == letters, isSpaced: false, hasDot: hasDot, hash: hash,
        classes: digitsOnly ? 0 : WordTable.shared.mask(hash), start: start, end: at))
    return at
  }

  private static func mark(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ width: Int, _ sign: UInt8, into tokens: inout [Token]
  ) -> Int {
    var end = start + width
    var folded = sign
    switch sign {
    case UInt8(ascii: "'"), UInt8(ascii: "`"): folded = UInt8(ascii: "\"")
    case UInt8(ascii: "["), UInt8(ascii: "{"): folded = UInt8(ascii: "(")
    case UInt8(ascii: "]"), UInt8(ascii: "}"): folded = UInt8(ascii: ")")
    default: break
    }
    // An apostrophe inside a word is no quotation mark: words are cut there and nothing is left between.
    if folded == UInt8(ascii: "\""), isLetter(bytes, before: start), isLetter(bytes, at: end) {
      return end
    }
    let isDash = folded == UInt8(ascii: "-")
    while isDash, end < bytes.count, bytes[end] == UInt8(ascii: "-") { end += 1 }
    let before = start == 0 || bytes[start - 1] == 0x20 || bytes[start - 1] == 0xA0
    let after = end >= bytes.count || bytes[end] == 0x20 || bytes[end] == 0xC2
    let isSpaced = isDash && ((before && after) || end - start > 1)
    tokens.append(
      Token(
        kind: .mark, mark: folded, isCapital: false, isAllCapitals: false, isSpaced: isSpaced, hasDot: false,
        hash: Folding.add(folded, to: Folding.seed),
        classes: folded == UInt8(ascii: "&") ? 1 << UInt32(WordTable.Class.connector.rawValue) : 0,
        start: start, end: end))
    return end
  }

  private static func isASCIIAlphanumeric(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  private static func isLetter(_ bytes: UnsafeBufferPointer<UInt8>, at: Int) -> Bool {
    guard at < bytes.count, case .letter = classify(decode(bytes, at).value) else { return false }
    return true
  }

  private static func isLetter(_ bytes: UnsafeBufferPointer<UInt8>, before end: Int) -> Bool {
    var at = end - 1
    while at > 0, end - at < 4, bytes[at] & 0xC0 == 0x80 { at -= 1 }
    return at >= 0 && isLetter(bytes, at: at)
  }

  private static func isUpper(_ value: UInt32) -> Bool {
    if value < 0x80 { return value &- 0x41 < 26 }
    if value < 0xDF { return value >= 0xC0 }
    // The lower-case letters of the scripts that pages mostly have, and what has no case: no need to ask Unicode.
    if value < 0x100 || (0x430...0x45F).contains(value) || (0x5D0...0x109F).contains(value)
      || (0x3040...0x9FFF).contains(value) || (0xAC00...0xD7FF).contains(value)
    {
      return false
    }
    if (0x410...0x42F).contains(value) { return true }
    return Unicode.Scalar(value)?.properties.isUppercase ?? false
  }
}
