/// The words of a little markup, such as feeds put into titles and summaries. Articles are read elsewhere, by a parser.
enum PlainWords {
  /// Whether there are tags or references in the text.
  static func isMarkup(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { isMarkup(UnsafeRawBufferPointer($0)) }
  }

  private static func isMarkup(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var at = 0
    let lastEnd = lastEnd(bytes)
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "<"), at < lastEnd, isTag(bytes, at) { return true }
      if bytes[at] == UInt8(ascii: "&"), CharacterReference(in: bytes, at: at) != nil { return true }
      at += 1
    }
    return false
  }

  /// The words of a title or a name, tags and references resolved.
  static func of(_ text: String) -> String { of(Array(text.utf8)) }

  /// The words, with tags left out, references resolved and every run of blanks made one.
  static func of(_ html: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(html.count)
    html.withUnsafeBytes { bytes in
      var at = 0
      let lastEnd = lastEnd(bytes)
      while at < bytes.count {
        let byte = bytes[at]
        if byte == UInt8(ascii: "<"), at < lastEnd, isTag(bytes, at) {
          // Words on either side of a paragraph's end are two; those on either side of an emphasis may be one.
          if !isInline(bytes, at) { result.append(0x20) }
          at = XMLStretch.next(UInt8(ascii: ">"), in: bytes, from: at).map { $0 + 1 } ?? bytes.count
        } else if byte == UInt8(ascii: "&"), let reference = CharacterReference(in: bytes, at: at) {
          append(reference.scalar == "\u{A0}" ? " " : reference.scalar, to: &result)
          at = reference.end
        } else {
          result.append(byte)
          at += 1
        }
      }
    }
    return result[...].folded
  }

  /// How many paragraphs the markup has: `<p>` elements, or stretches between doubled `<br>`.
  static func paragraphs(in html: [UInt8]) -> Int {
    html.withUnsafeBytes { bytes in
      var paragraphs = 0
      var breaks = 0
      var at = 0
      while let mark = XMLStretch.next(UInt8(ascii: "<"), in: bytes, from: at) {
        if bytes.starts(at: mark, "<p>") || bytes.starts(at: mark, "<p ") { paragraphs += 1 }
        if bytes.starts(at: mark, "<br") { breaks += 1 }
        at = mark + 1
      }
      return max(paragraphs, breaks / 2 + 1)
    }
  }

  /// Where the last tag ends: a `<` behind it is a sign ("turnout <half"), and what follows it are words.
  private static func lastEnd(_ bytes: UnsafeRawBufferPointer) -> Int {
    bytes.lastIndex(of: UInt8(ascii: ">")) ?? 0
  }

  private static func isTag(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Bool {
    let start = bytes.starts(at: at, "</") ? at + 2 : at + 1
    guard start < bytes.count else { return false }
    return (0x61...0x7A).contains(bytes[start] | 0x20) || bytes.starts(at: at, "<!--")
  }

  private static func isInline(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Bool {
    let start = bytes.starts(at: at, "</") ? at + 2 : at + 1
    var end = start
    while end < bytes.count, end - start < 8, (0x61...0x7A).contains(bytes[end] | 0x20) { end += 1 }
    return ["a", "b", "i", "u", "em", "strong", "span", "font", "sup", "sub", "mark", "small"].contains(
      String(decoding: bytes.part(start..<end), as: UTF8.self).lowercased())
  }
}
