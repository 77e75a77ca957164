/// A piece of XML as a tree in flat arrays, linked by index: no depth of nesting costs a stack.
///
/// Small on purpose: what feeds ask is the children of an item, their attributes and their text.
final class XMLTree {
  /// More elements and texts than this are damage, not news.
  static let mostNodes = 1 << 20

  struct Node {
    var parent: Int32
    var first: Int32 = -1
    var last: Int32 = -1
    var next: Int32 = -1
    /// The name as written, prefix included, of an element; the text itself of a text.
    var content: Range<Int>
    /// Indices into `attributes`; empty for a text.
    var attributes: Range<Int>
    let isText: Bool
  }

  struct Attribute {
    let name: Range<Int>
    let value: Range<Int>
  }

  private(set) var nodes: [Node] = []
  private(set) var attributes: [Attribute] = []
  /// Names, values and texts, one behind the other.
  private(set) var bytes: [UInt8] = []
  private var open: Int32 = -1
  /// What was asked last of `declarations(at:)`.
  private var scope: (element: Int32, declarations: [ArraySlice<UInt8>: Range<Int>])?
  /// What the parser complained of first; `nil` where it was content.
  var complaint: String?

  /// The outermost element.
  var root: XMLElement? { nodes.isEmpty || nodes[0].isText ? nil : XMLElement(tree: self, index: 0) }

  // MARK: Building

  /// Makes room for the texts of so many bytes of XML.
  init(room: Int) { bytes.reserveCapacity(room) }

  func begin(_ name: UnsafeBufferPointer<UInt8>) {
    guard let index = add(isText: false) else { return }
    nodes[index].content = append(name)
    nodes[index].attributes = attributes.count..<attributes.count
    open = Int32(index)
  }

  /// Adds an attribute to the element begun last.
  func attribute(_ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) {
    guard open >= 0, !isFull else { return }
    attributes.append(Attribute(name: append(name), value: append(value)))
    nodes[Int(open)].attributes = nodes[Int(open)].attributes.lowerBound..<attributes.count
  }

  func end() {
    guard !isFull, open >= 0 else { return }
    open = nodes[Int(open)].parent
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) {
    guard open >= 0, !isFull else { return }
    let last = nodes[Int(open)].last
    if last >= 0, nodes[Int(last)].isText, nodes[Int(last)].content.upperBound == bytes.count {
      nodes[Int(last)].content = nodes[Int(last)].content.lowerBound..<append(text).upperBound
    } else if let index = add(isText: true) {
      nodes[index].content = append(text)
    }
  }

  /// Set when there are more nodes than there may be; nothing is added from then on.
  private(set) var isFull = false

  private func add(isText: Bool) -> Int? {
    guard nodes.count < Self.mostNodes, !isFull else {
      isFull = true
      return nil
    }
    let index = Int32(nodes.count)
    nodes.append(Node(parent: open, content: 0..<0, attributes: 0..<0, isText: isText))
    if open >= 0 {
      let last = nodes[Int(open)].last
      if last >= 0 { nodes[Int(last)].next = index } else { nodes[Int(open)].first = index }
      nodes[Int(open)].last = index
    }
    return Int(index)
  }

  private func append(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let start = bytes.count
    bytes.append(contentsOf: text)
    return start..<bytes.count
  }

  // MARK: Namespaces

  /// The prefixes that are declared for the children of an element, on it or around it, with the places of what they stand
  /// for. Kept for the element that was asked last: an item has many children, and may stand deep among declarations.
  func declarations(at element: Int32) -> [ArraySlice<UInt8>: Range<Int>] {
    if let scope, scope.element == element { return scope.declarations }
    var found: [ArraySlice<UInt8>: Range<Int>] = [:]
    var at = element
    while at >= 0 {
      // What stands further in holds, and of two on one element the first.
      for attribute in nodes[Int(at)].attributes.lazy.map({ self.attributes[$0] }) {
        guard let prefix = Self.declared(by: bytes[attribute.name]), found[prefix] == nil else { continue }
        found[prefix] = attribute.value
      }
      at = nodes[Int(at)].parent
    }
    scope = (element, found)
    return found
  }

  /// The prefix that an attribute of this name declares, empty for the one of all names without; `nil` where it declares
  /// none.
  static func declared(by name: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard name.starts(with: "xmlns".utf8) else { return nil }
    let rest = name.dropFirst(5)
    if rest.isEmpty { return rest }
    return rest.first == UInt8(ascii: ":") ? rest.dropFirst() : nil
  }

  // MARK: Walking

  /// Calls `body` for every node below `top` in the order of the document, and again when an element ends, without
  /// recursion.
  func walk(below top: Int32, _ body: (_ node: Node, _ isEnd: Bool) -> Void) {
    var at = nodes[Int(top)].first
    while at >= 0 {
      let node = nodes[Int(at)]
      body(node, false)
      if !node.isText, node.first >= 0 {
        at = node.first
        continue
      }
      if !node.isText { body(node, true) }
      var next = node.next
      var parent = node.parent
      while next < 0, parent != top, parent >= 0 {
        body(nodes[Int(parent)], true)
        next = nodes[Int(parent)].next
        parent = nodes[Int(parent)].parent
      }
      at = next
    }
  }
}

/// An element of a tree, seen by those who read feeds.
struct XMLElement {
  let tree: XMLTree
  let index: Int32

  private var node: XMLTree.Node { tree.nodes[Int(index)] }

  /// The child elements, in order.
  var children: [XMLElement] {
    var result: [XMLElement] = []
    var at = node.first
    while at >= 0 {
      if !tree.nodes[Int(at)].isText { result.append(XMLElement(tree: tree, index: at)) }
      at = tree.nodes[Int(at)].next
    }
    return result
  }

  /// Whether the name, its prefix aside, is `name`, whatever its case: `pubdate` is meant as `pubDate`.
  func isNamed(_ name: StaticString) -> Bool {
    let local = localName
    guard local.count == name.utf8CodeUnitCount else { return false }
    return name.withUTF8Buffer { wanted in zip(local, wanted).allSatisfy { lowercased($0) == lowercased($1) }
    }
  }

  /// The name as written, without its prefix.
  var localName: ArraySlice<UInt8> { Self.local(tree.bytes[node.content]) }

  static func local(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
  }

  /// The first child of that name.
  func child(_ name: StaticString) -> XMLElement? { children.first { $0.isNamed(name) } }

  /// The children of that name.
  func children(_ name: StaticString) -> [XMLElement] { children.filter { $0.isNamed(name) } }

  /// An attribute by its name as written, `nil` where it is missing or blank.
  func attribute(_ name: StaticString) -> String? {
    for index in node.attributes {
      let attribute = tree.attributes[index]
      guard attribute.name.count == name.utf8CodeUnitCount,
        name.withUTF8Buffer({ tree.bytes[attribute.name].elementsEqual($0) })
      else { continue }
      let value = tree.bytes[attribute.value].folded
      return value.isEmpty ? nil : value
    }
    return nil
  }

  /// All text below, as it stands.
  var bytes: [UInt8] {
    var result: [UInt8] = []
    tree.walk(below: index) { node, _ in
      if node.isText { result.append(contentsOf: tree.bytes[node.content]) }
    }
    return result
  }

  /// All text below, blanks made one; `nil` where there is none.
  var words: String? {
    let words = bytes[...].folded
    return words.isEmpty ? nil : words
  }

  var hasElements: Bool { !children.isEmpty }

  /// The namespace that the name's prefix stands for.
  var space: XMLSpace {
    let name = tree.bytes[node.content]
    let prefix = name.lastIndex(of: UInt8(ascii: ":")).map { name[..<$0] } ?? []
    let own = node.attributes.lazy.map { tree.attributes[$0] }
      .first { XMLTree.declared(by: tree.bytes[$0.name])?.elementsEqual(prefix) == true }
    if let uri = own?.value ?? tree.declarations(at: node.parent)[prefix] {
      return XMLSpace(uri: tree.bytes[uri])
    }
    // A feed that forgot to declare its prefixes means what everybody means by them.
    return XMLSpace(usualPrefix: prefix)
  }
}

extension ArraySlice<UInt8> {
  /// As a string with every run of blanks made one, and none at either end.
  var folded: String {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    for byte in self {
      if !isBlank(byte) {
        result.append(byte)
      } else if !result.isEmpty, result.last != 0x20 {
        result.append(0x20)
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }
}

/// The vocabularies that items of feeds are written in.
enum XMLSpace: Hashable {
  /// RSS's own elements, and everything without a namespace.
  case plain
  case atom, content, dublinCore, terms, xhtml, feedburner
  case other

  init(uri: ArraySlice<UInt8>) {
    let uri = String(decoding: uri.prefix(100), as: UTF8.self)
    self =
      Self.known.first { uri.hasPrefix("http://" + $0.start) || uri.hasPrefix("https://" + $0.start) }?.space
      ?? (uri.isEmpty ? .plain : .other)
  }

  init(usualPrefix prefix: ArraySlice<UInt8>) {
    switch String(decoding: prefix.prefix(20), as: UTF8.self).lowercased() {
    case "", "rss": self = .plain
    case "atom": self = .atom
    case "content": self = .content
    case "dc": self = .dublinCore
    case "dcterms": self = .terms
    case "xhtml", "html": self = .xhtml
    case "feedburner": self = .feedburner
    default: self = .other
    }
  }

  private static let known: [(start: String, space: XMLSpace)] = [
    ("www.w3.org/2005/Atom", .atom), ("purl.org/atom/", .atom),
    ("purl.org/rss/1.0/modules/content", .content),
    ("purl.org/rss/1.0/modules/", .other), ("purl.org/rss/1.0", .plain),
    ("my.netscape.com/rdf/simple/", .plain),
    ("channel.netscape.com/rdf/simple/", .plain), ("backend.userland.com/", .plain),
    ("blogs.law.harvard.edu/", .plain),
    ("purl.org/dc/elements/", .dublinCore), ("purl.org/dc/terms", .terms), ("www.w3.org/1999/xhtml", .xhtml),
    ("rssnamespace.org/feedburner/", .feedburner),
  ]
}
