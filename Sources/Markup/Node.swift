/// A node's place in its tree. Only meaningful with the tree that gave it.
public struct NodeID: Sendable, Hashable {
  /// Its index in document order of creation; 0 is the document.
  public let index: Int32

  /// Names the node with that index.
  @inlinable
  public init(index: Int32) { self.index = index }
}

/// What a node is.
public enum NodeKind: UInt8, Sendable {
  case document, doctype, element, text, comment
}

/// The vocabulary that an element belongs to.
public enum Namespace: UInt8, Sendable {
  case html, svg, mathML
}

/// A node as it is stored: 32 bytes, linked by index, `-1` for none.
@usableFromInline
struct Node: Sendable {
  @usableFromInline var kind: NodeKind
  @usableFromInline var namespace: Namespace
  @usableFromInline var name: UInt16
  @usableFromInline var parent: Int32 = -1
  @usableFromInline var firstChild: Int32 = -1
  @usableFromInline var lastChild: Int32 = -1
  @usableFromInline var next: Int32 = -1
  @usableFromInline var previous: Int32 = -1
  /// A text's or comment's range of bytes; an element's first attribute and how many it has.
  @usableFromInline var start: Int32
  @usableFromInline var end: Int32

  @inlinable
  init(kind: NodeKind, namespace: Namespace = .html, name: UInt16 = 0, start: Int32 = 0, end: Int32 = 0) {
    self.kind = kind
    self.namespace = namespace
    self.name = name
    self.start = start
    self.end = end
  }
}
