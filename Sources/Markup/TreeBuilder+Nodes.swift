/// Making and linking nodes.
extension TreeBuilder {
  mutating func newNode(_ node: Node) -> Int32 {
    if nodes.count >= limits.nodes {
      tokenizer.reached.insert(.nodes)
      isStopped = true
    }
    nodes.append(node)
    return Int32(nodes.count - 1)
  }

  mutating func append(_ node: Int32, to parent: Int32) { insert(node, into: parent, before: -1) }

  /// Links a node that has no parent into one, before a child or at the end.
  mutating func insert(_ node: Int32, into parent: Int32, before sibling: Int32) {
    let previous = sibling >= 0 ? nodes[Int(sibling)].previous : nodes[Int(parent)].lastChild
    nodes[Int(node)].parent = parent
    nodes[Int(node)].previous = previous
    nodes[Int(node)].next = sibling
    if previous >= 0 { nodes[Int(previous)].next = node } else { nodes[Int(parent)].firstChild = node }
    if sibling >= 0 { nodes[Int(sibling)].previous = node } else { nodes[Int(parent)].lastChild = node }
  }

  mutating func detach(_ node: Int32) {
    let (parent, previous, next) = (
      nodes[Int(node)].parent, nodes[Int(node)].previous, nodes[Int(node)].next
    )
    guard parent >= 0 else { return }
    if previous >= 0 { nodes[Int(previous)].next = next } else { nodes[Int(parent)].firstChild = next }
    if next >= 0 { nodes[Int(next)].previous = previous } else { nodes[Int(parent)].lastChild = previous }
    nodes[Int(node)].parent = -1
    nodes[Int(node)].previous = -1
    nodes[Int(node)].next = -1
  }

  /// The appropriate place for inserting a node: a parent, and the child to stand before or -1.
  func place(in target: Open? = nil) -> (parent: Int32, before: Int32) {
    guard let target = target ?? stack.last else { return (0, -1) }
    guard fosters, target.namespace == .html else { return (target.node, -1) }
    switch HTMLName(rawValue: target.name) {
    case .table, .tbody, .tfoot, .thead, .tr: return fosterPlace()
    default: return (target.node, -1)
    }
  }

  /// Where what may not stand in a table goes: before the table.
  private func fosterPlace() -> (parent: Int32, before: Int32) {
    var i = stack.count - 1
    while i > 0 {
      if stack[i].is(.template) { return (stack[i].node, -1) }
      if stack[i].is(.table) {
        let table = stack[i].node
        let parent = nodes[Int(table)].parent
        return parent >= 0 ? (parent, table) : (stack[i - 1].node, -1)
      }
      i -= 1
    }
    return (stack[0].node, -1)
  }

  // MARK: Elements

  /// Inserts an element for the current start tag and opens it.
  @discardableResult
  mutating func insertElement(_ namespace: Namespace = .html) -> Int32 {
    let token = tokenizer.token
    return insertElement(
      token.name, namespace, firstAttribute: token.firstAttribute, attributeCount: token.attributeCount)
  }

  /// Inserts an element that no tag asked for, and opens it.
  @discardableResult
  mutating func insertImplied(_ name: HTMLName) -> Int32 {
    insertElement(name.rawValue, .html, firstAttribute: 0, attributeCount: 0)
  }

  mutating func insertElement(
    _ name: UInt16, _ namespace: Namespace, firstAttribute: Int32, attributeCount: Int32
  ) -> Int32 {
    let place = place()
    let node = newNode(
      Node(kind: .element, namespace: namespace, name: name, start: firstAttribute, end: attributeCount))
    insert(node, into: place.parent, before: place.before)
    push(Open(node: node, name: name, namespace: namespace, traits: Traits.of(name, namespace)))
    return node
  }

  /// Inserts an element for the current start tag that stays empty.
  mutating func insertVoid() {
    insertElement()
    pop()
  }

  mutating func insertComment(into parent: Int32? = nil) {
    let token = tokenizer.token
    let node = newNode(Node(kind: .comment, start: token.start, end: token.end))
    if let parent {
      append(node, to: parent)
    } else {
      let place = place()
      insert(node, into: place.parent, before: place.before)
    }
  }

  // MARK: Text

  /// The byte at an offset of the tree's byte space.
  @inline(__always)
  func byte(_ offset: Int32) -> UInt8 {
    Int(offset) < inputCount ? tokenizer.input[Int(offset)] : tokenizer.side[Int(offset) - inputCount]
  }

  /// Where the white space at the head of the current text ends.
  func endOfLeadingSpace() -> Int32 {
    var at = tokenizer.token.start
    while at < tokenizer.token.end, byte(at).isSpace { at += 1 }
    return at
  }

  /// Inserts the current text's leading white space and takes it off. Whether nothing is left.
  mutating func takeLeadingSpace(inserting: Bool) -> Bool {
    let end = endOfLeadingSpace()
    if inserting { insertText(tokenizer.token.start, end) }
    tokenizer.token.start = end
    return end == tokenizer.token.end
  }

  func isSpace(_ start: Int32, _ end: Int32) -> Bool {
    var at = start
    while at < end {
      if !byte(at).isSpace { return false }
      at += 1
    }
    return true
  }

  mutating func insertText(_ start: Int32, _ end: Int32) {
    guard end > start else { return }
    let place = place()
    guard place.parent > 0 else { return }
    let previous = place.before >= 0 ? nodes[Int(place.before)].previous : nodes[Int(place.parent)].lastChild
    if previous >= 0, nodes[Int(previous)].kind == .text {
      extendText(previous, start, end)
    } else {
      let node = newNode(Node(kind: .text, start: start, end: end))
      insert(node, into: place.parent, before: place.before)
    }
  }

  /// Lengthens a text by another: in place where it can be, else at the end of the side buffer, with as much room
  /// again, so that a text that grows piece by piece is copied a logarithm of times.
  private mutating func extendText(_ node: Int32, _ start: Int32, _ end: Int32) {
    let old = nodes[Int(node)]
    if old.end == start, Int(start) != inputCount || Int(old.start) >= inputCount {
      nodes[Int(node)].end = end
      return
    }
    let added = copyBytes(start, end)
    let room = textRoom[node]
    if let room, room - old.end >= Int32(added.count) {
      let at = Int(old.end) - inputCount
      tokenizer.side.replaceSubrange(at..<(at + added.count), with: added)
      nodes[Int(node)].end = old.end + Int32(added.count)
      return
    }
    let newStart = Int32(inputCount + tokenizer.side.count)
    tokenizer.side.append(contentsOf: copyBytes(old.start, old.end))
    tokenizer.side.append(contentsOf: added)
    nodes[Int(node)].start = newStart
    nodes[Int(node)].end = Int32(inputCount + tokenizer.side.count)
    let spare = room == nil ? 0 : tokenizer.side.count - (Int(newStart) - inputCount)
    tokenizer.side.append(contentsOf: repeatElement(0, count: spare))
    textRoom[node] = Int32(inputCount + tokenizer.side.count)
  }

  private func copyBytes(_ start: Int32, _ end: Int32) -> [UInt8] {
    if Int(start) < inputCount {
      return Array(UnsafeBufferPointer(start: tokenizer.input + Int(start), count: Int(end - start)))
    }
    return Array(tokenizer.side[(Int(start) - inputCount)..<(Int(end) - inputCount)])
  }

  /// Makes the current text one without nulls: dropped, or replaced by U+FFFD.
  mutating func cleanNulls(replacing: Bool) {
    guard tokenizer.token.hasNull else { return }
    let bytes = copyBytes(tokenizer.token.start, tokenizer.token.end)
    tokenizer.token.start = Int32(inputCount + tokenizer.side.count)
    for byte in bytes {
      if byte != 0 {
        tokenizer.side.append(byte)
      } else if replacing {
        tokenizer.side.append(contentsOf: [0xEF, 0xBF, 0xBD])
      }
    }
    tokenizer.token.end = Int32(inputCount + tokenizer.side.count)
    tokenizer.token.hasNull = false
  }
}
