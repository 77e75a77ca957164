/// The insertion modes up to the body.
extension TreeBuilder {
  mutating func initial() -> Bool {
    let token = tokenizer.token
    switch token.kind {
    case .characters:
      if takeLeadingSpace(inserting: false) { return false }
    case .comment:
      insertComment(into: 0)
      return false
    case .doctype:
      doctype = tokenizer.doctype
      isQuirky = context == nil && Quirks.follow(from: tokenizer.doctype)
      append(newNode(Node(kind: .doctype)), to: 0)
      mode = .beforeHTML
      return false
    default: break
    }
    isQuirky = true
    mode = .beforeHTML
    return true
  }

  mutating func beforeHTML() -> Bool {
    let token = tokenizer.token
    switch token.kind {
    case .doctype: return false
    case .comment:
      insertComment(into: 0)
      return false
    case .characters:
      if takeLeadingSpace(inserting: false) { return false }
    case .startTag where token.known == .html:
      insertElement()
      mode = .beforeHead
      return false
    case .endTag:
      switch token.known {
      case .head, .body, .html, .br: break
      default: return false
      }
    default: break
    }
    insertImplied(.html)
    mode = .beforeHead
    return true
  }

  mutating func beforeHead() -> Bool {
    let token = tokenizer.token
    switch token.kind {
    case .characters:
      if takeLeadingSpace(inserting: false) { return false }
    case .comment:
      insertComment()
      return false
    case .doctype: return false
    case .startTag:
      if token.known == .html { return inBody() }
      if token.known == .head {
        head = insertElement()
        mode = .inHead
        return false
      }
    case .endTag:
      switch token.known {
      case .head, .body, .html, .br: break
      default: return false
      }
    case .end: break
    }
    head = insertImplied(.head)
    mode = .inHead
    return true
  }

  mutating func inHead() -> Bool {
    let token = tokenizer.token
    switch token.kind {
    case .characters:
      if takeLeadingSpace(inserting: true) { return false }
    case .comment:
      insertComment()
      return false
    case .doctype: return false
    case .startTag:
      switch token.known {
      case .html: return inBody()
      case .base, .basefont, .bgsound, .link, .meta:
        insertVoid()
        return false
      case .title:
        openText(.rcdata)
        return false
      case .noframes, .style:
        openText(.rawtext)
        return false
      case .noscript:
        insertElement()
        mode = .inHeadNoscript
        return false
      case .script:
        openText(.scriptData)
        return false
      case .template:
        insertElement()
        pushMarker()
        framesetOK = false
        mode = .inTemplate
        templateModes.append(.inTemplate)
        return false
      case .head: return false
      default: break
      }
    case .endTag:
      switch token.known {
      case .head:
        pop()
        mode = .afterHead
        return false
      case .body, .html, .br: break
      case .template:
        closeTemplate()
        return false
      default: return false
      }
    case .end: break
    }
    pop()
    mode = .afterHead
    return true
  }

  mutating func closeTemplate() {
    guard isOpen(.template) else { return }
    generateAllImpliedEndTags()
    pop(through: .template)
    clearFormattingToMarker()
    _ = templateModes.popLast()
    resetMode()
  }

  /// Opens an element whose content is text.
  mutating func openText(_ content: Tokenizer.Content) {
    insertElement()
    tokenizer.content = content
    originalMode = mode
    mode = .text
  }

  mutating func inHeadNoscript() -> Bool {
    let token = tokenizer.token
    switch token.kind {
    case .doctype: return false
    case .comment: return inHead()
    case .characters:
      if takeLeadingSpace(inserting: true) { return false }
    case .startTag:
      switch token.known {
      case .html: return inBody()
      case .basefont, .bgsound, .link, .meta, .noframes, .style: return inHead()
      case .head, .noscript: return false
      default: break
      }
    case .endTag:
      if token.known == .noscript {
        pop()
        mode = .inHead
        return false
      }
      if token.known != .br { return false }
    case .end: break
    }
    pop()
    mode = .inHead
    return true
  }

  mutating func afterHead() -> Bool {
    let token = tokenizer.token
    switch token.kind {
    case .characters:
      if takeLeadingSpace(inserting: true) { return false }
    case .comment:
      insertComment()
      return false
    case .doctype: return false
    case .startTag:
      switch token.known {
      case .html: return inBody()
      case .body:
        insertElement()
        framesetOK = false
        mode = .inBody
        return false
      case .frameset:
        insertElement()
        mode = .inFrameset
        return false
      case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
        return inHeadAgain()
      case .head: return false
      default: break
      }
    case .endTag:
      switch token.known {
      case .template: return inHead()
      case .body, .html, .br: break
      default: return false
      }
    case .end: break
    }
    insertImplied(.body)
    mode = .inBody
    return true
  }

  /// What belongs into the head and comes after it: the head is opened again for it.
  private mutating func inHeadAgain() -> Bool {
    guard head >= 0 else { return inHead() }
    push(Open(node: head, name: HTMLName.head.rawValue, namespace: .html, traits: .special))
    let reprocesses = inHead()
    if let index = stackIndex(of: head) { remove(at: index) }
    return reprocesses
  }

  mutating func text() -> Bool {
    switch tokenizer.token.kind {
    case .characters:
      insertText(tokenizer.token.start, tokenizer.token.end)
      return false
    case .end:
      pop()
      mode = originalMode
      return true
    default:
      pop()
      mode = originalMode
      return false
    }
  }
}
