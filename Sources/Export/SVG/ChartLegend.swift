import Press

/// What the signs and lines of a chart mean; only of those that are on it.
struct ChartLegend {
  private enum Item {
    case page, lost, guest, day, mix
    case kind(CopyKind)

    var text: String {
      switch self {
      case .page: "page held"
      case .lost: "lost: named or inferred, no page held"
      case .guest: "page of another report"
      case .day: "day known, hour not"
      case .mix: "copied from here too"
      case .kind(.verbatim): "word for word"
      case .kind(.edited): "edited"
      case .kind(.partial): "a part of it"
      case .kind(.spun): "spun: words replaced by machine"
      case .kind: "from a lost original"
      }
    }
  }

  private let rows: [[(item: Item, x: Double)]]
  /// In pixels.
  var height: Double { Double(rows.count) * 22 + 8 }

  init(_ view: FamilyView, _ layout: ChartLayout, width: Double) {
    var items: [Item] = [.page]
    if layout.marks.contains(where: \.node.lost) { items.append(.lost) }
    if layout.marks.contains(where: { $0.node.otherFamily != nil }) { items.append(.guest) }
    if layout.marks.contains(where: { $0.span != nil }) { items.append(.day) }
    let kinds = Set(layout.descent.main.values.map { ChartPainter.style($0.kind) })
    for kind in CopyKind.allCases where kinds.contains(kind.rawValue) { items.append(.kind(kind)) }
    if !layout.descent.others.isEmpty { items.append(.mix) }
    var rows: [[(item: Item, x: Double)]] = [[]]
    var x = 20.0
    for item in items {
      let needed = 44 + TextWidth.of(item.text, size: 11.5)
      if x + needed > width, !rows[rows.count - 1].isEmpty {
        rows.append([])
        x = 20
      }
      rows[rows.count - 1].append((item, x))
      x += needed + 18
    }
    self.rows = rows
  }

  func lines(top: Double) -> [String] {
    var lines: [String] = []
    for (number, row) in rows.enumerated() {
      let y = top + 8 + Double(number) * 22
      for (item, x) in row {
        lines.append(sample(item, x: x, y: y))
        lines.append(ChartShapes.text(item.text, x: x + 40, y: y + 4, "dim"))
      }
    }
    return lines
  }

  private func sample(_ item: Item, x: Double, y: Double) -> String {
    switch item {
    case .page: return ChartShapes.sign(x: x + 24, y: y, isLost: false, isGuest: false)
    case .lost: return ChartShapes.sign(x: x + 24, y: y, isLost: true, isGuest: false)
    case .guest: return ChartShapes.sign(x: x + 24, y: y, isLost: false, isGuest: true)
    case .day:
      return ChartShapes.path("M\(ChartShapes.n(x + 6)) \(ChartShapes.n(y))h26", "span")
        + ChartShapes.sign(x: x + 20, y: y, isLost: false, isGuest: false)
    case .mix:
      return ChartShapes.path("M\(ChartShapes.n(x)) \(ChartShapes.n(y))h26", "mix")
        + ChartShapes.head(x: x + 34, y: y, "mix")
    case .kind(let kind):
      let style = ChartPainter.style(kind)
      return ChartShapes.branch(from: x, to: x + 34, y: y, style) + ChartShapes.head(x: x + 34, y: y, style)
    }
  }
}
