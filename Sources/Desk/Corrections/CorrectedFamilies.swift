import Matching
import Press

/// Which families there are once corrections by hand have taken families apart and put others together.
///
/// A page that came after a correction was made goes with those of the parted pages that it is nearest to.
struct CorrectedFamilies {
  /// The families that corrections touch, as found.
  let found: [Family]
  /// The same articles as corrections have them, by their first member.
  let families: [Family]

  /// - Parameters:
  ///   - corrections: in the order in which they were made.
  ///   - familyOf: the family of an article as found.
  ///   - pairs: the copies that an article is one of.
  init(
    _ corrections: [Correction], familyOf: (String) throws -> Family?, pairs: (String) throws -> [Pair]
  ) throws {
    var found: [String: Family] = [:]
    for correction in corrections {
      for id in correction.articles + correction.others {
        if let family = try familyOf(id) { found[family.id] = family }
      }
    }
    self.found = found.values.sorted { $0.id < $1.id }
    var groups = self.found.map { Set($0.members) }
    for correction in corrections {
      let (one, other) = (Set(correction.articles), Set(correction.others))
      switch correction.kind {
      case .split:
        groups = try groups.flatMap { group in
          group.isDisjoint(with: one) || group.isDisjoint(with: other)
            ? [group] : try Self.parted(group, one, other, pairs)
        }
      case .merge:
        guard let a = Self.home(of: one, groups), let b = Self.home(of: other, groups), a != b else { break }
        groups[a].formUnion(groups[b])
        groups.remove(at: b)
      case .flip, .credit: break
      }
    }
    var originality: [String: Double] = [:]
    for family in self.found {
      for (member, own) in zip(family.members, family.originality) { originality[member] = own }
    }
    let representatives = Set(self.found.compactMap(\.representative))
    families = groups.map { group in
      let members = group.sorted()
      return Family(
        id: Family.id(smallest: members[0]), members: members,
        representative: members.first(where: representatives.contains),
        originality: originality.filter { group.contains($0.key) })
    }.sorted { $0.id < $1.id }
  }

  private static func parted(
    _ group: Set<String>, _ one: Set<String>, _ other: Set<String>, _ pairs: (String) throws -> [Pair]
  ) throws -> [Set<String>] {
    var (left, right) = (group.intersection(one), group.intersection(other))
    for page in group.subtracting(left).subtracting(right).sorted() {
      // How much of both is common to both: an excerpt's copy is nearer to the excerpt than to the whole.
      var common = (left: 0.0, right: 0.0)
      for pair in try pairs(page) {
        let neighbour = pair.a == page ? pair.b : pair.a
        let nearness = min(pair.coverageA, pair.coverageB) * pair.similarity
        if one.contains(neighbour) { common.left = max(common.left, nearness) }
        if other.contains(neighbour) { common.right = max(common.right, nearness) }
      }
      if common.left > common.right { left.insert(page) } else { right.insert(page) }
    }
    return [left, right]
  }

  /// The group that has most of these articles; of equals the one that holds the first of them.
  private static func home(of articles: Set<String>, _ groups: [Set<String>]) -> Int? {
    let shares = groups.map { $0.intersection(articles).count }
    guard let most = shares.max(), most > 0 else { return nil }
    let first = articles.sorted()
    let best = groups.indices.filter { shares[$0] == most }
    return best.min { a, b in
      let (x, y) = (first.firstIndex(where: groups[a].contains), first.firstIndex(where: groups[b].contains))
      return (x ?? .max) < (y ?? .max)
    }
  }
}
