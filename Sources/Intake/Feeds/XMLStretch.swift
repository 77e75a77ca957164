import Glibc

/// A stretch of XML that belongs together: a tag, a comment, a section of character data.
///
/// Found by looking for its end alone, so that where items begin and end is known before anything is parsed, and damage in
/// one item cannot reach the next.
struct XMLStretch {
  enum Kind: Hashable {
    /// A start tag; `isEmpty` where it closes itself.
    case open(isEmpty: Bool)
    case close
    case comment, characterData, instruction, declaration
    /// A `<` that begins no markup, or a tag that another one breaks off.
    case stray
  }

  let kind: Kind
  /// Of a tag; empty for everything else.
  private(set) var name: Range<Int>
  let end: Int

  /// The stretch that begins with the `<` at `start`; `nil` where `bytes` end within it.
  init?(in bytes: UnsafeRawBufferPointer, at start: Int) {
    name = 0..<0

    if bytes.starts(at: start, "<!--") {
      kind = .comment
      guard let end = Self.end(in: bytes, from: start + 4, behind: "--") else { return nil }
      self.end = end
    } else if bytes.starts(at: start, "<![cdata[") {
      kind = .characterData
      guard let end = Self.end(in: bytes, from: start + 9, behind: "]]") else { return nil }
      self.end = end
    } else if bytes.starts(at: start, "<?") {
      kind = .instruction
      guard let end = Self.end(in: bytes, from: start + 2, behind: "?") else { return nil }
      self.end = end
    } else if bytes.starts(at: start, "<!") {
      kind = .declaration
      guard let end = Self.endOfDeclaration(in: bytes, from: start + 2) else { return nil }
      self.end = end
    } else {
      let isClosing = bytes.starts(at: start, "</")
      let nameStart = isClosing ? start + 2 : start + 1
      guard nameStart < bytes.count else { return nil }
      guard Self.isNameStart(bytes[nameStart]) else {
        kind = .stray
        end = start + 1
        return
      }
      var nameEnd = nameStart + 1
      while nameEnd < bytes.count, Self.isNameByte(bytes[nameEnd]) { nameEnd += 1 }
      name = nameStart..<nameEnd
      guard let end = Self.endOfTag(in: bytes, from: nameEnd) else { return nil }
      guard let end else {
        kind = .stray
        self.end = start + 1
        return
      }
      kind = isClosing ? .close : .open(isEmpty: bytes[end - 2] == UInt8(ascii: "/"))
      self.end = end
    }
  }

  /// Whether bytes that end so soon behind a `<` cannot be told apart yet.
  static func isTooShort(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Bool {
    bytes.count - start < 9 && bytes.starts(at: start, "<!")
  }

  /// Behind the next `>` that `before` stands before.
  private static func end(in bytes: UnsafeRawBufferPointer, from start: Int, behind before: StaticString)
    -> Int?
  {
    var at = start
    while let mark = next(UInt8(ascii: ">"), in: bytes, from: at) {
      let head = mark - before.utf8CodeUnitCount
      if head >= start, bytes.starts(at: head, before) { return mark + 1 }
      at = mark + 1
    }
    return nil
  }

  /// Behind a tag, whose quoted values may hold `>`; `.some(nil)` where a `<` shows that the tag was never closed.
  private static func endOfTag(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int?? {
    var quote: UInt8 = 0
    var at = start
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "<") { return .some(nil) }
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        return at + 1
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      at += 1
    }
    return nil
  }

  /// Behind `<!DOCTYPE …>`, which may hold declarations in square brackets.
  private static func endOfDeclaration(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    var at = start
    var isInBrackets = false
    while let mark = next(UInt8(ascii: ">"), in: bytes, from: at) {
      if !isInBrackets { isInBrackets = bytes[at..<mark].contains(UInt8(ascii: "[")) }
      guard isInBrackets else { return mark + 1 }
      var before = mark - 1
      while before > start, isBlank(bytes[before]) { before -= 1 }
      if bytes[before] == UInt8(ascii: "]") { return mark + 1 }
      at = mark + 1
    }
    return nil
  }

  static func next(_ byte: UInt8, in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress else { return nil }
    return memchr(base + start, Int32(byte), bytes.count - start).map { UnsafeRawPointer($0) - base }
  }

  static func isNameStart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isNameStart(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: ":")
  }
}
