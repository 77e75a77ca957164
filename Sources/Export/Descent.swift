import Press

/// A stemma taken apart for those who can show one parent only: the surest one of each witness makes a tree, the others
/// are kept beside it.
public struct Descent: Sendable {
  /// Everyone, by id.
  public let nodes: [String: Stemma.Node]
  /// By child: the arrow from the surest parent; of equally sure ones the first by id.
  public let main: [String: Stemma.Edge]
  /// By child: the arrows from all other parents (contamination), the surest first.
  public let others: [String: [Stemma.Edge]]
  /// By parent, along the main arrows, in the order of the nodes.
  public let children: [String: [String]]
  /// Who has no parent, in the order of the nodes.
  public let roots: [String]
  /// Everyone, parents before their children along the main arrows.
  public let order: [String]

  /// Takes `stemma` apart. Arrows from or to nobody are left out.
  public init(_ stemma: Stemma) {
    let nodes = Dictionary(stemma.nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var parents: [String: [Stemma.Edge]] = [:]
    for edge in stemma.edges where nodes[edge.from] != nil && nodes[edge.to] != nil && edge.from != edge.to {
      parents[edge.to, default: []].append(edge)
    }
    var main: [String: Stemma.Edge] = [:]
    var others: [String: [Stemma.Edge]] = [:]
    for (child, edges) in parents {
      let sorted = edges.sorted { ($1.confidence, $0.from) < ($0.confidence, $1.from) }
      main[child] = sorted[0]
      if sorted.count > 1 { others[child] = Array(sorted.dropFirst()) }
    }
    var ids: [String] = []
    var seen: Set<String> = []
    for node in stemma.nodes where seen.insert(node.id).inserted { ids.append(node.id) }
    var children: [String: [String]] = [:]
    for id in ids { if let edge = main[id] { children[edge.from, default: []].append(id) } }
    // A stemma is acyclic (invariant 9); one that is not, from a damaged archive, loses the arrow that closes the circle.
    var roots = ids.filter { main[$0] == nil }
    var order: [String] = []
    var reached: Set<String> = []
    func reach(from root: String) {
      var stack = [root]
      while let id = stack.popLast() {
        guard reached.insert(id).inserted else { continue }
        order.append(id)
        stack += (children[id] ?? []).reversed()
      }
    }
    roots.forEach(reach)
    for id in ids where !reached.contains(id) {
      if let edge = main.removeValue(forKey: id) { children[edge.from]?.removeAll { $0 == id } }
      roots.append(id)
      reach(from: id)
    }
    self.nodes = nodes
    self.main = main
    self.others = others
    self.children = children
    self.roots = roots
    self.order = order
  }

  /// Whether `edge` is one of contamination: not from the surest parent.
  public func isContamination(_ edge: Stemma.Edge) -> Bool { main[edge.to] != edge }
}
