import Markup
import Press

/// What markup suggests about a box, before its text has been weighed.
struct Hint: Equatable {
  enum Strength: UInt8, Comparable {
    /// A word in a class or id: believed of a box that does not hold most of the page.
    case word
    /// The element, its role, or a word that is never used of an article.
    case element

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  enum Meaning: Equatable {
    /// The box holds the article's text: `itemprop="articleBody"`, `entry-content`.
    case body
    /// A likely ancestor of it: `article`, `main`.
    case article
    /// An `aside` that says no more: told beside the text and part of it, or furniture.
    case beside
    /// The box is not shown.
    case hidden
    /// A class hides the box, but a script may show it: an answer that opens, a text cut short.
    case foldedAway
    case furniture(Furniture.Kind)
  }

  var meaning: Meaning
  var strength: Strength
}

/// Reads hints off elements.
struct HintReader {
  /// Class attributes repeat all over a page; each is read once.
  private var known: [UInt64: Hint?] = [:]

  /// What an element and its attributes suggest.
  mutating func hint(for node: NodeID, _ name: UInt16, _ tree: Tree) -> Hint? {
    if isHidden(node, tree), !Disclosure.isOpened(node, tree) {
      return Hint(meaning: .hidden, strength: .element)
    }
    if name == HTMLName.aside.rawValue { return asideHint(node, tree) }
    if let own = Self.elementHint(name) { return own }
    if tree.hasAttribute(.role, of: node), let role = tree.attribute(.role, of: node),
      let hint = Self.roleHint(role)
    {
      return hint
    }
    if let property = tree.attribute(.itemprop, of: node)?.lowercased() {
      if property.contains("articlebody") { return Hint(meaning: .body, strength: .element) }
      if property == "author" || property == "publisher" {
        return Hint(meaning: .furniture(.bylineBox), strength: .word)
      }
    }
    var words = wordHint(node, tree)
    if words?.meaning == .foldedAway, Disclosure.isOpened(node, tree) { words = nil }
    if words == nil {
      if isFormBox(node, name, tree) {
        return Hint(meaning: .furniture(.newsletter), strength: .element)
      }
      if isPictureBox(node, name, tree) { return Hint(meaning: .furniture(.caption), strength: .element) }
      switch HTMLName(rawValue: name) {
      case .article, .main: return Hint(meaning: .article, strength: .element)
      default: return nil
      }
    }
    return words
  }

  /// Bytes of the longest text that a box with a button is believed to be about nothing but the button.
  private static let longestInvitation = 300
  /// The same for a button alone, which may only open what follows it.
  private static let longestButtonBox = 120

  /// Whether a small box asks its reader to do something: text beside a button or a field of its own.
  private func isFormBox(_ node: NodeID, _ name: UInt16, _ tree: Tree) -> Bool {
    guard HTMLName(rawValue: name) == .div else { return false }
    var hasField = false
    var hasButton = false
    for child in tree.children(of: node) {
      if tree.is(child, .input) { hasField = true }
      if tree.is(child, .button) { hasButton = true }
    }
    guard hasField || hasButton else { return false }
    let limit = hasField ? Self.longestInvitation : Self.longestButtonBox
    return tree.textLength(of: node, most: limit) <= limit
  }

  /// Words of the longest caption that a box with a picture is believed to hold.
  private static let longestCaption = 400

  /// Whether a box holds a picture and beside it one short piece of text that is no paragraph: its caption.
  private func isPictureBox(_ node: NodeID, _ name: UInt16, _ tree: Tree) -> Bool {
    guard HTMLName(rawValue: name) == .div else { return false }
    var hasPicture = false
    var caption: NodeID?
    for child in tree.children(of: node) {
      switch tree.kind(of: child) {
      case .text:
        let isBlank = tree.withText(of: child) { $0.allSatisfy { $0 <= 0x20 } }
        if !isBlank { return false }
      case .element:
        switch tree.tag(of: child) {
        case .img, .picture: hasPicture = true
        case .span, .div, .small, .em, .i:
          if caption != nil { return false }
          caption = child
        default: return false
        }
      default: break
      }
    }
    guard hasPicture, let caption else { return false }
    // A box that holds boxes is a layout, and no caption.
    for child in tree.descendants(of: caption) where tree.is(child, .p) || tree.is(child, .div) {
      return false
    }
    return tree.textLength(of: caption, most: Self.longestCaption) <= Self.longestCaption
  }

  /// What an inline element's class suggests; most have none.
  mutating func inlineHint(_ node: NodeID, _ tree: Tree) -> Hint? { wordHint(node, tree) }

  private func isHidden(_ node: NodeID, _ tree: Tree) -> Bool {
    if tree.hasAttribute(.hidden, of: node) { return true }
    let style = tree.withAttribute(.style, of: node) { value in
      Self.contains("display:none", value) || Self.contains("visibility:hidden", value)
    }
    return style ?? false
  }

  /// Whether bytes hold a word, blanks in them aside.
  private static func contains(_ word: StaticString, _ value: UnsafeBufferPointer<UInt8>) -> Bool {
    var matched = 0
    for byte in value where byte != 0x20 {
      if byte | 0x20 == word.utf8Start[matched] | 0x20 {
        matched += 1
        if matched == word.utf8CodeUnitCount { return true }
      } else {
        matched = byte | 0x20 == word.utf8Start[0] | 0x20 ? 1 : 0
      }
    }
    return false
  }

  /// An `aside` is no part of the text when its class says so; without a class, its text will tell.
  private mutating func asideHint(_ node: NodeID, _ tree: Tree) -> Hint {
    switch wordHint(node, tree)?.meaning {
    case .furniture(let kind): Hint(meaning: .furniture(kind), strength: .element)
    case .hidden: Hint(meaning: .hidden, strength: .element)
    default: Hint(meaning: .beside, strength: .element)
    }
  }

  private static func elementHint(_ name: UInt16) -> Hint? {
    switch HTMLName(rawValue: name) {
    case .nav, .menu, .search: return Hint(meaning: .furniture(.navigation), strength: .element)
    case .footer: return Hint(meaning: .furniture(.navigation), strength: .element)
    case .form, .fieldset: return Hint(meaning: .furniture(.newsletter), strength: .word)
    case .figcaption: return Hint(meaning: .furniture(.caption), strength: .word)
    default: return nil
    }
  }

  private static func roleHint(_ role: String) -> Hint? {
    switch role.lowercased() {
    case "navigation", "menu", "menubar", "search", "banner", "contentinfo", "toolbar", "tablist":
      return Hint(meaning: .furniture(.navigation), strength: .word)
    case "complementary": return Hint(meaning: .furniture(.relatedLink), strength: .word)
    case "dialog", "alertdialog": return Hint(meaning: .hidden, strength: .word)
    case "main", "article": return Hint(meaning: .article, strength: .element)
    default: return nil
    }
  }

  /// A hash of a value, 0 for an empty one (FNV-1a). Two classes that collide share a hint: no harm is done.
  private static func key(_ value: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard !value.isEmpty else { return 0 }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in value.prefix(400) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  private mutating func wordHint(_ node: NodeID, _ tree: Tree) -> Hint? {
    let own = wordHint(.class, node, tree)
    guard let other = wordHint(.id, node, tree) else { return own }
    guard let own else { return other }
    return other.strength > own.strength ? other : own
  }

  private mutating func wordHint(_ name: HTMLName, _ node: NodeID, _ tree: Tree) -> Hint? {
    let key = tree.withAttribute(name, of: node) { Self.key($0) }
    guard let key, key != 0 else { return nil }
    if let seen = known[key] { return seen }
    let hint = tree.withAttribute(name, of: node) { HintWords.hint(in: $0) } ?? nil
    if known.count < 4096 { known[key] = hint }
    return hint
  }
}
