import Glibc

/// The head of a record of a web archive: its named fields, as far as they matter here.
///
/// Source: ISO 28500, "WARC file format" 1.0 and 1.1. Read more leniently than written: lines may end without a
/// carriage return, and wget's `<…>` around addresses are taken off.
struct WARCHeader {
  enum Kind: String {
    case warcinfo, response, resource, request, metadata, revisit, conversion, continuation
    /// A type that the standard does not know; readers are to pass it over.
    case unknown
  }

  /// Longest head, in bytes. Addresses of some kilobytes occur.
  static let most = 64 << 10

  /// `WARC/0.18` and its line end are the longest first line.
  private static let mostVersion = 14

  private(set) var kind: Kind?
  /// Bytes of the block.
  private(set) var length: Int?
  private(set) var target: String?
  private(set) var date: String?
  private(set) var id: String?
  private(set) var contentType: String?
  private(set) var payloadDigest: String?
  private(set) var profile: String?
  private(set) var refersTo: String?
  private(set) var refersToTarget: String?
  private(set) var refersToDate: String?
  private(set) var truncated: String?
  private(set) var isSegment = false

  enum Parsed {
    /// A head, and how many bytes it has with the blank line behind it.
    case header(WARCHeader, size: Int)
    /// The bytes end before the blank line.
    case incomplete
    /// No head, or one without type or length. No head begins between here and `end` either: it would fail in the
    /// same place.
    case malformed(end: Int)
  }

  /// Whether a record may begin at `offset`: `WARC/` and a digit.
  static func mayBegin(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Bool {
    bytes.starts(at: offset, exactly: "WARC/") && offset + 5 < bytes.count
      && (0x30...0x39).contains(bytes[offset + 5])
  }

  /// Reads the head that begins at `start`.
  static func parse(_ bytes: UnsafeRawBufferPointer, at start: Int = 0) -> Parsed {
    guard mayBegin(bytes, at: start) else { return .malformed(end: start + 1) }
    var header = WARCHeader()
    var fields = FieldLines(bytes, at: start, most: most)
    // Looking far for the end of what is no version would be done again for the next that is none.
    let isVersion = bytes[start..<min(bytes.count, start + mostVersion)].contains(0x0A)
    guard isVersion || bytes.count < start + mostVersion else { return .malformed(end: start + 5) }
    guard fields.nextLine() != nil else { return .incomplete }
    while let (name, value) = fields.next() { header.set(name, value) }
    switch fields.ending {
    case .blankLine:
      guard header.kind != nil, header.length != nil else { return .malformed(end: fields.at) }
      return .header(header, size: fields.at - start)
    case .outOfBytes: return .incomplete
    case .noField, .tooLong: return .malformed(end: max(start + 5, fields.lineStart))
    }
  }

  private mutating func set(_ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) {
    func named(_ wanted: StaticString) -> Bool {
      name.count == wanted.utf8CodeUnitCount && name.starts(at: 0, wanted)
    }
    func text() -> String { String(decoding: value, as: UTF8.self) }
    if named("content-length") {
      length = FieldLines.number(value)
    } else if named("content-type") {
      contentType = text()
    } else if named("warc-type") {
      kind = Kind(rawValue: text().lowercased()) ?? .unknown
    } else if named("warc-target-uri") {
      target = Self.unbracketed(text())
    } else if named("warc-date") {
      date = text()
    } else if named("warc-record-id") {
      id = text()
    } else if named("warc-payload-digest") {
      payloadDigest = text()
    } else if named("warc-profile") {
      profile = text()
    } else if named("warc-refers-to") {
      refersTo = text()
    } else if named("warc-refers-to-target-uri") {
      refersToTarget = Self.unbracketed(text())
    } else if named("warc-refers-to-date") {
      refersToDate = text()
    } else if named("warc-truncated") {
      truncated = text()
    } else if named("warc-segment-number") {
      isSegment = true
    }
  }

  private static func unbracketed(_ text: String) -> String {
    text.hasPrefix("<") && text.hasSuffix(">") ? String(text.dropFirst().dropLast()) : text
  }
}

/// Lines of `name: value` up to a blank one, as WARC and HTTP have them.
struct FieldLines {
  enum Ending { case blankLine, outOfBytes, noField, tooLong }

  private let bytes: UnsafeRawBufferPointer
  private let limit: Int
  /// Offset behind the lines that were read.
  private(set) var at: Int
  /// Offset of the line that was read last.
  private(set) var lineStart: Int
  /// Why there are no more fields.
  private(set) var ending = Ending.outOfBytes
  /// Whether a line without a colon is passed over, as browsers do, instead of ending the fields.
  private let isLenient: Bool

  init(_ bytes: UnsafeRawBufferPointer, at start: Int, most: Int, isLenient: Bool = false) {
    self.bytes = bytes
    self.isLenient = isLenient
    at = start
    lineStart = start
    limit = start + most
  }

  var tooLong: Bool { bytes.count > limit }

  /// The next line without its end; `nil` where the bytes end before it does.
  mutating func nextLine() -> UnsafeRawBufferPointer? {
    lineStart = at
    let end = min(bytes.count, limit)
    guard at < end, let base = bytes.baseAddress,
      let found = memchr(base + at, 0x0A, end - at)
    else {
      ending = tooLong ? .tooLong : .outOfBytes
      return nil
    }
    let newline = UnsafeRawPointer(found) - base
    defer { at = newline + 1 }
    let hasReturn = newline > at && bytes[newline - 1] == 0x0D
    return bytes.part(at..<(hasReturn ? newline - 1 : newline))
  }

  /// The next field, blanks around its value aside. What a value goes on with on further lines is left out: no field
  /// that is read here is ever folded.
  mutating func next() -> (name: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer)? {
    while let line = nextLine() {
      guard let first = line.first else {
        ending = .blankLine
        return nil
      }
      if first == 0x20 || first == 0x09 { continue }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > 0 else {
        if isLenient { continue }
        ending = .noField
        return nil
      }
      return (line.part(0..<colon), Self.trimmed(line.part(colon + 1..<line.count)))
    }
    return nil
  }

  static func trimmed(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    var start = 0
    var end = bytes.count
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return bytes.part(start..<end)
  }

  /// A whole number of up to eighteen digits and nothing else.
  static func number(_ bytes: UnsafeRawBufferPointer) -> Int? {
    guard (1...18).contains(bytes.count), bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
