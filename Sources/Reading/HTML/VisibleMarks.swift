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
      guard !found.isEmpty, !isComment(node, tree) else { return true }
      // Authors of one article stand together; a later one is another article's.
      if let first, position - first > 60 { return false }
      if first == nil { first = position }
      names += found
      return names.count < 6
    }
    return names
  }

  /// Nodes behind the main heading within which a date is believed to be the article's.
  private static let near = 400

  /// The date in a small element whose class calls it one, the first behind the main heading. One that stands far from
  /// it, as dates of other pages do, counts only where no other follows.
  static func date(_ tree: Tree) -> Moment? {
    var found: Moment?
    var first: Int?
    walk(tree) { node, position in
      if first == nil { first = position }
      guard tree.is(node, .time) || isCalledDate(node, tree) else { return true }
      guard let text = smallText(of: node, tree), let moment = date(in: text) else { return true }
      if let known = found, known != moment {
        found = nil
        return false
      }
      found = moment
      return position - (first ?? 0) > near
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

  private static let authorFolders: Set<String> = [
    "author", "authors", "auteur", "auteurs", "autor", "autores", "autoren", "profile", "byline",
    "journalist",
    "people", "writer", "writers", "contributor", "contributors", "reporter", "staff", "team", "columnist",
  ]

  /// Whether an address is of a page about an author: `/authors/jo-ames`.
  private static func isAuthorPage(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
    let parts = address.prefix(300).split { $0 == 0x2F || $0 == 0x3F }
    return parts.dropLast().suffix(3).contains { part in
      part.count >= 4 && part.count <= 12
        && authorFolders.contains(String(decoding: part, as: UTF8.self).lowercased())
    }
  }

  /// Whether an element stands among readers' comments: their writers are no authors of the article.
  private static func isComment(_ node: NodeID, _ tree: Tree) -> Bool {
    var at: NodeID? = node
    for _ in 0..<12 {
      guard let here = at else { return false }
      for name in [HTMLName.class, .id] {
        if tree.withAttribute(name, of: here, { holds("comment", $0) }) == true { return true }
      }
      at = tree.parent(of: here)
    }
    return false
  }

  private static func isCalledAuthor(_ node: NodeID, _ tree: Tree) -> Bool {
    if tree.is(node, .a) {
      let isAuthor = tree.withAttribute(.rel, of: node) { holds("author", $0) } ?? false
      return isAuthor || (tree.withAttribute(.href, of: node, isAuthorPage) ?? false)
    }
    let mayBe = tree.withAttribute(.class, of: node) { value in
      holds("author", value) || holds("byline", value) || holds("writer", value) || value.count == 2
    }
    guard mayBe == true, let value = tree.attribute(.class, of: node) else { return false }
    // A box around links to authors tells nothing that the links do not.
    if tree.descendants(of: node).prefix(40).contains(where: { tree.is($0, .a) && isCalledAuthor($0, tree) })
    {
      return false
    }
    return HintWords.split(value).contains {
      switch $0 {
      case "author", "authors", "byline", "bylines", "authorname", "fn", "writer": return true
      default: return false
      }
    }
  }

  /// Whether bytes hold a word of lower-case letters, whatever their own case.
  private static func holds(_ word: StaticString, _ value: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = word.utf8CodeUnitCount
    guard value.count >= count else { return false }
    for start in 0...(value.count - count) where value[start] | 0x20 == word.utf8Start[0] {
      var i = 1
      while i < count, value[start + i] | 0x20 == word.utf8Start[i] { i += 1 }
      if i == count { return true }
    }
    return false
  }

  /// One to five words without figures or marks of a sentence, the first of them capitalised if its script can be.
  private static func isLikelyName(_ name: String) -> Bool {
    guard name.utf8.count <= 60, let first = name.first, first.isLetter, !first.isLowercase else {
      return false
    }
    let words = name.split(separator: " ")
    guard words.count <= 5, !name.contains(where: { $0.isNumber || "!?:/()[]\"".contains($0) }) else {
      return false
    }
    return !isLabel(words.first.map { $0.lowercased() } ?? "") && (words.last?.first?.isLowercase != true)
  }

  /// Whether a word in lower case opens labels and links, which stand where names do.
  static func isLabel(_ word: String) -> Bool { labels.contains(word) }

  private static let labels: Set<String> = [
    "author", "authors", "posted", "written", "share", "by", "view", "more", "all", "about", "articles",
    "posts",
    "follow", "read", "see", "updated", "published", "contact", "our", "learn", "facebook", "bluesky",
    "twitter",
    "linkedin", "instagram", "youtube", "email", "e-mail", "website", "subscribe", "link", "size", "comments",
    "copy",
    "print", "last", "reviewed", "date", "category", "tags", "in", "listen", "advertisement", "home", "menu",
    "search",
  ]

  private static func isCalledDate(_ node: NodeID, _ tree: Tree) -> Bool {
    guard let value = tree.attribute(.class, of: node) else { return false }
    return HintWords.split(value).contains {
      switch $0 {
      case "date", "dates", "published", "posted", "timestamp", "datetime", "pubdate", "publishdate":
        return true
      default: return $0.hasSuffix("date") && $0 != "update"
      }
    }
  }

  private static func smallText(of node: NodeID, _ tree: Tree) -> String? {
    var text = ""
    for descendant in tree.descendants(of: node).prefix(64) where tree.kind(of: descendant) == .text {
      if tree.withText(of: descendant, { $0.count }) > 400 { return nil }
      text += tree.text(of: descendant)
      if text.utf8.count > 160 { return nil }
    }
    return text.folded
  }

  /// The date that a short text is, or has behind a colon or a bar; not that of a change.
  static func date(in text: String) -> Moment? {
    let lower = text.lowercased()
    if ["updat", "modif", "revised"].contains(where: lower.contains) { return nil }
    return MachineDate.moment(text) ?? trailingDate(text)
  }

  /// The date behind a word or two: "Published: April 16, 2023".
  private static func trailingDate(_ text: String) -> Moment? {
    guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "|" }) else { return nil }
    return MachineDate.moment(String(text[text.index(after: colon)...]))
  }
}
