import ArgumentParser
import Desk
import Export
import Press

struct MatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Pages or articles in; pairs and families out.",
    discussion: """
      EXAMPLES
        stemma match pages/
        stemma extract pages/ --json | stemma match - --json
        stemma match crawl.jsonl --json --memory 2G --scratch /big/tmp
      """)

  @OptionGroup var input: InputArguments
  @OptionGroup var tables: TablesOption
  @OptionGroup var memory: MemoryOptions
  @OptionGroup var common: CommonOptions
  @Flag(help: "Print JSON Lines.") var json = false
  @Flag(help: "Pass the articles on with their texts.") var withText = false

  func run() async throws {
    let start = ContinuousClock.now
    let console = Console(quiet: common.quiet)
    let pile = try await StreamedPile.read(input.inputs, tables, memory, common, console)
    let output = Output()
    let writer = json ? JSONLine(withText: withText) : nil
    if let writer { output.line(try writer.header(version: Desk.version)) }
    try await pile.pass(on: output, writer, threads: common.threadCount, console)
    let run = try MatchingRun(
      pile.articles, threads: common.threadCount, limit: memory.limit, scratch: memory.folder,
      idBytes: pile.articles.idBytes, progress: { console.show($0) })
    let matches = try await run.run()
    console.clear()
    if let writer {
      try await matches.write(
        { pair, bytes in
          writer.append(pair, to: &bytes)
          bytes.append(0x0A)
        }, to: output.lines)
      var bytes: [UInt8] = []
      matches.forEachFamily { family in
        writer.append(family, to: &bytes)
        bytes.append(0x0A)
        if bytes.count > 1 << 16 {
          output.lines(bytes)
          bytes.removeAll(keepingCapacity: true)
        }
      }
      output.lines(bytes)
      output.line(try writer.line("summary", pile.tally(since: start, matches)))
    } else {
      try pile.printFamilies(matches, output)
    }
    output.flush()
    try pile.tally(since: start, matches).exit(found: pile.articles.count > 0)
  }
}
