/// Finds out whether bytes are HTML, or XML of another sort.
enum Markup {
  /// HTML, a feed, or something in XML that is neither, by what the bytes begin with; `nil` where that is no markup.
  static func kind(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Kind? {
    guard bytes.starts(at: start, "<") else { return nil }
    if bytes.starts(at: start, "<?xml") { return xml(bytes, from: start) }
    if bytes.starts(at: start, "<!doctype html") { return .html }
    if let format = root(bytes, from: start).flatMap(FeedFormat.init) { return .feed(format) }
    return bytes.starts(at: start, "<!--") || isTag(bytes, at: start) ? .html : nil
  }

  private static func xml(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Kind {
    guard let root = root(bytes, from: start) else {
      return isMarkedUp(bytes, from: start) ? .html : .unfit(.unsupported, FeedFormat.advice(root: ""))
    }
    if root.lowercased() == "html" { return .html }
    return FeedFormat(root: root).map(Kind.feed) ?? .unfit(.unsupported, FeedFormat.advice(root: root))
  }

  /// The name of the first tag that is neither a comment nor a declaration.
  private static func root(_ bytes: UnsafeRawBufferPointer, from start: Int) -> String? {
    var at = start
    while let mark = XMLStretch.next(UInt8(ascii: "<"), in: bytes, from: at) {
      if mark + 1 < bytes.count, XMLStretch.isNameStart(bytes[mark + 1]) {
        return name(bytes, from: mark + 1)
      }
      at = XMLStretch(in: bytes, at: mark)?.end ?? bytes.count
    }
    return nil
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
