import Press

/// Where everything on a chart stands.
struct ChartLayout {
  struct Point {
    var x: Double
    var y: Double
  }
  /// A witness on a row of its own.
  struct Mark {
    let node: Stemma.Node
    let at: Point
    /// From where to where it may stand, for a page that states a day or less.
    let span: ClosedRange<Double>?
    let isUndated: Bool
    /// The second line of its label.
    let detail: String
  }
  /// Witnesses that share a row.
  struct Strip {
    let parent: String
    let y: Double
    let dots: [(id: String, x: Double)]
    let label: String
  }

  let width: Double
  let height: Double
  let rowHeight: Double
  let marks: [Mark]
  let strips: [Strip]
  let points: [String: Point]
  let axis: TimeAxis?
  /// Where those stand that state no time.
  let undated: ClosedRange<Double>?
  /// Top and bottom of the rows.
  let top: Double
  let bottom: Double
  /// Whether a label has a line of its own for time, kind and confidence.
  let hasTwoLines: Bool
  let labelSize: Double
  let descent: Descent

  /// How far a lost witness stands before its first child, and a line before a copy of the same minute.
  let step: Double

  init(_ view: FamilyView, width: Double, top: Double) {
    let descent = Descent(view.stemma)
    let times = Self.times(descent, view)
    func comesFirst(_ a: String, _ b: String) -> Bool {
      (times[a] ?? .infinity, a) < (times[b] ?? .infinity, b)
    }
    let rows = ChartRows(descent, comesFirst: comesFirst).rows
    let isNarrow = width < 560
    let step = isNarrow ? 22.0 : 34.0
    self.step = step
    let hasTwoLines = rows.count <= (isNarrow ? 80 : 40)
    self.hasTwoLines = hasTwoLines
    rowHeight = hasTwoLines ? 36 : rows.count <= 90 ? 24 : 17
    let labelSize: Double = rows.count <= 90 ? 13 : 11
    self.labelSize = labelSize
    self.width = width
    self.descent = descent
    self.top = top

    // Room: what is lost before the first page, the axis, the band of those without a date, the labels.
    let lostBefore = Self.lostBefore(descent, times)
    let isDated = !times.isEmpty
    let hasHours = times.keys.contains { (view.byID[$0]?.published?.precision ?? .day) >= .minute }
    let undatedLevels = Self.undatedLevels(descent, times)
    let levels = Double((undatedLevels.values.max() ?? -1) + 1)
    let left = 16 + step + Double(lostBefore) * step
    let labels = Self.labelWidths(
      view, descent, size: labelSize, most: width * (isNarrow ? 0.42 : 0.34), hasTwoLines: hasTwoLines)
    func place(in room: Double) -> (axis: TimeAxis?, band: ClosedRange<Double>?, xs: [String: Double]) {
      let levelWidth = isDated ? min(24, room * 0.4 / max(1, levels)) : min(48, room / max(1, levels))
      let band = levels == 0 ? 0 : max(levels * levelWidth + 14, isDated ? 66 : 0)
      let axis =
        isDated ? TimeAxis(times: Array(times.values), hasHours: hasHours, x: left, width: room - band) : nil
      let bandStart = isDated ? left + room - band : left - 12
      var xs: [String: Double] = [:]
      for id in descent.order {
        if let time = times[id], let axis { xs[id] = axis.x(time) }
        if let level = undatedLevels[id] { xs[id] = bandStart + 16 + Double(level) * levelWidth }
      }
      return (axis, levels == 0 ? nil : bandStart...(bandStart + band), xs)
    }
    // The first try leaves room for the widest label at the right end; the second takes what no label needs.
    let widest = labels.values.max() ?? 0
    var room = max(60, width - left - widest - 20)
    let tried = place(in: room).xs
    let stretch = tried.map { id, x in (width - 20 - (labels[id] ?? 0) - left) / max(1, x - left) }.min() ?? 1
    room = min(max(60, room * max(1, stretch)), width - left - 80)
    let (axis, band, placed) = place(in: room)
    var xs = placed
    self.axis = axis
    undated = band
    for id in descent.order.reversed() where xs[id] == nil {
      let children = (descent.children[id] ?? []).compactMap { xs[$0] }
      xs[id] = max(12, (children.min() ?? left) - step)
    }
    var marks: [Mark] = []
    var strips: [Strip] = []
    var points: [String: Point] = [:]
    var y = top + rowHeight / 2
    for row in rows {
      switch row {
      case .witness(let id):
        guard let node = descent.nodes[id] else { continue }
        let at = Point(x: xs[id] ?? left, y: y)
        points[id] = at
        let span = axis.flatMap { Self.span(view.byID[id], $0) }
        marks.append(
          Mark(
            node: node, at: at, span: span, isUndated: undatedLevels[id] != nil && !node.lost,
            detail: Self.detail(node, view, descent)))
      case .more(let parent, let ids):
        let dots = ids.map { (id: $0, x: xs[$0] ?? left) }
        for dot in dots { points[dot.id] = Point(x: dot.x, y: y) }
        strips.append(Strip(parent: parent, y: y, dots: dots, label: "\(ids.count) further copies"))
      }
      y += rowHeight
    }
    self.marks = marks
    self.strips = strips
    self.points = points
    bottom = y - rowHeight / 2
    height = bottom + 8
  }

  /// How much room each label would like, up to `most`.
  private static func labelWidths(
    _ view: FamilyView, _ descent: Descent, size: Double, most: Double, hasTwoLines: Bool
  ) -> [String: Double] {
    var widths: [String: Double] = [:]
    for id in descent.order {
      guard let node = descent.nodes[id] else { continue }
      let name = TextWidth.of(TextTree.clean(node.label), size: size, isBold: !node.lost)
      let detail = TextWidth.of(detail(node, view, descent), size: 11.5)
      widths[id] = min(most, 14 + (hasTwoLines ? max(name, detail) : name + 10 + detail))
    }
    return widths
  }

  /// Seconds since 1970 of every page that is dated. A page that states no more than a day stands at noon, or later on that
  /// day, behind its parent.
  private static func times(_ descent: Descent, _ view: FamilyView) -> [String: Double] {
    var times: [String: Double] = [:]
    for id in descent.order {
      guard let node = descent.nodes[id], !node.lost, let moment = view.byID[id]?.published else { continue }
      let middle = (Double(moment.earliest) + Double(moment.latest) + 1) / 2
      guard let days = stated(moment) else {
        times[id] =
          moment.precision >= .minute && moment.latest - moment.earliest < 3_600
          ? Double(moment.earliest) : middle
        continue
      }
      let parent = descent.main[id].flatMap { times[$0.from] } ?? -.infinity
      times[id] = min(max(middle, parent + 1_800), days.upperBound)
    }
    return times
  }

  /// The day, month or year that a page states instead of a time, taken as one of universal time.
  private static func stated(_ moment: Moment) -> ClosedRange<Double>? {
    guard moment.precision < .minute else { return nil }
    return Double(moment.earliest + 14 * 3600)...Double(moment.latest - 14 * 3600)
  }

  private static func span(_ article: Article?, _ axis: TimeAxis) -> ClosedRange<Double>? {
    guard let days = article?.published.flatMap(stated) else { return nil }
    let (from, to) = (axis.x(days.lowerBound), axis.x(days.upperBound))
    return to - from > 12 ? from...to : nil
  }

  /// How many lost witnesses stand one before the other, at most.
  private static func lostBefore(_ descent: Descent, _ times: [String: Double]) -> Int {
    var depth: [String: Int] = [:]
    for id in descent.order.reversed() where times[id] == nil {
      let below = (descent.children[id] ?? []).compactMap { depth[$0] }.max() ?? 0
      depth[id] = below + (descent.nodes[id]?.lost == true ? 1 : 0)
    }
    return min(depth.values.max() ?? 0, 6)
  }

  /// For each page without a date, how deep it stands among those: 0 below one that is dated, or below nobody. A lost
  /// witness is one of them where nothing dated was copied from it.
  private static func undatedLevels(_ descent: Descent, _ times: [String: Double]) -> [String: Int] {
    var isAbove: Set<String> = []
    for id in descent.order.reversed() {
      guard let edge = descent.main[id], times[id] != nil || isAbove.contains(id) else { continue }
      if descent.nodes[edge.from]?.lost == true { isAbove.insert(edge.from) }
    }
    var levels: [String: Int] = [:]
    for id in descent.order where times[id] == nil && !isAbove.contains(id) {
      levels[id] = min((descent.main[id].flatMap { levels[$0.from] } ?? -1) + 1, 12)
    }
    return levels
  }

  /// Said of a copy that is dated before its source.
  static let againstTheClock = "against the clock"

  private static func detail(_ node: Stemma.Node, _ view: FamilyView, _ descent: Descent) -> String {
    var parts: [String] = []
    if node.lost {
      parts.append("lost")
    } else if let article = view.byID[node.id], let published = article.published {
      let time = published.precision >= .minute ? Clock(Double(published.earliest)).time : published.iso
      let isLocal = published.precision >= .minute && published.latest - published.earliest > 3_600
      let shown = isLocal ? String(published.iso.dropFirst(11).prefix(5)) + " local" : time
      parts.append((article.isDatedByChange ? "≤ " : "") + shown)
    } else if node.otherFamily == nil {
      parts.append("no date")
    }
    if node.otherFamily != nil { parts.append("another report") }
    if let edge = descent.main[node.id] {
      if edge.evidence.contains(where: { $0.kind == .conflict }) { parts.insert(againstTheClock, at: 0) }
      if edge.kind != .unknown { parts.append(edge.kind.rawValue) }
      parts.append(Share.percent(edge.confidence))
    }
    return parts.joined(separator: " · ")
  }
}
