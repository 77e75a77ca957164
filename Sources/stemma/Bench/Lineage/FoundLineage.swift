import Newsroom
import Press

/// The stemmata that were found for one tradition's pages, held against its truth.
struct FoundLineage {
  /// A node of a stemma that is lost.
  struct Lost {
    let label: String
    /// Held nodes right below it, by number in the truth; pages of other traditions are left out.
    var heldBelow: Set<Int> = []
    /// What it stands for in truth; empty where it stands for nothing.
    var meant: Set<Int> = []
  }

  /// An arrow that was found.
  struct Edge {
    enum End: Hashable {
      case held(Int)
      case lost(Int)
      /// A page of another tradition: that arrow is wrong.
      case foreign
    }
    let from: End
    let to: End
    let confidence: Double
    let hasConflict: Bool
  }

  let truth: LineageTruth
  private(set) var lost: [Lost] = []
  private(set) var edges: [Edge] = []
  /// By node of the truth, its nearest held ancestors as found; -1 for pages of other traditions.
  private(set) var parents: [Set<Int>]

  /// - Parameter stemmata: Those that have a member among the tradition's pages.
  init(_ truth: LineageTruth, _ stemmata: [Stemma]) {
    self.truth = truth
    parents = Array(repeating: [], count: truth.tradition.nodes.count)
    for stemma in stemmata { take(stemma) }
    for index in lost.indices { lost[index].meant = meaning(of: lost[index]) }
  }

  private mutating func take(_ stemma: Stemma) {
    var ends: [String: Edge.End] = [:]
    var isGuest: Set<String> = []
    for node in stemma.nodes {
      if node.lost {
        ends[node.id] = .lost(lost.count)
        lost.append(Lost(label: node.label))
      } else {
        ends[node.id] = truth.numbers[node.id].map { .held($0) } ?? .foreign
        if node.otherFamily != nil { isGuest.insert(node.id) }
      }
    }
    var above: [Edge.End: [Edge.End]] = [:]
    for edge in stemma.edges {
      guard let from = ends[edge.from], let to = ends[edge.to] else { continue }
      above[to, default: []].append(from)
      // What leads to a page of another tradition is counted there.
      if to == .foreign { continue }
      edges.append(
        Edge(
          from: from, to: to, confidence: edge.confidence,
          hasConflict: edge.evidence.contains { $0.kind == .conflict }))
    }
    for (id, end) in ends {
      guard case .held(let number) = end, above[end] != nil else { continue }
      _ = id
      var stack = above[end] ?? []
      var seen = Set(stack)
      while let at = stack.popLast() {
        switch at {
        case .held(let parent): parents[number].insert(parent)
        case .foreign: parents[number].insert(-1)
        case .lost(let index):
          lost[index].heldBelow.insert(number)
          for next in above[at] ?? [] where seen.insert(next).inserted { stack.append(next) }
        }
      }
    }
  }

  /// What a lost node stands for: by its name the agency or the page, else the lost node that has most of the held pages below it
  /// in common with it, and at least half of both together.
  private func meaning(of found: Lost) -> Set<Int> {
    let nodes = truth.tradition.nodes
    let name = LineageTruth.folded(found.label)
    let named = nodes.indices.filter { nodes[$0].lost && LineageTruth.folded(nodes[$0].label) == name }
    if !named.isEmpty { return Set(named) }
    if nodes.contains(where: { LineageTruth.folded($0.label) == name }) || Tradition.agencies.contains(name) {
      return []
    }
    var best: (share: Double, node: Int)?
    for index in nodes.indices where nodes[index].lost {
      let below = truth.heldBelow[index]
      let all = below.union(found.heldBelow).count
      let share = all == 0 ? 0 : Double(below.intersection(found.heldBelow).count) / Double(all)
      if share >= 0.5, share > best?.share ?? 0 { best = (share, index) }
    }
    return best.map { [$0.node] } ?? []
  }

  /// Whether an arrow is right, lost nodes passed through.
  func isRight(_ edge: Edge) -> Bool {
    let below: [Int]
    switch edge.to {
    case .held(let number): below = [number]
    case .lost(let index): below = lost[index].meant.sorted()
    case .foreign: return false
    }
    switch edge.from {
    case .held(let parent): return below.contains { truth.heldParents[$0].contains(parent) }
    case .lost(let index):
      return below.contains { !truth.lostAbove[$0].isDisjoint(with: lost[index].meant) }
    case .foreign: return false
    }
  }

  /// Whether a source of a held page was found: itself, or where it is lost a lost node that stands for it, or its own
  /// nearest held ancestors.
  func hasFound(_ source: Int, of page: Int) -> Bool {
    guard truth.tradition.nodes[source].lost else { return parents[page].contains(source) }
    let isDrawn = lost.contains { $0.meant.contains(source) && $0.heldBelow.contains(page) }
    return isDrawn || !truth.heldParents[source].isDisjoint(with: parents[page])
  }

  /// Lost nodes called by the names of agencies.
  var lostAgencies: Set<String> {
    Set(lost.map { LineageTruth.folded($0.label) }.filter(Tradition.agencies.contains))
  }
}
