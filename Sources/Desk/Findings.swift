import Collation
import Lineage
import Press
import Reading
import Synchronization

/// What a pile of articles holds: the pairs that carry one text, the families, and a stemma for each.
public struct Findings: Sendable {
  /// By `a`, then `b`.
  public let pairs: [Pair]
  /// By smallest member.
  public let families: [Family]
  /// One a family, in the same order; empty until drawn.
  public let stemmata: [Stemma]

  /// Findings as found.
  public init(pairs: [Pair], families: [Family], stemmata: [Stemma] = []) {
    self.pairs = pairs
    self.families = families
    self.stemmata = stemmata
  }
}

/// Runs matching and lineage over a pile held in memory.
public struct Survey: Sendable {
  private let workers: Workers
  private let progress: ProgressHandler

  /// A survey on `threads` threads.
  public init(threads: Int, progress: @escaping ProgressHandler = { _ in }) {
    workers = Workers(threads: threads)
    self.progress = progress
  }

  /// The articles with the lines that their outlets print on many pages among their furniture, so that matching passes
  /// over them. Which they are depends on the whole pile and on no order.
  ///
  /// - Parameter tables: The agencies and outlets by which credits are told.
  public func markingSiteLines(in articles: [Article], tables: NameTable = .builtIn) async -> [Article] {
    let pages = await workers.map(count: articles.count) { SitePage(articles[$0]) }
    let lines = SiteLines(pages, names: tables)
    if lines.isEmpty { return articles }
    return await workers.map(count: articles.count) { lines.marking(articles[$0]) }
  }

  /// The pairs and families of `articles`, whatever their order: a ``MatchingRun`` over what is in memory already, all
  /// of which stays there.
  public func match(_ articles: [Article]) async -> Findings {
    do { return try await matchThrowing(articles) } catch {
      preconditionFailure("what is in memory is read and written without errors: \(error)")
    }
  }

  private func matchThrowing(_ articles: [Article]) async throws -> Findings {
    let run = try MatchingRun(
      HeldWitnesses(articles), threads: workers.threads, limit: MemoryLimit(bytes: .max / 4), scratch: nil,
      progress: progress)
    let matches = try await run.run()
    var pairs: [Pair] = []
    pairs.reserveCapacity(matches.pairCount)
    try matches.forEachPair { pairs.append($0) }
    var families: [Family] = []
    families.reserveCapacity(matches.familyCount)
    matches.forEachFamily { families.append($0) }
    return Findings(pairs: pairs, families: families)
  }

  /// The same findings with a stemma for each family.
  public func drawStemmata(_ findings: Findings, of articles: [Article]) async -> Findings {
    let stemmata = await forEachFamily(findings, of: articles) { family, members, guests, pairs, apparatus in
      StemmaBuilder.stemma(of: family, members: members, guests: guests, pairs: pairs, apparatus: apparatus)
    }
    return Findings(pairs: findings.pairs, families: findings.families, stemmata: stemmata)
  }

  /// What lineage measures of every possible arrow, by family: what its weights are fitted on.
  public func measureArrows(_ findings: Findings, of articles: [Article]) async -> [Measurements] {
    await forEachFamily(findings, of: articles) { _, members, guests, pairs, apparatus in
      Measurements(members: members, guests: guests, pairs: pairs, apparatus: apparatus)
    }
  }

  private func forEachFamily<T: Sendable>(
    _ findings: Findings, of articles: [Article],
    _ body:
      @Sendable @escaping (Family, [Article], [(article: Article, family: String)], [Pair], Apparatus?) -> T
  ) async -> [T] {
    let pile = Dictionary(articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var familyOf: [String: String] = [:]
    for family in findings.families { for member in family.members { familyOf[member] = family.id } }
    var touching: [String: [Pair]] = [:]
    for pair in findings.pairs where pair.kind.isCopying {
      guard let a = familyOf[pair.a], let b = familyOf[pair.b] else { continue }
      touching[a, default: []].append(pair)
      if a != b { touching[b, default: []].append(pair) }
    }
    let counter = Counter(.lineage, total: findings.families.count, progress)
    let (families, index, links) = (findings.families, familyOf, touching)
    return await workers.map(count: families.count) { number -> T in
      defer { counter.add(1) }
      let family = families[number]
      let pairs = links[family.id] ?? []
      let guests = Set(pairs.flatMap { [$0.a, $0.b] }).filter { index[$0] != family.id }
      let members = family.members.compactMap { pile[$0] }
      return body(
        family, members,
        guests.compactMap { id in pile[id].flatMap { article in index[id].map { (article, $0) } } },
        pairs, members.count > 1 ? Collator.apparatus(of: members, family: family.id) : nil)
    }
  }
}

/// Counts what several workers did and reports it a hundred times at most.
final class Counter: Sendable {
  private let done = Atomic<Int>(0)
  private let stage: RunProgress.Stage
  private let total: Int
  private let progress: ProgressHandler

  init(_ stage: RunProgress.Stage, total: Int, _ progress: @escaping ProgressHandler) {
    self.stage = stage
    self.total = total
    self.progress = progress
  }

  func add(_ count: Int) {
    let now = done.wrappingAdd(count, ordering: .relaxed).newValue
    if now == total || now % max(1, total / 100) == 0 {
      progress(RunProgress(stage: stage, done: now, total: total))
    }
  }
}
