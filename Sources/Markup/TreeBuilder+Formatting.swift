/// The list of active formatting elements and the adoption agency, which mend `<b><p></b></p>`.
extension TreeBuilder {
  /// Opens a formatting element and remembers it. Of equal ones since the last marker, three are kept (the standard's
  /// "Noah's Ark"); of all, as many as the limit allows.
  mutating func pushFormatting(_ node: Int32) {
    var equal = 0
    var earliestEqual = -1
    var i = formatting.count - 1
    while i >= 0, formatting[i].node >= 0 {
      if areEqual(formatting[i].node, node) {
        equal += 1
        earliestEqual = i
      }
      i -= 1
    }
    if equal >= 3 { formatting.remove(at: earliestEqual) }
    if formatting.count - 1 - i >= limits.formatting {
      tokenizer.reached.insert(.formatting)
      formatting.remove(at: i + 1)
    }
    formatting.append(Formatting(node: node, name: nodes[Int(node)].name))
  }

  mutating func pushMarker() {
    // Markers stand for open elements, whose number the depth limits; a hostile page may leave some behind.
    if formatting.count >= limits.depth + limits.formatting * 4 {
      tokenizer.reached.insert(.formatting)
      formatting.removeFirst(limits.formatting)
    }
    formatting.append(Formatting(node: -1, name: 0))
  }

  mutating func clearFormattingToMarker() {
    while let last = formatting.popLast(), last.node >= 0 {}
  }

  private func areEqual(_ a: Int32, _ b: Int32) -> Bool {
    let (a, b) = (nodes[Int(a)], nodes[Int(b)])
    guard a.name == b.name, a.namespace == b.namespace, a.end == b.end else { return false }
    if a.start == b.start { return true }
    let attributes = tokenizer.attributes
    for i in Int(a.start)..<Int(a.start + a.end) {
      let one = attributes[i]
      guard
        let other = attributes[Int(b.start)..<Int(b.start + b.end)].first(where: { $0.name == one.name }),
        areEqualValues(one, other)
      else { return false }
    }
    return true
  }

  private func areEqualValues(_ a: Attribute, _ b: Attribute) -> Bool {
    guard a.valueEnd - a.valueStart == b.valueEnd - b.valueStart else { return false }
    for i in 0..<(a.valueEnd - a.valueStart) where byte(a.valueStart + i) != byte(b.valueStart + i) {
      return false
    }
    return true
  }

  mutating func reconstructFormatting() {
    guard let last = formatting.last, last.node >= 0, stackIndex(of: last.node) == nil else { return }
    var i = formatting.count - 1
    while i > 0, formatting[i - 1].node >= 0, stackIndex(of: formatting[i - 1].node) == nil { i -= 1 }
    while i < formatting.count {
      guard stack.count < limits.depth, reopened < limits.reopened, !isStopped else {
        tokenizer.reached.insert(.formatting)
        return
      }
      reopened += 1
      let old = nodes[Int(formatting[i].node)]
      formatting[i].node = insertElement(
        old.name, .html, firstAttribute: old.start, attributeCount: old.end)
      i += 1
    }
  }

  /// The last formatting element of a name since the last marker.
  func formattingIndex(of name: UInt16) -> Int? {
    var i = formatting.count - 1
    while i >= 0, formatting[i].node >= 0 {
      if formatting[i].name == name { return i }
      i -= 1
    }
    return nil
  }

  func formattingIndex(ofNode node: Int32) -> Int? { formatting.lastIndex { $0.node == node } }

  /// The adoption agency algorithm for an end tag. Whether the tag must be treated as any other end tag.
  mutating func adopt(_ name: UInt16) -> Bool {
    if let current = stack.last, current.namespace == .html, current.name == name,
      formattingIndex(ofNode: current.node) == nil
    {
      pop()
      return false
    }
    for _ in 0..<8 {
      guard let entry = formattingIndex(of: name) else { return true }
      let element = formatting[entry].node
      guard let elementIndex = stackIndex(of: element) else {
        formatting.remove(at: entry)
        return false
      }
      guard isInScope(node: element) else { return false }
      guard let furthest = stack[(elementIndex + 1)...].firstIndex(where: { $0.traits.contains(.special) })
      else {
        while let open = pop(), open.node != element {}
        formatting.remove(at: entry)
        return false
      }
      guard !isStopped else { return false }
      adopt(element, elementIndex, furthest)
    }
    return false
  }

  /// One round of the agency: the children of the furthest block come into a copy of the formatting element.
  private mutating func adopt(_ element: Int32, _ elementIndex: Int, _ furthestIndex: Int) {
    let furthest = stack[furthestIndex]
    let ancestor = stack[elementIndex - 1]
    var bookmark = formattingIndex(ofNode: element) ?? formatting.count
    var last = furthest.node
    var nodeIndex = furthestIndex
    var inner = 0
    while true {
      inner += 1
      nodeIndex -= 1
      let node = stack[nodeIndex]
      if node.node == element { break }
      var entry = formattingIndex(ofNode: node.node)
      if inner > 3, let index = entry {
        formatting.remove(at: index)
        if index < bookmark { bookmark -= 1 }
        entry = nil
      }
      guard let entry else {
        remove(at: nodeIndex)
        continue
      }
      let copy = copyElement(node.node)
      formatting[entry].node = copy
      stack[nodeIndex].node = copy
      if last == furthest.node { bookmark = entry + 1 }
      detach(last)
      append(last, to: copy)
      last = copy
    }
    detach(last)
    let place = place(in: ancestor)
    insert(last, into: place.parent, before: place.before)
    let copy = copyElement(element)
    moveChildren(of: furthest.node, to: copy)
    append(copy, to: furthest.node)
    replaceFormatting(element, by: copy, at: bookmark)
    if let index = stackIndex(of: element) { remove(at: index) }
    if let index = stackIndex(of: furthest.node) {
      let name = nodes[Int(copy)].name
      insert(Open(node: copy, name: name, namespace: .html, traits: Traits.of(name, .html)), at: index + 1)
    }
  }

  private mutating func replaceFormatting(_ element: Int32, by copy: Int32, at bookmark: Int) {
    var target = bookmark
    if let index = formattingIndex(ofNode: element) {
      formatting.remove(at: index)
      if index < target { target -= 1 }
    }
    formatting.insert(
      Formatting(node: copy, name: nodes[Int(copy)].name), at: min(target, formatting.count))
  }

  private mutating func copyElement(_ node: Int32) -> Int32 {
    let old = nodes[Int(node)]
    return newNode(Node(kind: .element, namespace: .html, name: old.name, start: old.start, end: old.end))
  }

  private mutating func moveChildren(of node: Int32, to target: Int32) {
    nodes[Int(target)].firstChild = nodes[Int(node)].firstChild
    nodes[Int(target)].lastChild = nodes[Int(node)].lastChild
    nodes[Int(node)].firstChild = -1
    nodes[Int(node)].lastChild = -1
    var child = nodes[Int(target)].firstChild
    while child >= 0 {
      nodes[Int(child)].parent = target
      child = nodes[Int(child)].next
    }
  }
}
