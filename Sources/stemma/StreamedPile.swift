import Desk
import Export
import Press
import Synchronization

/// All that a filter read, its articles put aside on disk, for a stage that needs everything at once but not in memory.
///
/// Lines of pairs and families are passed over: what they say is found anew.
struct StreamedPile {
  let articles: SpooledArticles
  private let refusals: [Refusal]
  private let notices: [Notice]

  /// What comes in.
  private struct Intake: Sendable {
    var spool: ArticleSpool
    var refusals: [Refusal] = []
    var notices: [Notice] = []
  }

  private enum Step: Sendable {
    case article(ArticleSpool.Entry, [Notice])
    case refusal(Refusal)
    case passedOver
  }

  static func read(
    _ inputs: [String], _ tables: TablesOption, _ memory: MemoryOptions, _ common: CommonOptions,
    _ console: Console
  ) async throws -> StreamedPile {
    try memory.limit.room()
    let names = try tables.load()
    console.measure(inputs)
    let intake = Shared(Intake(spool: ArticleSpool(folder: memory.folder)))
    let extraction = Extraction(
      inputs, threads: common.threadCount, tables: names, progress: { console.show($0) })
    try await extraction.run(
      each: { result -> Step in
        switch result {
        case .article(let article, let notices): .article(ArticleSpool.Entry(article), notices)
        case .refusal(let refusal): .refusal(refusal)
        case .pair, .family: .passedOver
        }
      },
      { step in
        try intake.withLock { intake in
          switch step {
          case .article(let entry, let notices):
            try intake.spool.add(entry)
            intake.notices += notices
          case .refusal(let refusal): intake.refusals.append(refusal)
          case .passedOver: break
          }
        }
      })
    console.clear()
    let pile = try intake.withLock { intake in
      let articles = try intake.spool.settled(tables: names)
      return StreamedPile(
        articles: articles, refusals: intake.refusals, notices: intake.notices + articles.notices)
    }
    try memory.limit.room(count: pile.articles.count, idBytes: pile.articles.idBytes)
    pile.refusals.forEach(console.report)
    pile.notices.forEach(console.report)
    return pile
  }

  /// The lines that every stage hands on, so that an id can be traced to its source; none without a `writer`. Matching
  /// such articles again would find nothing in those whose texts were withheld, which is told.
  func pass(on output: Output, _ writer: JSONLine?, threads: Int, _ console: Console) async throws {
    let missing = Shared(0)
    try await articles.forEach(
      threads: threads,
      each: { article in
        (line: writer.map { $0.bytes(article) } ?? [], isMissing: article.text.isEmpty)
      },
      sink: { made in
        if made.isMissing { missing.withLock { $0 += 1 } }
        if !made.line.isEmpty { output.line(made.line) }
      })
    if let writer {
      for refusal in refusals { output.line(try writer.line(refusal)) }
      for notice in notices { output.line(try writer.line(notice)) }
    }
    console.warnOfMissingTexts(missing.withLock { $0 })
  }

  func tally(since start: ContinuousClock.Instant, _ matches: Matches) -> Tally {
    var tally = Tally()
    tally.articles = articles.count
    tally.families = matches.familyCount
    tally.pairs = matches.pairCount
    refusals.forEach { tally.count($0) }
    notices.forEach { tally.count($0) }
    tally.finish(since: start)
    return tally
  }

  /// Families of two or more, the largest first, a line an article.
  func printFamilies(_ matches: Matches, _ output: Output) throws {
    let look = Look()
    var copied: [(id: String, members: Range<Int>)] = []
    var numbers: [UInt32] = []
    matches.forEachFamily(ofAtLeast: 2) { id, members in
      let start = numbers.count
      numbers += members.map { UInt32($0) }
      copied.append((id, start..<numbers.count))
    }
    copied.sort { ($1.members.count, $0.id) < ($0.members.count, $1.id) }
    output.line(
      look.bold(
        "\(counted(articles.count, "article", "articles")): \(counted(matches.familyCount, "report", "reports")), \(copied.count) of them on more than one page"
      ))
    for family in copied {
      output.line("")
      output.line(
        look.bold("\(TextTree.clean(family.id))  \(counted(family.members.count, "page", "pages"))"))
      for number in numbers[family.members] {
        let article = try articles.article(Int(number))
        let facts = [article.outlet, article.published?.iso, article.title].compactMap { $0 }.map(
          TextTree.clean)
        output.line("  \(facts.joined(separator: " · "))  \(look.dim(TextTree.clean(article.source)))")
      }
    }
  }
}

/// A value that closures on several threads share.
final class Shared<Value: Sendable>: Sendable {
  private let mutex: Mutex<Value>

  init(_ value: Value) { mutex = Mutex(value) }

  func withLock<Result: Sendable>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    try mutex.withLock { try body(&$0) }
  }
}
