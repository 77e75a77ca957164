import Press

/// GraphML as OpenStemmata's database has it (label, grey for lost witnesses, type and certainty of arrows), with what is
/// known of news beside it. networkx, Gephi, yEd and igraph read it.
public enum GraphML {
  private static let keys: [(name: String, domain: String, type: String)] = [
    ("label", "node", "string"), ("color", "node", "string"), ("lost", "node", "boolean"),
    ("article", "node", "string"), ("family", "node", "string"), ("published", "node", "string"),
    ("outlet", "node", "string"), ("title", "node", "string"), ("source", "node", "string"),
    ("type", "edge", "string"), ("cert", "edge", "string"), ("kind", "edge", "string"),
    ("confidence", "edge", "double"), ("evidence", "edge", "string"), ("style", "edge", "string"),
  ]

  /// One directed graph that holds all stemmata.
  public static func graph(_ views: [FamilyView]) -> String {
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        + " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns"
        + " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">",
    ]
    for key in keys {
      lines.append(
        "  <key id=\"\(id(key.domain, key.name))\" for=\"\(key.domain)\" attr.name=\"\(key.name)\""
          + " attr.type=\"\(key.type)\"/>")
    }
    lines.append("  <graph id=\"stemma\" edgedefault=\"directed\">")
    let all = views.flatMap { view in view.stemma.nodes.map { TaxonNames.key($0, view.stemma) } }
    let names = XMLNames(all, prefix: "n_")
    // A page that another stemma draws as its own is written there, and not as a guest.
    let own = Set(
      views.flatMap { $0.stemma.nodes.lazy.filter { $0.otherFamily == nil && !$0.lost }.map(\.id) })
    var written: Set<String> = []
    for view in views {
      for node in view.stemma.nodes where node.otherFamily == nil || !own.contains(node.id) {
        let key = TaxonNames.key(node, view.stemma)
        guard written.insert(key).inserted else { continue }
        lines += element(node, view, names(key))
      }
    }
    for view in views {
      let descent = Descent(view.stemma)
      for edge in view.stemma.edges {
        guard let from = descent.nodes[edge.from], let to = descent.nodes[edge.to] else { continue }
        let ends = (names(TaxonNames.key(from, view.stemma)), names(TaxonNames.key(to, view.stemma)))
        lines += element(edge, isContamination: descent.isContamination(edge), ends)
      }
    }
    lines += ["  </graph>", "</graphml>", ""]
    return lines.joined(separator: "\n")
  }

  private static func id(_ domain: String, _ name: String) -> String { "\(domain.prefix(1))_\(name)" }

  private static func field(_ domain: String, _ name: String, _ value: String?) -> [String] {
    guard let value else { return [] }
    return ["      <data key=\"\(id(domain, name))\">\(XMLText.escaped(value))</data>"]
  }

  private static func element(_ node: Stemma.Node, _ view: FamilyView, _ name: String) -> [String] {
    let article = view.byID[node.id]
    var lines = ["    <node id=\"\(name)\">"]
    lines += field("node", "label", node.label)
    if node.lost { lines += field("node", "color", "grey") }
    lines += field("node", "lost", node.lost ? "true" : "false")
    lines += field("node", "article", node.id)
    lines += field("node", "family", node.otherFamily ?? view.stemma.family)
    lines += field("node", "published", article?.published?.iso)
    lines += field("node", "outlet", article?.outlet)
    lines += field("node", "title", article?.title)
    lines += field("node", "source", article?.source)
    return lines + ["    </node>"]
  }

  private static func element(
    _ edge: Stemma.Edge, isContamination: Bool, _ ends: (from: String, to: String)
  ) -> [String] {
    var lines = ["    <edge source=\"\(ends.from)\" target=\"\(ends.to)\">"]
    lines += field("edge", "type", isContamination ? "contamination" : "filiation")
    lines += field("edge", "cert", Certainty(edge.confidence).rawValue)
    lines += field("edge", "kind", edge.kind.rawValue)
    lines += field("edge", "confidence", Share.decimal(edge.confidence))
    lines += field(
      "edge", "evidence", edge.evidence.map { "\($0.kind.rawValue): \($0.text)" }.joined(separator: "; "))
    if isContamination { lines += field("edge", "style", "dashed") }
    return lines + ["    </edge>"]
  }
}

/// A confidence in the three words that TEI has for it.
enum Certainty: String {
  case low, medium, high

  /// Sure in four cases of five or more is high, in fewer than half is low.
  init(_ confidence: Double) { self = confidence >= 0.8 ? .high : confidence >= 0.5 ? .medium : .low }
}
