/// The tree of an HTML page, as the HTML standard builds it from any bytes whatever.
///
/// Nodes lie in one array and name each other by index; texts and attribute values are ranges of the input, or of a
/// side buffer where they differ from it. A class, though nothing in it changes: readers hand it around at every node. Nothing here recurses: a page may nest as deep as it likes.
///
/// Where the tree is not what a browser makes of the page:
/// - scripting is off: `noscript` is read as markup, and no script runs;
/// - limits cut what no real page has (see `Limits`), and `reached` says so;
/// - the content of a `template` stands below it as its children;
/// - `selectedcontent` is not filled with a copy of the selected option;
/// - names in SVG and MathML are kept in lower case, and spelled as the standard has them by `name(of:)`.
///
/// Of html5lib's tests these are not run: those that want scripting on (`#script-on`, and the folder `scripted`), and
/// `xmlViolation.test`, which is about trees that must be written as XML.
public final class Tree: Sendable {
  @usableFromInline let nodes: [Node]
  @usableFromInline let attributes: [Attribute]
  let names: NameTable
  @usableFromInline let input: [UInt8]
  /// How much of `input` was read; offsets from there on are into `side`.
  @usableFromInline let inputCount: Int
  @usableFromInline let side: [UInt8]

  /// The page's doctype, if it has one.
  public let doctype: Doctype?
  /// The limits that the page ran into; empty for an honest one.
  public let reached: Limits.Reached

  /// Reads a page. Every input gives a tree; time and memory grow with its length and no faster.
  public static func parse(_ bytes: [UInt8], limits: Limits = .standard) -> Tree {
    build(bytes, limits: limits, context: nil)
  }

  static func build(_ bytes: [UInt8], limits: Limits, context: TreeBuilder.Context?) -> Tree {
    let count = min(bytes.count, limits.bytes)
    return bytes.withUnsafeBufferPointer { buffer in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1) { empty in
        // An empty array has no address; a tokenizer of no bytes still wants one.
        let start = buffer.baseAddress ?? UnsafePointer(empty.baseAddress!)
        var builder = TreeBuilder(input: start, count: count, limits: limits)
        builder.run(context: context)
        if count < bytes.count { builder.tokenizer.reached.insert(.bytes) }
        if builder.tokenizer.names.overflowed { builder.tokenizer.reached.insert(.names) }
        return Tree(builder: builder, input: bytes, inputCount: count)
      }
    }
  }

  private init(builder: TreeBuilder, input: [UInt8], inputCount: Int) {
    nodes = builder.nodes
    attributes = builder.tokenizer.attributes
    names = builder.tokenizer.names
    self.input = input
    self.inputCount = inputCount
    side = builder.tokenizer.side
    doctype = builder.doctype
    reached = builder.tokenizer.reached
  }

  /// The document: the root of everything.
  public var document: NodeID { NodeID(index: 0) }

  /// How many nodes there are, the document among them.
  @inlinable
  public var count: Int { nodes.count }

  /// What a node is.
  @inlinable
  public func kind(of node: NodeID) -> NodeKind { nodes[Int(node.index)].kind }

  /// The vocabulary of an element; `html` for everything else.
  @inlinable
  public func namespace(of node: NodeID) -> Namespace { nodes[Int(node.index)].namespace }

  /// The number of an element's name: the raw value of a `HTMLName`, or a higher one; 0 for everything else.
  @inlinable
  public func nameNumber(of node: NodeID) -> UInt16 { nodes[Int(node.index)].name }

  /// An HTML element's name where it is a known one, else `other`. SVG's `title` is not HTML's.
  public func tag(of node: NodeID) -> HTMLName {
    let node = nodes[Int(node.index)]
    guard node.namespace == .html, node.name < HTMLName.count else { return .other }
    return HTMLName(rawValue: node.name) ?? .other
  }

  /// Whether a node is the HTML element of that name.
  @inlinable
  public func `is`(_ node: NodeID, _ name: HTMLName) -> Bool {
    let node = nodes[Int(node.index)]
    return node.name == name.rawValue && node.namespace == .html && node.kind == .element
  }

  /// The node that a node stands in; `nil` for the document.
  @inlinable
  public func parent(of node: NodeID) -> NodeID? { link(nodes[Int(node.index)].parent) }
  /// The first of a node's children.
  @inlinable
  public func firstChild(of node: NodeID) -> NodeID? { link(nodes[Int(node.index)].firstChild) }
  /// The last of a node's children.
  @inlinable
  public func lastChild(of node: NodeID) -> NodeID? { link(nodes[Int(node.index)].lastChild) }
  /// The sibling behind a node.
  @inlinable
  public func next(after node: NodeID) -> NodeID? { link(nodes[Int(node.index)].next) }
  /// The sibling before a node.
  @inlinable
  public func previous(before node: NodeID) -> NodeID? { link(nodes[Int(node.index)].previous) }

  @inlinable
  func link(_ index: Int32) -> NodeID? { index < 0 ? nil : NodeID(index: index) }

  /// An element's name as the standard spells it: `div`, `foreignObject`.
  public func name(of node: NodeID) -> String {
    let node = nodes[Int(node.index)]
    let spelling = names.spelling(node.name)
    return node.namespace == .svg ? ForeignNames.svgElements[spelling] ?? spelling : spelling
  }
}
