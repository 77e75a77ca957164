import Press

/// The section of one family: drawing, tree, numbers, changes, arrows with their reasons, texts.
struct HTMLFamily {
  let view: FamilyView
  let descent: Descent
  /// Begins every id within the section.
  let name: String
  private let level: Int
  /// Numbers of the texts that are shown.
  let textNumbers: [String: Int]

  /// Texts, changes and places that a section holds at most; what is left out is said.
  static let mostTexts = 200
  static let mostChanges = 1_000
  static let mostPlaces = 1_000

  init(_ view: FamilyView, name: String, headingLevel: Int) {
    self.view = view
    self.name = name
    level = headingLevel
    descent = Descent(view.stemma)
    let held = view.stemma.nodes.filter { !$0.lost && !(view.byID[$0.id]?.text.isEmpty ?? true) }
    textNumbers = Dictionary(
      held.prefix(Self.mostTexts).enumerated().map { ($1.id, $0 + 1) },
      uniquingKeysWith: { first, _ in first })
  }

  func escaped(_ text: String) -> String { HTMLReport.escaped(text) }

  /// "8 pages, 1 lost".
  static func counts(_ view: FamilyView) -> String {
    let own = view.stemma.nodes.filter { $0.otherFamily == nil }
    let held = own.count { !$0.lost }
    let lost = own.count - held
    return "\(held) \(held == 1 ? "page" : "pages")" + (lost > 0 ? ", \(lost) lost" : "")
  }

  /// What to call a node in a sentence.
  func label(_ id: String) -> String {
    guard let node = descent.nodes[id] else { return escaped(id) }
    return escaped(node.label) + (node.lost ? " †" : "")
  }

  /// A name that leads to the text, where there is one.
  func link(_ id: String) -> String {
    textNumbers[id].map { "<a href=\"#\(name)-t\($0)\">\(label(id))</a>" } ?? label(id)
  }

  func part(_ title: String) -> String {
    level == 1 ? "<h2>\(title)</h2>" : "<h3 class=\"part\">\(title)</h3>"
  }

  func heading(_ text: String) -> String { level == 1 ? "<h3>\(text)</h3>" : "<h4>\(text)</h4>" }

  func lines() -> [String] {
    var lines = ["<article id=\"\(name)\">"]
    lines.append(
      level == 1 ? "<h1>\(escaped(view.title))</h1>" : "<h2 class=\"title\">\(escaped(view.title))</h2>")
    lines.append(
      "<p class=\"meta\">Report \(escaped(view.family.id)): who copied whom, and what was changed on the way</p>"
    )
    lines += summary()
    lines += [
      "<figure class=\"wide\">", SVG.drawing(view, width: 1140, isInline: true, name: name + "-wide"),
      "</figure>",
    ]
    lines += [
      "<figure class=\"narrow\">", SVG.drawing(view, width: 340, isInline: true, name: name + "-narrow"),
      "</figure>",
    ]
    lines += HTMLChanges(self).lines()
    lines += tree()
    lines += HTMLArrows(self).lines()
    lines += HTMLTexts(self).lines()
    return lines + ["</article>"]
  }

  private func summary() -> [String] {
    let own = view.stemma.nodes.filter { $0.otherFamily == nil }
    let quotations = view.changes.filter(\.isDecided).reduce(0) {
      $0 + $1.variants.count { $0.kind == .quotation }
    }
    var facts = [
      ("\(own.count { !$0.lost })", "pages held"), ("\(own.count(where: \.lost))", "lost originals inferred"),
      ("\(view.stemma.edges.count { $0.kind == .spun })", "rewritten by machine"),
    ]
    if !view.changes.isEmpty { facts.append(("\(quotations)", "changes within quotation marks")) }
    let conflicts = view.stemma.edges.count { $0.evidence.contains { $0.kind == .conflict } }
    if conflicts > 0 { facts.append(("\(conflicts)", "arrows against the clock")) }
    return ["<ul class=\"sum\">" + facts.map { "<li><b>\($0.0)</b> \($0.1)</li>" }.joined() + "</ul>"]
  }

  /// The tree as an indented list: its depth as a number, for nesting has limits that chains have not.
  private func tree() -> [String] {
    var depth: [String: Int] = [:]
    var lines = [part("The tree"), "<ul class=\"tree\">"]
    for id in descent.order {
      let edge = descent.main[id]
      let own = edge.map { (depth[$0.from] ?? 0) + 1 } ?? 0
      depth[id] = own
      var line = "<li style=\"--d:\(min(own, 12))\">"
      if own > 0 { line += "<span aria-hidden=\"true\">└ </span>" }
      line += descent.nodes[id]?.lost == true ? "<span class=\"lost\">\(label(id))</span>" : link(id)
      line += " <small>" + about(id, edge) + "</small></li>"
      lines.append(line)
    }
    return lines + ["</ul>"]
  }

  private func about(_ id: String, _ edge: Stemma.Edge?) -> String {
    var parts: [String] = []
    if let other = descent.nodes[id]?.otherFamily { parts.append("of another report, \(escaped(other))") }
    if let article = view.byID[id] {
      parts.append(
        article.published.map { (article.isDatedByChange ? "by " : "") + escaped($0.iso) } ?? "no date")
    } else if descent.nodes[id]?.lost == true {
      parts.append("lost: no page held")
    }
    if let edge {
      parts.append("from \(label(edge.from)), \(Self.kind(edge.kind)), \(Share.percent(edge.confidence))")
    }
    for other in descent.others[id] ?? [] {
      parts.append("and from \(label(other.from)), \(Share.percent(other.confidence))")
    }
    return parts.joined(separator: " · ")
  }

  static func kind(_ kind: CopyKind) -> String {
    switch kind {
    case .unknown: "from what is lost"
    default: kind.rawValue
    }
  }
}
