import Collation
import Lineage
import Press

/// Trees of texts alone, to hold lineage's sign distance against: in the first two, as phylogenetics draws them, all pages are
/// leaves; in the last none is lost.
enum TreeYardstick: String, CaseIterable {
  /// Over the share of words that two pages have not in common.
  case neighbourJoining = "neighbour joining"
  /// From that tree on, over the family's apparatus.
  case parsimony
  /// Each page below the one from which fewest changes lead to it.
  case nearestTree = "nearest text"

  /// Families of more pages are left out: joining is cubic, and so are the triples.
  static let mostPages = 40

  /// Pairs of nodes that are joined: members' ids, and inner nodes by number. `nil` where the family is too small or too large.
  static func joins(
    _ family: Family, _ pairs: [Pair], _ articles: [String: Article]
  ) -> [TreeYardstick: [(Int, Int)]]? {
    let members = family.members
    guard (3...mostPages).contains(members.count) else { return nil }
    var rank: [String: Int] = [:]
    for (place, id) in members.enumerated() { rank[id] = place }
    var distances = [[Double]](repeating: [Double](repeating: 1, count: members.count), count: members.count)
    for place in members.indices { distances[place][place] = 0 }
    for pair in pairs {
      guard let a = rank[pair.a], let b = rank[pair.b] else { continue }
      let distance = 1 - 2 * Double(pair.equalWords) / Double(max(1, pair.wordsA + pair.wordsB))
      distances[a][b] = distance
      distances[b][a] = distance
    }
    let joined = NeighbourJoining(distances)
    var trees = [TreeYardstick.neighbourJoining: joined.joins]
    if let apparatus = Collator.apparatus(of: members.compactMap { articles[$0] }, family: family.id) {
      let readings = apparatus.segments.filter { !$0.isApart }.map { segment in
        segment.cells.map { $0?.reading ?? -1 }
      }
      trees[.parsimony] = Parsimony(readings, from: joined).joins
      if let tree = NearestTree(apparatus) { trees[.nearestTree] = tree.arrows }
    }
    return trees
  }
}
