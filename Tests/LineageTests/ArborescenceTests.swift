import Foundation
import TestSupport
import Testing

@testable import Lineage

@Suite("The arborescence of greatest score, and how likely each arrow is")
struct ArborescenceTests {
  /// Scores from node to node, and of having no parent, for `count` nodes.
  private struct Scores {
    let count: Int
    var arrows: [Double]
    var roots: [Double]

    init(_ count: Int, using random: inout SplitMix) {
      self.count = count
      arrows = (0..<count * count).map { _ in Double(Int.random(in: -6...6, using: &random)) / 2 }
      for node in 0..<count { arrows[node * count + node] = -.infinity }
      // Now and then no arrow at all.
      for index in arrows.indices where Int.random(in: 0..<5, using: &random) == 0 {
        arrows[index] = -.infinity
      }
      roots = (0..<count).map { _ in Double(Int.random(in: -6...0, using: &random)) / 2 }
    }

    func score(_ parents: [Int]) -> Double {
      parents.enumerated().reduce(0) { sum, pair in
        sum + (pair.element == count ? roots[pair.offset] : arrows[pair.element * count + pair.offset])
      }
    }

    /// Every choice of one parent for each that makes no circle; `count` is the root.
    func forEachTree(_ body: ([Int], Double) -> Void) {
      var parents = [Int](repeating: 0, count: count)
      while true {
        if isTree(parents), score(parents) > -.infinity { body(parents, score(parents)) }
        var at = 0
        while at < count, parents[at] == count {
          parents[at] = 0
          at += 1
        }
        if at == count { return }
        parents[at] += 1
      }
    }

    private func isTree(_ parents: [Int]) -> Bool {
      (0..<count).allSatisfy { node in
        var at = node
        for _ in 0...count where at != count { at = parents[at] }
        return at == count
      }
    }

    var tree: [Int?] {
      var arcs: [Arborescence.Arc] = []
      for to in 0..<count {
        for from in 0..<count where arrows[from * count + to] > -.infinity {
          arcs.append(.init(from: from, to: to, score: arrows[from * count + to]))
        }
        arcs.append(.init(from: count, to: to, score: roots[to]))
      }
      return Arborescence(nodeCount: count + 1, root: count, arcs: arcs).arcs.map { $0.map { arcs[$0].from } }
    }
  }

  @Test("300 random graphs: no tree of all scores more")
  func greatest() {
    var random = SplitMix(seed: 1967)
    for _ in 0..<300 {
      let scores = Scores(Int.random(in: 1...5, using: &random), using: &random)
      let parents = scores.tree.dropLast().map { $0 ?? -1 }
      var best = -Double.infinity
      scores.forEachTree { _, score in best = max(best, score) }
      #expect(!parents.contains(-1) && abs(scores.score(parents) - best) < 1e-9, "\(parents)")
    }
  }

  @Test("300 random graphs: each arrow's probability is its share of all trees")
  func marginals() {
    var random = SplitMix(seed: 1948)
    for _ in 0..<300 {
      let scores = Scores(Int.random(in: 1...4, using: &random), using: &random)
      let n = scores.count
      var all = 0.0
      var arrows = [Double](repeating: 0, count: n * n)
      var roots = [Double](repeating: 0, count: n)
      scores.forEachTree { parents, score in
        let weight = exp(score)
        all += weight
        for (to, from) in parents.enumerated() {
          if from == n { roots[to] += weight } else { arrows[from * n + to] += weight }
        }
      }
      let found = TreeMarginals.probabilities(count: n, score: scores.arrows, root: scores.roots)
      for index in arrows.indices { #expect(abs(found.arrows[index] - arrows[index] / all) < 1e-6) }
      for index in roots.indices { #expect(abs(found.roots[index] - roots[index] / all) < 1e-6) }
    }
  }

  @Test("circles within circles, 2,000 deep, are opened without recursion")
  func nested() {
    // Each prefers the one before it, and the first prefers the last.
    let count = 2_000
    var arcs: [Arborescence.Arc] = []
    for node in 0..<count {
      arcs.append(.init(from: node == 0 ? 1 : node - 1, to: node, score: Double(count - node)))
      if node + 1 < count { arcs.append(.init(from: node + 1, to: node, score: Double(count - node) - 0.5)) }
      arcs.append(.init(from: count, to: node, score: -10_000))
    }
    let parents = Arborescence(nodeCount: count + 1, root: count, arcs: arcs).arcs
    #expect(parents.dropLast().allSatisfy { $0 != nil })
    #expect(parents.compactMap(\.self).filter { arcs[$0].from == count }.count == 1)
  }

  @Test("scores that lie far apart leave sound probabilities", arguments: [30.0, 300, 3_000])
  func far(spread: Double) {
    let n = 6
    var score = [Double](repeating: -spread, count: n * n)
    // Two that each take the other for the source, whatever the rest.
    score[0 * n + 1] = 0
    score[1 * n + 0] = 0
    let found = TreeMarginals.probabilities(
      count: n, score: score, root: (0..<n).map { -spread * Double($0 + 1) })
    for to in 0..<n {
      let sum = (0..<n).reduce(found.roots[to]) { $0 + ($1 == to ? 0 : found.arrows[$1 * n + to]) }
      #expect(abs(sum - 1) < 1e-3)
    }
  }
}
