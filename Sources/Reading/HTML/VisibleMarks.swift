import Markup
import Press

/// Authors and dates that stand on the page itself, where classes and links say what they are.
enum VisibleMarks {
  /// Names behind links to authors' pages, those nearest behind the main heading.
  static func authors(_ tree: Tree) -> [String] {
    var names: [String] = []
    var first: Int?
    walk(tree) { node, position in
      guard isCalledAuthor(node, tree), let text = smallText(of: node, tree) else { return true }
      let found = Names.split([text]).filter { isLikelyName($0) && !names.contains($0) }
      guard !found.isEmpty else { return true }
      // Authors of one article stand together; a later one is another article's.
      if let first, position - first > 60 { return false }
      if first == nil { first = position }
      names += found
      return names.count < 6
    }
    return names
  }

  /// The date in a small element whose class calls it one, the first behind the main heading.
  static func date(_ tree: Tree) -> Moment? {
    var found: Moment?
    walk(tree) { node, _ in
      guard tree.is(node, .time) || isCalledDate(node, tree) else { return true }
      let text = smallText(of: node, tree)
      if let text, let moment = MachineDate.moment(text) ?? trailingDate(text) { found = moment }
      return found == nil
    }
    return found
  }

  /// Visits elements in order, from the main heading on where there is one; stops when `visit` says so.
  private static func walk(_ tree: Tree, _ visit: (NodeID, Int) -> Bool) {
    var position = 0
    var node: NodeID? = tree.document
    var heading: Int?
    var pending: [(NodeID, Int)] = []
    while let at = node {
      position += 1
      if tree.kind(of: at) == .element {
        if tree.is(at, .h1), heading == nil {
          heading = position
          pending.removeAll()
        }
        if heading != nil {
          if !visit(at, position) { return }
        } else {
          pending.append((at, position))
        }
      }
      node = tree.firstChild(of: at) ?? tree.following(at, within: tree.document)
    }
    for (at, position) in pending where !visit(at, position) { return }
  }

  private static func isAuthorPage(_ address: String) -> Bool {
    let parts = address.lowercased().split { $0 == "/" || $0 == "?" }
    let words: Set<Substring> = [
      "author", "authors", "auteur", "auteurs", "autor", "autores", "autoren", "profile", "byline", "journalist",
      "people", "writer", "writers", "contributor", "contributors", "reporter", "staff", "team", "columnist",
    ]
    return parts.dropLast().suffix(3).contains { words.contains($0) }
  }

  private static func isCalledAuthor(_ node: NodeID, _ tree: Tree) -> Bool {
    if tree.is(node, .a), let address = tree.attribute(.href, of: node) {
      let relation = tree.attribute(.rel, of: node)?.lowercased() ?? ""
      return relation.contains("author") || isAuthorPage(address)
    }
    guard let value = tree.attribute(.class, of: node) else { return false }
    // A box around links to authors tells nothing that the links do not.
    if tree.descendants(of: node).prefix(40).contains(where: { tree.is($0, .a) && isCalledAuthor($0, tree) }) {
      return false
    }
    return HintWords.split(value).contains {
      switch $0 {
      case "author", "authors", "byline", "bylines", "authorname", "fn", "writer": return true
      default: return false
      }
    }
  }

  /// One to five words without figures or marks of a sentence, the first of them capitalised if its script can be.
  private static func isLikelyName(_ name: String) -> Bool {
    guard name.utf8.count <= 60, let first = name.first, first.isLetter, !first.isLowercase else { return false }
    let words = name.split(separator: " ")
    guard words.count <= 5, !name.contains(where: { $0.isNumber || "!?:/()[]\"".contains($0) }) else { return false }
    let labels: Set<String> = [
      "author", "authors", "posted", "written", "share", "by", "view", "more", "all", "about", "articles", "posts",
      "follow", "read", "see", "updated", "published", "contact", "our", "the",
    ]
    return !labels.contains(words.first.map { $0.lowercased() } ?? "") && (words.last?.first?.isLowercase != true)
  }

  private static func isCalledDate(_ node: NodeID, _ tree: Tree) -> Bool {
    guard let value = tree.attribute(.class, of: node) else { return false }
    return HintWords.split(value).contains {
      switch $0 {
      case "date", "dates", "published", "posted", "timestamp", "datetime", "pubdate", "publishdate": return true
      default: return $0.hasSuffix("date") && $0 != "update"
      }
    }
  }

  private static func smallText(of node: NodeID, _ tree: Tree) -> String? {
    var text = ""
    for descendant in tree.descendants(of: node) where tree.kind(of: descendant) == .text {
      text += tree.text(of: descendant)
      if text.utf8.count > 160 { return nil }
    }
    return text.folded
  }

  /// The date behind a word or two: "Published: April 16, 2023".
  private static func trailingDate(_ text: String) -> Moment? {
    guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "|" }) else { return nil }
    return MachineDate.moment(String(text[text.index(after: colon)...]))
  }
}
