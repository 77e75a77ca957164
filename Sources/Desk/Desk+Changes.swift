import Archive
import Collation
import Press

extension Desk {
  /// What one page changed, as far as the pages that are held tell.
  public struct Changes: Sendable {
    /// The page that changed it.
    public let copy: Article
    /// What it is compared with: its parent; where that is lost, other copies of the same original.
    public let compared: [Article]
    /// Label of the lost parent, where that is why others stand in for it.
    public let lost: String?
    /// In a comparison with other copies, only what most of them have otherwise: one against one does not tell who
    /// changed it.
    public let variants: [Variant]

    /// Whether a synonym machine wrote the copy: then the changes are the machine's.
    public let isSpun: Bool

    /// Whether it can be said that `copy` made the changes, and not what it is compared with.
    public var isDecided: Bool { lost == nil || compared.count > 1 || isSpun }
  }

  /// Copies that stand in for a lost parent, at most.
  private static let mostStandIns = 5

  /// What every copy of a stemma changed, in the order of the nodes.
  ///
  /// - Throws: `ArchiveError` when the archive cannot be read.
  public static func changes(along stemma: Stemma, in archive: Archive) throws -> [Changes] {
    let held = stemma.nodes.filter { !$0.lost }.map(\.id)
    // Pairs are asked for where a source is lost.
    let pairs = held.count < stemma.nodes.count ? try archive.pairs(family: stemma.family) : []
    return changes(along: stemma, articles: try archive.articles(ids: held), pairs: pairs)
  }

  /// The same of articles at hand; those without texts changed nothing.
  ///
  /// - Parameter pairs: Of the family; asked for where a source is lost.
  public static func changes(along stemma: Stemma, articles: [Article], pairs: [Pair]) -> [Changes] {
    let byID = Dictionary(articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let lost = Dictionary(
      stemma.nodes.filter(\.lost).map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
    // A text that a machine rewrote says nothing of what the original said.
    let spun = Set(stemma.edges.filter { $0.kind == .spun }.map(\.to))
    var parentsOf: [String: [String]] = [:]
    for edge in stemma.edges { parentsOf[edge.to, default: []].append(edge.from) }
    var changes: [Changes] = []
    for node in stemma.nodes where !node.lost && node.otherFamily == nil {
      guard let copy = byID[node.id], !copy.text.isEmpty else { continue }
      let parents = parentsOf[node.id] ?? []
      let held = parents.filter { lost[$0] == nil }
      for source in held.compactMap({ byID[$0] }) where !source.text.isEmpty {
        let variants = Comparison.variants(from: source, to: copy, family: stemma.family)
        changes.append(
          Changes(
            copy: copy, compared: [source], lost: nil, variants: variants, isSpun: spun.contains(node.id)))
      }
      guard held.isEmpty, let parent = parents.first, let label = lost[parent] else { continue }
      let others = standIns(for: node.id, stemma, pairs, spun)
      let sources = others.compactMap { byID[$0] }.filter { !$0.text.isEmpty }
      guard !sources.isEmpty else { continue }
      let variants = sources.map { Comparison.variants(from: $0, to: copy, family: stemma.family) }
      changes.append(
        Changes(
          copy: copy, compared: sources, lost: label, variants: common(variants),
          isSpun: spun.contains(node.id)))
    }
    return changes
  }

  /// Copies of the same report that do not descend from `page`, the nearest first.
  private static func standIns(
    for page: String, _ stemma: Stemma, _ pairs: [Pair], _ spun: Set<String>
  ) -> [String] {
    var below: Set<String> = [page]
    var front = [page]
    while let at = front.popLast() {
      for edge in stemma.edges where edge.from == at && below.insert(edge.to).inserted {
        front.append(edge.to)
      }
    }
    let held = Set(stemma.nodes.filter { !$0.lost && $0.otherFamily == nil }.map(\.id))
    return pairs.filter { $0.a == page || $0.b == page }
      .map { (other: $0.a == page ? $0.b : $0.a, changes: $0.changes) }
      .filter { held.contains($0.other) && !below.contains($0.other) && !spun.contains($0.other) }
      .sorted { ($0.changes, $0.other) < ($1.changes, $1.other) }
      .prefix(mostStandIns).map(\.other)
  }

  /// Of several comparisons of one copy, the variants that most of them have at the same place of it.
  private static func common(_ comparisons: [[Variant]]) -> [Variant] {
    guard let first = comparisons.first, comparisons.count > 1 else { return comparisons.first ?? [] }
    struct Place: Hashable {
      let kind: Variant.Kind
      let range: Range<Int>?
      let text: String?
    }
    func place(_ variant: Variant) -> Place {
      let copy = variant.readings.last
      return Place(kind: variant.kind, range: copy?.witnesses.first?.range, text: copy?.text)
    }
    var counts: [Place: Int] = [:]
    for comparison in comparisons {
      for place in Set(comparison.map(place)) { counts[place, default: 0] += 1 }
    }
    // A headline is each outlet's own: that all others differ says nothing.
    return first.filter { $0.kind != .headline && 2 * (counts[place($0)] ?? 0) > comparisons.count }
  }
}
