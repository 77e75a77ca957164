/// The pieces that a chart is drawn with, as SVG.
enum ChartShapes {
  /// A number with a digit behind the point at most.
  static func n(_ value: Double) -> String {
    let rounded = (value * 10).rounded() / 10
    return rounded == rounded.rounded() && abs(rounded) < 1e9 ? "\(Int(rounded))" : "\(rounded)"
  }

  static func text(_ text: String, x: Double, y: Double, _ classes: String, anchor: String = "start")
    -> String
  {
    let at = anchor == "start" ? "" : " text-anchor=\"\(anchor)\""
    return
      "<text class=\"\(classes)\" x=\"\(n(x))\" y=\"\(n(y))\"\(at)>\(XMLText.escaped(TextTree.clean(text)))</text>"
  }

  static func path(_ path: String, _ classes: String) -> String {
    "<path class=\"\(classes)\" d=\"\(path)\"/>"
  }

  /// A triangle that points to the right, its tip at (x, y).
  static func head(x: Double, y: Double, _ classes: String) -> String {
    path("M\(n(x)) \(n(y))l-8 -4v8z", "head \(classes)")
  }

  /// The level end of an arrow, from `x` to `end`; a wave for a spun copy.
  static func branch(from x: Double, to end: Double, y: Double, _ classes: String) -> String {
    guard classes == "spun" else { return path("M\(n(x)) \(n(y))H\(n(end - 6))", "arrow \(classes)") }
    let waves = max(1, Int((end - 7 - x) / 8))
    let length = (end - 7 - x) / Double(waves)
    var wave = "M\(n(x)) \(n(y))"
    for _ in 0..<min(waves, 200) {
      wave += "q\(n(length / 4)) -5 \(n(length / 2)) 0t\(n(length / 2)) 0"
    }
    return path(wave, "arrow spun")
  }

  /// The sign of a witness: a disc for a page, a ring for one that is lost, a diamond for one of another report.
  static func sign(x: Double, y: Double, isLost: Bool, isGuest: Bool) -> String {
    if isGuest { return path("M\(n(x)) \(n(y - 6.5))l6.5 6.5l-6.5 6.5l-6.5 -6.5z", "guest") }
    return
      "<circle class=\"\(isLost ? "lost" : "page")\" cx=\"\(n(x))\" cy=\"\(n(y))\" r=\"\(isLost ? "5.5" : "6")\"/>"
  }
}
