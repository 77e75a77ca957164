import Markup

/// Boxes that are not shown until their reader opens them: the answer below a question, the rest of a list. Their
/// text is part of what surrounds them. Told by the pattern of the W3C's ARIA Authoring Practices Guide
/// ("Disclosure", "Accordion"): what stands before the box says by `aria-expanded` that it opens it.
enum Disclosure {
  /// How many elements of what stands before a box are asked whether they open it.
  private static let mostAsked = 8
  /// Bytes of the longest question; what holds more text is the head of a page or a menu.
  private static let longestQuestion = 300

  /// Whether what stands before a box, or before the box that it begins, opens it.
  static func isOpened(_ node: NodeID, _ tree: Tree) -> Bool {
    guard isBox(node, tree) else { return false }
    if let before = element(before: node, tree) { return isOpener(before, tree) }
    guard let parent = tree.parent(of: node), isBox(parent, tree), let before = element(before: parent, tree)
    else { return false }
    return isOpener(before, tree)
  }

  private static func isBox(_ node: NodeID, _ tree: Tree) -> Bool {
    switch tree.tag(of: node) {
    case .div, .section, .p, .dd: true
    default: false
    }
  }

  private static func element(before node: NodeID, _ tree: Tree) -> NodeID? {
    var before = tree.previous(before: node)
    while let at = before, tree.kind(of: at) != .element { before = tree.previous(before: at) }
    return before
  }

  private static func isOpener(_ box: NodeID, _ tree: Tree) -> Bool {
    var asked = 0
    for at in tree.descendants(of: box, withSelf: true) where tree.kind(of: at) == .element {
      if tree.hasAttribute(.ariaExpanded, of: at) {
        return tree.textLength(of: box, most: longestQuestion) <= longestQuestion
      }
      asked += 1
      if asked == mostAsked { break }
    }
    return false
  }
}
