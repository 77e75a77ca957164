extension Tree {
  /// Hands the bytes of a range to `body`, wherever they lie.
  @inlinable
  func withBytes<Result>(
    _ start: Int32, _ end: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let start = Int(start)
    let end = Int(end)
    if start < inputCount || side.isEmpty || start == end {
      guard end > start else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
      return input.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
    }
    return side.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[(start - inputCount)..<(end - inputCount)]))
    }
  }

  /// Hands the bytes of a text or a comment to `body`; nothing for other nodes. They are UTF-8 if the input was.
  @inlinable
  public func withText<Result>(of node: NodeID, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let node = nodes[Int(node.index)]
    guard node.kind == .text || node.kind == .comment else {
      return body(UnsafeBufferPointer(start: nil, count: 0))
    }
    return withBytes(node.start, node.end, body)
  }

  /// The text of a text or comment, or of all texts below an element.
  public func text(of node: NodeID) -> String {
    var bytes: [UInt8] = []
    if kind(of: node) == .comment {
      withText(of: node) { bytes.append(contentsOf: $0) }
    } else {
      for node in descendants(of: node, withSelf: true) where kind(of: node) == .text {
        withText(of: node) { bytes.append(contentsOf: $0) }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// How many bytes the texts below an element have; counting ends beyond `most`, or when many nodes hold so few.
  ///
  /// Whoever asks this of every element that nests in another must not read the innermost text once for each.
  public func textLength(of node: NodeID, most: Int) -> Int {
    var length = 0
    var looked = 0
    for node in descendants(of: node, withSelf: true) {
      if kind(of: node) == .text { length += withText(of: node) { $0.count } }
      looked += 1
      if length > most || looked > 4 * most + 64 { return max(length, most + 1) }
    }
    return length
  }

  /// A node's descendants in document order, the node itself first if wanted.
  public func descendants(of node: NodeID, withSelf: Bool = false) -> Descendants {
    Descendants(tree: self, root: node, withSelf: withSelf)
  }

  /// A node's descendants in document order.
  public struct Descendants: Sequence, IteratorProtocol {
    @usableFromInline let tree: Tree
    @usableFromInline let root: NodeID
    @usableFromInline var upcoming: NodeID?

    init(tree: Tree, root: NodeID, withSelf: Bool) {
      self.tree = tree
      self.root = root
      upcoming = withSelf ? root : tree.firstChild(of: root)
    }

    /// The next node.
    @inlinable
    public mutating func next() -> NodeID? {
      guard let node = upcoming else { return nil }
      upcoming = tree.firstChild(of: node) ?? tree.following(node, within: root)
      return node
    }
  }

  /// The node behind a node and all that is below it, but not behind `root`.
  @inlinable
  public func following(_ node: NodeID, within root: NodeID) -> NodeID? {
    var at = node
    while at != root {
      if let next = next(after: at) { return next }
      guard let parent = parent(of: at) else { return nil }
      at = parent
    }
    return nil
  }

  /// The children of a node, in order.
  public func children(of node: NodeID) -> some Sequence<NodeID> {
    sequence(state: firstChild(of: node)) { (at: inout NodeID?) -> NodeID? in
      guard let node = at else { return nil }
      at = self.next(after: node)
      return node
    }
  }
}
