import ArgumentParser
import Desk
import Export
import Press

struct LineageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lineage",
    abstract: "Pages or articles in; one stemma per family out.",
    discussion: """
      EXAMPLES
        stemma lineage pages/                         trees
        stemma match pages/ --json | stemma lineage - --format json
        stemma lineage pages/ --format dot | dot -Tsvg > trees.svg
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case tree, json, dot }

  @OptionGroup var input: InputArguments
  @OptionGroup var tables: TablesOption
  @OptionGroup var common: CommonOptions
  @Option(help: "tree, json (JSON Lines) or dot.") var format = Format.tree
  @Flag(help: "As --format json.") var json = false
  @Flag(help: "Pass the articles on with their texts.") var withText = false

  func run() async throws {
    let start = ContinuousClock.now
    let console = Console(quiet: common.quiet)
    let pile = try await Pile.read(input.inputs, tables, common, console)
    let survey = Survey(threads: common.threadCount, progress: { console.show($0) })
    let matched: Findings
    if let given = pile.given {
      matched = given
    } else {
      pile.warnOfMissingTexts(console)
      matched = await survey.match(pile.articles)
    }
    let findings = await survey.drawStemmata(matched, of: pile.articles)
    console.clear()
    let output = Output()
    switch json ? .json : format {
    case .json:
      let writer = JSONLine(withText: withText)
      output.line(try writer.header(version: Desk.version))
      try pile.pass(on: output, writer)
      for stemma in findings.stemmata { output.line(try writer.line(stemma)) }
      output.line(try writer.line("summary", pile.tally(since: start, findings)))
    case .dot: output.text(DOT.graph(findings.stemmata.filter { $0.nodes.count > 1 }))
    case .tree: pile.printTrees(findings, output)
    }
    output.flush()
    try pile.tally(since: start, findings).exit(found: !pile.articles.isEmpty)
  }
}
