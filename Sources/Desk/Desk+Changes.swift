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

    /// Id of the family.
    let family: String

    /// How much of what it is compared with it has, of several of the nearest. Measured when it is asked for.
    public var reuse: Reuse? {
      compared.first.map { .measured(from: $0, to: copy, family: family) }
    }

    /// Whether a synonym machine wrote the copy: then the changes are the machine's.
    public let isSpun: Bool

    /// Whether it can be said that `copy` made the changes, and not what it is compared with.
    public var isDecided: Bool { lost == nil || compared.count > 1 || isSpun }
  }

  /// What every copy of a stemma changed, in the order of the nodes.
  ///
  /// - Throws: `ArchiveError` when the archive cannot be read.
  public static func changes(along stemma: Stemma, in archive: Archive) throws -> [Changes] {
    let held = stemma.nodes.filter { !$0.lost }.map(\.id)
    // Pairs are asked for where a source is lost.
    let pairs = held.count < stemma.nodes.count ? try archive.pairs(shown: stemma.family) : []
    return changes(along: stemma, articles: try archive.articles(ids: held), pairs: pairs)
  }

  /// The same of articles at hand; those without texts changed nothing.
  ///
  /// - Parameter pairs: Of the family; where a source is lost they tell which copies stand in for it.
  public static func changes(along stemma: Stemma, articles: [Article], pairs: [Pair]) -> [Changes] {
    let byID = Dictionary(articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let lost = Dictionary(
      stemma.nodes.filter(\.lost).map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
    // A text that a machine rewrote says nothing of what the original said.
    let spun = Set(stemma.edges.filter { $0.kind == .spun }.map(\.to))
    var parentsOf: [String: [String]] = [:]
    for edge in stemma.edges { parentsOf[edge.to, default: []].append(edge.from) }
    let standIns = StandIns(stemma, pairs, spun)
    var changes: [Changes] = []
    for node in stemma.nodes where !node.lost && node.otherFamily == nil {
      guard let copy = byID[node.id], !copy.text.isEmpty else { continue }
      let parents = parentsOf[node.id] ?? []
      let held = parents.filter { lost[$0] == nil }
      for source in held.compactMap({ byID[$0] }) where !source.text.isEmpty {
        let variants = Comparison.variants(from: source, to: copy, family: stemma.family)
        changes.append(
          Changes(
            copy: copy, compared: [source], lost: nil, variants: variants, family: stemma.family,
            isSpun: spun.contains(node.id)))
      }
      guard held.isEmpty, let parent = parents.first, let label = lost[parent] else { continue }
      let others = standIns.others(for: node.id)
      let sources = others.compactMap { byID[$0] }.filter { !$0.text.isEmpty }
      guard !sources.isEmpty else { continue }
      let variants = sources.map { Comparison.variants(from: $0, to: copy, family: stemma.family) }
      changes.append(
        Changes(
          copy: copy, compared: sources, lost: label, variants: common(variants),
          family: stemma.family, isSpun: spun.contains(node.id)))
    }
    return changes
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
    // How much of a quotation is compared depends on what the other has of it.
    func isCommon(_ variant: Variant) -> Bool {
      guard variant.kind == .quotation, let range = place(variant).range else {
        return 2 * (counts[place(variant)] ?? 0) > comparisons.count
      }
      let count = comparisons.count { comparison in
        comparison.contains { $0.kind == .quotation && place($0).range?.overlaps(range) == true }
      }
      return 2 * count > comparisons.count
    }
    // A headline is each outlet's own: that all others differ says nothing.
    return first.filter { $0.kind != .headline && isCommon($0) }
  }
}
