import Press

/// Families from pairs, robust to bad links: a page that holds parts of two reports must not make them one.
///
/// Three steps, each decided on the result of the one before as a whole, so that order is nothing:
/// 1. Texts that are each other's nearly whole are joined into clusters.
/// 2. An excerpt joins its report: it lies within the other text almost whole, and there in a stretch that the report's
///    other witnesses have too. (A stretch that one witness alone has was put there from elsewhere.)
/// 3. A page merged from several reports, which belongs wholly to none, goes with the one that it takes most from.
///    It joins as a leaf: nothing else is joined through it.
public struct FamilyBuilder {
  /// Coverage on both sides that makes two texts one without further question.
  static let wholeCoverage = 0.6
  /// Coverage of an excerpt by its report.
  static let excerptCoverage = 0.7
  /// Share of the longer text that an excerpt must be.
  static let leastShare = 0.15
  /// The same where the excerpt may be the older, or no time tells: then the longer text may only contain it.
  static let leastShareOfUndated = 0.35
  /// Coverage of a merged page by the report that it takes most from.
  static let mergedCoverage = 0.35
  /// Members of the largest cluster that counts as one merged page with its reprints.
  static let largestLeaf = 3

  private let ids: [String]
  private let published: [Moment?]
  private let numbers: [String: Int]

  /// A builder for all articles, alone ones included.
  public init(ids: [String], published: [Moment?]) {
    self.ids = ids
    self.published = published
    numbers = Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
  }

  /// A pair seen from one of its two texts.
  private struct Link {
    let to: Int
    /// Coverage of the text that the link is seen from, and of the other.
    let here: Double
    let there: Double
    /// Byte ranges shared, in the text that the link is seen from.
    let ranges: [Range<Int>]
  }

  /// Every article in exactly one family, by the smallest member's id.
  public func families(pairs: [Pair]) -> [Family] {
    var links: [[Link]] = Array(repeating: [], count: ids.count)
    var clusters = DisjointSets(count: ids.count)
    for pair in pairs where pair.kind.isCopying {
      guard let a = numbers[pair.a], let b = numbers[pair.b] else { continue }
      links[a].append(
        Link(to: b, here: pair.coverageA, there: pair.coverageB, ranges: pair.passages.map(\.a)))
      links[b].append(
        Link(to: a, here: pair.coverageB, there: pair.coverageA, ranges: pair.passages.map(\.b)))
      if min(pair.coverageA, pair.coverageB) >= Self.wholeCoverage { clusters.join(a, b) }
    }
    joinExcerpts(&clusters, links)
    joinMerged(&clusters, links)
    var members: [Int: [String]] = [:]
    for number in ids.indices { members[clusters.root(number), default: []].append(ids[number]) }
    return members.values.map { list in
      let sorted = list.sorted()
      return Family(id: Self.id(smallest: sorted[0]), members: sorted)
    }.sorted { $0.members[0] < $1.members[0] }
  }

  /// A family's id: a stable short hash of its smallest member's.
  public static func id(smallest: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in smallest.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash ^= hash >> 32
    hash = hash &* 0x9E37_79B9_7F4A_7C15
    let digits = String(hash >> 20, radix: 16)
    return "f" + String(repeating: "0", count: max(0, 11 - digits.count)) + digits
  }

  // MARK: Excerpts

  private func joinExcerpts(_ clusters: inout DisjointSets, _ links: [[Link]]) {
    let root = ids.indices.map { clusters.root($0) }
    for report in ids.indices where !isCollection(report, links, root) {
      let own = links[report].filter { root[$0.to] == root[report] }
      for link in links[report] where root[link.to] != root[report] {
        guard link.there >= Self.excerptCoverage, isOlder(report, than: link.to, share: link.here),
          isCommon(link.ranges, own)
        else { continue }
        clusters.join(report, link.to)
      }
    }
  }

  /// Whether the longer text can be what the shorter was cut from.
  private func isOlder(_ report: Int, than excerpt: Int, share: Double) -> Bool {
    guard let first = published[report], let second = published[excerpt], !second.isLikelyBefore(first) else {
      return share >= Self.leastShareOfUndated
    }
    return share >= Self.leastShare
  }

  /// Whether the text's own cluster, to which it has the links `own`, has a stretch of it in common; a text alone in
  /// its cluster is taken at its word.
  private func isCommon(_ ranges: [Range<Int>], _ own: [Link]) -> Bool {
    let common = own.lazy.map { Self.overlap(ranges, $0.ranges) }.max()
    return common.map { 2 * $0 >= ranges.reduce(0) { $0 + $1.count } } ?? true
  }

  /// Bytes that two lists of ranges have in common, each list disjoint in itself.
  private static func overlap(_ a: [Range<Int>], _ b: [Range<Int>]) -> Int {
    var common = 0
    for x in a { for y in b { common += x.clamped(to: y).count } }
    return common
  }

  /// Whether a page that stands alone may be made of several others: it holds two that have no text in common, in
  /// stretches apart from each other, and no time says that it was there before them. Nothing is joined through it.
  private func isCollection(_ text: Int, _ links: [[Link]], _ root: [Int]) -> Bool {
    var first: (end: Int, text: Int)?
    var last: (start: Int, text: Int)?
    for link in links[text] {
      if root[link.to] == root[text] { return false }
      guard link.there >= Self.mergedCoverage, let start = link.ranges.map(\.lowerBound).min(),
        let end = link.ranges.map(\.upperBound).max()
      else { continue }
      if let here = published[text], let there = published[link.to], here.isLikelyBefore(there) { continue }
      if first.map({ end < $0.end }) ?? true { first = (end, link.to) }
      if last.map({ start > $0.start }) ?? true { last = (start, link.to) }
    }
    guard let first, let last, first.end <= last.start, root[first.text] != root[last.text] else {
      return false
    }
    return !links[first.text].contains { $0.to == last.text }
  }

  // MARK: Merged pages

  /// Share of a merged page's words that other pages must explain, all together.
  static let mergedTotal = 0.65
  /// Clusters, beside its own and the report's, that may have the stretch that a merged page takes from the report.
  static let mostSharers = 2

  /// Whether a page is put together from others, and does not merely bear a notice that many pages bear: others explain
  /// most of it, and what it takes from the report stands in hardly any further report.
  private func isMerged(_ page: Int, from link: Link, _ links: [[Link]], _ root: [Int]) -> Bool {
    let taken = link.ranges.reduce(0) { $0 + $1.count }
    guard taken > 0 else { return false }
    var sharers: Set<Int> = []
    for other in links[page] where root[other.to] != root[page] && root[other.to] != root[link.to] {
      if 2 * Self.overlap(other.ranges, link.ranges) >= taken { sharers.insert(root[other.to]) }
      if sharers.count > Self.mostSharers { return false }
    }
    let explained = Self.length(ofUnion: links[page].filter { root[$0.to] != root[page] }.flatMap(\.ranges))
    return link.here * Double(explained) / Double(taken) >= Self.mergedTotal
  }

  private static func length(ofUnion ranges: [Range<Int>]) -> Int {
    var length = 0
    var end = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      length += max(0, range.upperBound - max(end, range.lowerBound))
      end = max(end, range.upperBound)
    }
    return length
  }

  private func joinMerged(_ clusters: inout DisjointSets, _ links: [[Link]]) {
    let root = ids.indices.map { clusters.root($0) }
    var members: [Int: [Int]] = [:]
    for number in ids.indices where !links[number].isEmpty {
      members[root[number], default: []].append(number)
    }
    // Asked of a text once for each that links to it: everything links to the first page of a cookie wall.
    let isCollection = ids.indices.map { self.isCollection($0, links, root) }
    var target: [Int: Int] = [:]
    for (cluster, pages) in members where pages.count <= Self.largestLeaf {
      var best: (share: Double, id: String, root: Int)?
      let taken = pages.map { page in
        Set(links[page].filter { $0.here >= Self.mergedCoverage }.map { root[$0.to] })
      }
      for page in pages {
        for link in links[page] where root[link.to] != cluster && link.here >= Self.mergedCoverage {
          // A merged page's reprints take as much; a report that it was merged from does not.
          guard taken.allSatisfy({ $0.contains(root[link.to]) }), !isCollection[link.to],
            isMerged(page, from: link, links, root)
          else { continue }
          if let there = published[link.to], let here = published[page], here.isLikelyBefore(there) {
            continue
          }
          if let known = best, (known.share, ids[link.to]) >= (link.here, known.id) { continue }
          best = (link.here, ids[link.to], root[link.to])
        }
      }
      if let best { target[cluster] = best.root }
    }
    // A page that others would join is a report itself; it joins nothing, so that no chain welds two reports.
    let receivers = Set(target.values)
    for (cluster, other) in target where !receivers.contains(cluster) { clusters.join(cluster, other) }
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
