import Newsroom

/// What is true of one made tradition, in the terms of what can be found: held pages by their ids, lost nodes by number.
struct LineageTruth {
  let tradition: Tradition
  /// Number of a held node by its id.
  let numbers: [String: Int]
  /// By node, its arrows.
  let arrows: [[Tradition.Arrow]]
  /// By node, its nearest held ancestors: lost nodes are passed through.
  let heldParents: [Set<Int>]
  /// By node, the lost nodes above it that no held one parts from it.
  let lostAbove: [Set<Int>]
  /// By node, the held nodes below it that no held one parts from it.
  let heldBelow: [Set<Int>]

  init(_ tradition: Tradition) {
    self.tradition = tradition
    let nodes = tradition.nodes
    var numbers: [String: Int] = [:]
    for index in nodes.indices where !nodes[index].lost { numbers[nodes[index].id] = index }
    self.numbers = numbers
    var arrows: [[Tradition.Arrow]] = Array(repeating: [], count: nodes.count)
    for arrow in tradition.arrows { arrows[arrow.to].append(arrow) }
    self.arrows = arrows
    var heldParents: [Set<Int>] = Array(repeating: [], count: nodes.count)
    var lostAbove = heldParents
    // Sources were there before their copies, and stand before them.
    for index in nodes.indices {
      for arrow in arrows[index] {
        if nodes[arrow.from].lost {
          lostAbove[index].insert(arrow.from)
          lostAbove[index].formUnion(lostAbove[arrow.from])
          heldParents[index].formUnion(heldParents[arrow.from])
        } else {
          heldParents[index].insert(arrow.from)
        }
      }
    }
    var heldBelow: [Set<Int>] = Array(repeating: [], count: nodes.count)
    for index in nodes.indices where !nodes[index].lost {
      for above in lostAbove[index] { heldBelow[above].insert(index) }
      for parent in heldParents[index] { heldBelow[parent].insert(index) }
    }
    self.heldParents = heldParents
    self.lostAbove = lostAbove
    self.heldBelow = heldBelow
  }

  /// Held nodes that carry a report, by number.
  var held: [Int] { tradition.nodes.indices.filter { !tradition.nodes[$0].lost } }

  /// Names without what pages put before them at will.
  static func folded(_ name: String) -> String {
    let low = name.lowercased()
    return low.hasPrefix("the ") ? String(low.dropFirst(4)) : low
  }

  /// Whether anything tells that this was a page's source, and not another that has the same: the page names it, or no
  /// other that is held and was there before has every paragraph that the two have word for word.
  func isTold(_ source: Int, of page: Int) -> Bool {
    let nodes = tradition.nodes
    if nodes[page].credited.contains(nodes[source].label) { return true }
    guard !nodes[source].lost else { return false }
    func paragraphs(_ node: Int) -> Set<Substring> {
      Set(nodes[node].text.split(separator: "\n\n").filter { $0.count > 40 })
    }
    let shared = paragraphs(page).intersection(paragraphs(source))
    guard !shared.isEmpty else { return true }
    return !held.contains { other in
      other != source && other != page && nodes[other].time < nodes[page].time
        && shared.isSubset(of: paragraphs(other))
    }
  }

  /// Agencies whose dispatches are all lost and that a held page below one of them names.
  var lostAgencies: Set<String> {
    let nodes = tradition.nodes
    var found: Set<String> = []
    for label in Set(nodes.filter(\.isDispatch).map(\.label)) {
      let own = nodes.indices.filter { nodes[$0].isDispatch && nodes[$0].label == label }
      guard own.allSatisfy({ nodes[$0].lost }) else { continue }
      let isNamed = own.contains { dispatch in
        heldBelow[dispatch].contains { nodes[$0].credited.contains(label) }
      }
      if isNamed { found.insert(Self.folded(label)) }
    }
    return found
  }

  /// Lost pages and versions that shared readings can show: the words were changed on the way there, and two held ones or
  /// more stand right below.
  var lostByReadings: [Int] {
    tradition.nodes.indices.filter { index in
      tradition.nodes[index].lost && heldBelow[index].count > 1
        && arrows[index].contains { $0.operations.contains(where: Self.changesWords) }
    }
  }

  private static func changesWords(_ operation: Tradition.Operation) -> Bool {
    switch operation {
    case .headline, .credit, .typography: false
    default: true
    }
  }

  /// Lost pages that a held page right below names.
  var lostByCredit: [Int] {
    let nodes = tradition.nodes
    return nodes.indices.filter { index in
      nodes[index].lost && !nodes[index].isDispatch
        && heldBelow[index].contains { nodes[$0].credited.contains(nodes[index].label) }
    }
  }
}
