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
      """)

  @OptionGroup var input: InputArguments
  @OptionGroup var tables: TablesOption
  @OptionGroup var common: CommonOptions
  @Flag(help: "Print JSON Lines.") var json = false
  @Flag(help: "Pass the articles on with their texts.") var withText = false

  func run() async throws {
    let start = ContinuousClock.now
    let console = Console(quiet: common.quiet)
    let pile = try await Pile.read(input.inputs, tables, common, console)
    pile.warnOfMissingTexts(console)
    let findings = await Survey(threads: common.threadCount, progress: { console.show($0) }).match(
      pile.articles)
    console.clear()
    let output = Output()
    if json {
      let writer = JSONLine(withText: withText)
      output.line(try writer.header(version: Desk.version))
      try pile.pass(on: output, writer)
      for pair in findings.pairs { output.line(try writer.line(pair)) }
      for family in findings.families { output.line(try writer.line(family)) }
      output.line(try writer.line("summary", pile.tally(since: start, findings)))
    } else {
      pile.printFamilies(findings, output)
    }
    output.flush()
    try pile.tally(since: start, findings).exit(found: !pile.articles.isEmpty)
  }
}
