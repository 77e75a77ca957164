/// Finds out whether bytes are HTML, or XML of another sort.
enum Markup {
  /// HTML, or something in XML that is no page, by what the bytes begin with; `nil` where that is no markup.
  static func kind(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Kind? {
    if bytes.starts(at: start, "<?xml") { return xml(bytes, from: start + 5) }
    if bytes.starts(at: start, "<!doctype html") || bytes.starts(at: start, "<!--") {
      return feed(bytes, start) ?? .html
    }
    if let root = feed(bytes, start) { return root }
    return isTag(bytes, at: start) ? .html : nil
  }

  private static func xml(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Kind {
    var at = start
    // The root is the first tag that is neither a comment nor a declaration.
    while at + 1 < bytes.count {
      if bytes[at] == UInt8(ascii: "<"), isLetter(bytes[at + 1]) {
        if bytes.starts(at: at, "<html") { return .html }
        return feed(bytes, at) ?? other(root: name(bytes, from: at + 1))
      }
      at = bytes.starts(at: at, "<!--") ? end(of: bytes, comment: at) : at + 1
    }
    return isMarkedUp(bytes, from: start) ? .html : other(root: "")
  }

  private static func end(of bytes: UnsafeRawBufferPointer, comment start: Int) -> Int {
    var at = start + 4
    while at < bytes.count, !bytes.starts(at: at, "-->") { at += 1 }
    return at
  }

  private static func feed(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Kind? {
    guard bytes.starts(at: at, "<rss") || bytes.starts(at: at, "<feed") || bytes.starts(at: at, "<rdf:rdf")
    else {
      return nil
    }
    return .unfit(
      .unsupported, .init(found: "a news feed (RSS or Atom)", advice: "give the pages that it links to"))
  }

  private static func other(root: String) -> Kind {
    let found = root.isEmpty ? "an XML document" : "an XML document with the root “\(root)”"
    return .unfit(.unsupported, .init(found: found, advice: "give HTML, text or JSON Lines"))
  }

  private static func name(_ bytes: UnsafeRawBufferPointer, from start: Int) -> String {
    var end = start
    while end < bytes.count, end - start < 40, isLetter(bytes[end]) || bytes[end] == UInt8(ascii: ":") {
      end += 1
    }
    return String(decoding: bytes.part(start..<end), as: UTF8.self)
  }

  /// Whether a tag of HTML stands at `at`. `<AFP>` is none.
  private static func isTag(_ bytes: UnsafeRawBufferPointer, at: Int) -> Bool {
    guard bytes.starts(at: at, "<") else { return false }
    let start = bytes.starts(at: at, "</") ? at + 2 : at + 1
    var end = start
    while end < bytes.count, isLetter(bytes[end]) || (end > start && isDigit(bytes[end])) { end += 1 }
    guard end > start, end - start <= 10, end == bytes.count || isBoundary(bytes[end]) else { return false }
    return tags.contains(String(decoding: bytes.part(start..<end), as: UTF8.self).lowercased())
  }

  /// Whether tags stand in the text: one of the page's skeleton, or three of any sort. Text about HTML has
  /// fewer.
  static func isMarkedUp(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Bool {
    var seen = 0
    var at = start
    while at < bytes.count {
      defer { at += 1 }
      guard bytes[at] == UInt8(ascii: "<") else { continue }
      if bytes.starts(at: at, "<!doctype html") || bytes.starts(at: at, "<html")
        || bytes.starts(at: at, "<body")
      {
        return true
      }
      if isTag(bytes, at: at) { seen += 1 }
      if seen == 3 { return true }
    }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isBoundary(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  private static let tags: Set<String> = [
    "html", "head", "body", "title", "meta", "link", "base", "style", "script", "noscript", "template",
    "iframe",
    "article", "section", "main", "header", "footer", "nav", "aside", "div", "span", "p", "a", "b", "i", "em",
    "strong", "u", "br", "hr", "img", "picture", "figure", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6",
    "ul",
    "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "td", "th", "form", "input", "button",
    "label",
    "blockquote", "q", "cite", "pre", "code", "font", "center", "small", "sub", "sup", "video", "audio",
    "time",
    "address", "svg", "frameset", "frame", "details", "summary",
  ]
}
