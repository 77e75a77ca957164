extension Tradition {
  /// The held pages as JSON Lines of articles, by id.
  public var articleLines: [String] {
    held.map { node in
      var members = [
        ("id", JSONText.string(node.id)), ("url", JSONText.string(node.address)),
        ("outlet", JSONText.string(node.label)), ("title", JSONText.string(node.headline)),
      ]
      if let published = node.published { members.append(("published", JSONText.string(published))) }
      if let modified = node.modified { members.append(("modified", JSONText.string(modified))) }
      members.append(("text", JSONText.string(node.text)))
      return JSONText.object(members)
    }
  }

  /// The truth as one JSON object: `nodes` with what each is, `edges` with what was done.
  public var truthLine: String {
    let nodes = nodes.map { node in
      JSONText.object([
        ("id", JSONText.string(node.id)), ("label", JSONText.string(node.label)),
        ("kind", JSONText.string(node.isDispatch ? "dispatch" : "page")), ("report", String(node.report)),
        ("lost", String(node.lost)), ("time", JSONText.string(Calendar.stamp(node.time))),
        ("credited", JSONText.strings(node.credited)),
      ])
    }
    let edges = arrows.map { arrow in
      JSONText.object([
        ("from", JSONText.string(self.nodes[arrow.from].id)),
        ("to", JSONText.string(self.nodes[arrow.to].id)),
        ("part", JSONText.string(arrow.part.rawValue)),
        ("operations", JSONText.strings(arrow.operations.map(\.rawValue))),
      ])
    }
    return JSONText.object([
      ("tradition", String(number)), ("profile", JSONText.string(rates.profile.rawValue)),
      ("nodes", "[" + nodes.joined(separator: ",") + "]"),
      ("edges", "[" + edges.joined(separator: ",") + "]"),
    ])
  }

  /// A line a held page as scorers of parents read it: `id`, `family` (the report's first held page), `parent` (the nearest
  /// held page or dispatch of which it has most; `null` where all are lost) and `operations`.
  public var parentLines: [String] {
    let nearest = nearestHeld
    var first: [Int: String] = [:]
    for node in nodes where !node.lost && first[node.report] == nil { first[node.report] = node.id }
    return nodes.indices.filter { !nodes[$0].lost }.sorted { nodes[$0].id < nodes[$1].id }.map { index in
      let operations = arrows.filter { $0.to == index && $0.part == .main }.flatMap(\.operations)
      return JSONText.object([
        ("id", JSONText.string(nodes[index].id)), ("family", JSONText.optional(first[nodes[index].report])),
        ("parent", JSONText.optional(nearest[index].map { nodes[$0].id })),
        ("operations", JSONText.strings(operations.map(\.rawValue))),
      ])
    }
  }

  /// The truth as scorers of whole stemmata read it: nodes, edges as pairs of parent and child, the root.
  public var gold: String {
    let nodes = nodes.map { JSONText.object([("id", JSONText.string($0.id)), ("lost", String($0.lost))]) }
    let edges = arrows.map { JSONText.strings([self.nodes[$0.from].id, self.nodes[$0.to].id]) }
    return JSONText.object([
      ("nodes", "[" + nodes.joined(separator: ",") + "]"),
      ("edges", "[" + edges.joined(separator: ",") + "]"),
      ("root", JSONText.optional(self.nodes.first?.id)),
    ])
  }

  /// The nodes that are held, by id.
  public var held: [Node] { nodes.filter { !$0.lost }.sorted { $0.id < $1.id } }

  /// By node, the nearest held one above it along main sources; `nil` where there is none.
  private var nearestHeld: [Int?] {
    var main = [Int?](repeating: nil, count: nodes.count)
    for arrow in arrows where arrow.part == .main { main[arrow.to] = arrow.from }
    return nodes.indices.map { index in
      var at = main[index]
      while let source = at, nodes[source].lost { at = main[source] }
      return at
    }
  }
}
