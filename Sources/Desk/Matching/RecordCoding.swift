/// Bytes of a record for a scratch file: numbers as LEB128, texts with their length before them.
struct RecordWriter {
  var bytes: [UInt8] = []

  mutating func number(_ value: Int) {
    var rest = UInt64(bitPattern: Int64(value))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func fixed<Value: FixedWidthInteger>(_ value: Value) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func share(_ value: Double) { fixed(value.bitPattern) }

  mutating func range(_ range: Range<Int>) {
    number(range.lowerBound)
    number(range.count)
  }

  mutating func range(_ range: Range<Int>?) {
    guard let range else { return number(0) }
    number(range.lowerBound + 1)
    number(range.count)
  }

  mutating func text(_ value: String) {
    var value = value
    value.withUTF8 { utf8 in
      number(utf8.count)
      bytes.append(contentsOf: utf8)
    }
  }

  /// `nil` is not the empty text.
  mutating func text(_ value: String?) {
    guard let value else { return bytes.append(0) }
    bytes.append(1)
    text(value)
  }

  mutating func list<Value>(_ values: [Value], each: (inout RecordWriter, Value) -> Void) {
    number(values.count)
    for value in values { each(&self, value) }
  }
}

/// Reads back what a ``RecordWriter`` wrote in this run; the bytes are trusted.
struct RecordReader {
  let bytes: UnsafeRawBufferPointer
  var at: Int

  init(_ bytes: UnsafeRawBufferPointer, at: Int = 0) {
    self.bytes = bytes
    self.at = at
  }

  mutating func byte() -> UInt8 {
    defer { at += 1 }
    return bytes[at]
  }

  mutating func number() -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = byte()
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: value)) }
      shift += 7
    }
  }

  mutating func fixed<Value: FixedWidthInteger>(_: Value.Type) -> Value {
    defer { at += MemoryLayout<Value>.size }
    return Value(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: Value.self))
  }

  mutating func share() -> Double { Double(bitPattern: fixed(UInt64.self)) }

  mutating func range() -> Range<Int> {
    let start = number()
    return start..<(start + number())
  }

  mutating func optionalRange() -> Range<Int>? {
    let start = number()
    guard start > 0 else { return nil }
    return (start - 1)..<(start - 1 + number())
  }

  mutating func text() -> String {
    let count = number()
    defer { at += count }
    return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[at..<(at + count)]), as: UTF8.self)
  }

  mutating func optionalText() -> String? { byte() == 0 ? nil : text() }

  mutating func list<Value>(_ each: (inout RecordReader) -> Value) -> [Value] {
    let count = number()
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(each(&self)) }
    return values
  }
}
