/// The average sign distance between found and true graphs (Roos and Heikkilä 2009, “Evaluating methods for computer-assisted
/// stemmatology using artificial benchmark data sets”): over all triples (a; b, c) of held pages of one report, how often both agree
/// on which of b and c is nearer to a. 1 is perfect.
struct TreeDistance {
  /// Reports of more pages than this are left out: triples are cubic.
  private static let mostPages = 40

  private var agreed = 0.0
  private var triples = 0

  /// Of all triples together.
  var value: Double { triples == 0 ? 1 : agreed / Double(triples) }

  /// Takes one tradition, with the found graph's links. Nodes from the truth's count on are lost nodes of the found graph.
  mutating func add(_ truth: LineageTruth, found: [(Int, Int)]) {
    let nodes = truth.tradition.nodes
    let count = max(nodes.count, (found.map { max($0.0, $0.1) }.max() ?? 0) + 1)
    let trueNear = Self.near(truth.tradition.arrows.map { ($0.from, $0.to) }, count)
    let foundNear = Self.near(found, count)
    for report in Set(nodes.map(\.report)) {
      let pages = truth.held.filter { nodes[$0].report == report }
      guard (3...Self.mostPages).contains(pages.count) else { continue }
      for page in pages {
        let real = Self.distances(page, trueNear)
        let told = Self.distances(page, foundNear)
        for (place, b) in pages.enumerated() where b != page {
          for c in pages[(place + 1)...] where c != page {
            let difference = (real[b] - real[c]).signum() - (told[b] - told[c]).signum()
            agreed += 1 - Double(abs(difference)) / 2
            triples += 1
          }
        }
      }
    }
  }

  private static func near(_ links: [(Int, Int)], _ count: Int) -> [[Int]] {
    var near: [[Int]] = Array(repeating: [], count: count)
    for (a, b) in links {
      near[a].append(b)
      near[b].append(a)
    }
    return near
  }

  private static func distances(_ start: Int, _ near: [[Int]]) -> [Int] {
    var distances = [Int](repeating: 1_000_000, count: near.count)
    distances[start] = 0
    var queue = [start]
    var at = 0
    while at < queue.count {
      for next in near[queue[at]] where distances[next] == 1_000_000 {
        distances[next] = distances[queue[at]] + 1
        queue.append(next)
      }
      at += 1
    }
    return distances
  }
}
