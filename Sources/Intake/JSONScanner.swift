/// A value of JSON: what it is and where it stands. Nothing is decoded until it is asked for.
struct JSONValue {
  enum Kind: Hashable { case string, number, object, array, yes, no, null }

  let kind: Kind
  /// Without the quotation marks where it is a string.
  let range: Range<Int>
  /// Whether a string has escapes.
  var escaped = false
}

/// One thing in an object or an array; the key is empty in an array.
struct JSONMember {
  let key: Range<Int>
  let keyEscaped: Bool
  let value: JSONValue
}

/// Why bytes are no JSON.
struct JSONFault: Error, Hashable {
  let at: Int
  /// What would have had to stand there: "a comma or }".
  let expected: String
  /// Whether the bytes ended where more was to come, outside a string or within.
  let endsEarly: Bool
  let inString: Bool
}

/// Reads JSON (RFC 8259) one container at a time: the direct members are listed, deeper ones checked and
/// passed.
///
/// Passing is a loop with one byte of memory a level, so that no depth overflows a stack. More is taken than
/// the standard allows where scrapers write more: `NaN` and `Infinity`, which stand for nothing, and control
/// characters within strings, but for the newline, since a string does not reach over a line.
struct JSONScanner {
  let bytes: UnsafeRawBufferPointer
  private(set) var at: Int
  private(set) var fault: JSONFault?

  init(_ bytes: UnsafeRawBufferPointer, at start: Int = 0) {
    self.bytes = bytes
    at = start
  }

  /// The members of the object or array that begins at the next byte that is not blank; `nil` and `fault` set
  /// where there is none, or where it has more members than `most`.
  mutating func members(most: Int = 1 << 22) -> [JSONMember]? {
    skipBlanks()
    guard at < bytes.count else { return fail("an object") }
    let isObject = bytes[at] == UInt8(ascii: "{")
    guard isObject || bytes[at] == UInt8(ascii: "[") else { return fail("an object") }
    let close = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
    at += 1
    var members: [JSONMember] = []
    if isObject { members.reserveCapacity(12) }
    if take(close) { return members }
    while true {
      var key = 0..<0
      var keyEscaped = false
      if isObject {
        guard let name = self.key() else { return nil }
        key = name.range
        keyEscaped = name.escaped
      }
      guard let value = value() else { return nil }
      guard members.count < most else { return fail("no more than \(most) members") }
      members.append(JSONMember(key: key, keyEscaped: keyEscaped, value: value))
      if take(UInt8(ascii: ",")) { continue }
      if take(close) { return members }
      return fail(isObject ? "a comma or }" : "a comma or ]")
    }
  }

  /// Whether nothing but blanks is left.
  mutating func isAtEnd() -> Bool {
    skipBlanks()
    return at == bytes.count
  }

  private mutating func key() -> JSONValue? {
    skipBlanks()
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { return fail("a key in quotation marks") }
    guard let key = string() else { return nil }
    guard take(UInt8(ascii: ":")) else { return fail("a colon behind the key") }
    return key
  }

  /// One value of any sort, containers passed as a whole.
  private mutating func value() -> JSONValue? {
    skipBlanks()
    guard at < bytes.count else { return fail("a value") }
    switch bytes[at] {
    case UInt8(ascii: "\""): return string()
    case UInt8(ascii: "{"), UInt8(ascii: "["): return container()
    default: return plain()
    }
  }

  /// Passes an object or an array. The stack holds the closing bracket of each level.
  private mutating func container() -> JSONValue? {
    let start = at
    let kind: JSONValue.Kind = bytes[at] == UInt8(ascii: "{") ? .object : .array
    var open: [UInt8] = []
    var atValue = true
    repeat {
      skipBlanks()
      guard at < bytes.count else { return fail("the end of a nested value") }
      if atValue {
        let isObject = bytes[at] == UInt8(ascii: "{")
        if isObject || bytes[at] == UInt8(ascii: "[") {
          let close = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
          at += 1
          if take(close) {
            atValue = false
          } else {
            open.append(close)
            if isObject, key() == nil { return nil }
          }
          continue
        }
        guard value() != nil else { return nil }
        atValue = false
        continue
      }
      guard let close = open.last else { break }
      if take(close) {
        open.removeLast()
      } else if take(UInt8(ascii: ",")) {
        if close == UInt8(ascii: "}"), key() == nil { return nil }
        atValue = true
      } else {
        return fail("a comma or the end of a nested value")
      }
    } while atValue || !open.isEmpty
    return JSONValue(kind: kind, range: start..<at)
  }

  /// A number, `true`, `false`, `null`, and what scrapers write for nothing.
  private mutating func plain() -> JSONValue? {
    let start = at
    while at < bytes.count, isPlain(bytes[at]) { at += 1 }
    let word = bytes.part(start..<at)
    let range = start..<at
    if word.isEmpty { return fail("a value") }
    if isNumber(word) { return JSONValue(kind: .number, range: range) }
    for (name, kind) in Self.words where word.elementsEqual(name) {
      return JSONValue(kind: kind, range: range)
    }
    // What reaches to the end may be the beginning of more.
    if at < bytes.count { at = start }
    return fail("a value")
  }

  private static let words: [([UInt8], JSONValue.Kind)] = [
    (Array("null".utf8), .null), (Array("true".utf8), .yes), (Array("false".utf8), .no),
    (Array("NaN".utf8), .null),
    (Array("Infinity".utf8), .null), (Array("-Infinity".utf8), .null),
  ]

  private func isPlain(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
  }

  private func isNumber(_ word: UnsafeRawBufferPointer) -> Bool {
    var i = word[0] == UInt8(ascii: "-") ? 1 : 0
    func digits() -> Bool {
      let start = i
      while i < word.count, (0x30...0x39).contains(word[i]) { i += 1 }
      return i > start
    }
    guard digits() else { return false }
    if i < word.count, word[i] == UInt8(ascii: ".") {
      i += 1
      guard digits() else { return false }
    }
    if i < word.count, word[i] | 0x20 == UInt8(ascii: "e") {
      i += 1
      if i < word.count, word[i] == UInt8(ascii: "+") || word[i] == UInt8(ascii: "-") { i += 1 }
      guard digits() else { return false }
    }
    return i == word.count
  }

  /// A string; `at` is at its opening mark.
  private mutating func string() -> JSONValue? {
    at += 1
    let start = at
    var escaped = false
    while true {
      at = endOfRun(from: at)
      guard at < bytes.count else { return fail("the end of a string", inString: true) }
      if bytes[at] == UInt8(ascii: "\"") {
        at += 1
        return JSONValue(kind: .string, range: start..<at - 1, escaped: escaped)
      }
      guard bytes[at] == UInt8(ascii: "\\") else {
        return fail("the end of a string before the line's", inString: true)
      }
      escaped = true
      guard passEscape() else { return fail("an escape such as \\n or \\u00E9", inString: true) }
    }
  }

  /// Offset of the next quotation mark, backslash or newline. The hot loop: eight bytes a step.
  @inline(__always)
  private func endOfRun(from start: Int) -> Int {
    var at = start
    let ones: UInt64 = 0x0101_0101_0101_0101
    while at + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      // A byte that is zero after the exclusive or borrows into its highest bit; the lowest such byte is
      // exact.
      let mark = word ^ (ones &* 0x22)
      let slash = word ^ (ones &* 0x5C)
      let newline = word ^ (ones &* 0x0A)
      let hits =
        ((mark &- ones) & ~mark) | ((slash &- ones) & ~slash) | ((newline &- ones) & ~newline)
      let found = hits & (ones &* 0x80)
      if found != 0 { return at + found.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < bytes.count, bytes[at] != 0x22, bytes[at] != 0x5C, bytes[at] != 0x0A { at += 1 }
    return at
  }

  private mutating func passEscape() -> Bool {
    guard at + 1 < bytes.count else {
      at = bytes.count
      return false
    }
    switch bytes[at + 1] {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74:
      at += 2
      return true
    case UInt8(ascii: "u"):
      let digits = bytes[min(at + 2, bytes.count)..<min(at + 6, bytes.count)]
      guard digits.allSatisfy({ hexadecimal($0) != nil }) else { return false }
      guard digits.count == 4 else {
        at = bytes.count
        return false
      }
      at += 6
      return true
    default: return false
    }
  }

  @inline(__always)
  private mutating func skipBlanks() {
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09 {
      at += 1
    }
  }

  @inline(__always)
  private mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func fail<T>(_ expected: String, inString: Bool = false) -> T? {
    fault = JSONFault(at: at, expected: expected, endsEarly: at >= bytes.count, inString: inString)
    return nil
  }
}

/// The value of a hexadecimal digit.
func hexadecimal(_ byte: UInt8) -> UInt32? {
  switch byte {
  case 0x30...0x39: UInt32(byte - 0x30)
  case 0x41...0x46: UInt32(byte - 0x37)
  case 0x61...0x66: UInt32(byte - 0x57)
  default: nil
  }
}
