/// Text, comments, and the copying of what does not stand in the input as it must stand in the tree.
extension Tokenizer {
  /// Reads text with references up to the next markup, or in RCDATA up to the end tag. At least one byte is read.
  mutating func readText(endsAtEndTag: Bool) {
    let sideStart = side.count
    var copied = position
    var at = position
    token.hasNull = false
    scan: while true {
      at = endOfPlain(from: at)
      guard at < count else { break }
      switch input[at] {
      case 0x3C:
        if endsAtEndTag ? isAppropriateEndTag(at) : opensMarkup(at) { break scan }
        at += 1
      case 0x26:
        if let reference = reference(at: at, inAttribute: false) {
          copy(copied, at)
          append(reference)
          at = reference.next
          copied = at
        } else {
          at += 1
        }
      case 0x0D:
        copyLineEnd(&copied, &at)
      default:
        if endsAtEndTag {
          copyNull(&copied, &at)
        } else {
          token.hasNull = true
          at += 1
        }
      }
    }
    token.kind = .characters
    if copied == position {
      token.start = Int32(position)
      token.end = Int32(at)
    } else {
      copy(copied, at)
      token.start = Int32(count + sideStart)
      token.end = Int32(count + side.count)
    }
    position = at
  }

  /// A text or comment whose end is known: line ends are made line feeds, and nulls replaced unless told.
  mutating func emit(_ kind: Token.Kind, _ start: Int, _ end: Int, next: Int, replacingNull: Bool = true) {
    let sideStart = side.count
    var copied = start
    var at = start
    token.hasNull = false
    while true {
      at = endOfClean(from: at, to: end)
      guard at < end else { break }
      if input[at] == 0x0D {
        copyLineEnd(&copied, &at)
      } else if replacingNull {
        copyNull(&copied, &at)
      } else {
        token.hasNull = true
        at += 1
      }
    }
    token.kind = kind
    if copied == start {
      token.start = Int32(start)
      token.end = Int32(end)
    } else {
      copy(min(copied, end), end)
      token.start = Int32(count + sideStart)
      token.end = Int32(count + side.count)
    }
    position = next
  }

  mutating func readCDATA() -> Bool {
    var at = position
    while at < count, !(input[at] == 0x5D && matches("]]>", at)) { at += 1 }
    let start = position
    content = .data
    position = min(at + 3, count)
    guard at > start else { return false }
    emit(.characters, start, at, next: position, replacingNull: false)
    return true
  }

  mutating func readComment(from start: Int) -> Bool {
    if start < count, input[start] == 0x3E {
      emit(.comment, start, start, next: start + 1)
      return true
    }
    if matches("->", start) {
      emit(.comment, start, start, next: start + 2)
      return true
    }
    var at = start
    while at < count {
      if input[at] == 0x2D, at + 2 < count, input[at + 1] == 0x2D {
        if input[at + 2] == 0x3E {
          emit(.comment, start, at, next: at + 3)
          return true
        }
        if input[at + 2] == 0x21, at + 3 < count, input[at + 3] == 0x3E {
          emit(.comment, start, at, next: at + 4)
          return true
        }
      }
      at += 1
    }
    // Unclosed: the dashes that may have begun the end are not part of the comment.
    var end = count
    for tail in ["--!", "--", "-"] as [StaticString] where count - tail.utf8CodeUnitCount >= start {
      if matches(tail, count - tail.utf8CodeUnitCount) {
        end = count - tail.utf8CodeUnitCount
        break
      }
    }
    emit(.comment, start, end, next: count)
    return true
  }

  mutating func readBogusComment(from start: Int) -> Bool {
    var at = start
    while at < count, input[at] != 0x3E { at += 1 }
    emit(.comment, start, at, next: min(at + 1, count))
    return true
  }

  // MARK: Scanning

  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  @inline(__always)
  private func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(input + offset).loadUnaligned(as: UInt64.self))
  }

  /// The first `<`, `&`, carriage return or null, eight bytes at a time.
  @inline(__always)
  func endOfPlain(from start: Int) -> Int {
    var at = start
    while at + 8 <= count {
      let word = word(at: at)
      let hits =
        Self.zeroBytes(word ^ 0x3C3C_3C3C_3C3C_3C3C) | Self.zeroBytes(word ^ 0x2626_2626_2626_2626)
        | Self.zeroBytes(word ^ 0x0D0D_0D0D_0D0D_0D0D) | Self.zeroBytes(word)
      if hits != 0 { return at + hits.trailingZeroBitCount >> 3 }
      at += 8
    }
    while at < count {
      let byte = input[at]
      if byte == 0x3C || byte == 0x26 || byte == 0x0D || byte == 0 { break }
      at += 1
    }
    return at
  }

  /// The first carriage return or null before `end`.
  func endOfClean(from start: Int, to end: Int) -> Int {
    var at = start
    while at + 8 <= end {
      let word = word(at: at)
      let hits = Self.zeroBytes(word ^ 0x0D0D_0D0D_0D0D_0D0D) | Self.zeroBytes(word)
      if hits != 0 { return at + hits.trailingZeroBitCount >> 3 }
      at += 8
    }
    while at < end, input[at] != 0x0D, input[at] != 0 { at += 1 }
    return at
  }

  /// The first `quote`, `&`, carriage return or null.
  @inline(__always)
  func endOfPlainValue(from start: Int, quote: UInt8) -> Int {
    var at = start
    let quotes = UInt64(quote) &* 0x0101_0101_0101_0101
    while at + 8 <= count {
      let word = word(at: at)
      let hits =
        Self.zeroBytes(word ^ quotes) | Self.zeroBytes(word ^ 0x2626_2626_2626_2626)
        | Self.zeroBytes(word ^ 0x0D0D_0D0D_0D0D_0D0D) | Self.zeroBytes(word)
      if hits != 0 { return at + hits.trailingZeroBitCount >> 3 }
      at += 8
    }
    while at < count {
      let byte = input[at]
      if byte == quote || byte == 0x26 || byte == 0x0D || byte == 0 { break }
      at += 1
    }
    return at
  }

  /// The first `<` at or behind an offset.
  @inline(__always)
  func nextLessThan(from start: Int) -> Int {
    var at = start
    while at + 8 <= count {
      let hits = Self.zeroBytes(word(at: at) ^ 0x3C3C_3C3C_3C3C_3C3C)
      if hits != 0 { return at + hits.trailingZeroBitCount >> 3 }
      at += 8
    }
    while at < count, input[at] != 0x3C { at += 1 }
    return at
  }

  // MARK: Copying

  mutating func copy(_ start: Int, _ end: Int) {
    guard end > start else { return }
    side.append(contentsOf: UnsafeBufferPointer(start: input + start, count: end - start))
  }

  /// Copies up to a carriage return and makes it, with a line feed behind it, one line feed.
  @inline(__always)
  mutating func copyLineEnd(_ copied: inout Int, _ at: inout Int) {
    copy(copied, at)
    side.append(0x0A)
    at += at + 1 < count && input[at + 1] == 0x0A ? 2 : 1
    copied = at
  }

  mutating func copyNull(_ copied: inout Int, _ at: inout Int) {
    copy(copied, at)
    append(point: 0xFFFD)
    at += 1
    copied = at
  }

  mutating func append(point: UInt32) {
    switch point {
    case 0..<0x80: side.append(UInt8(point))
    case 0x80..<0x800:
      side.append(UInt8(0xC0 | point >> 6))
      side.append(UInt8(0x80 | point & 0x3F))
    case 0x800..<0x10000:
      side.append(UInt8(0xE0 | point >> 12))
      side.append(UInt8(0x80 | point >> 6 & 0x3F))
      side.append(UInt8(0x80 | point & 0x3F))
    default:
      side.append(UInt8(0xF0 | point >> 18))
      side.append(UInt8(0x80 | point >> 12 & 0x3F))
      side.append(UInt8(0x80 | point >> 6 & 0x3F))
      side.append(UInt8(0x80 | point & 0x3F))
    }
  }

  mutating func append(_ reference: Reference) {
    append(point: reference.first)
    if reference.second != 0 { append(point: reference.second) }
  }
}
