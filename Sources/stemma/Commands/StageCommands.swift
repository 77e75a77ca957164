import ArgumentParser
import Desk
import Export
import Press
import Synchronization

struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Pages in, articles out.",
    discussion: """
      EXAMPLES
        stemma extract page.html
        stemma extract pages.jsonl.gz --json > articles.jsonl
      """)

  @OptionGroup var input: InputArguments
  @OptionGroup var tables: TablesOption
  @OptionGroup var common: CommonOptions
  @Flag(help: "Print JSON Lines.") var json = false

  func run() async throws {
    let start = ContinuousClock.now
    let console = Console(quiet: common.quiet)
    let output = Output()
    let shared = Shared(Mutex(Tally()))
    let writer = json ? JSONLine() : nil
    if let writer { output.line(try writer.header(version: Desk.version)) }
    let sheet = ArticleSheet(look: Look())
    try await Extraction(
      input.inputs, threads: common.threadCount, tables: try tables.load(), progress: { console.show($0) }
    ).run { result in
      switch result {
      case .article(let article, let notices):
        shared.tally.withLock { tally in
          tally.articles += 1
          notices.forEach { tally.count($0) }
        }
        for notice in notices {
          console.report(notice)
          if let writer { output.line(try writer.line(notice)) }
        }
        if let writer {
          output.line(try writer.line(article))
        } else {
          sheet.lines(article).forEach(output.line)
        }
      case .refusal(let refusal):
        shared.tally.withLock { $0.count(refusal) }
        console.report(refusal)
        if let writer { output.line(try writer.line(refusal)) }
      case .pair, .family: break
      }
    }
    console.clear()
    var sum = shared.tally.withLock { $0 }
    sum.finish(since: start)
    if let writer { output.line(try writer.line("summary", sum)) }
    output.flush()
    try sum.exit(found: sum.articles > 0)
  }
}

/// A tally that the workers' sink counts in.
private final class Shared: Sendable {
  let tally: Mutex<Tally>
  init(_ tally: consuming sending Mutex<Tally>) { self.tally = tally }
}

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
