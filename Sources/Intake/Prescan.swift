/// Finds the character set that a page declares in its head.
///
/// Source: HTML Living Standard, "Prescan a byte stream to determine its encoding"; and for XHTML the
/// `encoding` of an XML declaration. As there, a page that says UTF-16 in ASCII letters means UTF-8.
struct Prescan {
  private let bytes: UnsafeRawBufferPointer
  private var at = 0

  /// The declared set, `nil` where none is declared or none that is known.
  static func declared(in bytes: UnsafeRawBufferPointer) -> CharacterSet? {
    var scan = Prescan(bytes: bytes)
    let found = scan.xmlDeclaration() ?? scan.run()
    if case .utf16 = found { return .utf8 }
    return found
  }

  private init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  private mutating func run() -> CharacterSet? {
    while at < bytes.count {
      if bytes[at] != UInt8(ascii: "<") {
        at += 1
      } else if bytes.starts(at: at, "<!--") {
        skipComment()
      } else if isMeta() {
        at += 5
        if let set = meta() { return set }
      } else if isTag() {
        while at < bytes.count, !isSpace(bytes[at]), bytes[at] != UInt8(ascii: ">") { at += 1 }
        while attribute() != nil {}
      } else if bytes.starts(at: at, "<!") || bytes.starts(at: at, "</") || bytes.starts(at: at, "<?") {
        while at < bytes.count, bytes[at] != UInt8(ascii: ">") { at += 1 }
      } else {
        at += 1
      }
    }
    return nil
  }

  private func isMeta() -> Bool {
    guard bytes.starts(at: at, "<meta"), at + 5 < bytes.count else { return false }
    return isSpace(bytes[at + 5]) || bytes[at + 5] == UInt8(ascii: "/")
  }

  private func isTag() -> Bool {
    let letter = bytes.starts(at: at, "</") ? at + 2 : at + 1
    return letter < bytes.count && (0x61...0x7A).contains(bytes[letter] | 0x20)
  }

  /// `-->` may share its hyphens with `<!--`.
  private mutating func skipComment() {
    at += 2
    while at < bytes.count, !bytes.starts(at: at, "-->") { at += 1 }
    at = min(at + 3, bytes.count)
  }

  private mutating func meta() -> CharacterSet? {
    var isContentType = false
    var needsContentType: Bool?
    var set: CharacterSet?
    var seen: Set<[UInt8]> = []
    while let (name, value) = attribute() {
      // A tag that the end of the bytes cuts declares nothing: the rest may have said otherwise.
      if at >= bytes.count { return nil }
      guard seen.insert(name).inserted else { continue }
      if name.elementsEqual("http-equiv".utf8) {
        if value.elementsEqual("content-type".utf8) { isContentType = true }
      } else if name.elementsEqual("content".utf8) {
        if set == nil, let found = Self.charset(in: value) {
          set = found
          needsContentType = true
        }
      } else if name.elementsEqual("charset".utf8) {
        set = CharacterSet(label: value[...])
        needsContentType = false
      }
    }
    guard let needsContentType, !needsContentType || isContentType else { return nil }
    return set
  }

  /// The next attribute of a tag, name and value in small letters; `nil` behind the last.
  private mutating func attribute() -> (name: [UInt8], value: [UInt8])? {
    while at < bytes.count, isSpace(bytes[at]) || bytes[at] == UInt8(ascii: "/") { at += 1 }
    guard at < bytes.count, bytes[at] != UInt8(ascii: ">") else { return nil }
    var name: [UInt8] = []
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "="), !name.isEmpty { break }
      if isSpace(byte) { break }
      if byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") { return (name, []) }
      name.append(lowercased(byte))
      at += 1
    }
    while at < bytes.count, isSpace(bytes[at]) { at += 1 }
    guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { return (name, []) }
    at += 1
    while at < bytes.count, isSpace(bytes[at]) { at += 1 }
    return (name, value())
  }

  private mutating func value() -> [UInt8] {
    var value: [UInt8] = []
    guard at < bytes.count else { return value }
    let quote = bytes[at]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { at += 1 }
    while at < bytes.count {
      let byte = bytes[at]
      if isQuoted ? byte == quote : isSpace(byte) || byte == UInt8(ascii: ">") { break }
      value.append(lowercased(byte))
      at += 1
    }
    if isQuoted, at < bytes.count { at += 1 }
    return value
  }

  /// "Extracting a character encoding from a meta element": `text/html; charset=…`.
  private static func charset(in content: [UInt8]) -> CharacterSet? {
    content.withUnsafeBytes { bytes in
      var at = 0
      while at < bytes.count {
        guard bytes.starts(at: at, "charset") else {
          at += 1
          continue
        }
        at += 7
        while at < bytes.count, isBlank(bytes[at]) { at += 1 }
        guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { continue }
        at += 1
        while at < bytes.count, isBlank(bytes[at]) { at += 1 }
        return label(bytes, at: at)
      }
      return nil
    }
  }

  private static func label(_ bytes: UnsafeRawBufferPointer, at start: Int) -> CharacterSet? {
    guard start < bytes.count else { return nil }
    let quote = bytes[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard let end = bytes[(start + 1)...].firstIndex(of: quote) else { return nil }
      return CharacterSet(label: Array(bytes[start + 1..<end])[...])
    }
    let end = bytes[start...].firstIndex { isBlank($0) || $0 == UInt8(ascii: ";") } ?? bytes.count
    return CharacterSet(label: Array(bytes[start..<end])[...])
  }

  /// `<?xml version="1.0" encoding="…"?>` at the very beginning.
  private func xmlDeclaration() -> CharacterSet? {
    guard bytes.starts(at: 0, "<?xml") else { return nil }
    let end = bytes.firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
    var at = 5
    while at < end, !bytes.starts(at: at, "encoding") { at += 1 }
    at += 8
    while at < end, isBlank(bytes[at]) || bytes[at] == UInt8(ascii: "=") { at += 1 }
    guard at < end else { return nil }
    return Self.label(UnsafeRawBufferPointer(rebasing: bytes[..<end]), at: at)
  }

  private func isSpace(_ byte: UInt8) -> Bool { isBlank(byte) }
}
