extension Tree {
  /// The value of an element's attribute; `nil` where it has none of that name.
  public func attribute(_ name: HTMLName, of node: NodeID) -> String? {
    withAttribute(name, of: node) { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether an element has an attribute of that name.
  @inlinable
  public func hasAttribute(_ name: HTMLName, of node: NodeID) -> Bool {
    withAttribute(name, of: node) { _ in true } ?? false
  }

  /// Hands the bytes of an attribute's value to `body`; `nil` where there is none of that name.
  @inlinable
  public func withAttribute<Result>(
    _ name: HTMLName, of node: NodeID, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    let node = nodes[Int(node.index)]
    guard node.kind == .element else { return nil }
    for i in Int(node.start)..<Int(node.start + node.end) where attributes[i].name == name.rawValue {
      return withBytes(attributes[i].valueStart, attributes[i].valueEnd, body)
    }
    return nil
  }

  /// The value of an attribute by its name in lower case, known or not.
  public func attribute(named name: String, of node: NodeID) -> String? {
    guard let number = names.existingNumber(of: name) else { return nil }
    let node = nodes[Int(node.index)]
    guard node.kind == .element else { return nil }
    for i in Int(node.start)..<Int(node.start + node.end) where attributes[i].name == number {
      return withBytes(attributes[i].valueStart, attributes[i].valueEnd) {
        String(decoding: $0, as: UTF8.self)
      }
    }
    return nil
  }

  /// All attributes of an element, in order, with the names as the standard spells them (`viewBox`, `xlink href`).
  public func attributes(of node: NodeID) -> [(name: String, value: String)] {
    let node = nodes[Int(node.index)]
    guard node.kind == .element else { return [] }
    return (Int(node.start)..<Int(node.start + node.end)).map { i in
      let name = ForeignNames.attribute(names.spelling(attributes[i].name), in: node.namespace)
      let value = withBytes(attributes[i].valueStart, attributes[i].valueEnd) {
        String(decoding: $0, as: UTF8.self)
      }
      return (name, value)
    }
  }
}
