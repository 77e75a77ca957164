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
        stemma lineage pages/ --format html > reports.html
        stemma lineage pages/ --format svg --family ferry.html > tree.svg
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case tree, json, dot, newick
    case extendedNewick = "extended-newick"
    case nexus, graphml, tei, openstemmata, prov, collatex, svg, html
  }

  @OptionGroup var input: InputArguments
  @OptionGroup var tables: TablesOption
  @OptionGroup var common: CommonOptions
  @Option(
    help:
      "tree, json (JSON Lines), dot, newick, extended-newick, nexus, graphml, tei, openstemmata, prov, collatex, svg or html."
  )
  var format = Format.tree
  @Option(help: ArgumentHelp("Only this report: its id, a page's id, or a file name.", valueName: "name"))
  var family: String?
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
      pile.warnOfLineageWithoutTexts(console)
    } else {
      pile.warnOfMissingTexts(console)
      matched = await survey.match(pile.articles)
    }
    let findings = try chosen(await survey.drawStemmata(matched, of: pile.articles), pile.articles)
    console.clear()
    let output = Output()
    switch json ? .json : format {
    case .json:
      let writer = JSONLine(withText: withText)
      output.line(try writer.header(version: Desk.version))
      try pile.pass(on: output, writer)
      for stemma in findings.stemmata { output.line(try writer.line(stemma)) }
      output.line(try writer.line("summary", pile.tally(since: start, findings)))
    case .tree: pile.printTrees(findings, output)
    default:
      guard let format = FamilyFormat(rawValue: format.rawValue) else { break }
      output.text(try format.document(FamilyFormat.Found.all(findings, pile.articles), console))
    }
    output.flush()
    try pile.tally(since: start, findings).exit(found: !pile.articles.isEmpty)
  }

  /// The report that was asked for, or all.
  private func chosen(_ findings: Findings, _ articles: [Article]) throws -> Findings {
    guard let family else { return findings }
    let found = FamilyFormat.Found.all(findings, articles).filter { $0.isCalled(family) }
    guard let first = found.first else { throw Failure("there is no report called “\(family)” here") }
    guard found.count == 1 else {
      throw Failure("“\(family)” may be \(found.map(\.family.id).joined(separator: " or "))")
    }
    let chosen = findings.families.filter { $0.id == first.family.id }
    return Findings(pairs: findings.pairs, families: chosen, stemmata: [first.stemma])
  }
}
