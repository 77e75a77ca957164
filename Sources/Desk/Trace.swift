import Archive
import Collation
import Lineage
import Matching
import Press

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

  /// Places a text in the archive, without keeping it.
  ///
  /// - Throws: `ArchiveError` when the archive cannot be read.
  public func trace(_ article: Article) async throws -> Trace {
    // The text gets an id that no page has, so that it can be traced although the archive holds it already.
    var query = article
    repeat { query.id = "trace:" + query.id } while try archive.article(id: query.id) != nil
    let witness = Witness(query)
    let index = witness.wordIndex
    let own = Set(Shingles.hashes(of: index.words))
    var pairs: [Pair] = []
    var same: String?
    let judge = PairJudge()
    try archive.forEachArticle { batch in
      for other in batch {
        if other.text == article.text, same == nil { same = other.id }
        let candidate = Witness(other)
        let words = candidate.words
        let shared = Shingles.hashes(of: words).reduce(0) { own.contains($1) ? $0 + 1 : $0 }
        guard shared >= CandidateIndex.enough else { continue }
        if let pair = judge.judge(witness, index, candidate, WordIndex(words)) { pairs.append(pair) }
      }
    }
    pairs.sort { ($0.changes, -$0.equalWords, $0.a, $0.b) < ($1.changes, -$1.equalWords, $1.a, $1.b) }
    guard let family = try self.family(of: query.id, pairs) else {
      return Trace(
        article: query, family: nil, stemma: nil, pairs: pairs, changes: [], comparedWith: nil, heldAs: same)
    }
    let stemma = try draw(query, into: family, pairs)
    let parents = stemma.edges.filter { $0.to == query.id }.map(\.from)
    let nearest = pairs.map { $0.a == query.id ? $0.b : $0.a }.first { family.members.contains($0) }
    let lost = Set(stemma.nodes.lazy.filter(\.lost).map(\.id))
    let compared = try (parents.first { !lost.contains($0) } ?? nearest).flatMap {
      try archive.article(id: $0)
    }
    let changes = compared.map { Comparison.variants(from: $0, to: query, family: family.id) } ?? []
    return Trace(
      article: query, family: family, stemma: stemma, pairs: pairs, changes: changes, comparedWith: compared,
      heldAs: same)
  }

  /// The family with which the text shares most of its words.
  private func family(of query: String, _ pairs: [Pair]) throws -> Family? {
    func coverage(_ pair: Pair) -> Double { pair.a == query ? pair.coverageA : pair.coverageB }
    guard let best = pairs.max(by: { coverage($0) < coverage($1) }) else { return nil }
    return try archive.family(of: best.a == query ? best.b : best.a)
  }

  private func draw(_ query: Article, into family: Family, _ pairs: [Pair]) throws -> Stemma {
    let known = try archive.pairs(family: family.id)
    let members = Set(family.members)
    let others = Set((known + pairs).flatMap { [$0.a, $0.b] }).subtracting(members).subtracting([query.id])
    let guests = try archive.articles(ids: others.sorted()).compactMap {
      article -> (article: Article, family: String)? in
      try archive.family(of: article.id).map { (article, $0.id) }
    }
    return try StemmaBuilder.stemma(
      of: Family(id: family.id, members: family.members + [query.id]),
      members: archive.articles(ids: family.members) + [query], guests: guests, pairs: known + pairs)
  }
}
