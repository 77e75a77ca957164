import ArgumentParser
import Desk
import Export
import Press

struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Pages in, articles out.",
    discussion: """
      EXAMPLES
        stemma extract page.html
        stemma extract pages.jsonl.gz --json > articles.jsonl
        stemma extract crawl.warc.gz --json > articles.jsonl
      """)

  @OptionGroup var input: InputArguments
  @OptionGroup var tables: TablesOption
  @OptionGroup var common: CommonOptions
  @Flag(help: "Print JSON Lines.") var json = false

  func run() async throws {
    let start = ContinuousClock.now
    let console = Console(quiet: common.quiet, sharesTerminal: true)
    console.measure(input.inputs)
    let output = Output()
    let shared = Shared(Tally())
    let writer = json ? JSONLine() : nil
    if let writer { output.line(try writer.header(version: Desk.version)) }
    let sheet = ArticleSheet(look: Look())
    let extraction = Extraction(
      input.inputs, threads: common.threadCount, tables: try tables.load(), progress: { console.show($0) })
    try await extraction.run(knowing: try await extraction.siteLines()) { result in
      switch result {
      case .article(let article, let notices):
        shared.withLock { tally in
          tally.articles += 1
          notices.forEach { tally.count($0) }
        }
        for notice in notices {
          console.report(notice)
          if let writer { output.line(try writer.line(notice)) }
        }
        if let writer {
          output.line(writer.bytes(article))
        } else {
          sheet.lines(article).forEach(output.line)
        }
      case .refusal(let refusal):
        shared.withLock { $0.count(refusal) }
        console.report(refusal)
        if let writer { output.line(try writer.line(refusal)) }
      case .pair, .family: break
      }
    }
    console.clear()
    var sum = shared.withLock { $0 }
    sum.finish(since: start)
    if let writer { output.line(try writer.line("summary", sum)) }
    output.flush()
    try sum.exit(found: sum.articles > 0)
  }
}
