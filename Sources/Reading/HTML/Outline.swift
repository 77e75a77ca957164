import Language
import Markup

/// A page as pieces of text and the regions that hold them, in reading order: what everything else here looks at.
///
/// One walk over the tree, without recursion. Hot: texts are folded byte by byte into one buffer.
struct Outline {
  private(set) var pieces: [Piece] = []
  private(set) var regions: [Region] = []
  /// The texts of all pieces, white space folded.
  private(set) var bytes: [UInt8] = []
  /// Whether the budget ended before the page did.
  private(set) var isCut = false

  private let tree: Tree
  private var hints = HintReader()
  private var pieceStart = 0
  private var linkBytes = 0
  private var links = 0
  private var italicBytes = 0
  private var italics = 0
  private var pendingBlank = false
  private var pendingBreak = false
  private var region: Int32 = 0
  private var shapes: [(shape: Block.Shape, region: Int32)] = []
  private var headingLevel: UInt8 = 0
  /// Whether a picture was met before the piece that is open, and inside it.
  private var pictures = (before: false, inside: false)

  /// Outlines a page.
  init(_ tree: Tree) {
    self.tree = tree
    bytes.reserveCapacity(16 * 1024)
    regions.append(Region(node: tree.document, parent: -1, pieces: 0..<0, name: 0, hint: nil))
    walk()
    regions[0].pieces = 0..<Int32(pieces.count)
  }

  /// The text of a piece.
  func text(_ piece: Piece) -> String {
    String(decoding: bytes[Int(piece.start)..<Int(piece.end)], as: UTF8.self)
  }

  /// Whether a piece begins with a small letter.
  func beginsSmall(_ piece: Piece) -> Bool {
    let start = Int(piece.start)
    let first = String(decoding: bytes[start..<min(start + 4, Int(piece.end))], as: UTF8.self)
    return first.unicodeScalars.first?.properties.isLowercase == true
  }

  private mutating func walk() {
    var upcoming = tree.firstChild(of: tree.document)
    while let node = upcoming, !isFull() {
      var descends = false
      switch tree.kind(of: node) {
      case .text: tree.withText(of: node) { append($0) }
      case .element:
        descends = enter(node)
        if descends, tree.firstChild(of: node) == nil {
          leave(node)
          descends = false
        }
      default: break
      }
      if descends {
        upcoming = tree.firstChild(of: node)
        continue
      }
      upcoming = following(node)
    }
    flush()
    while region > 0 { close() }
  }

  /// Whether the budget is spent; what is open then ends here.
  private mutating func isFull() -> Bool {
    if pieces.count >= Budget.pieces { isCut = true }
    return isCut
  }

  /// The next node behind one that is done with; elements that end on the way are left.
  private mutating func following(_ node: NodeID) -> NodeID? {
    var at = node
    while true {
      if let next = tree.next(after: at) { return next }
      guard let parent = tree.parent(of: at), parent != tree.document else { return nil }
      leave(parent)
      at = parent
    }
  }

  // MARK: Elements

  /// Whether what is inside is read too.
  private mutating func enter(_ node: NodeID) -> Bool {
    guard tree.namespace(of: node) == .html else { return false }
    let number = tree.nameNumber(of: node)
    switch Layout.of(number) {
    case .skipped:
      if number == HTMLName.img.rawValue || number == HTMLName.picture.rawValue {
        if bytes.count > pieceStart { pictures.inside = true } else { pictures.before = true }
      }
      return false
    case .breaking:
      lineBreak()
      return false
    case .inline:
      if number == HTMLName.a.rawValue, tree.hasAttribute(.href, of: node) { links += 1 }
      if isItalic(number) { italics += 1 }
      if number == HTMLName.span.rawValue, isLabelBesideLabel(node) { pendingBlank = true }
      if number == HTMLName.span.rawValue, bytes.count > pieceStart, isHoverCard(node) { return false }
      if number == HTMLName.span.rawValue, let hint = hints.inlineHint(node, tree) {
        if hint.meaning == .hidden { return false }
        if hint.meaning == .furniture(.caption) { open(node, number) }
      }
      return true
    case .custom:
      if hasBoxChild(node) { open(node, number) }
      return true
    case .box:
      open(node, number)
      return true
    }
  }

  private mutating func leave(_ node: NodeID) {
    let number = tree.nameNumber(of: node)
    if number == HTMLName.a.rawValue {
      if tree.hasAttribute(.href, of: node) { links -= 1 }
      return
    }
    if isItalic(number) { italics -= 1 }
    guard regions[Int(region)].node == node, region > 0 else { return }
    flush()
    close()
    if Layout.headingLevel(number) > 0 { headingLevel = 0 }
  }

  /// Ends the current region.
  private mutating func close() {
    regions[Int(region)].pieces = regions[Int(region)].pieces.lowerBound..<Int32(pieces.count)
    while let last = shapes.last, last.region == region { shapes.removeLast() }
    region = regions[Int(region)].parent
  }

  private func isItalic(_ number: UInt16) -> Bool {
    number == HTMLName.em.rawValue || number == HTMLName.i.rawValue
  }

  private mutating func open(_ node: NodeID, _ number: UInt16) {
    flush()
    let hint = hints.hint(for: node, number, tree)
    let start = Int32(pieces.count)
    regions.append(Region(node: node, parent: region, pieces: start..<start, name: number, hint: hint))
    region = Int32(regions.count - 1)
    if let shape = Layout.shape(number) { shapes.append((shape, region)) }
    let level = Layout.headingLevel(number)
    if level > 0 { headingLevel = level }
  }

  /// Whether a `span` follows another directly in a box that is no paragraph: labels, which styles set apart.
  private func isLabelBesideLabel(_ node: NodeID) -> Bool {
    guard let before = tree.previous(before: node), tree.is(before, .span), let parent = tree.parent(of: node)
    else { return false }
    return tree.is(parent, .div) || tree.is(parent, .li) || tree.is(parent, .td) || tree.is(parent, .header)
  }

  /// Elements at the head of a `span` that are looked at.
  private static let hoverCardHead = 16

  /// Whether a `span` inside a line begins with a picture and goes on with links: a card that is shown when the name
  /// before it is pointed at.
  private func isHoverCard(_ node: NodeID) -> Bool {
    var hasPicture = false
    var links = 0
    for (looked, child) in tree.descendants(of: node).enumerated() {
      if looked >= Self.hoverCardHead { break }
      if tree.kind(of: child) == .text {
        if !hasPicture, tree.withText(of: child, { $0.contains { $0 > 0x20 } }) { return false }
        continue
      }
      guard tree.kind(of: child) == .element else { continue }
      if Layout.of(tree.nameNumber(of: child)) == .box { return false }
      if tree.is(child, .img) || tree.is(child, .picture) { hasPicture = true }
      if tree.is(child, .a) {
        if !hasPicture { return false }
        links += 1
      }
    }
    return hasPicture && links >= 2
  }

  private func hasBoxChild(_ node: NodeID) -> Bool {
    var child = tree.firstChild(of: node)
    var looked = 0
    while let at = child, looked < 8 {
      if tree.kind(of: at) == .element, Layout.of(tree.nameNumber(of: at)) == .box { return true }
      child = tree.next(after: at)
      looked += 1
    }
    return false
  }

  // MARK: Text

  private mutating func append(_ whole: UnsafeBufferPointer<UInt8>) {
    let end = Budget.end(of: whole, most: Budget.text - bytes.count)
    if end < whole.count { isCut = true }
    let text = UnsafeBufferPointer(rebasing: whole[..<end])
    let linked = links > 0
    let isItalic = italics > 0
    var at = 0
    while at < text.count {
      let blank = Blanks.length(text, at)
      if blank > 0 {
        pendingBlank = true
        at += blank
        continue
      }
      if pendingBreak { resolveBreak() }
      if pendingBlank, bytes.count > pieceStart {
        bytes.append(0x20)
        if linked { linkBytes += 1 }
        if isItalic { italicBytes += 1 }
      }
      pendingBlank = false
      let start = at
      while at < text.count, text[at] > 0x20 {
        if text[at] >= 0xC2, Blanks.wideLength(text, at) > 0 { break }
        at += 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<at]))
      if linked { linkBytes += at - start }
      if isItalic { italicBytes += at - start }
    }
  }

  /// A second break in a row ends a paragraph; so does one after a full stop, or in a short line.
  private mutating func lineBreak() {
    if pendingBreak { flush() } else if bytes.count > pieceStart { pendingBreak = true }
    pendingBlank = true
  }

  private mutating func resolveBreak() {
    pendingBreak = false
    guard bytes.count > pieceStart else { return }
    if bytes.count - pieceStart < 60 || endsSentence() { flush() }
  }

  private func endsSentence() -> Bool {
    guard let last = bytes.last else { return false }
    switch last {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: ":"),
      UInt8(ascii: ")"), UInt8(ascii: ";"):
      return true
    case 0x80...0xBF:
      guard bytes.count >= 3 else { return false }
      let tail = (bytes[bytes.count - 3], bytes[bytes.count - 2], last)
      switch tail {
      // ” ’ “ … and 。」！？
      case (0xE2, 0x80, 0x9D), (0xE2, 0x80, 0x99), (0xE2, 0x80, 0x9C), (0xE2, 0x80, 0xA6): return true
      case (0xE3, 0x80, 0x82), (0xE3, 0x80, 0x8D), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F): return true
      case (0xE0, 0xA5, 0xA4): return true  // The danda of the scripts of India.
      default: return tail.1 == 0xC2 && last == 0xBB  // »
      }
    default: return false
    }
  }

  private mutating func flush() {
    defer {
      pieceStart = bytes.count
      linkBytes = 0
      italicBytes = 0
      pendingBlank = false
      pendingBreak = false
    }
    guard bytes.count > pieceStart else { return }
    pieces.append(
      Piece(
        start: Int32(pieceStart), end: Int32(bytes.count), linkBytes: Int32(linkBytes),
        italicBytes: Int32(italicBytes), words: countWords(),
        region: region, boxes: Int32(regions.count),
        shape: headingLevel > 0 ? .heading : shapes.last?.shape ?? .paragraph,
        headingLevel: headingLevel, followsPicture: pictures.before, isSentence: endsSentence()))
    pictures = (pictures.inside, false)
  }

  private func countWords() -> Int32 {
    let piece = bytes[pieceStart...]
    let blanks = piece.reduce(0) { $0 + ($1 == 0x20 ? 1 : 0) }
    return Int32(1 + blanks + UnspacedScripts.words(in: piece))
  }
}
