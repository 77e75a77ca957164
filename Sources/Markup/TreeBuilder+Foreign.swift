/// The rules for SVG and MathML.
extension TreeBuilder {
  /// Whether a foreign current node takes the current token as HTML would.
  func isForIntegrationPoint(_ current: Open) -> Bool {
    let token = tokenizer.token
    if token.kind == .end { return true }
    guard token.kind == .characters || token.kind == .startTag else { return false }
    if isMathTextIntegrationPoint(current) {
      if token.kind == .characters { return true }
      if token.known != .mglyph, token.known != .malignmark { return true }
    }
    if current.namespace == .mathML, current.name == HTMLName.annotationXml.rawValue,
      token.kind == .startTag,
      token.known == .svg
    {
      return true
    }
    return isHTMLIntegrationPoint(current)
  }

  private func isMathTextIntegrationPoint(_ open: Open) -> Bool {
    guard open.namespace == .mathML else { return false }
    switch HTMLName(rawValue: open.name) {
    case .mi, .mo, .mn, .ms, .mtext: return true
    default: return false
    }
  }

  private func isHTMLIntegrationPoint(_ open: Open) -> Bool {
    switch (open.namespace, HTMLName(rawValue: open.name)) {
    case (.svg, .foreignobject), (.svg, .desc), (.svg, .title): return true
    case (.mathML, .annotationXml):
      guard let encoding = encoding(of: open) else { return false }
      return encoding == "text/html" || encoding == "application/xhtml+xml"
    default: return false
    }
  }

  private func encoding(of open: Open) -> String? {
    guard open.node >= 0 else { return contextEncoding?.lowercased() }
    guard let number = tokenizer.names.existingNumber(of: "encoding") else { return nil }
    let node = nodes[Int(open.node)]
    for attribute in tokenizer.attributes[Int(node.start)..<Int(node.start + node.end)]
    where attribute.name == number {
      guard attribute.valueEnd - attribute.valueStart <= 32 else { return nil }
      let bytes = (attribute.valueStart..<attribute.valueEnd).map { byte($0).lowercased }
      return String(decoding: bytes, as: UTF8.self)
    }
    return nil
  }

  mutating func inForeignContent() -> Bool {
    let token = tokenizer.token
    switch token.kind {
    case .characters:
      if framesetOK {
        var at = token.start
        while at < token.end, byte(at).isSpace || byte(at) == 0 { at += 1 }
        if at < token.end { framesetOK = false }
      }
      cleanNulls(replacing: true)
      insertText(tokenizer.token.start, tokenizer.token.end)
    case .comment: insertComment()
    case .startTag:
      if breaksOut() { return leaveForeignContent() }
      insertElement(adjustedCurrent?.namespace ?? .html)
      if token.selfClosing { pop() }
    case .endTag:
      if token.known == .br || token.known == .p { return leaveForeignContent() }
      return endInForeignContent()
    case .doctype, .end: break
    }
    return false
  }

  /// Whether a start tag is so surely HTML that it ends foreign content.
  private func breaksOut() -> Bool {
    let token = tokenizer.token
    switch token.known {
    case .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1, .h2, .h3,
      .h4,
      .h5, .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta, .nobr, .ol, .p, .pre, .ruby, .s, .small,
      .span,
      .strong, .strike, .sub, .sup, .table, .tt, .u, .ul, .var:
      return true
    case .font:
      return tokenizer.attributes[
        Int(token.firstAttribute)..<Int(token.firstAttribute + token.attributeCount)
      ].contains {
        let name = tokenizer.names.spelling($0.name)
        return name == "color" || name == "face" || name == "size"
      }
    default: return false
    }
  }

  private mutating func leaveForeignContent() -> Bool {
    while stack.count > 1, let current = stack.last, current.namespace != .html,
      !isMathTextIntegrationPoint(current), !isHTMLIntegrationPoint(current)
    {
      pop()
    }
    return process()
  }

  private mutating func endInForeignContent() -> Bool {
    let name = tokenizer.token.name
    var i = stack.count - 1
    while i > 0 {
      if stack[i].name == name {
        while stack.count > i { pop() }
        return false
      }
      i -= 1
      if stack[i].namespace == .html { return process() }
    }
    return false
  }
}
