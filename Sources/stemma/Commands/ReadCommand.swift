import Archive
import ArgumentParser
import Desk
import Export
import Foundation
import Press

struct ReadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read everything, keep it, and print how many reports it is and how each travelled.",
    discussion: """
      EXAMPLES
        stemma read pages/                          kept in pile.stemma
        stemma read june.jsonl.gz --archive june.stemma
        cat pages.jsonl | stemma read - --json      the findings as JSON Lines

      What is in the archive already is not read again: a run that was stopped goes on where it stopped.
      Ctrl-C stores the pages in work and ends; a second one ends at once, and costs nothing but those.
      """)

  @OptionGroup var input: InputArguments
  @OptionGroup var archive: ArchiveOption
  @OptionGroup var tables: TablesOption
  @OptionGroup var common: CommonOptions
  @Flag(help: "Print articles, families and stemmata as JSON Lines.") var json = false
  @Option(help: ArgumentHelp("Draw this many reports at most.", valueName: "count")) var top = 20

  func validate() throws {
    if top < 0 { throw ValidationError("--top takes a number from 0 on, not \(top).") }
  }

  func run() async throws {
    let start = ContinuousClock.now
    let console = Console(quiet: common.quiet)
    let output = Output()
    var tally = Tally()
    let isNew = !FileManager.default.fileExists(atPath: archive.path)
    let desk = try Desk(archive: archive.path, threads: common.threadCount, tables: try tables.load())
    Interruption.finishFirst()
    console.measure(input.inputs)
    let report = try await desk.read(input.inputs, stop: Interruption.request) { console.show($0) }
    console.clear()
    if let stage = report.stopped { try end(desk, stage, report, isNew: isNew, console) }
    for refusal in report.refusals {
      tally.count(refusal)
      console.report(refusal)
    }
    for notice in report.notices {
      tally.count(notice)
      console.report(notice)
    }
    if report.passedOver > 0 {
      console.say(
        "stemma: passed over \(counted(report.passedOver, "line", "lines")) of pairs and families: what an archive holds is found anew from its articles"
      )
    }
    let counts = try desk.archive.counts()
    tally.articles = report.newArticles
    tally.known = report.known + report.renewedArticles
    tally.families = counts.families
    tally.pairs = counts.pairs
    tally.finish(since: start)
    if isNew, counts.pages == 0 {
      // A mistyped path must leave nothing behind.
      desk.archive.close()
      try? FileManager.default.removeItem(atPath: archive.path)
      if tally.softErrors == 0 { throw NothingFound() }
      throw ExitCode(2)
    }
    // Also where it is stopped in the middle of a list, the archive is one file again.
    defer { desk.archive.close() }
    if json {
      try printJSON(desk, report, tally, output)
    } else if report.newArticles + report.renewedArticles + report.known > 0 || tally.softErrors == 0 {
      try printReports(desk, report, counts, output)
    }
    output.flush()
    try tally.exit(found: counts.articles > 0)
  }

  /// Ends a run that was stopped: says in one line what is kept, and how to go on.
  private func end(
    _ desk: Desk, _ stage: Desk.ReadReport.Stage, _ report: Desk.ReadReport, isNew: Bool, _ console: Console
  ) throws {
    let counts = try desk.archive.counts()
    desk.archive.close()
    if isNew, counts.pages == 0 { try? FileManager.default.removeItem(atPath: archive.path) }
    let kept = "\(counted(counts.articles, "article is", "articles are")) kept in \(archive.path)"
    let standing =
      switch stage {
      case .reading where counts.pages == 0: "stopped before anything was kept"
      case .reading: "stopped while reading: \(kept), \(report.newArticles) of them new"
      case .findings: "stopped while working out the reports: \(kept), and the reports are those of before"
      }
    let again = input.inputs.contains("-") ? "To go on, give it the same input again" : "To go on"
    console.error("stemma: \(standing). \(again): \(GivenCommand.line)")
    throw Interrupted()
  }

  private func printJSON(_ desk: Desk, _ report: Desk.ReadReport, _ tally: Tally, _ output: Output) throws {
    let json = JSONLine(withText: false)
    output.line(try json.header(version: Desk.version))
    try desk.archive.forEachArticle {
      try Interruption.check()
      for article in $0 { output.line(try json.line(article)) }
    }
    for refusal in report.refusals { output.line(try json.line(refusal)) }
    for notice in report.notices { output.line(try json.line(notice)) }
    try desk.archive.forEachFamily {
      try Interruption.check()
      for family in $0 { output.line(try json.line(family)) }
    }
    try desk.archive.forEachStemma {
      try Interruption.check()
      for stemma in $0 { output.line(try json.line(stemma)) }
    }
    output.line(try json.line("summary", tally))
  }

  private func printReports(_ desk: Desk, _ report: Desk.ReadReport, _ counts: Counts, _ output: Output)
    throws
  {
    let look = Look()
    let refused = report.refusals.isEmpty ? "" : ", \(report.refusals.count) refused"
    let again = report.renewedArticles == 0 ? "" : ", \(report.renewedArticles) read anew by better rules"
    let fresh = report.known == 0 && again.isEmpty ? "" : " (\(report.newArticles) new\(again))"
    let lost =
      counts.lostWitnesses == 0
      ? "" : ", \(counted(counts.lostWitnesses, "lost original", "lost originals")) inferred"
    output.line(
      look.bold(
        "\(counted(counts.articles, "article", "articles"))\(fresh)\(refused): \(counted(counts.families, "report", "reports")), \(counts.copiedFamilies) on more than one page\(lost)"
      ))
    let families = try desk.archive.shownFamilies(limit: top)
    let sheet = Sheet(archive: desk.archive, look: look)
    var alone = 0
    for family in families {
      try Interruption.check()
      // A report on one page that names no source has no tree to draw.
      guard let stemma = try desk.archive.shown(family: family.id)?.stemma,
        family.members.count > 1 || !stemma.edges.isEmpty
      else {
        alone += 1
        continue
      }
      output.line("")
      try sheet.lines(of: family, stemma, explains: false).forEach(output.line)
    }
    output.line("")
    let more = counts.families - families.count
    let archiveFlag = archive.archive == nil ? "" : " --archive \(archive.path)"
    let program = CommandLine.arguments.first ?? "stemma"
    if alone > 0 || more > 0 {
      let rest = counted(alone + max(0, more), "further report", "further reports")
      output.line(look.dim("Not drawn: \(rest). All: \(program) families\(archiveFlag)"))
    }
    output.line(
      look.dim("Kept in \(archive.path). Next, the reasons for every arrow and what the copies changed:"))
    output.line(look.dim("  \(program) show \(families.first?.id ?? "FAMILY")\(archiveFlag)"))
  }
}
