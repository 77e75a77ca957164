import Markup

/// What a page's head states: `meta` tags by name, links by relation, and the scripts that hold JSON-LD.
struct MetaTags {
  /// Values of `meta` by name or property in lower case, in order.
  private(set) var values: [String: [String]] = [:]
  private(set) var canonical: String?
  private(set) var documentTitle: String?
  private(set) var language: String?
  /// The bytes of every JSON-LD script.
  private(set) var linkedData: [[UInt8]] = []
  /// Values of microdata by property, where an element states them in `content` or `datetime`.
  private(set) var microdata: [String: [String]] = [:]
  /// Every `time` element's `datetime`, in order.
  private(set) var times: [(value: String, node: NodeID)] = []
  /// The `datetime` of the first `time` element whose `pubdate` says that the article was published then.
  private(set) var publication: String?

  /// Walks a tree once.
  init(_ tree: Tree) {
    var node: NodeID? = tree.document
    while let at = node {
      if tree.kind(of: at) == .element, tree.namespace(of: at) == .html { visit(at, tree) }
      node = tree.firstChild(of: at) ?? tree.following(at, within: tree.document)
    }
  }

  /// The first value that any of the names has.
  func first(_ names: String...) -> String? {
    for name in names { if let value = values[name]?.first { return value } }
    return nil
  }

  private mutating func visit(_ node: NodeID, _ tree: Tree) {
    switch HTMLName(rawValue: tree.nameNumber(of: node)) {
    case .meta: meta(node, tree)
    case .link:
      if canonical == nil, tree.attribute(.rel, of: node)?.lowercased() == "canonical" {
        canonical = tree.attribute(.href, of: node)
      }
    case .title: if documentTitle == nil { documentTitle = text(of: node, tree) }
    case .html: language = tree.attribute(.lang, of: node) ?? tree.attribute(.xmlLang, of: node)
    case .script:
      guard linkedData.count < 32, let type = tree.attribute(.type, of: node)?.lowercased(),
        type.contains("ld+json"), let text = tree.firstChild(of: node)
      else { return }
      tree.withText(of: text) { keepLinkedData($0) }
    case .time:
      if let value = tree.attribute(.datetime, of: node) {
        if times.count < 64 { times.append((value, node)) }
        if publication == nil, tree.hasAttribute(.pubdate, of: node) { publication = value }
      }
      property(node, tree)
    default: property(node, tree)
    }
  }

  /// Keeps a script's bytes; the reader of JSON makes do with one that is cut.
  private mutating func keepLinkedData(_ bytes: UnsafeBufferPointer<UInt8>) {
    let room = Budget.linkedData - linkedData.reduce(0) { $0 + $1.count }
    if room > 0, linkedData.count < 32 { linkedData.append(Array(bytes.prefix(room))) }
  }

  private mutating func meta(_ node: NodeID, _ tree: Tree) {
    // Some programs write the script as a `meta`.
    if let name = tree.attribute(.name, of: node), name.lowercased().hasSuffix("ld+json") {
      tree.withAttribute(.content, of: node) { keepLinkedData($0) }
      return
    }
    guard let value = content(of: node, tree), !value.isEmpty else { return }
    for attribute in [HTMLName.property, .name, .httpEquiv] {
      guard let names = tree.attribute(attribute, of: node)?.lowercased() else { continue }
      for name in names.split(separator: " ").prefix(8) where (values[String(name)]?.count ?? 0) < 24 {
        guard values.count < Budget.metaNames || values[String(name)] != nil else { continue }
        values[String(name), default: []].append(value)
      }
    }
    property(node, tree)
  }

  /// Microdata. An author is often a box with the name inside.
  private mutating func property(_ node: NodeID, _ tree: Tree) {
    guard let property = tree.attribute(.itemprop, of: node), isOfArticle(node, tree) else { return }
    for name in property.split(separator: " ") {
      switch name {
      case "headline", "author", "creator", "datePublished", "dateModified", "publisher": break
      default: continue
      }
      guard (microdata[String(name)]?.count ?? 0) < 16 else { continue }
      let value =
        content(of: node, tree) ?? tree.attribute(.datetime, of: node)
        ?? text(of: named(node, tree), tree)
      if !value.isEmpty, value.utf8.count < 400 {
        microdata[String(name), default: []].append(value)
      }
    }
  }

  /// Whether a property belongs to a text, and not to a comment, a picture or a person inside it.
  private func isOfArticle(_ node: NodeID, _ tree: Tree) -> Bool {
    var at = tree.parent(of: node)
    for _ in 0..<Self.deepest {
      guard let here = at else { return true }
      if tree.hasAttribute(.itemscope, of: here) {
        guard let type = tree.attribute(.itemtype, of: here) else { return true }
        return Self.texts.contains { type.hasSuffix($0) }
      }
      at = tree.parent(of: here)
    }
    return true
  }

  /// Levels that are climbed to find what a property belongs to.
  private static let deepest = 64
  /// Ends of the names of schema.org's types for texts.
  private static let texts = [
    "Article", "Posting", "Page", "Work", "Report", "Review", "Recipe", "HowTo", "Blog",
  ]

  private func named(_ node: NodeID, _ tree: Tree) -> NodeID {
    tree.descendants(of: node).prefix(100).first { tree.attribute(.itemprop, of: $0) == "name" } ?? node
  }

  /// The head of a `content`; what is longer than any honest one is cut.
  private func content(of node: NodeID, _ tree: Tree) -> String? {
    tree.withAttribute(.content, of: node) { String(decoding: $0.prefix(Self.longest), as: UTF8.self).folded }
  }

  private func text(of node: NodeID, _ tree: Tree) -> String {
    var bytes: [UInt8] = []
    for part in tree.descendants(of: node).prefix(100) where tree.kind(of: part) == .text {
      tree.withText(of: part) { bytes.append(contentsOf: $0.prefix(Self.longest - bytes.count)) }
      if bytes.count >= Self.longest { break }
    }
    return String(decoding: bytes, as: UTF8.self).folded
  }

  private static let longest = 16_384
}
