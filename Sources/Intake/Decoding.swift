/// The bytes of a page as UTF-8, and what was wrong with them.
struct Decoded {
  var bytes: [UInt8]
  /// What was broken, where, and what was done about it; `nil` where nothing was.
  var warning: String?
}

/// Turns the bytes of a page into UTF-8.
///
/// What the bytes are outranks what is said of them: a byte order mark, then being UTF-8 in every byte, then what
/// the server says (`transport`), then the declaration, then being UTF-8 in most bytes; what is left is windows-1252,
/// which reads every byte.
enum Decoding {
  /// How much of a page's head the standard searches for a declaration, and how much we search where nothing
  /// else helps, since browsers too heed one that comes late.
  private static let head = 1024
  private static let wideHead = 64 << 10

  /// HTML, which may declare its set.
  static func html(_ raw: UnsafeRawBufferPointer, transport: CharacterSet? = nil) -> Decoded {
    let decoded = decode(raw, transport) { bytes, limit in
      Prescan.declared(in: UnsafeRawBufferPointer(rebasing: bytes.prefix(limit)))
    }
    return decoded.warning == nil ? writtenOnce(decoded) : decoded
  }

  /// A page that was turned into UTF-8 twice, turned back once.
  static func writtenOnce(_ decoded: Decoded) -> Decoded {
    guard let once = decoded.bytes.withUnsafeBytes({ DoubleUTF8.undone($0) }) else { return decoded }
    return Decoded(
      bytes: once,
      warning: "The page was turned into UTF-8 twice (“Ã©” for “é”); it was turned back once; nothing to do.")
  }

  /// The set that a browser takes a page of HTML to be in, whose transport says nothing: its mark, what it declares in
  /// its head, what it declares further on, or else windows-1252. What the bytes themselves are is not asked.
  static func stated(_ raw: UnsafeRawBufferPointer) -> CharacterSet {
    if raw.starts(with: [0xFF, 0xFE]) { return .utf16(bigEndian: false) }
    if raw.starts(with: [0xFE, 0xFF]) { return .utf16(bigEndian: true) }
    if raw.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    for limit in [head, wideHead] {
      let part = UnsafeRawBufferPointer(rebasing: raw.prefix(limit))
      if let set = Prescan.declared(in: part) { return set }
    }
    return .windows1252
  }

  /// Text, which declares nothing.
  static func text(_ raw: UnsafeRawBufferPointer, transport: CharacterSet? = nil) -> Decoded {
    decode(raw, transport) { _, _ in nil }
  }

  /// A piece of XML whose document declares `set`, or nothing.
  static func xml(_ raw: UnsafeRawBufferPointer, declared set: CharacterSet?) -> Decoded {
    decode(raw, nil) { _, _ in set }
  }

  private static func decode(
    _ raw: UnsafeRawBufferPointer, _ transport: CharacterSet?,
    declared: (UnsafeRawBufferPointer, Int) -> CharacterSet?
  ) -> Decoded {
    if raw.starts(with: [0xFF, 0xFE]) {
      return UTF16Decoding.decode(raw.part(2..<raw.count), bigEndian: false)
    }
    if raw.starts(with: [0xFE, 0xFF]) {
      return UTF16Decoding.decode(raw.part(2..<raw.count), bigEndian: true)
    }
    let marked = raw.starts(with: [0xEF, 0xBB, 0xBF])
    let bytes = marked ? raw.part(3..<raw.count) : raw
    // Without a mark, only a server can mean UTF-16: a page that says so in ASCII letters does not.
    if !marked, case .utf16(let bigEndian) = transport, bytes.contains(0) {
      return UTF16Decoding.decode(bytes, bigEndian: bigEndian)
    }
    let firstBroken = firstBrokenUTF8(bytes)
    let near = marked ? CharacterSet.utf8 : transport ?? declared(bytes, head)
    if let near, near.isEscaped, bytes.contains(0x1B) { return legacy(bytes, near) }
    guard firstBroken != nil else {
      // A few characters of a multibyte set may be UTF-8 by chance.
      if let near, near.isMultibyte, UTF8Survey(of: bytes).multibyte < 4,
        bytes.contains(where: { $0 >= 0x80 })
      {
        return legacy(bytes, near)
      }
      return Decoded(bytes: Array(bytes))
    }
    let survey = UTF8Survey(of: bytes)
    var set = near ?? declared(bytes, wideHead)
    // A server that says UTF-8 of what is not, as many say it of everything, leaves it to the page.
    if transport == .utf8 { set = declared(bytes, wideHead) ?? set }
    if marked || survey.isMostlyUTF8 { return repaired(bytes, survey) }
    switch set {
    case .legacy, .windows1252: return legacy(bytes, set ?? .windows1252)
    case .utf8, .utf16, .refused, nil:
      let says =
        switch set {
        case nil: " and declares no character set"
        case .refused: " and declares a character set that browsers refuse to read"
        default: ", though it declares to be"
        }
      return Decoded(
        bytes: Windows1252.decode(bytes),
        warning: "The text is not UTF-8 (the first fault is at byte \(survey.firstBroken ?? 0))\(says); "
          + "read as windows-1252; if letters look wrong, turn it into UTF-8 first (iconv).")
    }
  }

  private static func repaired(_ bytes: UnsafeRawBufferPointer, _ survey: UTF8Survey) -> Decoded {
    Decoded(
      bytes: UTF8Survey.repaired(bytes),
      warning:
        "There is broken UTF-8 in \(survey.broken) place(s), the first at byte \(survey.firstBroken ?? 0); each is "
        + "replaced by U+FFFD; fetch the page again if they matter.")
  }

  private static func legacy(_ bytes: UnsafeRawBufferPointer, _ set: CharacterSet) -> Decoded {
    guard case .legacy(let name) = set else { return Decoded(bytes: Windows1252.decode(bytes)) }
    guard let converted = Conversion.run(bytes, from: name) else {
      return Decoded(
        bytes: Windows1252.decode(bytes),
        warning:
          "The page declares \(name), which this system cannot decode; read as windows-1252; install the "
          + "C library's conversion modules or turn it into UTF-8 first.")
    }
    guard let first = converted.firstBroken else { return Decoded(bytes: converted.bytes) }
    return Decoded(
      bytes: converted.bytes,
      warning:
        "There are \(converted.broken) byte(s) that do not fit the declared \(name), the first at byte \(first); each is "
        + "replaced by U+FFFD; fetch the page again if they matter.")
  }
}

/// Decodes UTF-16, which pages have only with a byte order mark.
enum UTF16Decoding {
  static func decode(_ raw: UnsafeRawBufferPointer, bigEndian: Bool) -> Decoded {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count)
    var broken = raw.count & 1
    var firstBroken = broken == 1 ? raw.count - 1 : raw.count
    func unit(_ index: Int) -> UInt32 {
      let first = UInt32(raw[2 * index])
      let second = UInt32(raw[2 * index + 1])
      return bigEndian ? first << 8 | second : second << 8 | first
    }
    let count = raw.count / 2
    var at = 0
    while at < count {
      var value = unit(at)
      at += 1
      if (0xD800..<0xDC00).contains(value), at < count, (0xDC00..<0xE000).contains(unit(at)) {
        value = 0x10000 + (value - 0xD800) << 10 + (unit(at) - 0xDC00)
        at += 1
      }
      if let scalar = Unicode.Scalar(value) {
        append(scalar, to: &bytes)
      } else {
        bytes.append(contentsOf: replacementCharacter)
        broken += 1
        firstBroken = min(firstBroken, 2 * (at - 1))
      }
    }
    if raw.count & 1 == 1 { bytes.append(contentsOf: replacementCharacter) }
    guard broken > 0 else { return Decoded(bytes: bytes) }
    return Decoded(
      bytes: bytes,
      warning:
        "There is broken UTF-16 in \(broken) place(s), the first at byte \(firstBroken + 2); each is replaced by U+FFFD; "
        + "fetch the page again if they matter.")
  }
}

/// Adds a character as UTF-8.
@inline(__always)
func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
  let value = scalar.value
  if value < 0x80 {
    bytes.append(UInt8(value))
  } else if value < 0x800 {
    bytes.append(UInt8(0xC0 | value >> 6))
    bytes.append(UInt8(0x80 | value & 0x3F))
  } else if value < 0x10000 {
    bytes.append(UInt8(0xE0 | value >> 12))
    bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
    bytes.append(UInt8(0x80 | value & 0x3F))
  } else {
    bytes.append(UInt8(0xF0 | value >> 18))
    bytes.append(UInt8(0x80 | value >> 12 & 0x3F))
    bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
    bytes.append(UInt8(0x80 | value & 0x3F))
  }
}
