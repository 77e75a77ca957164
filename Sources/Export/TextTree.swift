import Press

/// A stemma drawn as a tree for a terminal.
///
/// Every witness stands once, under its surest parent; further parents are named beside it. Lost witnesses bear a
/// dagger, as in the apparatus of an edition.
public struct TextTree {
  /// How a node and an arrow are written. All texts come cleaned of control characters.
  public struct Style: Sendable {
    /// Marks up a piece of a line for the terminal.
    public var dim, lost, bold: @Sendable (String) -> String
    /// Whether every reason is written below its arrow, or the first only, behind it.
    public var explains: Bool

    /// No colour, first reasons only.
    public init(
      explains: Bool = false, dim: @escaping @Sendable (String) -> String = { $0 },
      lost: @escaping @Sendable (String) -> String = { $0 },
      bold: @escaping @Sendable (String) -> String = { $0 }
    ) {
      self.explains = explains
      self.dim = dim
      self.lost = lost
      self.bold = bold
    }
  }

  private let stemma: Stemma
  private let articles: [String: Article]
  private let style: Style
  private var children: [String: [Stemma.Edge]]
  private let others: [String: [Stemma.Edge]]
  private let nodes: [String: Stemma.Node]

  /// A drawing of `stemma`; `articles` by id.
  public init(_ stemma: Stemma, articles: [String: Article], style: Style = Style()) {
    self.stemma = stemma
    self.articles = articles
    self.style = style
    let nodes = Dictionary(stemma.nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.nodes = nodes
    var children: [String: [Stemma.Edge]] = [:]
    var others: [String: [Stemma.Edge]] = [:]
    for (child, edges) in Dictionary(grouping: stemma.edges, by: \.to) {
      let sorted = edges.sorted { ($1.confidence, $0.from) < ($0.confidence, $1.from) }
      let own = sorted.first { nodes[$0.from]?.otherFamily == nil } ?? sorted[0]
      children[own.from, default: []].append(own)
      others[child] = sorted.filter { $0 != own }
    }
    self.others = others
    self.children = children
    self.children = children.mapValues { edges in edges.sorted { comesFirst($0.to, $1.to) } }
  }

  /// A node in the drawing, with what leads to it.
  private struct Step {
    let node: String
    let edge: Stemma.Edge?
    let lead: String
    let branch: String
    let next: String
  }

  /// Bytes of indentation from which on the tree grows no wider.
  private static let deepest = 600

  /// The nodes as they are drawn, from the top. Walked without recursion: a chain may be as long as a family is large.
  private func steps() -> [Step] {
    let below = Set(children.values.flatMap { $0.map(\.to) })
    let roots = stemma.nodes.map(\.id).filter { id in
      guard !below.contains(id) else { return false }
      return children[id] != nil || nodes[id]?.otherFamily == nil && nodes[id]?.lost == false
    }
    var stack = roots.sorted(by: comesFirst).reversed().map {
      Step(node: $0, edge: nil, lead: "", branch: "", next: "")
    }
    var steps: [Step] = []
    while let step = stack.popLast() {
      steps.append(step)
      // No screen has room for more; and what a chain without end would be indented by is its length, squared.
      let lead = step.lead.utf8.count > Self.deepest ? step.lead : step.lead + step.next
      let below = children[step.node] ?? []
      for (position, edge) in below.enumerated().reversed() {
        let last = position == below.count - 1
        stack.append(
          Step(
            node: edge.to, edge: edge, lead: lead, branch: last ? "└─ " : "├─ ",
            next: last ? "   " : "│  "))
      }
    }
    return steps
  }

  /// The lines of the drawing.
  public func lines() -> [String] {
    var lines: [String] = []
    for step in steps() {
      lines.append(step.lead + step.branch + describe(step.node, step.edge))
      guard let edge = step.edge, style.explains else { continue }
      let lead = step.lead + step.next + (children[step.node] == nil ? "   " : "│  ")
      lines += reasons(edge, lead)
      for other in others[step.node] ?? [] { lines += reasons(other, lead) }
    }
    return lines
  }

  /// The ids of the nodes, in the order in which they are drawn.
  public func order() -> [String] { steps().map(\.node) }

  /// The page that stands for the report: the first of the family, but for those that the clock puts before their own
  /// source.
  public var root: String? {
    let doubtful = Set(stemma.edges.filter { $0.evidence.contains { $0.kind == .conflict } }.map(\.to))
    let held = stemma.nodes.filter { !$0.lost && $0.otherFamily == nil }.map(\.id)
    let copies = Set(stemma.edges.map(\.to))
    let top = held.filter { !copies.contains($0) }
    if let top = top.min(by: comesFirst) { return top }
    return held.filter { !doubtful.contains($0) }.min(by: comesFirst) ?? held.first
  }

  /// Lost witnesses first, then by the time as it is written, then by id. A day without an hour comes after the hours
  /// of that day.
  private func comesFirst(_ a: String, _ b: String) -> Bool { key(a) < key(b) }

  private func key(_ id: String) -> (Int, String, String) {
    guard let article = articles[id] else { return (0, "", id) }
    guard let published = article.published else { return (2, "", id) }
    return (1, published.precision < .minute ? published.iso + "~" : published.iso, id)
  }

  private func describe(_ id: String, _ edge: Stemma.Edge?) -> String {
    guard let node = nodes[id] else { return Self.clean(id) }
    var parts: [String] = []
    if node.lost {
      parts.append(style.lost("\(Self.clean(node.label)) † (lost)"))
    } else {
      let article = articles[id]
      // A page without an outlet is called by its path.
      let isPath = article?.source.split(separator: "/").last.map(String.init) == node.label
      parts.append(style.bold(Self.clean(isPath ? article?.source ?? node.label : node.label)))
      if let article, let published = article.published {
        parts.append(article.isDatedByChange ? "≤ " + published.iso : published.iso)
      }
      if let source = article?.source, !isPath {
        parts.append(style.dim(Self.clean(source)))
      }
      if node.otherFamily != nil { parts.append(style.dim("(of another report)")) }
    }
    if let edge {
      let kind = edge.kind == .unknown ? "" : edge.kind.rawValue + ", "
      let why = style.explains ? "" : edge.evidence.first.map { ": " + Self.reason($0) } ?? ""
      parts.append(style.dim("[\(kind)\(Self.percent(edge.confidence))\(why)]"))
    }
    let more = (others[id] ?? []).map {
      "\(Self.clean(nodes[$0.from]?.label ?? $0.from)) \(Self.percent($0.confidence))"
    }
    if !more.isEmpty { parts.append(style.dim("and from " + more.joined(separator: ", "))) }
    return parts.joined(separator: "  ")
  }

  private func reasons(_ edge: Stemma.Edge, _ lead: String) -> [String] {
    let from = Self.clean(nodes[edge.from]?.label ?? edge.from)
    return edge.evidence.map { style.dim("\(lead)  from \(from): \(Self.reason($0))") }
  }

  private static func reason(_ evidence: Stemma.Evidence) -> String {
    let text = clean(evidence.text)
    let short = text.count > 110 ? text.prefix(107) + "…" : text[...]
    return evidence.kind == .credit ? "credit “\(short)”" : "\(short)"
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  /// Text from a page, safe on a terminal: no control characters, no marks that turn the writing direction.
  public static func clean(_ text: String) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: safe += " "
      case .format where scalar.value != 0x200D: continue
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}
