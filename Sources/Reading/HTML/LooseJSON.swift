/// A reader of JSON as it stands in pages: line breaks inside strings, commas too many or too few, quotation marks
/// that nobody escaped, an end that is missing. It takes what it can and never fails.
///
/// Values lie in one array and name each other by index; reading is one pass without recursion.
struct LooseJSON {
  enum Kind: UInt8 { case object, array, string, literal }

  struct Value {
    var kind: Kind
    /// The key under which it stands in its object.
    var key: Range<Int>?
    /// The bytes between a string's quotation marks, or of a number, `true`, `false` or `null`.
    var content: Range<Int>
    var parent: Int32
    var firstChild: Int32 = -1
    var lastChild: Int32 = -1
    var next: Int32 = -1
  }

  private static let greatestDepth = 64
  private static let mostValues = 60_000

  let bytes: [UInt8]
  private(set) var values: [Value] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    read()
  }

  private mutating func read() {
    var open: [Int32] = []
    var key: Range<Int>?
    var at = 0
    while at < bytes.count, values.count < Self.mostValues {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard open.count < Self.greatestDepth else { return }
        open.append(add(byte == UInt8(ascii: "{") ? .object : .array, at..<at, key, open.last))
        key = nil
        at += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        _ = open.popLast()
        key = nil
        at += 1
      case UInt8(ascii: "\""):
        let content = string(from: at + 1)
        at = min(content.upperBound + 1, bytes.count)
        let isInObject = open.last.map { values[Int($0)].kind == .object } ?? false
        if isInObject, key == nil, nextVisible(at) == UInt8(ascii: ":") {
          key = content
        } else if !open.isEmpty {
          _ = add(.string, content, key, open.last)
          key = nil
        }
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"):
        let start = at
        while at < bytes.count, isLiteral(bytes[at]) { at += 1 }
        at = max(at, start + 1)
        if key != nil || (open.last.map { values[Int($0)].kind == .array } ?? false) {
          _ = add(.literal, start..<at, key, open.last)
        }
        key = nil
      default: at += 1
      }
    }
  }

  private mutating func add(_ kind: Kind, _ content: Range<Int>, _ key: Range<Int>?, _ parent: Int32?)
    -> Int32
  {
    let index = Int32(values.count)
    values.append(Value(kind: kind, key: key, content: content, parent: parent ?? -1))
    if let parent {
      let last = values[Int(parent)].lastChild
      if last >= 0 { values[Int(last)].next = index } else { values[Int(parent)].firstChild = index }
      values[Int(parent)].lastChild = index
    }
    return index
  }

  private func isLiteral(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"):
      return true
    default: return false
    }
  }

  private func nextVisible(_ start: Int) -> UInt8? {
    var at = start
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    return at < bytes.count ? bytes[at] : nil
  }

  /// The range of a string's content. A quotation mark that neither a comma, a colon nor a bracket follows was meant
  /// as a part of it.
  private func string(from start: Int) -> Range<Int> {
    var at = start
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "\\") {
        at += 2
        continue
      }
      if bytes[at] == UInt8(ascii: "\"") {
        switch nextVisible(at + 1) {
        case nil, UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "}"), UInt8(ascii: "]"),
          UInt8(ascii: "\""):
          return start..<at
        default: break
        }
      }
      at += 1
    }
    return start..<bytes.count
  }

  // MARK: Asking

  func children(of value: Int) -> some Sequence<Int> {
    sequence(state: values[value].firstChild) { (at: inout Int32) -> Int? in
      guard at >= 0 else { return nil }
      defer { at = values[Int(at)].next }
      return Int(at)
    }
  }

  /// The value under a key of an object.
  func child(_ key: StaticString, of value: Int) -> Int? {
    children(of: value).first { isKey(key, of: $0) }
  }

  func isKey(_ key: StaticString, of value: Int) -> Bool {
    guard let range = values[value].key, range.count == key.utf8CodeUnitCount else { return false }
    for i in 0..<range.count where bytes[range.lowerBound + i] != key.utf8Start[i] { return false }
    return true
  }

  /// A string or number as text, escapes undone; `nil` for anything else.
  func text(_ value: Int) -> String? {
    let value = values[value]
    guard value.kind == .string || value.kind == .literal else { return nil }
    let content = bytes[value.content]
    if value.kind == .literal {
      let text = String(decoding: content, as: UTF8.self)
      return text == "null" ? nil : text
    }
    guard content.contains(UInt8(ascii: "\\")) else { return String(decoding: content, as: UTF8.self) }
    return String(decoding: unescaped(value.content), as: UTF8.self)
  }

  private func unescaped(_ range: Range<Int>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(range.count)
    var at = range.lowerBound
    while at < range.upperBound {
      guard bytes[at] == UInt8(ascii: "\\"), at + 1 < range.upperBound else {
        out.append(bytes[at])
        at += 1
        continue
      }
      at += 2
      switch bytes[at - 1] {
      case UInt8(ascii: "n"): out.append(0x0A)
      case UInt8(ascii: "r"): out.append(0x0D)
      case UInt8(ascii: "t"): out.append(0x09)
      case UInt8(ascii: "b"), UInt8(ascii: "f"): out.append(0x20)
      case UInt8(ascii: "u"):
        guard let unit = unit(at, range) else { continue }
        at += 4
        var point = UInt32(unit)
        if unit & 0xFC00 == 0xD800, at + 1 < range.upperBound, bytes[at] == UInt8(ascii: "\\"),
          bytes[at + 1] == UInt8(ascii: "u"), let low = self.unit(at + 2, range), low & 0xFC00 == 0xDC00
        {
          point = 0x10000 + (UInt32(unit & 0x3FF) << 10) + UInt32(low & 0x3FF)
          at += 6
        }
        out.append(contentsOf: Array(String(Character(Unicode.Scalar(point) ?? "\u{FFFD}")).utf8))
      default: out.append(bytes[at - 1])
      }
    }
    return out
  }

  private func unit(_ start: Int, _ range: Range<Int>) -> UInt16? {
    guard start + 4 <= range.upperBound else { return nil }
    return UInt16(String(decoding: bytes[start..<(start + 4)], as: UTF8.self), radix: 16)
  }
}
