@testable import Markup

extension Tree {
  /// The tree as html5lib's tests write it.
  func dump(from root: NodeID? = nil) -> String {
    var lines: [String] = []
    let root = root ?? document
    var pending = children(of: root).reversed().map { (node: $0, depth: 0) }
    while let (node, depth) = pending.popLast() {
      let indent = "| " + String(repeating: "  ", count: depth)
      var childDepth = depth + 1
      switch kind(of: node) {
      case .document: break
      case .doctype: lines.append(indent + doctypeLine)
      case .text: lines.append(indent + "\"" + text(of: node) + "\"")
      case .comment: lines.append(indent + "<!-- " + text(of: node) + " -->")
      case .element:
        let prefix = namespace(of: node) == .svg ? "svg " : namespace(of: node) == .mathML ? "math " : ""
        lines.append(indent + "<" + prefix + name(of: node) + ">")
        for (name, value) in attributes(of: node).sorted(by: {
          Array($0.name.utf16).lexicographicallyPrecedes(Array($1.name.utf16))
        }) {
          lines.append(indent + "  " + name + "=\"" + value + "\"")
        }
        if self.is(node, .template) {
          lines.append(indent + "  content")
          childDepth += 1
        }
      }
      for child in children(of: node).reversed() { pending.append((child, childDepth)) }
    }
    return lines.joined(separator: "\n")
  }

  private var doctypeLine: String {
    guard let doctype else { return "" }
    let name = doctype.name ?? ""
    guard doctype.publicID != nil || doctype.systemID != nil else { return "<!DOCTYPE \(name)>" }
    return "<!DOCTYPE \(name) \"\(doctype.publicID ?? "")\" \"\(doctype.systemID ?? "")\">"
  }
}
