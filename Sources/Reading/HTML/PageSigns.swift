import Markup

/// What a page's markup tells of the kind of page that it is, beside its text.
public struct PageSigns: Sendable, Hashable {
  /// What its JSON-LD says that it holds.
  var linked = LinkedKinds()
  /// `og:type`, in lower case.
  var openGraphType: String?
  /// The document's title, whole.
  var documentTitle: String?
  /// Addresses of the next and the previous page, as `rel` states them.
  var next: String?
  var previous: String?
  /// It sends its reader on to another page.
  var isRefresh = false
  /// It asks for a password.
  var hasPassword = false
  /// Players of moving pictures, and of sound.
  var videos = 0
  var sounds = 0
  var scripts = 0
  /// Words in all, those in links among them.
  var words = 0
  /// Headings, or lines as long as one, that are links: teasers.
  var teasers = 0

  /// No page's signs.
  init() {}

  init(_ tree: Tree, _ tags: MetaTags, _ outline: Outline) {
    linked = LinkedKinds(scripts: tags.linkedData)
    openGraphType = tags.first("og:type")?.lowercased()
    documentTitle = tags.documentTitle
    isRefresh = tags.first("refresh")?.lowercased().contains("url") ?? false
    var node: NodeID? = tree.document
    while let at = node {
      if tree.kind(of: at) == .element, tree.namespace(of: at) == .html { visit(at, tree) }
      node = tree.firstChild(of: at) ?? tree.following(at, within: tree.document)
    }
    for piece in outline.pieces {
      let count = Int(piece.words)
      words += count
      if piece.linkShare > 0.8, (4...30).contains(count) { teasers += 1 }
    }
  }

  private mutating func visit(_ node: NodeID, _ tree: Tree) {
    switch tree.tag(of: node) {
    case .link, .a: follow(node, tree)
    case .input:
      if tree.attribute(.type, of: node)?.lowercased() == "password" { hasPassword = true }
    case .video: videos += 1
    case .audio: sounds += 1
    case .iframe:
      let isPlayer = tree.withAttribute(.src, of: node) { Self.isPlayer($0) }
      if isPlayer ?? false { videos += 1 }
    case .script: scripts += 1
    default: break
    }
  }

  private mutating func follow(_ node: NodeID, _ tree: Tree) {
    // Most links have a longer one, or none.
    let stated = tree.withAttribute(.rel, of: node) {
      $0.count <= 8 ? String(decoding: $0, as: UTF8.self).lowercased() : nil
    }
    guard let rel = stated ?? nil else { return }
    if rel == "next", next == nil { next = tree.attribute(.href, of: node) }
    if rel == "prev" || rel == "previous", previous == nil { previous = tree.attribute(.href, of: node) }
  }

  /// Whether a frame's address has a word of players in it.
  private static func isPlayer(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = String(decoding: address.prefix(300), as: UTF8.self).lowercased()
    return text.contains("/embed") || text.contains("player") || text.contains("/video")
  }
}
