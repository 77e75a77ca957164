import Archive
import Collation
import Press

extension Desk {
  /// What one copy changed, as ``changes(along:in:)`` has it, without comparing all others: one entry for each held parent,
  /// or one in comparison with those that stand in for a lost one.
  ///
  /// - Throws: `ArchiveError` when the archive cannot be read.
  public static func changes(of copy: String, along stemma: Stemma, in archive: Archive) throws -> [Changes] {
    let lost = Set(stemma.nodes.filter(\.lost).map(\.id))
    let parents = stemma.edges.filter { $0.to == copy }.map(\.from)
    var wanted = parents.filter { !lost.contains($0) }
    var pairs: [Pair] = []
    if wanted.isEmpty, !parents.isEmpty {
      pairs = try archive.pairs(touching: copy)
      let spun = Set(stemma.edges.filter { $0.kind == .spun }.map(\.to))
      wanted = StandIns(stemma, pairs, spun).others(for: copy)
    }
    // With the texts of these alone at hand next to nothing else is compared.
    let articles = try archive.articles(ids: Set(wanted + [copy]))
    return changes(along: stemma, articles: articles, pairs: pairs).filter { $0.copy.id == copy }
  }

  /// How one page differs from another, whoever copied whom, and how much of the one is in the other.
  public static func comparison(from source: Article, to copy: Article, family: String) -> (
    variants: [Variant], reuse: Reuse
  ) {
    (
      Comparison.variants(from: source, to: copy, family: family),
      .measured(from: source, to: copy, family: family)
    )
  }
}
