import Archive
import Collation
import Lineage
import Matching
import Press
import Reading

extension Desk {
  /// Where a text comes from, as far as an archive tells.
  public struct Trace: Sendable {
    /// The text itself, as read.
    public let article: Article
    /// The family that it belongs to; `nil` when nothing in the archive shares its text.
    public let family: Family?
    /// That family's stemma with the text in its place.
    public let stemma: Stemma?
    /// What links the text to the archive, the nearest first.
    public let pairs: [Pair]
    /// What the text changed in the page named by `comparedWith`: its parent, or where that is lost, the page nearest.
    public let changes: [Variant]
    /// The page that `changes` is about.
    public let comparedWith: Article?
    /// Whether the archive holds this very text, under this id.
    public let heldAs: String?
  }

  /// Places a text in the archive, without keeping it. What the archive holds of the report is not drawn anew: a text
  /// that is asked about moves no arrow between others.
  ///
  /// - Throws: `ArchiveError` when the archive cannot be read.
  public func trace(_ article: Article) async throws -> Trace {
    // The text gets an id that no page has, so that it can be compared with all.
    var query = article
    repeat { query.id = "trace:" + query.id } while try archive.article(id: query.id) != nil
    let lines = try siteLines()
    let witness = Witness(lines.marking(query))
    let index = witness.wordIndex
    let own = Set(Fingerprint.features(of: index.words))
    var pairs: [Pair] = []
    var held: Article?
    let judge = PairJudge()
    try archive.forEachArticle { batch in
      for other in batch {
        if held == nil, other.text == article.text, other.title == article.title,
          other.outlet == article.outlet
        {
          held = other
        }
        let candidate = Witness(lines.marking(other))
        let words = candidate.words
        let features = Fingerprint.features(of: words)
        let shared = features.reduce(0) { own.contains($1) ? $0 + 1 : $0 }
        guard CandidateRule.isEnough(shared: shared, featuresA: own.count, featuresB: features.count) else {
          continue
        }
        if let pair = judge.judge(witness, index, candidate, WordIndex(words)), pair.kind.isCopying {
          pairs.append(pair)
        }
      }
    }
    if let held { return try trace(held: held) }
    pairs.sort { ($0.changes, -$0.equalWords, $0.a, $0.b) < ($1.changes, -$1.equalWords, $1.a, $1.b) }
    guard let family = try self.family(of: query.id, pairs) else {
      return Trace(
        article: query, family: nil, stemma: nil, pairs: pairs, changes: [], comparedWith: nil, heldAs: nil)
    }
    let stemma = try draw(query, into: family, pairs)
    let extant = Set(stemma.nodes.filter { !$0.lost }.map(\.id))
    let parents = stemma.edges.filter { $0.to == query.id }.map(\.from)
    let nearest = pairs.map { $0.a == query.id ? $0.b : $0.a }.first { family.members.contains($0) }
    let compared = try (parents.first(where: extant.contains) ?? nearest).flatMap {
      try archive.article(id: $0)
    }
    let changes = compared.map { Comparison.variants(from: $0, to: query, family: family.id) } ?? []
    return Trace(
      article: query, family: family, stemma: stemma, pairs: pairs, changes: changes, comparedWith: compared,
      heldAs: nil)
  }

  /// The lines that the archive's outlets print on many pages, as they were when its families were found.
  private func siteLines() throws -> SiteLines {
    var pages: [SitePage] = []
    try archive.forEachArticle { pages += $0.map(SitePage.init) }
    return SiteLines(pages, names: tables)
  }

  /// What the archive says of a page that it holds.
  private func trace(held: Article) throws -> Trace {
    let family = try archive.family(of: held.id)
    let stemma = try family.flatMap { try archive.stemma(family: $0.id) }
    let changes = try stemma.map { try Desk.changes(along: $0, in: archive) } ?? []
    let own = changes.first { $0.copy.id == held.id }
    return Trace(
      article: held, family: family, stemma: stemma, pairs: try archive.pairs(touching: held.id),
      changes: own?.variants ?? [], comparedWith: own?.compared.first, heldAs: held.id)
  }

  /// The family with which the text shares most of its words.
  private func family(of query: String, _ pairs: [Pair]) throws -> Family? {
    func coverage(_ pair: Pair) -> Double { pair.a == query ? pair.coverageA : pair.coverageB }
    guard let best = pairs.max(by: { coverage($0) < coverage($1) }) else { return nil }
    return try archive.family(of: best.a == query ? best.b : best.a)
  }

  /// The family's stemma as the archive has it, with the arrows that lead to the text.
  private func draw(_ query: Article, into family: Family, _ pairs: [Pair]) throws -> Stemma {
    let known = try archive.pairs(family: family.id)
    let members = Set(family.members)
    let others = Set((known + pairs).flatMap { [$0.a, $0.b] }).subtracting(members).subtracting([query.id])
    let guests = try archive.articles(ids: others.sorted()).compactMap {
      article -> (article: Article, family: String)? in
      try archive.family(of: article.id).map { (article, $0.id) }
    }
    let drawn = try StemmaBuilder.stemma(
      of: Family(id: family.id, members: family.members + [query.id]),
      members: archive.articles(ids: family.members) + [query], guests: guests, pairs: known + pairs)
    let kept = try archive.stemma(family: family.id) ?? Stemma(family: family.id, nodes: [], edges: [])
    let arrows = drawn.edges.filter { $0.to == query.id }
    let ends = Set(arrows.map(\.from) + [query.id])
    let new = drawn.nodes.filter { node in ends.contains(node.id) && !kept.nodes.contains { $0.id == node.id }
    }
    return Stemma(family: family.id, nodes: kept.nodes + new, edges: kept.edges + arrows)
  }
}
