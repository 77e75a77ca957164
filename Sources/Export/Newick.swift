import Press

/// The tree notation of phylogenetics: a line for each stemma, witnesses on inner nodes labelled as leaves are.
///
/// A tree has one parent for each: the surest. In the plain notation the others are told in a comment behind the copy's
/// name; in the extended one (Cardona, Rosselló & Valiente 2008, "Extended Newick: it is time for a standard
/// representation of phylogenetic networks") they are drawn, and a copy with several parents is a hybrid node `#H1`.
public enum Newick {
  /// A tree for each stemma. A family without a common ancestor becomes a tree whose root has no name.
  ///
  /// - Parameter isExtended: Whether all parents are drawn, or the surest only.
  public static func trees(_ stemmata: [Stemma], isExtended: Bool = false) -> String {
    let names = TaxonNames(stemmata)
    return stemmata.filter { !$0.nodes.isEmpty }
      .map { tree($0, names, isExtended ? .network : .plain) + "\n" }.joined()
  }

  /// What is said of an arrow beside the names.
  enum Style {
    /// Other parents in a comment.
    case plain
    /// Other parents as hybrid nodes.
    case network
    /// Confidence, kind and other parents in the comments that FigTree, BEAST and dendropy read as annotations.
    case annotated
  }

  /// Written without recursion: a chain may be as long as a family is large.
  static func tree(_ stemma: Stemma, _ names: TaxonNames, _ style: Style) -> String {
    enum Step {
      case node(String)
      case hybrid(String)
      case text(String)
    }
    let descent = Descent(stemma)
    var children = descent.children.mapValues { $0.map(Step.node) }
    var hybrids: [String: Int] = [:]
    if style == .network {
      for id in descent.order {
        guard let others = descent.others[id] else { continue }
        hybrids[id] = hybrids.count + 1
        for edge in others { children[edge.from, default: []].append(.hybrid(id)) }
      }
    }
    func label(_ id: String) -> String {
      guard let node = descent.nodes[id] else { return "" }
      let name = names.token(TaxonNames.key(node, stemma))
      return hybrids[id].map { "\(name)#H\($0)" } ?? name
    }
    var line = ""
    var stack: [Step] = [.text(";")]
    func push(_ steps: [Step], closing: String) {
      stack.append(.text(")" + closing))
      for (position, step) in steps.enumerated().reversed() {
        stack.append(step)
        stack.append(.text(position == 0 ? "(" : ","))
      }
    }
    if descent.roots.count == 1, let root = descent.roots.first {
      stack.append(.node(root))
    } else {
      push(descent.roots.map(Step.node), closing: "")
    }
    while let step = stack.popLast() {
      switch step {
      case .text(let text): line += text
      case .hybrid(let id): line += label(id)
      case .node(let id):
        let name = label(id) + comment(id, descent, stemma, names, style)
        if let below = children[id] { push(below, closing: name) } else { line += name }
      }
    }
    return line
  }

  private static func comment(
    _ id: String, _ descent: Descent, _ stemma: Stemma, _ names: TaxonNames, _ style: Style
  ) -> String {
    func name(_ edge: Stemma.Edge) -> String {
      TaxonNames.comment(descent.nodes[edge.from].map { names.name(TaxonNames.key($0, stemma)) } ?? edge.from)
    }
    let others = descent.others[id] ?? []
    switch style {
    case .network: return ""
    case .plain:
      if others.isEmpty { return "" }
      return "[also from "
        + others.map { "\(name($0)) \(Share.percent($0.confidence))" }.joined(separator: ", ")
        + "]"
    case .annotated:
      guard let edge = descent.main[id] else { return "" }
      var fields = ["confidence=\(Share.decimal(edge.confidence))", "kind=\"\(edge.kind.rawValue)\""]
      if !others.isEmpty {
        let also = others.map { "\(name($0)) \(Share.decimal($0.confidence))" }.joined(separator: "; ")
        // Annotations have no way to write a quotation mark within quotation marks.
        fields.append("also_from=\"\(also.replacing("\"", with: "”"))\"")
      }
      return "[&" + fields.joined(separator: ",") + "]"
    }
  }
}

/// How shares are written.
enum Share {
  /// "96 %".
  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  /// "0.96": three digits at most.
  static func decimal(_ share: Double) -> String { "\((share * 1000).rounded() / 1000)" }
}
