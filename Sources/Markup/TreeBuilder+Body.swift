/// The insertion mode "in body": texts and start tags.
extension TreeBuilder {
  mutating func inBody() -> Bool {
    switch tokenizer.token.kind {
    case .characters: insertBodyText()
    case .comment: insertComment()
    case .doctype: break
    case .startTag: return startInBody()
    case .endTag: return endInBody()
    case .end: if !templateModes.isEmpty { return inTemplate() }
    }
    return false
  }

  private mutating func insertBodyText() {
    cleanNulls(replacing: false)
    guard tokenizer.token.start < tokenizer.token.end else { return }
    reconstructFormatting()
    if framesetOK, endOfLeadingSpace() < tokenizer.token.end { framesetOK = false }
    insertText(tokenizer.token.start, tokenizer.token.end)
  }

  private mutating func startInBody() -> Bool {
    let token = tokenizer.token
    switch token.known {
    case .html:
      if !isOpen(.template), let root = stack.first { addAttributes(to: root.node) }
    case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
      return inHead()
    case .body:
      if stack.count > 1, stack[1].is(.body), !isOpen(.template) {
        framesetOK = false
        addAttributes(to: stack[1].node)
      }
    case .frameset: startFrameset()
    case .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl, .fieldset,
      .figcaption, .figure, .footer, .header, .hgroup, .main, .menu, .nav, .ol, .p, .search, .section,
      .summary,
      .ul:
      closePInButtonScope()
      insertElement()
    case .h1, .h2, .h3, .h4, .h5, .h6:
      closePInButtonScope()
      if stack.last?.traits.contains(.heading) ?? false { pop() }
      insertElement()
    case .pre, .listing:
      closePInButtonScope()
      insertElement()
      skipsLineFeed = true
      framesetOK = false
    case .form: startForm()
    case .li:
      framesetOK = false
      closeItem(.li, .li)
      insertElement()
    case .dd, .dt:
      framesetOK = false
      closeItem(.dd, .dt)
      insertElement()
    case .plaintext:
      closePInButtonScope()
      insertElement()
      tokenizer.content = .plaintext
    case .button:
      if isInScope(.button) {
        generateImpliedEndTags()
        pop(through: .button)
      }
      reconstructFormatting()
      insertElement()
      framesetOK = false
    case .a:
      startA()
    case .b, .big, .code, .em, .font, .i, .s, .small, .strike, .strong, .tt, .u:
      startFormatting()
    case .nobr:
      reconstructFormatting()
      if isInScope(.nobr) {
        if adopt(token.name) { endAnyOther() }
        reconstructFormatting()
      }
      pushFormatting(insertElement())
    case .applet, .marquee, .object:
      reconstructFormatting()
      insertElement()
      pushMarker()
      framesetOK = false
    case .table:
      if !isQuirky { closePInButtonScope() }
      insertElement()
      framesetOK = false
      mode = .inTable
    default: return startRestInBody()
    }
    return false
  }

  /// The rarer start tags.
  private mutating func startRestInBody() -> Bool {
    let token = tokenizer.token
    switch token.known {
    case .area, .br, .embed, .img, .keygen, .wbr:
      reconstructFormatting()
      insertVoid()
      framesetOK = false
    case .input: startInput()
    case .param, .source, .track: insertVoid()
    case .hr:
      closePInButtonScope()
      if isInScope(.select) { generateImpliedEndTags() }
      insertVoid()
      framesetOK = false
    case .image:
      tokenizer.token.name = HTMLName.img.rawValue
      return true
    case .textarea:
      insertElement()
      skipsLineFeed = true
      tokenizer.content = .rcdata
      originalMode = mode
      framesetOK = false
      mode = .text
    case .xmp:
      closePInButtonScope()
      reconstructFormatting()
      framesetOK = false
      openText(.rawtext)
    case .iframe:
      framesetOK = false
      openText(.rawtext)
    case .noembed: openText(.rawtext)
    case .select: startSelect()
    case .option:
      if isInScope(.select) {
        generateImpliedEndTags(except: .optgroup)
      } else if currentIs(.option) {
        pop()
      }
      reconstructFormatting()
      insertElement()
    case .optgroup:
      if isInScope(.select) {
        generateImpliedEndTags()
      } else if currentIs(.option) {
        pop()
      }
      reconstructFormatting()
      insertElement()
    case .rb, .rtc:
      if isInScope(.ruby) { generateImpliedEndTags() }
      insertElement()
    case .rp, .rt:
      if isInScope(.ruby) { generateImpliedEndTags(except: .rtc) }
      insertElement()
    case .math: startForeign(.mathML)
    case .svg: startForeign(.svg)
    case .caption, .col, .colgroup, .frame, .head, .tbody, .td, .tfoot, .th, .thead, .tr: break
    default:
      reconstructFormatting()
      insertElement()
    }
    return false
  }

  // MARK: Single tags

  private mutating func startFormatting() {
    reconstructFormatting()
    pushFormatting(insertElement())
  }

  private mutating func startA() {
    if let index = formattingIndex(of: HTMLName.a.rawValue) {
      let old = formatting[index].node
      _ = adopt(HTMLName.a.rawValue)
      if let index = formattingIndex(ofNode: old) { formatting.remove(at: index) }
      if let index = stackIndex(of: old) { remove(at: index) }
    }
    startFormatting()
  }

  private mutating func startForm() {
    let isInTemplate = isOpen(.template)
    guard form < 0 || isInTemplate else { return }
    closePInButtonScope()
    let node = insertElement()
    if !isInTemplate { form = node }
  }

  private mutating func startFrameset() {
    guard stack.count > 1, stack[1].is(.body), framesetOK else { return }
    detach(stack[1].node)
    while stack.count > 1 { pop() }
    insertElement()
    mode = .inFrameset
  }

  private mutating func startInput() {
    if let context, context.is(.select) { return }
    if isInScope(.select) { pop(through: .select) }
    reconstructFormatting()
    let isHidden = isHiddenInput()
    insertVoid()
    if !isHidden { framesetOK = false }
  }

  private mutating func startSelect() {
    if let context, context.is(.select) { return }
    if isInScope(.select) {
      pop(through: .select)
      return
    }
    reconstructFormatting()
    insertElement()
    framesetOK = false
  }

  private mutating func startForeign(_ namespace: Namespace) {
    reconstructFormatting()
    insertElement(namespace)
    if tokenizer.token.selfClosing { pop() }
  }

  /// Closes an open `li`, or `dd` or `dt`, that the same start tag ends.
  private mutating func closeItem(_ one: HTMLName, _ other: HTMLName) {
    if isOpen(one) || isOpen(other) {
      for open in stack.reversed() {
        if open.is(one) || open.is(other) {
          let name: HTMLName = open.is(one) ? one : other
          generateImpliedEndTags(except: name)
          pop(through: name)
          break
        }
        if open.traits.contains(.special), !(open.is(.address) || open.is(.div) || open.is(.p)) { break }
      }
    }
    closePInButtonScope()
  }

  /// Whether the current start tag has `type=hidden`.
  func isHiddenInput() -> Bool {
    let token = tokenizer.token
    let hidden: StaticString = "hidden"
    for i in Int(token.firstAttribute)..<Int(token.firstAttribute + token.attributeCount) {
      let attribute = tokenizer.attributes[i]
      guard attribute.name == HTMLName.type.rawValue else { continue }
      guard Int(attribute.valueEnd - attribute.valueStart) == hidden.utf8CodeUnitCount else { return false }
      return (0..<hidden.utf8CodeUnitCount).allSatisfy {
        byte(attribute.valueStart + Int32($0)).lowercased == hidden.utf8Start[$0]
      }
    }
    return false
  }

  /// Gives an element the attributes of the current tag that it does not have.
  private mutating func addAttributes(to element: Int32) {
    let token = tokenizer.token
    let old = nodes[Int(element)]
    let own = tokenizer.attributes[Int(old.start)..<Int(old.start + old.end)]
    let added = tokenizer.attributes[
      Int(token.firstAttribute)..<Int(token.firstAttribute + token.attributeCount)
    ].filter { attribute in !own.contains { $0.name == attribute.name } }
    guard !added.isEmpty else { return }
    guard own.count + added.count <= limits.attributesPerTag else {
      tokenizer.reached.insert(.attributesPerTag)
      return
    }
    nodes[Int(element)].start = Int32(tokenizer.attributes.count)
    nodes[Int(element)].end = Int32(own.count + added.count)
    tokenizer.attributes.append(contentsOf: Array(own) + added)
  }
}
