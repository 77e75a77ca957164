import Press

/// The rows of a chart, from the top: each witness has one of its own, below its parent's and above that of its parent's
/// next child, as in a folder tree. So a line down from a parent passes only its descendants, which stand to the right of
/// it, and no label is crossed.
struct ChartRows {
  enum Row {
    case witness(String)
    /// Copies that have none of their own, of one parent: on one row, without labels.
    case more(parent: String, [String])
  }

  let rows: [Row]

  /// Rows of a chart, about: a larger family has the later ones of a parent's uncopied copies on one row together.
  static let most = 240

  init(_ descent: Descent, comesFirst: (String, String) -> Bool) {
    let children = descent.children.mapValues { $0.sorted(by: comesFirst) }
    func isLeaf(_ id: String) -> Bool { children[id]?.isEmpty ?? true && descent.others[id] == nil }
    // The largest number of uncopied copies a parent that still fits.
    var shown = Int.max
    if descent.order.count > Self.most {
      let leaves = children.values.map { $0.count(where: isLeaf) }
      let others = descent.order.count - leaves.reduce(0, +)
      shown = 2
      while shown < 64, others + leaves.reduce(0, { $0 + min($1, shown + 1) + 1 }) <= Self.most { shown += 1 }
    }
    var rows: [Row] = []
    var stack: [Row] = descent.roots.sorted(by: comesFirst).reversed().map(Row.witness)
    while let row = stack.popLast() {
      rows.append(row)
      guard case .witness(let id) = row, let below = children[id] else { continue }
      var left = shown
      var own: [Row] = []
      var more: [String] = []
      for child in below {
        if isLeaf(child), left <= 0 {
          more.append(child)
        } else {
          if isLeaf(child) { left -= 1 }
          own.append(.witness(child))
        }
      }
      if more.count == 1 {
        own.append(.witness(more[0]))
      } else if !more.isEmpty {
        own.append(.more(parent: id, more))
      }
      stack += own.reversed()
    }
    self.rows = rows
  }
}
