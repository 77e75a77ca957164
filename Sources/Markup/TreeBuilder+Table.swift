/// The insertion modes of tables.
extension TreeBuilder {
  mutating func inTable() -> Bool {
    let token = tokenizer.token
    switch token.kind {
    case .characters:
      if currentIs(anyOf: .table, .tbody, .template, .tfoot, .thead, .tr) {
        pendingText.removeAll(keepingCapacity: true)
        originalMode = mode
        mode = .inTableText
        return true
      }
    case .comment:
      insertComment()
      return false
    case .doctype: return false
    case .startTag:
      if let reprocesses = startInTable() { return reprocesses }
    case .endTag:
      switch token.known {
      case .table:
        guard isInTableScope(.table) else { return false }
        pop(through: .table)
        resetMode()
        return false
      case .body, .caption, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: return false
      case .template: return inHead()
      default: break
      }
    case .end: return inBody()
    }
    return inBodyFostering()
  }

  /// What may not stand in a table is treated as in the body, and put before the table.
  private mutating func inBodyFostering() -> Bool {
    fosters = true
    var reprocesses = inBody()
    // `image` becomes `img` and comes back; it must be fostered too.
    if reprocesses, tokenizer.token.kind == .startTag { reprocesses = inBody() }
    fosters = false
    return reprocesses
  }

  /// `nil` where the tag is to be fostered.
  private mutating func startInTable() -> Bool? {
    switch tokenizer.token.known {
    case .caption:
      clear(backTo: .table, .html)
      pushMarker()
      insertElement()
      mode = .inCaption
      return false
    case .colgroup:
      clear(backTo: .table, .html)
      insertElement()
      mode = .inColumnGroup
      return false
    case .col:
      clear(backTo: .table, .html)
      insertImplied(.colgroup)
      mode = .inColumnGroup
      return true
    case .tbody, .tfoot, .thead:
      clear(backTo: .table, .html)
      insertElement()
      mode = .inTableBody
      return false
    case .td, .th, .tr:
      clear(backTo: .table, .html)
      insertImplied(.tbody)
      mode = .inTableBody
      return true
    case .table:
      guard isInTableScope(.table) else { return false }
      pop(through: .table)
      resetMode()
      return true
    case .style, .script, .template: return inHead()
    case .input:
      guard isHiddenInput() else { return nil }
      insertVoid()
      return false
    case .form:
      guard form < 0, !isOpen(.template) else { return false }
      form = insertElement()
      pop()
      return false
    default: return nil
    }
  }

  mutating func inTableText() -> Bool {
    if tokenizer.token.kind == .characters {
      cleanNulls(replacing: false)
      if tokenizer.token.start < tokenizer.token.end {
        pendingText.append((tokenizer.token.start, tokenizer.token.end))
      }
      return false
    }
    if pendingText.allSatisfy({ isSpace($0.start, $0.end) }) {
      for text in pendingText { insertText(text.start, text.end) }
    } else {
      fosters = true
      framesetOK = false
      for text in pendingText {
        reconstructFormatting()
        insertText(text.start, text.end)
      }
      fosters = false
    }
    pendingText.removeAll(keepingCapacity: true)
    mode = originalMode
    return true
  }

  mutating func inCaption() -> Bool {
    let token = tokenizer.token
    switch (token.kind, token.known) {
    case (.endTag, .caption): _ = closeCaption()
    case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody),
      (.startTag, .td),
      (.startTag, .tfoot), (.startTag, .th), (.startTag, .thead), (.startTag, .tr), (.endTag, .table):
      return closeCaption()
    case (.endTag, .body), (.endTag, .col), (.endTag, .colgroup), (.endTag, .html), (.endTag, .tbody),
      (.endTag, .td), (.endTag, .tfoot), (.endTag, .th), (.endTag, .thead), (.endTag, .tr):
      break
    default: return inBody()
    }
    return false
  }

  private mutating func closeCaption() -> Bool {
    guard isInTableScope(.caption) else { return false }
    generateImpliedEndTags()
    pop(through: .caption)
    clearFormattingToMarker()
    mode = .inTable
    return true
  }

  mutating func inColumnGroup() -> Bool {
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
      case .col:
        insertVoid()
        return false
      case .template: return inHead()
      default: break
      }
    case .endTag:
      switch token.known {
      case .colgroup:
        if currentIs(.colgroup) {
          pop()
          mode = .inTable
        }
        return false
      case .col: return false
      case .template: return inHead()
      default: break
      }
    case .end: return inBody()
    }
    guard currentIs(.colgroup) else { return false }
    pop()
    mode = .inTable
    return true
  }

  mutating func inTableBody() -> Bool {
    let token = tokenizer.token
    switch (token.kind, token.known) {
    case (.startTag, .tr):
      clear(backTo: .tbody, .tfoot, .thead, .html)
      insertElement()
      mode = .inRow
      return false
    case (.startTag, .th), (.startTag, .td):
      clear(backTo: .tbody, .tfoot, .thead, .html)
      insertImplied(.tr)
      mode = .inRow
      return true
    case (.endTag, .tbody), (.endTag, .tfoot), (.endTag, .thead):
      guard isInTableScope(token.known) else { return false }
      clear(backTo: .tbody, .tfoot, .thead, .html)
      pop()
      mode = .inTable
      return false
    case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody),
      (.startTag, .tfoot), (.startTag, .thead), (.endTag, .table):
      guard isInTableScope(.tbody) || isInTableScope(.thead) || isInTableScope(.tfoot) else { return false }
      clear(backTo: .tbody, .tfoot, .thead, .html)
      pop()
      mode = .inTable
      return true
    case (.endTag, .body), (.endTag, .caption), (.endTag, .col), (.endTag, .colgroup), (.endTag, .html),
      (.endTag, .td), (.endTag, .th), (.endTag, .tr):
      return false
    default: return inTable()
    }
  }

  mutating func inRow() -> Bool {
    let token = tokenizer.token
    switch (token.kind, token.known) {
    case (.startTag, .th), (.startTag, .td):
      clear(backTo: .tr, .html)
      insertElement()
      mode = .inCell
      pushMarker()
      return false
    case (.endTag, .tr):
      _ = closeRow()
      return false
    case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody),
      (.startTag, .tfoot), (.startTag, .thead), (.startTag, .tr), (.endTag, .table):
      return closeRow()
    case (.endTag, .tbody), (.endTag, .tfoot), (.endTag, .thead):
      return isInTableScope(token.known) && closeRow()
    case (.endTag, .body), (.endTag, .caption), (.endTag, .col), (.endTag, .colgroup), (.endTag, .html),
      (.endTag, .td), (.endTag, .th):
      return false
    default: return inTable()
    }
  }

  private mutating func closeRow() -> Bool {
    guard isInTableScope(.tr) else { return false }
    clear(backTo: .tr, .html)
    pop()
    mode = .inTableBody
    return true
  }

  mutating func inCell() -> Bool {
    let token = tokenizer.token
    switch (token.kind, token.known) {
    case (.endTag, .td), (.endTag, .th):
      guard isInTableScope(token.known) else { return false }
      generateImpliedEndTags()
      pop(through: token.known)
      clearFormattingToMarker()
      mode = .inRow
      return false
    case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody),
      (.startTag, .td),
      (.startTag, .tfoot), (.startTag, .th), (.startTag, .thead), (.startTag, .tr):
      return closeCell()
    case (.endTag, .body), (.endTag, .caption), (.endTag, .col), (.endTag, .colgroup), (.endTag, .html):
      return false
    case (.endTag, .table), (.endTag, .tbody), (.endTag, .tfoot), (.endTag, .thead), (.endTag, .tr):
      return isInTableScope(token.known) && closeCell()
    default: return inBody()
    }
  }

  private mutating func closeCell() -> Bool {
    guard isInTableScope(.td) || isInTableScope(.th) else { return false }
    generateImpliedEndTags()
    while stack.count > 1, let open = pop(), !open.is(.td), !open.is(.th) {}
    clearFormattingToMarker()
    mode = .inRow
    return true
  }
}
