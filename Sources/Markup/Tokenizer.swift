/// The tokenizer of the HTML standard (WHATWG HTML Living Standard, section 13.2.5), over UTF-8 bytes.
///
/// The standard's states are spread over functions, one for each construct: the whole input is at hand, so that a
/// state never has to survive the end of a piece. This file and its extensions are hot: they read the input through
/// an unsafe pointer, which must outlive the tokenizer, and every read is guarded by `position < count`.
struct Tokenizer {
  /// How the text between tags is read.
  enum Content: UInt8 { case data, rcdata, rawtext, scriptData, plaintext, cdata }

  let input: UnsafePointer<UInt8>
  let count: Int
  let limits: Limits
  var position = 0
  var content = Content.data
  /// Whether `<![CDATA[` opens a section: it does inside SVG and MathML only.
  var allowsCDATA = false
  /// The element that RCDATA, RAWTEXT and script data end with.
  var lastStartTag: UInt16 = 0

  var token = Token()
  var doctype = Doctype()
  var attributes: [Attribute] = []
  var names = NameTable.known
  /// Bytes that differ from the input: references resolved, line ends and nulls replaced, texts joined.
  var side: [UInt8] = []
  var reached = Limits.Reached()

  init(input: UnsafePointer<UInt8>, count: Int, limits: Limits) {
    self.input = input
    self.count = count
    self.limits = limits
  }

  /// Reads the next token into `token`.
  mutating func next() {
    while position < count {
      switch content {
      case .data:
        if input[position] == 0x3C, opensMarkup(position) {
          if readMarkup() { return }
        } else {
          return readText(endsAtEndTag: false)
        }
      case .rcdata:
        if isAppropriateEndTag(position) {
          content = .data
          if readTag() { return }
        } else {
          return readText(endsAtEndTag: true)
        }
      case .rawtext, .scriptData:
        let end = content == .rawtext ? endOfRawText(from: position) : endOfScript(from: position)
        if end > position { return emit(.characters, position, end, next: end) }
        content = .data
        if readTag() { return }
      case .plaintext: return emit(.characters, position, count, next: count)
      case .cdata: if readCDATA() { return }
      }
    }
    token.kind = .end
  }

  /// Whether the `<` at an offset begins a tag, a comment or the like.
  @inline(__always)
  func opensMarkup(_ at: Int) -> Bool {
    guard at + 1 < count else { return false }
    let byte = input[at + 1]
    return byte.isLetter || byte == 0x21 || byte == 0x3F || (byte == 0x2F && at + 2 < count)
  }

  /// Whether the end tag of `lastStartTag` begins at an offset.
  func isAppropriateEndTag(_ at: Int) -> Bool {
    guard lastStartTag > 0, at + 2 < count, input[at] == 0x3C, input[at + 1] == 0x2F else { return false }
    let name = names.spellingBytes(lastStartTag)
    let end = at + 2 + name.count
    guard end < count, input[end].isSpace || input[end] == 0x2F || input[end] == 0x3E else { return false }
    var i = at + 2
    for byte in name {
      if input[i].lowercased != byte { return false }
      i += 1
    }
    return true
  }

  /// A `<` outside text: tag, comment, doctype, CDATA, or something bogus. Whether a token came of it.
  private mutating func readMarkup() -> Bool {
    switch input[position + 1] {
    case 0x21: return readDeclaration()
    case 0x3F: return readBogusComment(from: position + 1)
    case 0x2F where input[position + 2] == 0x3E:
      position += 3
      return false
    case 0x2F where !input[position + 2].isLetter: return readBogusComment(from: position + 2)
    default: return readTag()
    }
  }

  private mutating func readDeclaration() -> Bool {
    let at = position + 2
    if matches("--", at) { return readComment(from: at + 2) }
    if matches("doctype", at) { return readDoctype(from: at + 7) }
    if allowsCDATA, matches("[CDATA[", at, exactly: true) {
      position = at + 7
      content = .cdata
      return false
    }
    return readBogusComment(from: at)
  }

  /// Whether `word`, which is in lower case, stands at an offset.
  func matches(_ word: StaticString, _ at: Int, exactly: Bool = false) -> Bool {
    guard at + word.utf8CodeUnitCount <= count else { return false }
    for i in 0..<word.utf8CodeUnitCount {
      let byte = exactly ? input[at + i] : input[at + i].lowercased
      if byte != word.utf8Start[i] { return false }
    }
    return true
  }
}
