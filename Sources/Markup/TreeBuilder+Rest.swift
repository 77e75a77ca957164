/// The insertion modes of templates and framesets, and those after the body.
extension TreeBuilder {
  mutating func inTemplate() -> Bool {
    let token = tokenizer.token
    switch token.kind {
    case .characters, .comment, .doctype: return inBody()
    case .startTag:
      switch token.known {
      case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
        return inHead()
      case .caption, .colgroup, .tbody, .tfoot, .thead: return switchTemplate(to: .inTable)
      case .col: return switchTemplate(to: .inColumnGroup)
      case .tr: return switchTemplate(to: .inTableBody)
      case .td, .th: return switchTemplate(to: .inRow)
      default: return switchTemplate(to: .inBody)
      }
    case .endTag: return token.known == .template ? inHead() : false
    case .end:
      guard isOpen(.template) else { return false }
      pop(through: .template)
      clearFormattingToMarker()
      _ = templateModes.popLast()
      resetMode()
      return true
    }
  }

  private mutating func switchTemplate(to mode: Mode) -> Bool {
    _ = templateModes.popLast()
    templateModes.append(mode)
    self.mode = mode
    return true
  }

  mutating func afterBody() -> Bool {
    let token = tokenizer.token
    switch token.kind {
    case .characters:
      let end = endOfLeadingSpace()
      if end == token.end { return inBody() }
    case .comment:
      insertComment(into: stack.first?.node ?? 0)
      return false
    case .doctype: return false
    case .startTag: if token.known == .html { return inBody() }
    case .endTag:
      if token.known == .html {
        if context == nil { mode = .afterAfterBody }
        return false
      }
    case .end: return false
    }
    mode = .inBody
    return true
  }

  mutating func afterAfterBody() -> Bool {
    let token = tokenizer.token
    switch token.kind {
    case .comment:
      insertComment(into: 0)
      return false
    case .doctype: return inBody()
    case .characters: if endOfLeadingSpace() == token.end { return inBody() }
    case .startTag: if token.known == .html { return inBody() }
    case .endTag: break
    case .end: return false
    }
    mode = .inBody
    return true
  }

  mutating func inFrameset() -> Bool {
    let token = tokenizer.token
    switch (token.kind, token.known) {
    case (.characters, _): insertSpacesOnly()
    case (.comment, _): insertComment()
    case (.startTag, .html): return inBody()
    case (.startTag, .frameset): insertElement()
    case (.startTag, .frame): insertVoid()
    case (.startTag, .noframes): return inHead()
    case (.endTag, .frameset):
      guard stack.count > 1 else { break }
      pop()
      if context == nil, !currentIs(.frameset) { mode = .afterFrameset }
    default: break
    }
    return false
  }

  mutating func afterFrameset() -> Bool {
    let token = tokenizer.token
    switch (token.kind, token.known) {
    case (.characters, _): insertSpacesOnly()
    case (.comment, _): insertComment()
    case (.startTag, .html): return inBody()
    case (.startTag, .noframes): return inHead()
    case (.endTag, .html): mode = .afterAfterFrameset
    default: break
    }
    return false
  }

  mutating func afterAfterFrameset() -> Bool {
    let token = tokenizer.token
    switch (token.kind, token.known) {
    case (.comment, _): insertComment(into: 0)
    case (.characters, _): insertSpacesOnly()
    case (.startTag, .html): return inBody()
    case (.startTag, .noframes): return inHead()
    default: break
    }
    return false
  }

  /// Where only white space may stand, the rest of a text is dropped.
  private mutating func insertSpacesOnly() {
    let end = tokenizer.token.end
    var at = tokenizer.token.start
    while at < end {
      let start = at
      while at < end, byte(at).isSpace { at += 1 }
      insertText(start, at)
      while at < end, !byte(at).isSpace { at += 1 }
    }
  }
}
