/// Bytes of JSON, written field after field. The caller keeps the keys sorted and the brackets even.
///
/// Escapes as Foundation's encoder does with slashes left alone: what must be escaped and nothing else.
struct ByteWriter {
  var bytes: [UInt8] = []
  /// Whether the next field or element is the first within its brackets.
  private var isFirst = true

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Goes on behind `bytes`, which are taken until the caller puts back those of the writer.
  init(appendingTo bytes: inout [UInt8]) {
    self.bytes = bytes
    bytes = []
  }

  mutating func open(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    isFirst = true
  }

  mutating func close(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    isFirst = false
  }

  /// What stands before an element of an array.
  mutating func element() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }

  /// What stands before the value of a field. `name` needs no escapes.
  mutating func key(_ name: StaticString) {
    element()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  /// `null` where there is none.
  mutating func field(_ name: StaticString, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  /// `null` where there is none.
  mutating func field(_ name: StaticString, _ range: Range<Int>?) {
    key(name)
    guard let range else { return null() }
    open("[")
    element()
    number(range.lowerBound)
    element()
    number(range.upperBound)
    close("]")
  }

  mutating func field(_ name: StaticString, _ value: Int) {
    key(name)
    number(value)
  }

  mutating func field(_ name: StaticString, _ value: Double) {
    key(name)
    number(value)
  }

  mutating func field(_ name: StaticString, _ value: Bool) {
    key(name)
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// An array with an element for each of `values`.
  mutating func field<Value>(
    _ name: StaticString, _ values: [Value], each: (inout ByteWriter, Value) -> Void
  ) {
    key(name)
    open("[")
    for value in values {
      element()
      each(&self, value)
    }
    close("]")
  }

  mutating func null() { bytes.append(contentsOf: "null".utf8) }

  mutating func number(_ value: Int) {
    // Most numbers are places in a text: a few digits.
    guard value >= 0, value < 10_000_000 else { return bytes.append(contentsOf: String(value).utf8) }
    var rest = UInt32(value)
    var divisor: UInt32 = 1
    while rest / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(rest / divisor))
      rest %= divisor
      divisor /= 10
    }
  }

  /// The shortest form that reads back the same; a whole number without a point, as Foundation's encoder has it.
  mutating func number(_ value: Double) {
    if value == 0 || value == 1 { return bytes.append(UInt8(ascii: value == 0 ? "0" : "1")) }
    let text = value.description
    bytes.append(contentsOf: text.hasSuffix(".0") ? text.dropLast(2).utf8 : text[...].utf8)
  }

  mutating func string(_ value: String) {
    var value = value
    bytes.append(UInt8(ascii: "\""))
    value.withUTF8 { escape($0) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Stretches that need no escape are copied whole.
  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for at in text.indices {
      let byte = text[at]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<at]))
      start = at + 1
      bytes.append(UInt8(ascii: "\\"))
      switch byte {
      case 0x08: bytes.append(UInt8(ascii: "b"))
      case 0x09: bytes.append(UInt8(ascii: "t"))
      case 0x0A: bytes.append(UInt8(ascii: "n"))
      case 0x0C: bytes.append(UInt8(ascii: "f"))
      case 0x0D: bytes.append(UInt8(ascii: "r"))
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
      default:
        bytes.append(contentsOf: "u00".utf8)
        bytes.append(contentsOf: [Self.digit(byte >> 4), Self.digit(byte & 15)])
      }
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
