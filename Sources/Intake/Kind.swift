/// What an input is, found by looking at its first bytes; the name only decides where the bytes leave it
/// open.
enum Kind: Hashable {
  case html
  case text
  /// Items in XML.
  case feed(FeedFormat)
  /// One JSON object a line (or one behind the other, each over several lines).
  case jsonLines
  case gzip
  case zstd
  /// Records of a web archive.
  case warc
  /// An archive of files, which may hold WARC files.
  case zip
  /// UTF-16 by its byte order mark; what is in it shows when it is decoded.
  case utf16(bigEndian: Bool)
  /// Something that is no page, or not yet readable.
  case unfit(Fault, Advice)

  /// Whether it is a thing that we know or bytes that say nothing.
  enum Fault: Hashable { case unsupported, notText }

  /// What it looks like, and what to do about it.
  struct Advice: Hashable {
    let found: String
    let advice: String
  }

  /// How many bytes decide.
  static let window = 4096

  /// Finds out what `head` is the beginning of. `path` is `nil` for the standard input.
  static func of(_ head: UnsafeRawBufferPointer, path: Path?) -> Kind {
    let bytes = UnsafeRawBufferPointer(rebasing: head.prefix(window))
    if bytes.starts(with: [0x1F, 0x8B]) { return .gzip }
    if bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) || bytes.starts(with: ZstdOpening.dictionaryMagic) {
      return .zstd
    }
    if WARCHeader.mayBegin(bytes, at: 0) { return .warc }
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) { return .zip }
    if let known = Signature.match(bytes) { return .unfit(.unsupported, known) }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16(bigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16(bigEndian: true) }
    let start = firstInk(bytes)
    if bytes.starts(at: start, "{"), looksLikeObject(bytes, from: start) { return .jsonLines }
    if looksLikeArray(bytes, from: start) { return .unfit(.unsupported, .jsonArray) }
    if let markup = Markup.kind(bytes, from: start) { return markup }
    if namesJSONLines(path) { return .jsonLines }
    if Markup.isMarkedUp(bytes, from: start) { return .html }
    if let notText = Plainness.fault(in: bytes) { return .unfit(.notText, notText) }
    return .text
  }

  /// Behind a byte order mark and blanks.
  private static func firstInk(_ bytes: UnsafeRawBufferPointer) -> Int {
    var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while at < bytes.count, isBlank(bytes[at]) { at += 1 }
    return at
  }

  /// `{` and a key or `}`: `{{template}}` and style sheets are no objects.
  private static func looksLikeObject(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Bool {
    var at = start + 1
    while at < bytes.count, isBlank(bytes[at]) { at += 1 }
    return at == bytes.count || bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "}")
  }

  /// `[` and an object: a report may well begin with a word in brackets.
  private static func looksLikeArray(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Bool {
    guard bytes.starts(at: start, "[") else { return false }
    var at = start + 1
    while at < bytes.count, isBlank(bytes[at]) { at += 1 }
    return bytes.starts(at: at, "{")
  }

  /// A stream whose first line is damaged still is a stream when its name says so.
  private static func namesJSONLines(_ path: Path?) -> Bool {
    guard let path else { return false }
    return path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson") || path.hasSuffix(".jsonl.gz")
      || path.hasSuffix(".ndjson.gz") || path.hasSuffix(".jsonl.zst") || path.hasSuffix(".ndjson.zst")
  }
}

extension Kind.Advice {
  fileprivate static let jsonArray = Self(
    found: "a JSON array", advice: "write one object a line, as “jq -c '.[]' FILE” does")
}

/// A blank as HTML and JSON have it.
@inline(__always)
func isBlank(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C
}

extension UnsafeRawBufferPointer {
  /// Whether `text` stands at `offset`, in small letters or capitals; `text` is written in small letters.
  @inline(__always)
  func starts(at offset: Int, _ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard offset >= 0, offset + length <= count else { return false }
    let wanted = text.utf8Start
    for i in 0..<length where lowercased(self[offset + i]) != wanted[i] { return false }
    return true
  }

  /// The part from `range`, as a buffer of its own.
  @inline(__always)
  func part(_ range: Range<Int>) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: self[range]) }
}
