import Newsroom

/// How well nearest held parents were found, by one method.
struct ParentScore {
  private(set) var found = 0
  private(set) var true_ = 0
  private(set) var right = 0
  private var turned = 0
  private var undirected = (found: 0, true_: 0, right: 0)
  private var tops = (all: 0, right: 0)
  private(set) var distance = TreeDistance()

  /// Takes one tradition: by node, the parents that the method found.
  mutating func add(_ truth: LineageTruth, _ parents: [Set<Int>], edges: [(Int, Int)]) {
    var trueLinks: Set<[Int]> = []
    var foundLinks: Set<[Int]> = []
    for page in truth.held {
      let real = truth.heldParents[page]
      true_ += real.count
      found += parents[page].count
      right += real.intersection(parents[page]).count
      for parent in real {
        trueLinks.insert([min(parent, page), max(parent, page)])
        if !parents[page].contains(parent), parents[parent].contains(page) { turned += 1 }
      }
      for parent in parents[page] { foundLinks.insert([min(parent, page), max(parent, page)]) }
    }
    undirected.found += foundLinks.count
    undirected.true_ += trueLinks.count
    undirected.right += trueLinks.intersection(foundLinks).count
    addTops(truth, parents)
    distance.add(truth, found: edges)
  }

  /// A report's first pages: those that no held page of the report was copied to.
  private mutating func addTops(_ truth: LineageTruth, _ parents: [Set<Int>]) {
    let nodes = truth.tradition.nodes
    for report in Set(nodes.map(\.report)) {
      let pages = Set(truth.held.filter { nodes[$0].report == report })
      guard pages.count > 1 else { continue }
      tops.all += 1
      let real = pages.filter { truth.heldParents[$0].isDisjoint(with: pages) }
      let told = pages.filter { parents[$0].isDisjoint(with: pages) }
      if real == told { tops.right += 1 }
    }
  }

  var precision: Double { Self.share(right, found) }
  var recall: Double { Self.share(right, true_) }
  var f1: Double { Self.mean(precision, recall) }
  /// Of the true pairs that were found either way round, those that point the right way.
  var direction: Double { Self.share(right, right + turned) }
  var undirectedF1: Double {
    Self.mean(Self.share(undirected.right, undirected.found), Self.share(undirected.right, undirected.true_))
  }
  /// Reports of two held pages or more whose first pages are told exactly.
  var topsRight: Double { Self.share(tops.right, tops.all) }

  static func share(_ part: Int, _ all: Int) -> Double { all == 0 ? 1 : Double(part) / Double(all) }
  static func mean(_ p: Double, _ r: Double) -> Double { p + r == 0 ? 0 : 2 * p * r / (p + r) }
}
