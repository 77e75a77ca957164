import Press

/// A stemma drawn by time: pages solid at their hour, lost originals hollow before their first copy, a line for each copy
/// from its surest source, dashed ones from the others.
///
/// One file without scripts and fonts, and without links unless they are asked for; its colours follow the reader's choice
/// of light or dark.
public enum SVG {
  /// Where the signs and the arrows of a drawing lead, for one that stands on a page of a site. `nil` leads nowhere.
  public struct Links: Sendable {
    let node: @Sendable (String) -> String?
    let arrow: @Sendable (Stemma.Edge) -> String?

    /// - Parameters:
    ///   - node: The address for the id of a node.
    ///   - arrow: The address for an arrow.
    public init(
      node: @escaping @Sendable (String) -> String?, arrow: @escaping @Sendable (Stemma.Edge) -> String?
    ) {
      self.node = node
      self.arrow = arrow
    }
  }

  /// The drawing of one family.
  ///
  /// - Parameters:
  ///   - width: In pixels; below 560 labels stand in two lines and are cut sooner.
  ///   - isInline: Whether it is a part of a page that has a heading and the style sheet of its own.
  ///   - name: Begins the ids within; two drawings on one page need two.
  ///   - links: Where its parts lead. Each linked sign says by `data-node` and `data-parent` where it hangs, so that a
  ///     script can walk the tree.
  public static func drawing(
    _ view: FamilyView, width: Double = 1000, isInline: Bool = false, name: String = "chart",
    links: Links? = nil
  ) -> String {
    let painter = ChartPainter(view, width: width, isInline: isInline, links: links)
    return painter.drawing(name: name, isInline: isInline)
  }

  /// The style sheet that inline drawings share.
  public static var styleSheet: String { ChartStyle.sheet }
}

/// Writes a chart, layer upon layer: bands, grid, lines, signs, labels.
struct ChartPainter {
  private let view: FamilyView
  private let layout: ChartLayout
  private let title: String
  private let legend: ChartLegend
  private let axisTop: Double
  private let links: SVG.Links?

  init(_ view: FamilyView, width: Double, isInline: Bool, links: SVG.Links? = nil) {
    self.view = view
    self.links = links
    title = view.title
    axisTop = isInline ? 14 : 62
    layout = ChartLayout(view, width: width, top: axisTop + 34)
    legend = ChartLegend(view, layout, width: width)
  }

  private typealias Shape = ChartShapes
  private func n(_ value: Double) -> String { ChartShapes.n(value) }

  func drawing(name: String, isInline: Bool) -> String {
    let height = layout.height + 14 + legend.height
    var lines: [String] = []
    let size = "width=\"\(n(layout.width))\" height=\"\(n(height))\""
    lines.append(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"st\" viewBox=\"0 0 \(n(layout.width)) \(n(height))\" \(size)"
        + " role=\"\(links == nil ? "img" : "group")\" aria-labelledby=\"\(name)-title \(name)-desc\">")
    lines.append("<title id=\"\(name)-title\">\(XMLText.escaped("How “\(title)” was copied"))</title>")
    lines.append("<desc id=\"\(name)-desc\">\(XMLText.escaped(description))</desc>")
    if !isInline {
      lines.append("<style>\(ChartStyle.sheet)</style>")
      lines.append("<rect class=\"paper\" width=\"100%\" height=\"100%\"/>")
      let fitted = TextWidth.fitted(title, width: layout.width - 40, size: 19, isBold: true)
      lines.append(Shape.text(fitted, x: 20, y: 30, "h"))
      let shown = TextWidth.fitted(summary, width: layout.width - 40, size: 11.5)
      lines.append(Shape.text(shown, x: 20, y: 49, "dim"))
    }
    lines += grid()
    for edge in view.stemma.edges where layout.descent.isContamination(edge) { lines += contamination(edge) }
    lines += trunks()
    for strip in layout.strips { lines += self.strip(strip) }
    for mark in layout.marks { lines += arrow(mark) }
    for mark in layout.marks { lines.append(sign(mark)) }
    lines += legend.lines(top: layout.height + 14)
    lines.append("</svg>")
    return lines.joined(separator: "\n") + "\n"
  }

  var summary: String {
    let own = view.stemma.nodes.filter { $0.otherFamily == nil }
    let held = own.count { !$0.lost }
    let lost = own.count - held
    var text = "\(held) \(held == 1 ? "page" : "pages")"
    if lost > 0 { text += ", \(lost) lost \(lost == 1 ? "original" : "originals")" }
    return text
      + (layout.axis == nil
        ? ". No page states a time" : ". Times in universal time, the earliest on the left")
  }

  /// The arrows in words, for those who do not see them; of a large family the first.
  private var description: String {
    let most = 60
    let nodes = layout.descent.nodes
    func label(_ id: String) -> String { TextTree.clean(nodes[id]?.label ?? id) }
    var sentences = [summary + "."]
    for edge in view.stemma.edges.prefix(most) {
      let kind = edge.kind == .unknown ? "" : ", \(edge.kind.rawValue)"
      let from = nodes[edge.from]?.lost == true ? "the lost \(label(edge.from))" : label(edge.from)
      sentences.append("\(label(edge.to)) from \(from)\(kind), \(Share.percent(edge.confidence)).")
    }
    if view.stemma.edges.count > most { sentences.append("And \(view.stemma.edges.count - most) more.") }
    return sentences.joined(separator: " ")
  }

  private func grid() -> [String] {
    var lines: [String] = []
    let (top, bottom) = (axisTop + 28, layout.bottom)
    if let band = layout.undated {
      lines.append(
        "<rect class=\"band\" x=\"\(n(band.lowerBound))\" y=\"\(n(axisTop))\""
          + " width=\"\(n(band.upperBound - band.lowerBound))\" height=\"\(n(bottom - axisTop))\"/>")
      lines.append(Shape.text("no date", x: band.lowerBound + 6, y: axisTop + 22, "day"))
    }
    guard let axis = layout.axis else { return lines }
    // Labels of two stretches may come close to each other; then the later one is left out.
    var dayEnd = -1.0
    var tickEnd = -1.0
    let cuts = axis.cuts.map { ($0.x - 17)...($0.x + 17) }
    for tick in axis.ticks {
      let width = TextWidth.of(tick.label, size: 11.5, isBold: tick.isDay) + 6
      let label = (tick.x - 3)...(tick.x - 3 + width)
      lines.append(Shape.path("M\(n(tick.x)) \(n(tick.isDay ? axisTop + 12 : top))V\(n(bottom))", "rule"))
      if tick.isDay {
        guard label.lowerBound > dayEnd, label.upperBound < layout.width else { continue }
        dayEnd = label.upperBound
        lines.append(Shape.text(tick.label, x: label.lowerBound, y: axisTop + 8, "day"))
      } else {
        let isInBand = layout.undated.map { label.upperBound > $0.lowerBound } ?? false
        guard label.lowerBound > tickEnd, !isInBand, !cuts.contains(where: { $0.overlaps(label) }) else {
          continue
        }
        tickEnd = label.upperBound
        lines.append(Shape.text(tick.label, x: label.lowerBound, y: axisTop + 22, "tick"))
      }
    }
    for cut in axis.cuts {
      var zigzag = "M\(n(cut.x)) \(n(top))"
      var y = top
      while y + 12 <= bottom {
        zigzag += "l3 6l-3 6"
        y += 12
      }
      lines.append(Shape.path(zigzag, "cut"))
      lines.append(Shape.text("+" + cut.label, x: cut.x, y: axisTop + 22, "tick", anchor: "middle"))
    }
    return lines
  }

  /// Where the level end of a copy's arrow begins: at its parent's line, or before both where there is no room for it.
  private func bend(_ parent: ChartLayout.Point, _ x: Double) -> Double {
    x - parent.x >= layout.step - 6 ? parent.x : max(3, min(parent.x, x) - layout.step + 4)
  }

  /// The upright lines from each parent down to its copies, once for all of them.
  private func trunks() -> [String] {
    var lines: [String] = []
    let shared = Set(layout.strips.flatMap { $0.dots.map(\.id) })
    for mark in layout.marks {
      let id = mark.node.id
      var ends: [Double: Double] = [:]
      for child in layout.descent.children[id] ?? [] {
        guard let point = layout.points[child] else { continue }
        let x = shared.contains(child) ? mark.at.x : bend(mark.at, point.x)
        ends[x] = max(ends[x] ?? 0, point.y)
      }
      for (x, y) in ends.sorted(by: { $0.key < $1.key }) {
        let start = x == mark.at.x ? "M\(n(x)) \(n(mark.at.y))" : "M\(n(mark.at.x)) \(n(mark.at.y))H\(n(x))"
        lines.append(Shape.path(start + "V\(n(y))", "trunk"))
      }
    }
    return lines
  }

  private func arrow(_ mark: ChartLayout.Mark) -> [String] {
    guard let edge = layout.descent.main[mark.node.id], let parent = layout.points[edge.from] else {
      return []
    }
    let x = bend(parent, mark.at.x)
    let kind = Self.style(edge.kind)
    let end = mark.at.x - 8
    let drawn = Shape.branch(from: x, to: end, y: mark.at.y, kind) + Shape.head(x: end, y: mark.at.y, kind)
    return [linked(edge, reach: "M\(n(x)) \(n(mark.at.y))H\(n(end))", drawn)]
  }

  /// A curve from a further parent, with an open head.
  private func contamination(_ edge: Stemma.Edge) -> [String] {
    guard let from = layout.points[edge.from], let to = layout.points[edge.to] else { return [] }
    let side = to.y > from.y ? 7.0 : -7.0
    let end = (x: to.x - 9, y: to.y + (to.y > from.y ? -4 : 4))
    let curve =
      "M\(n(from.x)) \(n(from.y + side))C\(n(from.x)) \(n((from.y + 2 * to.y) / 3)) \(n(end.x - 50)) \(n(end.y))"
      + " \(n(end.x - 7)) \(n(end.y))"
    return [linked(edge, reach: curve, Shape.path(curve, "mix") + Shape.head(x: end.x, y: end.y, "mix"))]
  }

  /// An arrow with what it says, and with a broad unseen line along it that a pointer finds, where it leads somewhere.
  private func linked(_ edge: Stemma.Edge, reach: String, _ drawn: String) -> String {
    let title = "<title>\(XMLText.escaped(reason(edge)))</title>"
    guard let address = links?.arrow(edge) else { return "<g>\(title)\(drawn)</g>" }
    return
      "<a class=\"to-arrow\" href=\"\(XMLText.escaped(address, isAttribute: true))\" tabindex=\"-1\">\(title)"
      + Shape.path(reach, "reach") + drawn + "</a>"
  }

  static func style(_ kind: CopyKind) -> String {
    switch kind {
    case .verbatim, .edited, .partial, .spun: kind.rawValue
    case .commonQuotation, .commonSource, .incidental, .unknown: CopyKind.unknown.rawValue
    }
  }

  private func reason(_ edge: Stemma.Edge) -> String {
    let nodes = layout.descent.nodes
    let ends = [edge.from, edge.to].map { TextTree.clean(nodes[$0]?.label ?? $0) }
    let reasons = edge.evidence.prefix(4).map { TextTree.clean($0.text) }.joined(separator: "; ")
    return "\(ends[1]) from \(ends[0]), \(edge.kind.rawValue), \(Share.percent(edge.confidence)): \(reasons)"
  }

  private func strip(_ strip: ChartLayout.Strip) -> [String] {
    guard let parent = layout.points[strip.parent], let last = strip.dots.map(\.x).max() else { return [] }
    var lines = [Shape.path("M\(n(parent.x)) \(n(strip.y))H\(n(max(parent.x, last)))", "trunk")]
    for dot in strip.dots {
      let label = TextTree.clean(layout.descent.nodes[dot.id]?.label ?? dot.id)
      let circle =
        "<circle class=\"page\" cx=\"\(n(dot.x))\" cy=\"\(n(strip.y))\" r=\"4\"><title>\(XMLText.escaped(label))</title></circle>"
      lines.append(linked(dot.id, circle))
    }
    lines.append(Shape.text(strip.label, x: max(parent.x, last) + 11, y: strip.y + 4, "dim halo"))
    return lines
  }

  /// A sign that leads to its page, where there is one.
  private func linked(_ id: String, _ drawn: String) -> String {
    guard let address = links?.node(id) else { return drawn }
    let parent =
      layout.descent.main[id].map { " data-parent=\"\(XMLText.escaped($0.from, isAttribute: true))\"" } ?? ""
    return
      "<a class=\"to-node\" href=\"\(XMLText.escaped(address, isAttribute: true))\" data-node=\"\(XMLText.escaped(id, isAttribute: true))\"\(parent)>\(drawn)</a>"
  }

  private func sign(_ mark: ChartLayout.Mark) -> String {
    let label = TextTree.clean(mark.node.label)
    let conflict = layout.descent.main[mark.node.id]?.evidence.contains { $0.kind == .conflict } ?? false
    let article = view.byID[mark.node.id]
    let about = [label, article?.title, article?.published?.iso, article?.source].compactMap { $0 }.joined(
      separator: " · ")
    var line = "<g><title>\(XMLText.escaped(TextTree.clean(about)))</title>"
    if let span = mark.span {
      line += "<path class=\"span\" d=\"M\(n(span.lowerBound)) \(n(mark.at.y))H\(n(span.upperBound))\"/>"
    }
    line += Shape.sign(
      x: mark.at.x, y: mark.at.y, isLost: mark.node.lost, isGuest: mark.node.otherFamily != nil)
    let x = mark.at.x + 12
    let room = layout.width - x - 6
    let name = (mark.node.lost ? "lostname" : "name") + " halo"
    let size = layout.labelSize
    if layout.hasTwoLines {
      let fitted = TextWidth.fitted(label, width: room, size: size, isBold: !mark.node.lost)
      line += Shape.text(fitted, x: x, y: mark.at.y + 1, name)
      let second = TextWidth.fitted(mark.detail, width: room, size: 11.5)
      line += Shape.text(second, x: x, y: mark.at.y + 15, conflict ? "dim warn halo" : "dim halo")
    } else {
      let small = size < 13 ? " small" : ""
      let fitted = TextWidth.fitted(label, width: room * 0.66, size: size, isBold: !mark.node.lost)
      let rest = x + TextWidth.of(fitted, size: size, isBold: !mark.node.lost) + 8
      let second = TextWidth.fitted(mark.detail, width: layout.width - rest - 6, size: size - 1)
      line +=
        "<text class=\"\(name)\(small)\" x=\"\(n(x))\" y=\"\(n(mark.at.y + 4))\">\(XMLText.escaped(fitted))"
      line +=
        "<tspan class=\"\(conflict ? "dim warn" : "dim")\" font-weight=\"400\" dx=\"7\">\(XMLText.escaped(second))</tspan></text>"
    }
    return linked(mark.node.id, line + "</g>")
  }
}
