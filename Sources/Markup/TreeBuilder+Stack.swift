/// The stack of open elements, its scopes, and the mode that follows from it.
extension TreeBuilder {
  /// The current node, or the context element of a fragment that is still at its root.
  @inline(__always)
  var adjustedCurrent: Open? { stack.count == 1 && context != nil ? context : stack.last }

  @inline(__always)
  func currentIs(_ name: HTMLName) -> Bool { stack.last?.is(name) ?? false }

  func currentIs(anyOf names: HTMLName...) -> Bool {
    guard let current = stack.last else { return false }
    return names.contains { current.is($0) }
  }

  @inline(__always)
  mutating func push(_ open: Open) {
    stack.append(open)
    count(open, 1)
  }

  @inline(__always)
  mutating func count(_ open: Open, _ change: Int32) {
    if open.namespace == .html, Int(open.name) < openCounts.count { openCounts[Int(open.name)] += change }
  }

  @discardableResult
  mutating func pop() -> Open? {
    guard let open = stack.popLast() else { return nil }
    count(open, -1)
    return open
  }

  mutating func remove(at index: Int) { count(stack.remove(at: index), -1) }

  mutating func insert(_ open: Open, at index: Int) {
    stack.insert(open, at: index)
    count(open, 1)
  }

  /// Pops elements until one of that name is popped. It must be known to be open, or all but the root goes.
  mutating func pop(through name: HTMLName) {
    while stack.count > 1, let open = pop(), !open.is(name) {}
  }

  mutating func popThroughHeading() {
    while stack.count > 1, let open = pop(), !open.traits.contains(.heading) {}
  }

  @inline(__always)
  func isOpen(_ name: HTMLName) -> Bool { openCounts[Int(name.rawValue)] > 0 }

  func stackIndex(of node: Int32) -> Int? { stack.lastIndex { $0.node == node } }

  // MARK: Scopes

  func isInScope(_ name: HTMLName, _ bounds: Traits = .boundsScope) -> Bool {
    guard isOpen(name) else { return false }
    for open in stack.reversed() {
      if open.is(name) { return true }
      if !open.traits.isDisjoint(with: bounds) { return false }
    }
    return false
  }

  func isInButtonScope(_ name: HTMLName) -> Bool { isInScope(name, [.boundsScope, .boundsButtonScope]) }
  func isInListItemScope(_ name: HTMLName) -> Bool { isInScope(name, [.boundsScope, .boundsListItemScope]) }
  func isInTableScope(_ name: HTMLName) -> Bool { isInScope(name, .boundsTableScope) }

  func isHeadingInScope() -> Bool {
    for open in stack.reversed() {
      if open.traits.contains(.heading) { return true }
      if open.traits.contains(.boundsScope) { return false }
    }
    return false
  }

  func isInScope(node: Int32) -> Bool {
    for open in stack.reversed() {
      if open.node == node { return true }
      if open.traits.contains(.boundsScope) { return false }
    }
    return false
  }

  // MARK: Closing

  mutating func generateImpliedEndTags(except name: HTMLName? = nil) {
    while let current = stack.last, current.traits.contains(.impliedEnd) {
      if let name, current.is(name) { return }
      pop()
    }
  }

  mutating func generateAllImpliedEndTags() {
    while let current = stack.last, current.traits.contains(.impliedEndThoroughly) { pop() }
  }

  mutating func closeP() {
    generateImpliedEndTags(except: .p)
    pop(through: .p)
  }

  mutating func closePInButtonScope() {
    if isInButtonScope(.p) { closeP() }
  }

  /// Pops up to a table, row group or row, whose part is to follow.
  mutating func clear(backTo names: HTMLName...) {
    while stack.count > 1, let current = stack.last {
      if current.is(.template) || names.contains(where: { current.is($0) }) { return }
      pop()
    }
  }

  // MARK: Mode

  /// Resets the insertion mode appropriately.
  mutating func resetMode() {
    for i in stack.indices.reversed() {
      let isLast = i == 0
      let open = isLast ? context ?? stack[i] : stack[i]
      if let mode = modeInside(open, isLast: isLast) {
        self.mode = mode
        return
      }
    }
    mode = .inBody
  }

  private func modeInside(_ open: Open, isLast: Bool) -> Mode? {
    guard open.namespace == .html else { return isLast ? .inBody : nil }
    switch HTMLName(rawValue: open.name) {
    case .td, .th: return isLast ? .inBody : .inCell
    case .tr: return .inRow
    case .tbody, .thead, .tfoot: return .inTableBody
    case .caption: return .inCaption
    case .colgroup: return .inColumnGroup
    case .table: return .inTable
    case .template: return templateModes.last ?? .inBody
    case .head: return isLast ? .inBody : .inHead
    case .body: return .inBody
    case .frameset: return .inFrameset
    case .html: return head < 0 ? .beforeHead : .afterHead
    default: return isLast ? .inBody : nil
    }
  }
}
