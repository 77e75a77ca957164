/// The insertion mode "in body": end tags.
extension TreeBuilder {
  mutating func endInBody() -> Bool {
    let token = tokenizer.token
    switch token.known {
    case .template: return inHead()
    case .body:
      if isInScope(.body) { mode = .afterBody }
    case .html:
      if isInScope(.body) {
        mode = .afterBody
        return true
      }
    case .address, .article, .aside, .blockquote, .button, .center, .details, .dialog, .dir, .div, .dl,
      .fieldset,
      .figcaption, .figure, .footer, .header, .hgroup, .listing, .main, .menu, .nav, .ol, .pre, .search,
      .section,
      .select, .summary, .ul:
      guard isInScope(token.known) else { break }
      generateImpliedEndTags()
      pop(through: token.known)
    case .form: endForm()
    case .p:
      if !isInButtonScope(.p) { insertImplied(.p) }
      closeP()
    case .li:
      guard isInListItemScope(.li) else { break }
      generateImpliedEndTags(except: .li)
      pop(through: .li)
    case .dd, .dt:
      guard isInScope(token.known) else { break }
      generateImpliedEndTags(except: token.known)
      pop(through: token.known)
    case .h1, .h2, .h3, .h4, .h5, .h6:
      guard isHeadingInScope() else { break }
      generateImpliedEndTags()
      popThroughHeading()
    case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u:
      if adopt(token.name) { endAnyOther() }
    case .applet, .marquee, .object:
      guard isInScope(token.known) else { break }
      generateImpliedEndTags()
      pop(through: token.known)
      clearFormattingToMarker()
    case .br:
      // A page that writes `</br>` means `<br>`.
      reconstructFormatting()
      tokenizer.token.attributeCount = 0
      insertVoid()
      framesetOK = false
    default: endAnyOther()
    }
    return false
  }

  private mutating func endForm() {
    if isOpen(.template) {
      guard isInScope(.form) else { return }
      generateImpliedEndTags()
      pop(through: .form)
      return
    }
    let node = form
    form = -1
    guard node >= 0, isInScope(node: node) else { return }
    generateImpliedEndTags()
    if let index = stackIndex(of: node) { remove(at: index) }
  }

  /// Any other end tag: closes the innermost element of that name, unless a special one lies between.
  mutating func endAnyOther() {
    let name = tokenizer.token.name
    if Int(name) < openCounts.count, openCounts[Int(name)] == 0 { return }
    for i in stack.indices.reversed() {
      let open = stack[i]
      if open.namespace == .html, open.name == name {
        while let current = stack.last, current.traits.contains(.impliedEnd), current.name != name { pop() }
        while stack.count > i { pop() }
        return
      }
      if open.traits.contains(.special) { return }
    }
  }
}
