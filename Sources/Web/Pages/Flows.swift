import Press

/// Who copies whom as a drawing: sources on the left, those that copied on the right, a band for each pair as broad as
/// there are arrows.
struct FlowGraph {
  private let flows: [Flow]

  init(_ flows: [Flow]) { self.flows = flows }

  private struct Side {
    /// Names in the order in which they stand, and what flows through each.
    var names: [String] = []
    var sums: [String: Int] = [:]
    var tops: [String: Double] = [:]
  }

  private static let (width, left, right, gap) = (960.0, 230.0, 730.0, 9.0)

  private static func sourceKey(_ flow: Flow) -> String { (flow.isLost ? "†" : "") + flow.source }

  func html(of all: Int) -> HTML {
    guard !flows.isEmpty else { return "<p>No outlet copied from another, as far as the pile tells.</p>" }
    let total = flows.reduce(0) { $0 + $1.arrows }
    var sources = Self.side(flows, Self.sourceKey)
    var copies = Self.side(flows, \.copy)
    let unit = max(0.4, min(14, 420 / Double(max(1, total))))
    let height = max(Self.place(&sources, unit), Self.place(&copies, unit)) + 8
    var html = HTML()
    var (atSource, atCopy) = (sources.tops, copies.tops)
    let sorted = flows.sorted {
      (atSource[Self.sourceKey($0)] ?? 0, copies.tops[$0.copy] ?? 0)
        < (atSource[Self.sourceKey($1)] ?? 0, copies.tops[$1.copy] ?? 0)
    }
    for flow in sorted {
      let key = Self.sourceKey(flow)
      let breadth = Double(flow.arrows) * unit
      let y1 = (atSource[key] ?? 0) + breadth / 2
      let y2 = (atCopy[flow.copy] ?? 0) + breadth / 2
      atSource[key] = y1 + breadth / 2
      atCopy[flow.copy] = y2 + breadth / 2
      let middle = (Self.left + Self.right) / 2
      let curve =
        "M\(Bars.n(Self.left + 8)) \(Bars.n(y1))C\(Bars.n(middle)) \(Bars.n(y1)) \(Bars.n(middle)) \(Bars.n(y2)) \(Bars.n(Self.right - 8)) \(Bars.n(y2))"
      html +=
        "<g class=\"band\"><title>\(flow.copy) from \(flow.source)\(flow.isLost ? " †" : ""): \(Wording.counted(flow.arrows, "arrow"))</title><path class=\"link\(flow.isLost ? " lostlink" : "")\" d=\"\(curve)\" stroke-width=\"\(Bars.n(max(0.8, breadth * 0.92)))\"/></g>\n"
    }
    html += Self.labels(sources, unit, x: Self.left, isLeft: true)
    html += Self.labels(copies, unit, x: Self.right, isLeft: false)
    let rest: HTML =
      all > flows.count
      ? "<p class=\"note\">Drawn are the \(flows.count) broadest of \(Wording.number(all)).</p>" : HTML()
    return """
      \(rest)<div class="scroll" tabindex="0" role="region" aria-label="Who copies whom, drawn">
      <svg class="chart flows" viewBox="0 0 \(Bars.n(Self.width)) \(Bars.n(height + 26))" width="\(Bars.n(Self.width))" \
      height="\(Bars.n(height + 26))" role="group" aria-label="Who copies whom: sources on the left, copies on the right">
      <text x="\(Bars.n(Self.left))" y="12" text-anchor="end">copied from</text>\
      <text x="\(Bars.n(Self.right))" y="12">copied by</text>
      \(html)</svg></div>
      """
  }

  private static func side(_ flows: [Flow], _ key: (Flow) -> String) -> Side {
    var side = Side()
    for flow in flows { side.sums[key(flow), default: 0] += flow.arrows }
    side.names = side.sums.keys.sorted { (side.sums[$1] ?? 0, $0) < (side.sums[$0] ?? 0, $1) }
    return side
  }

  /// Gives each its place, and says where the last one ends.
  private static func place(_ side: inout Side, _ unit: Double) -> Double {
    var y = 24.0
    for name in side.names {
      let breadth = Double(side.sums[name] ?? 0) * unit
      // A name needs its line, however thin its band.
      let row = max(breadth, 14)
      side.tops[name] = y + (row - breadth) / 2
      y += row + gap
    }
    return y
  }

  private static func labels(_ side: Side, _ unit: Double, x: Double, isLeft: Bool) -> HTML {
    var html = HTML()
    for name in side.names {
      let top = side.tops[name] ?? 0
      let breadth = Double(side.sums[name] ?? 0) * unit
      let isLost = isLeft && name.hasPrefix("†")
      let plain = isLost ? String(name.dropFirst()) : name
      let text = Bars.fitted(plain, left - 46) + (isLost ? " †" : "")
      let at = isLeft ? x - 4 : x + 4
      let shapes: HTML = """
        <rect class="\(isLost ? "ring" : "node")" x="\(Bars.n(isLeft ? x : x - 8))" y="\(Bars.n(top))" width="8" height="\(Bars.n(max(1, breadth)))"/>\
        <text class="\(isLost ? "lost" : "strong")" x="\(Bars.n(at))" y="\(Bars.n(top + breadth / 2 + 4))"\(isLeft ? " text-anchor=\"end\"" : HTML())>\(text) <tspan class="count">\(Wording.number(side.sums[name] ?? 0))</tspan></text>
        """
      html += isLost ? "<g>\(shapes)</g>\n" : "<a href=\"\(Link.outlet(plain))\">\(shapes)</a>\n"
    }
    return html
  }
}

/// The same as a matrix: a line for each that copied, a column for each that was copied.
struct FlowMatrix {
  private let rows: [String]
  private let columns: [(name: String, isLost: Bool)]
  private let counts: [String: Int]
  private let leftOut: Int

  init(_ flows: [Flow], most: Int) {
    var (copies, sources): ([String: Int], [String: Int]) = ([:], [:])
    var counts: [String: Int] = [:]
    for flow in flows {
      let source = (flow.isLost ? "†" : "") + flow.source
      copies[flow.copy, default: 0] += flow.arrows
      sources[source, default: 0] += flow.arrows
      counts[flow.copy + "\u{0}" + source, default: 0] += flow.arrows
    }
    func first(_ sums: [String: Int]) -> [String] {
      Array(sums.keys.sorted { (sums[$1] ?? 0, $0) < (sums[$0] ?? 0, $1) }.prefix(most))
    }
    rows = first(copies)
    columns = first(sources).map { ($0.hasPrefix("†") ? String($0.dropFirst()) : $0, $0.hasPrefix("†")) }
    self.counts = counts
    leftOut = copies.count - rows.count + sources.count - columns.count
  }

  var html: HTML {
    guard !rows.isEmpty else { return HTML() }
    let most = counts.values.max() ?? 1
    let head = columns.map { column -> HTML in
      let name: HTML =
        column.isLost
        ? "<i class=\"lostname\">\(column.name)</i> (lost)"
        : "<a href=\"\(Link.outlet(column.name))\">\(column.name)</a>"
      return "<th scope=\"col\"><span class=\"up\">\(name)</span></th>"
    }
    let body = rows.map { row -> HTML in
      let cells = columns.map { column -> HTML in
        let count = counts[row + "\u{0}" + (column.isLost ? "†" : "") + column.name] ?? 0
        if !column.isLost, column.name == row, count == 0 { return "<td class=\"self\"></td>" }
        guard count > 0 else { return "<td></td>" }
        let level = count * 3 > most * 2 ? 3 : count * 3 > most ? 2 : 1
        return "<td class=\"m\(level)\">\(Wording.number(count))</td>"
      }
      return "<tr><th scope=\"row\"><a href=\"\(Link.outlet(row))\">\(row)</a></th>\(cells)</tr>"
    }
    let note: HTML = leftOut > 0 ? " \(Wording.number(leftOut)) with fewer arrows are left out." : HTML()
    return """
      <section aria-labelledby="matrix"><h2 id="matrix">The same as a table</h2>
      <p class="note">A line for each that copied, a column for each that was copied from; in the cells the number of arrows.\(note)</p>
      <div class="scroll" tabindex="0" role="region" aria-label="Who copies whom, as a table"><table class="matrix">
      <thead><tr><th scope="col"><span class="vh">Copied by</span></th>\(head)</tr></thead>
      <tbody>\(body.joined("\n"))</tbody></table></div></section>
      """
  }
}
