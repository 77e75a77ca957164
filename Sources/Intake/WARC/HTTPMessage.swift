/// What a server answered: the status, the few fields that say what the body is, and the body as it was sent.
struct HTTPMessage {
  var status = 200
  /// The words behind the status: "Not Found".
  var phrase = ""
  var type: MediaType?
  var isChunked = false
  /// What was done to the body, in that order.
  var codings: [String] = []
  /// The body as sent.
  var body: UnsafeRawBufferPointer

  /// Longest head. Browsers allow about 256 KiB.
  private static let mostHead = 256 << 10

  /// Bytes that came without a head.
  init(body: UnsafeRawBufferPointer) { self.body = body }

  /// Reads an answer; where there is no status line, all of it is the body.
  init(_ block: UnsafeRawBufferPointer) {
    body = block
    guard block.starts(at: 0, "http/") else { return }
    var fields = FieldLines(block, at: 0, most: Self.mostHead, isLenient: true)
    guard let line = fields.nextLine() else { return }
    readStatus(line)
    while let (name, value) = fields.next() { set(name, value) }
    body = block.part(fields.at..<block.count)
    // A head that never ends has no body behind it.
    if fields.ending != .blankLine { body = block.part(block.count..<block.count) }
  }

  private mutating func readStatus(_ line: UnsafeRawBufferPointer) {
    let parts = line.split(separator: 0x20, maxSplits: 2)
    guard parts.count > 1 else { return }
    status = FieldLines.number(UnsafeRawBufferPointer(rebasing: parts[1])) ?? 0
    if parts.count > 2 { phrase = String(decoding: parts[2].prefix(60), as: UTF8.self) }
  }

  private mutating func set(_ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) {
    func named(_ wanted: StaticString) -> Bool {
      name.count == wanted.utf8CodeUnitCount && name.starts(at: 0, wanted)
    }
    if named("content-type") {
      type = MediaType(value)
    } else if named("transfer-encoding") {
      isChunked = isChunked || Self.words(value).contains("chunked")
      codings += Self.words(value).filter { $0 != "chunked" }
    } else if named("content-encoding") {
      codings = Self.words(value) + codings
    }
  }

  private static func words(_ value: UnsafeRawBufferPointer) -> [String] {
    String(decoding: value, as: UTF8.self).lowercased().split { $0 == "," || $0 == " " }.map(String.init)
  }
}

/// What a body is said to be: `text/html; charset=iso-8859-1`.
struct MediaType: Hashable {
  /// In small letters: `text/html`.
  let essence: String
  let charset: CharacterSet?

  init(_ value: UnsafeRawBufferPointer) {
    let parts = value.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    let trimmed = FieldLines.trimmed(UnsafeRawBufferPointer(rebasing: parts[0]))
    essence = String(decoding: trimmed, as: UTF8.self).lowercased()
    charset = parts.dropFirst().lazy.compactMap(Self.charset).first
  }

  init(_ text: String) {
    self = Array(text.utf8).withUnsafeBytes { MediaType($0) }
  }

  private static func charset(in part: UnsafeRawBufferPointer.SubSequence) -> CharacterSet? {
    let field = FieldLines.trimmed(UnsafeRawBufferPointer(rebasing: part))
    guard field.starts(at: 0, "charset="), field.count > 8 else { return nil }
    let quotes: Set<UInt8> = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    return CharacterSet(label: field.dropFirst(8).filter { !quotes.contains($0) }[...])
  }

  var isHTML: Bool { essence == "text/html" || essence == "application/xhtml+xml" }
  var isPlainText: Bool { essence == "text/plain" }

  /// Whether what it is has to be found out by looking.
  var saysNothing: Bool {
    essence.isEmpty || !essence.contains("/") || essence == "application/octet-stream"
      || essence == "unknown/unknown" || essence == "application/unknown"
  }

  /// Whether zero bytes are to be expected.
  var saysUTF16: Bool {
    if case .utf16 = charset { return true }
    return false
  }

  /// What people call things of this type, for those that are no pages.
  var plural: String {
    if essence.hasPrefix("image/") { return "pictures" }
    if essence.hasPrefix("video/") || essence.hasPrefix("audio/") { return "sounds and videos" }
    if essence.hasPrefix("font/") || essence.contains("font") { return "fonts" }
    if essence == "text/css" { return "style sheets" }
    if essence.hasSuffix("javascript") || essence.hasSuffix("ecmascript") { return "scripts" }
    if essence.hasSuffix("json") { return "JSON answers" }
    if essence.hasSuffix("xml") { return "feeds and other XML" }
    if essence == "application/pdf" { return "PDF documents" }
    return "other files"
  }
}
