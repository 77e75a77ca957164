/// `<!DOCTYPE …>`.
extension Tokenizer {
  mutating func readDoctype(from start: Int) -> Bool {
    position = start
    doctype = Doctype()
    token.kind = .doctype
    doctype.forcesQuirks = !readDoctypeParts()
    while position < count, input[position] != 0x3E { position += 1 }
    position = min(position + 1, count)
    return true
  }

  /// Leaves `position` at the closing `>` or before what is skipped up to it; `false` when the doctype is broken.
  private mutating func readDoctypeParts() -> Bool {
    skip()
    guard position < count, input[position] != 0x3E else { return false }
    let start = position
    while position < count, input[position] != 0x3E, !input[position].isSpace { position += 1 }
    doctype.name = string(start, position, lowercased: true)
    skip()
    guard position < count else { return false }
    if input[position] == 0x3E { return true }
    if matches("public", position) {
      position += 6
      skip()
      guard let quoted = readQuoted() else { return false }
      doctype.publicID = quoted.text
      guard quoted.closed else { return false }
      skip()
      guard position < count else { return false }
      if input[position] == 0x3E { return true }
    } else if matches("system", position) {
      position += 6
      skip()
    } else {
      return false
    }
    guard let quoted = readQuoted() else { return false }
    doctype.systemID = quoted.text
    guard quoted.closed else { return false }
    skip()
    return position < count
  }

  /// A quoted identifier; `nil` where no quotation mark stands. A `>` ends it unclosed.
  private mutating func readQuoted() -> (text: String, closed: Bool)? {
    guard position < count, input[position] == 0x22 || input[position] == 0x27 else { return nil }
    let quote = input[position]
    position += 1
    let start = position
    while position < count, input[position] != quote, input[position] != 0x3E { position += 1 }
    let text = string(start, position, lowercased: false)
    guard position < count, input[position] == quote else { return (text, false) }
    position += 1
    return (text, true)
  }

  private mutating func skip() {
    while position < count, input[position].isSpace { position += 1 }
  }

  private func string(_ start: Int, _ end: Int, lowercased: Bool) -> String {
    var bytes: [UInt8] = []
    var at = start
    while at < end {
      let byte = input[at]
      if byte == 0 {
        bytes += [0xEF, 0xBF, 0xBD]
      } else if byte == 0x0D {
        bytes.append(0x0A)
        if at + 1 < end, input[at + 1] == 0x0A { at += 1 }
      } else {
        bytes.append(lowercased ? byte.lowercased : byte)
      }
      at += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
