/// Bars as SVG: what is counted, by name or by day. Each says its number in words too.
enum Bars {
  struct Bar {
    let label: String
    let value: Double
    /// A part of the value, drawn in the strong colour; all of it unless given.
    var part: Double?
    /// What stands behind the bar.
    let note: String
    var link: String?
  }

  /// Lying bars, one below the other.
  static func lying(_ bars: [Bar], label: String, width: Double = 520) -> HTML {
    let rows = 25.0
    let left = min(200.0, width * 0.4)
    let room = width - left - 92
    let most = max(bars.map(\.value).max() ?? 1, .leastNormalMagnitude)
    var html = HTML()
    for (number, bar) in bars.enumerated() {
      let y = Double(number) * rows
      let whole = max(1, bar.value / most * room)
      let own = max(0, (bar.part ?? bar.value) / most * room)
      let name = fitted(bar.label, left - 10)
      let shapes: HTML = """
        <title>\(bar.label): \(bar.note)</title>\
        <rect class="all" x="0" y="\(n(y))" width="\(n(width))" height="\(n(rows))"/>\
        <text class="strong" x="\(n(left - 8))" y="\(n(y + 17))" text-anchor="end">\(name)</text>\
        <rect class="other" x="\(n(left))" y="\(n(y + 6))" width="\(n(whole))" height="13"/>\
        <rect class="bar" x="\(n(left))" y="\(n(y + 6))" width="\(n(own))" height="13"/>\
        <text x="\(n(left + whole + 7))" y="\(n(y + 17))">\(bar.note)</text>
        """
      html += bar.link.map { "<a href=\"\($0)\">\(shapes)</a>\n" } ?? "<g>\(shapes)</g>\n"
    }
    let height = Double(bars.count) * rows + 2
    return """
      <svg class="chart" viewBox="0 0 \(n(width)) \(n(height))" width="\(n(width))" height="\(n(height))" role="group" \
      aria-label="\(label)">
      \(html)<path class="axis" d="M\(n(left)) 0V\(n(height))"/></svg>
      """
  }

  /// Standing bars along a time.
  static func standing(_ bars: [Bar], label: String, width: Double = 520, height: Double = 150) -> HTML {
    guard !bars.isEmpty else { return HTML() }
    let (left, top, foot) = (34.0, 10.0, 24.0)
    let step = (width - left) / Double(bars.count)
    let most = max(bars.map(\.value).max() ?? 1, 1)
    let room = height - top - foot
    var html = HTML()
    for value in [most, (most / 2).rounded(.down)] where value > 0 {
      let y = top + room * (1 - value / most)
      html +=
        "<path class=\"grid\" d=\"M\(n(left)) \(n(y))H\(n(width))\"/><text x=\"\(n(left - 6))\" y=\"\(n(y + 4))\" text-anchor=\"end\">\(Wording.number(Int(value)))</text>\n"
    }
    let every = max(1, Int((Double(bars.count) * 84 / (width - left)).rounded(.up)))
    for (number, bar) in bars.enumerated() {
      let x = left + Double(number) * step
      let whole = bar.value / most * room
      let own = (bar.part ?? bar.value) / most * room
      let gap = step > 4 ? 1.5 : 0
      let bottom = top + room
      let shapes: HTML = """
        <title>\(bar.label): \(bar.note)</title>\
        <rect class="all" x="\(n(x))" y="\(n(top))" width="\(n(step))" height="\(n(room))"/>\
        <rect class="other" x="\(n(x))" y="\(n(bottom - whole))" width="\(n(max(1, step - gap)))" height="\(n(whole))"/>\
        <rect class="bar" x="\(n(x))" y="\(n(bottom - own))" width="\(n(max(1, step - gap)))" height="\(n(own))"/>
        """
      html += bar.link.map { "<a href=\"\($0)\">\(shapes)</a>\n" } ?? "<g>\(shapes)</g>\n"
      if number % every == 0, x + 70 < width {
        html += "<text x=\"\(n(x))\" y=\"\(n(height - 7))\">\(bar.label)</text>\n"
      }
    }
    return """
      <svg class="chart" viewBox="0 0 \(n(width)) \(n(height))" width="\(n(width))" height="\(n(height))" role="group" \
      aria-label="\(label)">
      \(html)<path class="axis" d="M\(n(left)) \(n(top + room))H\(n(width))"/></svg>
      """
  }

  static func n(_ value: Double) -> String {
    let rounded = (value * 10).rounded() / 10
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }

  /// A name that is cut where it does not fit; a letter is about seven pixels wide.
  static func fitted(_ text: String, _ width: Double) -> String {
    Wording.short(text, max(4, Int(width / 6.6)))
  }
}
