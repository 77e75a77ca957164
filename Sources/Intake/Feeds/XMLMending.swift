import CXml2

/// Makes of a stretch of XML as it is found one that a parser can take whole: an ampersand or a `<` that means itself is
/// escaped, the names that HTML has for characters become those characters, control characters become blanks, and
/// declarations are made plain text. So no parser ever sees an entity that it could expand.
struct XMLMending {
  /// A tag with more attributes loses them all: comparing each with each must cost nothing.
  static let mostAttributes = 256

  private(set) var bytes: [UInt8] = []
  /// How many signs were escaped or replaced that XML does not allow where they stood.
  private(set) var mended = 0
  /// How many tags lost their attributes.
  private(set) var stripped = 0

  init(_ raw: UnsafeRawBufferPointer) { add(raw) }

  /// Something to begin with, mended too, and room for what comes.
  init(opening: [UInt8], room: Int) {
    bytes.reserveCapacity(opening.count + room + room / 16 + 64)
    opening.withUnsafeBytes { add($0) }
  }

  /// Adds what is known to be in order.
  mutating func close(with closing: [UInt8]) { bytes.append(contentsOf: closing) }

  mutating func add(_ raw: UnsafeRawBufferPointer) {
    var at = 0
    while at < raw.count {
      let mark = XMLStretch.next(UInt8(ascii: "<"), in: raw, from: at) ?? raw.count
      text(raw.part(at..<mark))
      guard mark < raw.count else { return }
      at = stretch(raw, mark)
    }
  }

  private mutating func stretch(_ raw: UnsafeRawBufferPointer, _ start: Int) -> Int {
    let isDeclaration =
      raw.starts(at: start, "<!") && !raw.starts(at: start, "<!--") && !raw.starts(at: start, "<![cdata[")
    if isDeclaration {
      escape("&lt;")
      return start + 1
    }
    guard let stretch = XMLStretch(in: raw, at: start) else {
      // What the end of the bytes cut off is text: that is more than nothing.
      escape("&lt;")
      text(raw.part(start + 1..<raw.count))
      return raw.count
    }
    switch stretch.kind {
    case .open: tag(raw.part(start..<stretch.end), name: raw.part(stretch.name))
    case .close: bytes.append(contentsOf: raw[start..<stretch.end])
    case .characterData: plain(raw.part(start..<stretch.end))
    case .comment, .instruction: break
    case .declaration, .stray:
      escape("&lt;")
      return start + 1
    }
    return stretch.end
  }

  private mutating func tag(_ raw: UnsafeRawBufferPointer, name: UnsafeRawBufferPointer) {
    guard raw.reduce(0, { $0 + ($1 == UInt8(ascii: "=") ? 1 : 0) }) <= Self.mostAttributes || !hasTooMany(raw)
    else {
      stripped += 1
      bytes.append(UInt8(ascii: "<"))
      bytes.append(contentsOf: name)
      bytes.append(contentsOf: raw[raw.count - 2] == UInt8(ascii: "/") ? Array("/>".utf8) : Array(">".utf8))
      return
    }
    text(raw)
  }

  private func hasTooMany(_ raw: UnsafeRawBufferPointer) -> Bool {
    var count = 0
    var quote: UInt8 = 0
    for byte in raw {
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "=") {
        count += 1
      }
    }
    return count > Self.mostAttributes
  }

  /// Text, or a whole tag: what stands in quotation marks has the same references.
  private mutating func text(_ raw: UnsafeRawBufferPointer) {
    var at = 0
    while at < raw.count {
      let mark = XMLStretch.next(UInt8(ascii: "&"), in: raw, from: at) ?? raw.count
      if mark > at { plain(raw.part(at..<mark)) }
      guard mark < raw.count else { return }
      at = reference(raw, mark)
    }
  }

  private mutating func plain(_ raw: UnsafeRawBufferPointer) {
    let start = bytes.count
    bytes.append(contentsOf: raw)
    for index in start..<bytes.count
    where bytes[index] < 0x20 && !isBlank(bytes[index]) || bytes[index] == 0x0C {
      bytes[index] = 0x20
      mended += 1
    }
  }

  /// Passes what begins with the `&` at `start`.
  private mutating func reference(_ raw: UnsafeRawBufferPointer, _ start: Int) -> Int {
    guard let reference = CharacterReference(in: raw, at: start) else {
      escape("&amp;")
      return start + 1
    }
    switch reference.scalar {
    // These five are XML's own, and would be markup if they stood there themselves.
    case "<", ">", "&", "\"", "'": bytes.append(contentsOf: "&#\(reference.scalar.value);".utf8)
    default: append(reference.scalar, to: &bytes)
    }
    return reference.end
  }

  private mutating func escape(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    mended += 1
  }
}

/// `&eacute;`, `&#233;` or `&#xE9;`: a character by its name in HTML 4, or by its number.
struct CharacterReference {
  let scalar: Unicode.Scalar
  let end: Int

  /// The reference that begins with the `&` at `start`; `nil` where that is only an ampersand.
  init?(in bytes: UnsafeRawBufferPointer, at start: Int) {
    let limit = min(start + 12, bytes.count)
    // Ten million ampersands in a row are told from references by what follows each.
    guard start + 1 < limit,
      bytes[start + 1] == UInt8(ascii: "#") || (0x61...0x7A).contains(bytes[start + 1] | 0x20)
    else { return nil }
    guard let semicolon = bytes[start..<limit].firstIndex(of: UInt8(ascii: ";")), semicolon > start + 1 else {
      return nil
    }
    let name = bytes.part(start + 1..<semicolon)
    guard let value = name[0] == UInt8(ascii: "#") ? Self.number(name.dropFirst()) : Self.value(of: name)
    else {
      return nil
    }
    end = semicolon + 1
    // As HTML has it: what windows-1252 writes from 0x80 to 0x9F is meant so, and nothing else is a control character.
    if (0x80..<0xA0).contains(value) {
      scalar =
        withUnsafeBytes(of: UInt8(value)) { String(decoding: Windows1252.decode($0), as: UTF8.self) }
        .unicodeScalars.first ?? "\u{FFFD}"
    } else if value < 0x20, value != 0x0A, value != 0x0D, value != 0x09 {
      scalar = "\u{FFFD}"
    } else {
      scalar = value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
    }
  }

  private static func number(_ digits: Slice<UnsafeRawBufferPointer>) -> UInt32? {
    let isHexadecimal = digits.first.map { $0 | 0x20 } == UInt8(ascii: "x")
    let text = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
    guard let first = text.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-") else {
      return nil
    }
    return UInt32(text, radix: isHexadecimal ? 16 : 10)
  }

  private static func value(of name: UnsafeRawBufferPointer) -> UInt32? {
    if name.elementsEqual("apos".utf8) { return 0x27 }
    guard name.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) }) else {
      return nil
    }
    let terminated = Array(name) + [0]
    return terminated.withUnsafeBufferPointer { htmlEntityLookup($0.baseAddress) }.map { $0.pointee.value }
  }
}
