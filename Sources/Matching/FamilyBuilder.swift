import Press

/// Families from pairs, robust to one bad link: a page that holds parts of two reports must not make them one.
///
/// Pairs that are each other's text nearly whole are joined first, into clusters. Looser pairs then join clusters, but
/// where a cluster lies between two others that share nothing without it, and the stretches shared with them do not
/// overlap, it holds two reports, and goes with the one that it takes more from.
public struct FamilyBuilder {
  /// Coverage on both sides that makes two texts one without further question.
  static let wholeCoverage = 0.6
  /// Coverage on one side that joins an excerpt to its report.
  static let looseCoverage = 0.3
  /// Share of the smaller stretch that two stretches may have in common and still count as different parts.
  static let overlap = 0.3

  private let ids: [String]
  private let published: [Moment?]
  private let numbers: [String: Int]

  /// A builder for all articles, alone ones included.
  public init(ids: [String], published: [Moment?]) {
    self.ids = ids
    self.published = published
    numbers = Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
  }

  /// One of two articles' links, seen from `from`.
  private struct Link {
    var to: Int
    /// Share of the other's words.
    var coverageThere: Double
    var coverageHere: Double
    /// Byte ranges shared, in the text of the one that the link is seen from.
    var ranges: [Range<Int>]
  }

  /// Every article in exactly one family, by the smallest member's id.
  public func families(pairs: [Pair]) -> [Family] {
    var links: [[Link]] = Array(repeating: [], count: ids.count)
    var clusters = DisjointSets(count: ids.count)
    for pair in pairs {
      guard let a = numbers[pair.a], let b = numbers[pair.b] else { continue }
      if min(pair.coverageA, pair.coverageB) >= Self.wholeCoverage {
        clusters.join(a, b)
      } else if max(pair.coverageA, pair.coverageB) >= Self.looseCoverage {
        links[a].append(
          Link(to: b, coverageThere: pair.coverageB, coverageHere: pair.coverageA, ranges: pair.passages.map(\.a)))
        links[b].append(
          Link(to: a, coverageThere: pair.coverageA, coverageHere: pair.coverageB, ranges: pair.passages.map(\.b)))
      }
    }
    joinExcerpts(&clusters, links)
    var members: [Int: [String]] = [:]
    for number in ids.indices { members[clusters.root(number), default: []].append(ids[number]) }
    return members.values.map { list in
      let sorted = list.sorted()
      return Family(id: Self.id(smallest: sorted[0]), members: sorted)
    }.sorted { $0.members[0] < $1.members[0] }
  }

  /// A family's id: a stable short hash of its smallest member's.
  static func id(smallest: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in smallest.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash ^= hash >> 32
    hash = hash &* 0x9E37_79B9_7F4A_7C15
    let digits = String(hash >> 20, radix: 16)
    return "f" + String(repeating: "0", count: max(0, 11 - digits.count)) + digits
  }

  private func joinExcerpts(_ clusters: inout DisjointSets, _ links: [[Link]]) {
    // The clusters as they are before any loose pair: all decisions are taken on these, so that order is nothing.
    let root = ids.indices.map { clusters.root($0) }
    var membersOf: [Int: [Int]] = [:]
    for number in ids.indices where !links[number].isEmpty { membersOf[root[number], default: []].append(number) }
    var neighbours: [Int: Set<Int>] = [:]
    for (cluster, members) in membersOf {
      for member in members {
        for link in links[member] where root[link.to] != cluster {
          neighbours[cluster, default: []].insert(root[link.to])
        }
      }
    }
    var refused: Set<[Int]> = []
    for (cluster, near) in neighbours where near.count > 1 {
      let groups = Self.components(near, neighbours, without: cluster)
      guard groups.count > 1 else { continue }
      for other in strangers(to: cluster, groups, membersOf[cluster] ?? [], links, root) {
        refused.insert([min(cluster, other), max(cluster, other)])
      }
    }
    for (cluster, near) in neighbours {
      for other in near where !refused.contains([min(cluster, other), max(cluster, other)]) {
        clusters.join(cluster, other)
      }
    }
  }

  /// Neighbours of one cluster, by what holds them together when that cluster is away.
  private static func components(_ near: Set<Int>, _ neighbours: [Int: Set<Int>], without centre: Int) -> [Set<Int>] {
    var left = near
    var groups: [Set<Int>] = []
    while let start = left.min() {
      var group: Set<Int> = [start]
      var front = [start]
      left.remove(start)
      while let at = front.popLast() {
        for next in neighbours[at] ?? [] where next != centre && left.contains(next) {
          left.remove(next)
          group.insert(next)
          front.append(next)
        }
      }
      groups.append(group)
    }
    return groups
  }

  /// Of the groups around a cluster, the clusters that it must not be joined with.
  private func strangers(
    to cluster: Int, _ groups: [Set<Int>], _ members: [Int], _ links: [[Link]], _ root: [Int]
  ) -> Set<Int> {
    struct Side {
      var clusters: Set<Int>
      var ranges: [Int: [Range<Int>]] = [:]
      var weight = 0.0
      var texts: Set<Int> = []
    }
    var sides = groups.map { Side(clusters: $0) }
    var sideOf: [Int: Int] = [:]
    for (side, group) in groups.enumerated() { for other in group { sideOf[other] = side } }
    for member in members {
      for link in links[member] {
        guard let side = sideOf[root[link.to]] else { continue }
        sides[side].ranges[member, default: []] += link.ranges
        sides[side].weight = max(sides[side].weight, link.coverageHere)
        sides[side].texts.insert(link.to)
      }
    }
    // Excerpts of one early report lie side by side on it without touching each other: the clock tells.
    let first = members.compactMap { published[$0] }.min { ($0.earliest, $0.latest) < ($1.earliest, $1.latest) }
    let isSource = sides.allSatisfy { side in
      side.texts.allSatisfy { text in
        guard let first, let there = published[text] else { return false }
        return first.isLikelyBefore(there)
      }
    }
    if isSource { return [] }
    guard
      let best = sides.indices.max(by: {
        (sides[$0].weight, -(sides[$0].clusters.min() ?? 0)) < (sides[$1].weight, -(sides[$1].clusters.min() ?? 0))
      })
    else { return [] }
    var refused: Set<Int> = []
    for side in sides.indices where side != best && !Self.touch(sides[side].ranges, sides[best].ranges) {
      refused.formUnion(sides[side].clusters)
    }
    return refused
  }

  /// Whether two sets of stretches have more than a little in common on any text.
  private static func touch(_ a: [Int: [Range<Int>]], _ b: [Int: [Range<Int>]]) -> Bool {
    for (text, left) in a {
      guard let right = b[text] else { continue }
      var common = 0
      for x in left { for y in right { common += x.clamped(to: y).count } }
      let smaller = min(left.reduce(0) { $0 + $1.count }, right.reduce(0) { $0 + $1.count })
      if Double(common) > overlap * Double(smaller) { return true }
    }
    return false
  }
}

/// Sets that are joined and never parted (Tarjan 1975, union by size with path halving).
struct DisjointSets {
  private var parent: [Int]
  private var size: [Int]

  init(count: Int) {
    parent = Array(0..<count)
    size = Array(repeating: 1, count: count)
  }

  mutating func root(_ member: Int) -> Int {
    var at = member
    while parent[at] != at {
      parent[at] = parent[parent[at]]
      at = parent[at]
    }
    return at
  }

  mutating func join(_ a: Int, _ b: Int) {
    var (x, y) = (root(a), root(b))
    guard x != y else { return }
    if (size[x], y) < (size[y], x) { swap(&x, &y) }
    parent[y] = x
    size[x] += size[y]
  }
}
