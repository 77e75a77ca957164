import ArgumentParser
import Desk
import Export
import Press

/// All that a filter read, for the stages that need everything at once.
struct Pile {
  private(set) var articles: [Article] = []
  private var pairs: [Pair] = []
  private var families: [Family] = []
  private var refusals: [Refusal] = []
  private var notices: [Notice] = []

  static func read(
    _ inputs: [String], _ tables: TablesOption, _ common: CommonOptions, _ console: Console
  ) async throws -> Pile {
    var pile = Pile()
    let names = try tables.load()
    console.measure(inputs)
    let results = try await Extraction(
      inputs, threads: common.threadCount, tables: names, progress: { console.show($0) }
    ).all()
    console.clear()
    for result in results {
      switch result {
      case .article(let article, let notices):
        pile.articles.append(article)
        pile.notices += notices
      case .refusal(let refusal): pile.refusals.append(refusal)
      case .pair(let pair): pile.pairs.append(pair)
      case .family(let family): pile.families.append(family)
      }
    }
    let distinct = DistinctArticles(pile.articles)
    pile.articles = await Survey(threads: common.threadCount).markingSiteLines(
      in: distinct.articles, tables: names)
    pile.notices += distinct.notices
    pile.settleFamilies()
    pile.refusals.forEach(console.report)
    pile.notices.forEach(console.report)
    return pile
  }

  /// Lines of families may have been written, cut or put together by anyone. What is kept of them are articles that are
  /// here, each in one family only (invariant 11); the rest is told.
  private mutating func settleFamilies() {
    let known = Set(articles.map(\.id))
    var placed: Set<String> = []
    var ids: Set<String> = []
    var settled: [Family] = []
    for family in families {
      let isFirst = ids.insert(family.id).inserted
      let members = isFirst ? family.members.filter { known.contains($0) && placed.insert($0).inserted } : []
      if members.count < family.members.count {
        let lost = family.members.count - members.count
        notices.append(
          Notice(
            source: "family \(family.id)", reason: .badField,
            detail:
              "\(lost) of its \(counted(family.members.count, "member", "members")) were left out: no article is "
              + "called so, or it is named twice, or the family is; have “stemma match” write the lines anew")
        )
      }
      if !members.isEmpty { settled.append(Family(id: family.id, members: members)) }
    }
    families = settled
  }

  /// Pairs and families, where an earlier stage found them.
  var given: Findings? {
    guard !families.isEmpty else { return nil }
    // Articles that no family line names are families of one: every article is in exactly one.
    let named = Set(families.flatMap(\.members))
    let alone = articles.filter { !named.contains($0.id) }.map { Family(id: "f:" + $0.id, members: [$0.id]) }
    return Findings(pairs: pairs, families: families + alone)
  }

  /// Says how many articles came without their texts.
  func warnOfMissingTexts(_ console: Console) {
    console.warnOfMissingTexts(articles.count(where: \.text.isEmpty))
  }

  /// Without texts stemmata are drawn from what pairs count, which tells less.
  func warnOfLineageWithoutTexts(_ console: Console) {
    let missing = articles.count(where: \.text.isEmpty)
    guard missing > 0 else { return }
    console.error(
      "stemma: \(counted(missing, "article comes", "articles come")) without text: lineage is drawn from the pairs alone, less surely. Have the earlier stage write texts (--with-text)"
    )
  }

  /// The lines that every stage hands on, so that an id can be traced to its source.
  func pass(on output: Output, _ writer: JSONLine) throws {
    for article in articles { output.line(try writer.line(article)) }
    for refusal in refusals { output.line(try writer.line(refusal)) }
    for notice in notices { output.line(try writer.line(notice)) }
  }

  func tally(since start: ContinuousClock.Instant, _ findings: Findings) -> Tally {
    var tally = Tally()
    tally.articles = articles.count
    tally.families = findings.families.count
    tally.pairs = findings.pairs.count
    refusals.forEach { tally.count($0) }
    notices.forEach { tally.count($0) }
    tally.finish(since: start)
    return tally
  }

  /// Every stemma that has an arrow.
  func printTrees(_ findings: Findings, _ output: Output) {
    let look = Look()
    let byID = Dictionary(articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for stemma in findings.stemmata where !stemma.edges.isEmpty {
      output.line(look.bold(TextTree.clean(stemma.family)))
      TextTree(stemma, articles: byID, style: look.tree(explains: false)).lines().forEach(output.line)
      output.line("")
    }
  }
}
