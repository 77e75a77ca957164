import Desk
import Foundation
import Newsroom
import Press
import Reading

/// Reads made traditions as any pile is read, and counts what was found of their truth.
struct LineageBench {
  /// Traditions that are matched together. A made sentence is like others of its rule: in one pile of thousands, chance
  /// would bring together what no two papers print.
  static let pile = 20

  let threads: Int
  var own = ParentScore()
  var yardsticks = Dictionary(uniqueKeysWithValues: Yardstick.allCases.map { ($0, ParentScore()) })
  var trees = Dictionary(uniqueKeysWithValues: TreeYardstick.allCases.map { ($0, TreeDistance()) })
  var calibration = Calibration()
  var details = LineageDetails()
  var pages = 0

  /// Takes one pile's traditions.
  mutating func add(_ traditions: [Tradition], folder: URL) async throws {
    let file = folder.appending(path: "pages.jsonl")
    try Data((traditions.flatMap(\.articleLines).joined(separator: "\n") + "\n").utf8).write(to: file)
    var articles: [Article] = []
    for result in try await Extraction([file.path], threads: threads).all() {
      if case .article(let article, _) = result { articles.append(article) }
    }
    let survey = Survey(threads: threads)
    articles = await survey.markingSiteLines(in: DistinctArticles(articles).articles)
    let matched = await survey.match(articles)
    let drawn = await survey.drawStemmata(matched, of: articles)
    pages += articles.count
    count(traditions, drawn, articles)
  }

  private mutating func count(_ traditions: [Tradition], _ findings: Findings, _ articles: [Article]) {
    let truths = traditions.map(LineageTruth.init)
    var traditionOf: [String: Int] = [:]
    for (number, truth) in truths.enumerated() { for id in truth.numbers.keys { traditionOf[id] = number } }
    var stemmata: [[Stemma]] = Array(repeating: [], count: truths.count)
    for stemma in findings.stemmata {
      let members = stemma.nodes.filter { !$0.lost && $0.otherFamily == nil }
      for number in Set(members.compactMap { traditionOf[$0.id] }).sorted() {
        stemmata[number].append(stemma)
      }
    }
    let byID = Dictionary(articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    countTrees(truths, findings, byID, traditionOf)
    let simple = Yardstick.allCases.map { ($0, $0.parents(findings.families, findings.pairs, byID)) }
    for (number, truth) in truths.enumerated() {
      let found = FoundLineage(truth, stemmata[number])
      own.add(truth, found.parents, edges: found.links)
      for edge in found.edges { calibration.add(edge.confidence, isRight: found.isRight(edge)) }
      details.add(found)
      for (yardstick, parents) in simple {
        var sets: [Set<Int>] = Array(repeating: [], count: truth.tradition.nodes.count)
        for (id, node) in truth.numbers {
          if let parent = parents[id] { sets[node] = [truth.numbers[parent] ?? -1] }
        }
        let links = sets.indices.flatMap { page in sets[page].filter { $0 >= 0 }.map { ($0, page) } }
        yardsticks[yardstick]?.add(truth, sets, edges: links)
      }
    }
  }
}

extension LineageBench {
  /// Sign distances of trees that know no direction.
  private mutating func countTrees(
    _ truths: [LineageTruth], _ findings: Findings, _ articles: [String: Article],
    _ traditionOf: [String: Int]
  ) {
    var familyOf: [String: String] = [:]
    for family in findings.families { for member in family.members { familyOf[member] = family.id } }
    var within: [String: [Pair]] = [:]
    for pair in findings.pairs where pair.kind.isCopying {
      if let family = familyOf[pair.a], family == familyOf[pair.b] {
        within[family, default: []].append(pair)
      }
    }
    // Inner nodes of each family's tree get numbers of their own, behind the truth's.
    var next = truths.map(\.tradition.nodes.count)
    var links: [TreeYardstick: [[(Int, Int)]]] = [:]
    for family in findings.families {
      guard let trees = TreeYardstick.joins(family, within[family.id] ?? [], articles) else { continue }
      for number in Set(family.members.compactMap { traditionOf[$0] }).sorted() {
        let node: (Int) -> Int = { leaf in
          let held = leaf < family.members.count ? truths[number].numbers[family.members[leaf]] : nil
          return held ?? next[number] + leaf
        }
        for (yardstick, joins) in trees {
          links[yardstick, default: Array(repeating: [], count: truths.count)][number] += joins.map {
            (node($0.0), node($0.1))
          }
        }
        next[number] += 2 * family.members.count
      }
    }
    for yardstick in TreeYardstick.allCases {
      for (number, truth) in truths.enumerated() {
        trees[yardstick]?.add(truth, found: links[yardstick]?[number] ?? [])
      }
    }
  }
}

extension FoundLineage {
  /// The found graph's links, lost nodes numbered behind the truth's.
  var links: [(Int, Int)] {
    let base = truth.tradition.nodes.count
    func number(_ end: Edge.End) -> Int? {
      switch end {
      case .held(let page): page
      case .lost(let index): base + index
      case .foreign: nil
      }
    }
    return edges.compactMap { edge in
      guard let from = number(edge.from), let to = number(edge.to) else { return nil }
      return (from, to)
    }
  }
}
