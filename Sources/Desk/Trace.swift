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

  /// Neighbours of the text on either side of a crowd that shares its words, with which it is compared.
  private static let reach = 4

  /// Places a text in the archive, without keeping it. What the archive holds of the report is not drawn anew: a text
  /// that is asked about moves no arrow between others.
  ///
  /// - Throws: `ArchiveError` when the archive cannot be read.
  public func trace(_ article: Article) async throws -> Trace {
    if let held = try held(article) { return try trace(held: held) }
    // The text gets an id that no page has, so that it can be compared with all.
    var query = article
    repeat { query.id = "trace:" + query.id } while try archive.article(id: query.id) != nil
    let pairs = try await pairs(of: query)
    guard let family = try self.family(of: query.id, pairs) else {
      return Trace(
        article: query, family: nil, stemma: nil, pairs: pairs, changes: [], comparedWith: nil, heldAs: nil)
    }
    let copies = pairs.filter(\.kind.isCopying)
    let stemma = try draw(query, into: family, copies)
    let extant = Set(stemma.nodes.filter { !$0.lost }.map(\.id))
    let parents = stemma.edges.filter { $0.to == query.id }.map(\.from)
    let members = Set(family.members)
    let nearest = copies.map { $0.a == query.id ? $0.b : $0.a }.first(where: members.contains)
    let compared = try (parents.first(where: extant.contains) ?? nearest).flatMap {
      try archive.article(id: $0)
    }
    let changes = compared.map { Comparison.variants(from: $0, to: query, family: family.id) } ?? []
    return Trace(
      article: query, family: family, stemma: stemma, pairs: pairs, changes: changes, comparedWith: compared,
      heldAs: nil)
  }

  /// The first page, by id, that has this very text.
  private func held(_ article: Article) throws -> Article? {
    try archive.articles(textHash: ContentHash.of(text: article.text)).first {
      $0.text == article.text && $0.title == article.title && $0.outlet == article.outlet
    }
  }

  /// What the text shares with pages of the archive, the nearest first. Only those are compared with it that the index says
  /// may share something.
  private func pairs(of query: Article) async throws -> [Pair] {
    let lines = try archive.knownSiteLines(tables)
    let witness = Witness(lines.marking(query))
    let index = witness.wordIndex
    let text = CandidateSearch.Text(
      key: nil, place: CandidateRule.order(of: query.id), features: Fingerprint.features(of: index.words))
    let keys = try CandidateSearch(archive: archive).candidates(of: [text], reach: Self.reach)[0]
    let judge = PairJudge()
    var pairs: [Pair] = []
    for start in stride(from: 0, to: keys.count, by: 256) {
      let others = Array(try archive.articles(keys: keys[start..<min(keys.count, start + 256)]).values)
      pairs += await Workers(threads: threads).map(count: others.count) { number -> Pair? in
        let candidate = Witness(lines.marking(others[number]))
        return judge.judge(witness, index, candidate, candidate.wordIndex)
      }.compactMap(\.self)
    }
    return pairs.sorted {
      ($0.changes, -$0.equalWords, $0.a, $0.b) < ($1.changes, -$1.equalWords, $1.a, $1.b)
    }
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

  /// The family with which the text shares most of its words as a copy.
  private func family(of query: String, _ pairs: [Pair]) throws -> Family? {
    func coverage(_ pair: Pair) -> Double { pair.a == query ? pair.coverageA : pair.coverageB }
    guard let best = pairs.filter(\.kind.isCopying).max(by: { coverage($0) < coverage($1) }) else {
      return nil
    }
    return try archive.family(of: best.a == query ? best.b : best.a)
  }

  /// The family's stemma as the archive has it, with the arrows that lead to the text.
  private func draw(_ query: Article, into family: Family, _ pairs: [Pair]) throws -> Stemma {
    let known = try archive.pairs(family: family.id).filter(\.kind.isCopying)
    let members = Set(family.members)
    let others = Set((known + pairs).flatMap { [$0.a, $0.b] }).subtracting(members).subtracting([query.id])
    let guests = try archive.articles(ids: others.sorted()).compactMap {
      article -> (article: Article, family: String)? in
      try archive.family(of: article.id).map { (article, $0.id) }
    }
    let held = try archive.articles(ids: family.members) + [query]
    let drawn = StemmaBuilder.stemma(
      of: Family(id: family.id, members: family.members + [query.id]), members: held, guests: guests,
      pairs: known + pairs, apparatus: Collator.apparatus(of: held, family: family.id))
    let kept = try archive.stemma(family: family.id) ?? Stemma(family: family.id, nodes: [], edges: [])
    let arrows = drawn.edges.filter { $0.to == query.id }
    let ends = Set(arrows.map(\.from) + [query.id])
    let new = drawn.nodes.filter { node in ends.contains(node.id) && !kept.nodes.contains { $0.id == node.id }
    }
    return Stemma(family: family.id, nodes: kept.nodes + new, edges: kept.edges + arrows)
  }
}
