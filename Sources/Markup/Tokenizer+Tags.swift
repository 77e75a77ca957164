/// Tags and their attributes.
extension Tokenizer {
  /// Reads the tag whose `<` is at `position`. Whether there was one: a tag that the input's end cuts off is none.
  mutating func readTag() -> Bool {
    let isEnd = input[position + 1] == 0x2F
    token.kind = isEnd ? .endTag : .startTag
    token.selfClosing = false
    position += isEnd ? 2 : 1
    token.name = readName(attribute: false)
    token.firstAttribute = Int32(attributes.count)
    token.attributeCount = 0
    let whole = readAttributes(keeping: !isEnd)
    if !whole {
      attributes.removeLast(Int(token.attributeCount))
      position = count
    } else if !isEnd {
      lastStartTag = token.name
    }
    return whole
  }

  /// Reads attributes up to and with the `>`; `false` when the input ends before.
  private mutating func readAttributes(keeping: Bool) -> Bool {
    while position < count {
      let byte = input[position]
      if byte == 0x3E {
        position += 1
        return true
      }
      if byte == 0x2F {
        position += 1
        if position < count, input[position] == 0x3E {
          token.selfClosing = true
          position += 1
          return true
        }
      } else if byte.isSpace {
        position += 1
      } else {
        readAttribute(keeping: keeping)
      }
    }
    return false
  }

  private mutating func readAttribute(keeping: Bool) {
    let keeps = keeping && mayKeepAttribute()
    let name = keeps ? readName(attribute: true) : skipName()
    skipSpace()
    var start: Int32 = 0
    var end: Int32 = 0
    if position < count, input[position] == 0x3D {
      position += 1
      skipSpace()
      if position < count, input[position] != 0x3E { (start, end) = readValue() }
    }
    guard keeps, name != 0 else { return }
    let first = Int(token.firstAttribute)
    for i in first..<(first + Int(token.attributeCount)) where attributes[i].name == name { return }
    attributes.append(Attribute(name: name, valueStart: start, valueEnd: end))
    token.attributeCount += 1
  }

  private mutating func mayKeepAttribute() -> Bool {
    if Int(token.attributeCount) >= limits.attributesPerTag {
      reached.insert(.attributesPerTag)
      return false
    }
    if attributes.count >= limits.attributes {
      reached.insert(.attributes)
      return false
    }
    return true
  }

  @inline(__always)
  private mutating func skipSpace() {
    while position < count, input[position].isSpace { position += 1 }
  }

  /// Reads the name at `position` and gives its number. An attribute's name may begin with `=`, and ends with one.
  @inline(__always)
  private mutating func readName(attribute: Bool) -> UInt16 {
    let start = position
    var at = start
    var hash = NameTable.seed
    while at < count {
      let byte = input[at]
      if byte <= 0x3E {
        if byte == 0x3E || byte == 0x2F || byte.isSpace { break }
        if byte == 0x3D, attribute, at > start { break }
        if byte == 0 { return readNameWithNulls(attribute: attribute) }
      }
      hash = NameTable.step(hash, byte.lowercased)
      at += 1
    }
    position = at
    return names.number(of: UnsafeBufferPointer(start: input + start, count: at - start), hash: hash)
  }

  private mutating func skipName() -> UInt16 {
    let start = position
    while position < count {
      let byte = input[position]
      if byte == 0x3E || byte == 0x2F || byte.isSpace || (byte == 0x3D && position > start) { break }
      position += 1
    }
    return 0
  }

  private mutating func readNameWithNulls(attribute: Bool) -> UInt16 {
    var name: [UInt8] = []
    while position < count {
      let byte = input[position]
      if byte == 0x3E || byte == 0x2F || byte.isSpace || (byte == 0x3D && attribute && !name.isEmpty) {
        break
      }
      if byte == 0 { name += [0xEF, 0xBF, 0xBD] } else { name.append(byte.lowercased) }
      position += 1
    }
    return names.number(of: name, hash: NameTable.hash(name))
  }

  /// Reads a value, quoted or not, and gives its range in the tree's byte space.
  private mutating func readValue() -> (Int32, Int32) {
    let quote = input[position]
    let isQuoted = quote == 0x22 || quote == 0x27
    if isQuoted { position += 1 }
    let start = position
    let sideStart = side.count
    var copied = start
    var at = start
    while true {
      at = isQuoted ? endOfPlainValue(from: at, quote: quote) : endOfPlainUnquoted(from: at)
      guard at < count else { break }
      let byte = input[at]
      if byte == 0x26 {
        if let reference = reference(at: at, inAttribute: true) {
          copy(copied, at)
          append(reference)
          at = reference.next
          copied = at
        } else {
          at += 1
        }
      } else if byte == 0 {
        copyNull(&copied, &at)
      } else if byte == 0x0D, isQuoted {
        copyLineEnd(&copied, &at)
      } else {
        break
      }
    }
    position = isQuoted ? min(at + 1, count) : at
    if copied == start { return (Int32(start), Int32(at)) }
    copy(copied, at)
    return (Int32(count + sideStart), Int32(count + side.count))
  }

  @inline(__always)
  private func endOfPlainUnquoted(from start: Int) -> Int {
    var at = start
    while at < count {
      let byte = input[at]
      if byte == 0x3E || byte == 0x26 || byte == 0 || byte.isSpace { break }
      at += 1
    }
    return at
  }
}
