/// The tree construction stage of the HTML standard (section 13.2.6), scripting disabled.
///
/// One method for each insertion mode, named as in the standard; each returns whether the token must be processed
/// again under the mode that it has set. Only here and in the extensions are nodes made and linked.
struct TreeBuilder {
  enum Mode: UInt8 {
    case initial, beforeHTML, beforeHead, inHead, inHeadNoscript, afterHead, inBody, text, inTable,
      inTableText
    case inCaption, inColumnGroup, inTableBody, inRow, inCell, inTemplate, afterBody, inFrameset,
      afterFrameset
    case afterAfterBody, afterAfterFrameset
  }

  /// The element that a fragment is parsed for.
  struct Context {
    var name: String
    var namespace: Namespace = .html
    /// Attributes are asked for `annotation-xml` only.
    var encoding: String? = nil
  }

  /// An element on the stack of open elements.
  struct Open {
    var node: Int32
    var name: UInt16
    var namespace: Namespace
    var traits: Traits

    @inline(__always)
    func `is`(_ known: HTMLName) -> Bool { name == known.rawValue && namespace == .html }
  }

  /// An entry of the list of active formatting elements; a marker has no node.
  struct Formatting {
    var node: Int32
    var name: UInt16
  }

  var tokenizer: Tokenizer
  let limits: Limits
  let inputCount: Int

  var nodes: [Node] = []
  var doctype: Doctype?
  var mode = Mode.initial
  var originalMode = Mode.initial
  var templateModes: [Mode] = []
  var stack: [Open] = []
  /// How many open HTML elements there are of each known name: a search for none need not begin.
  var openCounts = [Int32](repeating: 0, count: HTMLName.count)
  var formatting: [Formatting] = []
  var context: Open?
  var contextEncoding: String?
  var head: Int32 = -1
  var form: Int32 = -1
  var isQuirky = false
  var framesetOK = true
  var fosters = false
  var skipsLineFeed = false
  /// Text in a table that is not yet known to belong there.
  var pendingText: [(start: Int32, end: Int32)] = []
  /// End tags that are due for elements hung at the greatest depth.
  var hungElements = 0
  var reopened = 0
  /// Room kept behind texts that had to move when they grew.
  var textRoom: [Int32: Int32] = [:]
  var isStopped = false

  init(input: UnsafePointer<UInt8>, count: Int, limits: Limits) {
    tokenizer = Tokenizer(input: input, count: count, limits: limits)
    self.limits = limits
    inputCount = count
    nodes.reserveCapacity(min(count / 24 + 16, limits.nodes))
    tokenizer.attributes.reserveCapacity(min(count / 48 + 16, limits.attributes))
    nodes.append(Node(kind: .document))
  }

  mutating func run(context: Context?) {
    if let context { prepare(for: context) }
    while !isStopped {
      tokenizer.allowsCDATA = adjustedCurrent.map { $0.namespace != .html } ?? false
      tokenizer.next()
      if skipsLineFeed {
        skipsLineFeed = false
        if tokenizer.token.kind == .characters, byte(tokenizer.token.start) == 0x0A {
          tokenizer.token.start += 1
          if tokenizer.token.start == tokenizer.token.end { continue }
        }
      }
      dispatch()
      if tokenizer.token.kind == .end { break }
    }
  }

  /// Sets up the parsing of a fragment.
  private mutating func prepare(for context: Context) {
    let bytes = Array(context.name.lowercased().utf8)
    let name = tokenizer.names.number(of: bytes, hash: NameTable.hash(bytes))
    self.context = Open(
      node: -1, name: name, namespace: context.namespace, traits: Traits.of(name, context.namespace))
    contextEncoding = context.encoding
    let root = newNode(Node(kind: .element, name: HTMLName.html.rawValue))
    append(root, to: 0)
    push(
      Open(
        node: root, name: HTMLName.html.rawValue, namespace: .html,
        traits: Traits.of(HTMLName.html.rawValue, .html)))
    if context.namespace == .html {
      switch HTMLName(rawValue: name) {
      case .title, .textarea: tokenizer.content = .rcdata
      case .style, .xmp, .iframe, .noembed, .noframes: tokenizer.content = .rawtext
      case .script: tokenizer.content = .scriptData
      case .plaintext: tokenizer.content = .plaintext
      case .template: templateModes.append(.inTemplate)
      case .form: form = 0
      default: break
      }
    }
    resetMode()
  }

  private mutating func dispatch() {
    while true {
      let reprocesses: Bool
      if usesHTMLRules {
        if tokenizer.token.kind != .characters, tokenizer.token.kind != .comment, handleDepth() { return }
        reprocesses = process()
      } else {
        if handleDepth() { return }
        reprocesses = inForeignContent()
      }
      if !reprocesses { return }
    }
  }

  /// Whether the token is for the insertion modes rather than for the rules of foreign content.
  @inline(__always)
  private var usesHTMLRules: Bool {
    guard let current = adjustedCurrent, current.namespace != .html else { return true }
    return isForIntegrationPoint(current)
  }

  /// Hangs start tags below the greatest depth, and swallows the end tags that belong to them.
  private mutating func handleDepth() -> Bool {
    let token = tokenizer.token
    if token.kind == .startTag, stack.count >= limits.depth {
      let current = stack[stack.count - 1]
      if current.namespace == .html, mode != .initial, Traits.of(token.name, .html).contains(.leaf) {
        return false
      }
      tokenizer.reached.insert(.depth)
      let node = newNode(
        Node(
          kind: .element, namespace: current.namespace, name: token.name, start: token.firstAttribute,
          end: token.attributeCount))
      append(node, to: current.node)
      if !(token.selfClosing && current.namespace != .html) { hungElements += 1 }
      return true
    }
    if token.kind == .endTag, hungElements > 0, mode != .text {
      hungElements -= 1
      return true
    }
    return false
  }

  mutating func process() -> Bool {
    switch mode {
    case .initial: initial()
    case .beforeHTML: beforeHTML()
    case .beforeHead: beforeHead()
    case .inHead: inHead()
    case .inHeadNoscript: inHeadNoscript()
    case .afterHead: afterHead()
    case .inBody: inBody()
    case .text: text()
    case .inTable: inTable()
    case .inTableText: inTableText()
    case .inCaption: inCaption()
    case .inColumnGroup: inColumnGroup()
    case .inTableBody: inTableBody()
    case .inRow: inRow()
    case .inCell: inCell()
    case .inTemplate: inTemplate()
    case .afterBody: afterBody()
    case .inFrameset: inFrameset()
    case .afterFrameset: afterFrameset()
    case .afterAfterBody: afterAfterBody()
    case .afterAfterFrameset: afterAfterFrameset()
    }
  }
}
