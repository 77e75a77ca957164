/// Character references: `&amp;`, `&#38;`, `&#x26;`.
extension Tokenizer {
  /// A reference that was recognised: its code points (the second is 0 where there is none), and where it ends.
  struct Reference {
    var first: UInt32
    var second: UInt32
    var next: Int
  }

  /// The reference at the `&` at an offset, or `nil` where it is just an ampersand.
  func reference(at ampersand: Int, inAttribute: Bool) -> Reference? {
    let at = ampersand + 1
    guard at < count else { return nil }
    if input[at] == 0x23 { return numericReference(from: at + 1) }
    return namedReference(from: at, inAttribute: inAttribute)
  }

  private func numericReference(from start: Int) -> Reference? {
    var at = start
    let isHexadecimal = at < count && input[at] | 0x20 == 0x78
    if isHexadecimal { at += 1 }
    let digits = at
    var number: UInt32 = 0
    while at < count {
      if isHexadecimal {
        guard let digit = input[at].hexadecimalValue else { break }
        number = min(number << 4 | UInt32(digit), 0x110000)
      } else {
        guard input[at].isDigit else { break }
        number = min(number * 10 + UInt32(input[at] - 0x30), 0x110000)
      }
      at += 1
    }
    guard at > digits else { return nil }
    if at < count, input[at] == 0x3B { at += 1 }
    return Reference(first: CharacterReferences.corrected(number), second: 0, next: at)
  }

  private func namedReference(from start: Int, inAttribute: Bool) -> Reference? {
    let table = CharacterReferences.standard
    var end = start
    // Letters and digits only; so a name with a semicolon is the whole run or nothing.
    while end < count, end - start <= table.longest, input[end].isLetter || input[end].isDigit { end += 1 }
    if end < count, input[end] == 0x3B,
      let points = table.points(for: run(start, end), withSemicolon: true)
    {
      return Reference(first: points.first, second: points.second, next: end + 1)
    }
    var length = min(end - start, table.longestBare)
    while length > 1 {
      if let points = table.points(for: run(start, start + length), withSemicolon: false) {
        let next = start + length
        // For historical reasons `?a=b&copy=c` in an attribute is an address, not a copyright sign.
        if inAttribute, next < count, input[next] == 0x3D || input[next].isLetter || input[next].isDigit {
          return nil
        }
        return Reference(first: points.first, second: points.second, next: next)
      }
      length -= 1
    }
    return nil
  }

  private func run(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: input + start, count: end - start)
  }
}
