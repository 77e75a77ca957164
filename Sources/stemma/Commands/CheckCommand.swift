import Archive
import ArgumentParser
import Desk
import Export

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check whether an archive keeps its invariants.",
    discussion: """
      EXAMPLE
        stemma check --archive june.stemma

      ARCHITECTURE.md lists the invariants by their numbers, and docs/archive.md
      says how each is checked. 0 is the file itself: what SQLite finds in it,
      what cannot be read, and the search index.
      Exit status 2: at least one is broken. An archive whose reading was stopped
      is sound, and is said to be unfinished.
      """)

  @OptionGroup var archive: ArchiveOption
  @Flag(help: "No progress and no messages but errors.") var quiet = false

  func run() async throws {
    let archive = try openForReading(archive)
    defer { archive.close() }
    let console = Console(quiet: quiet)
    let report = try Desk.inspect(archive) { step, done, total in
      // Parts are counted where nothing in them is.
      let part = CheckStep.allCases.firstIndex(of: step) ?? 0
      console.show(
        total.map { RunProgress(stage: .checking, done: done, total: $0) }
          ?? RunProgress(stage: .checking, done: part, total: CheckStep.allCases.count))
    }
    console.clear()
    let output = Output()
    defer { output.flush() }
    for omission in report.omissions { console.say("stemma: not checked: \(omission)") }
    for violation in report.violations {
      output.line(
        TextTree.clean("invariant \(violation.invariant): \(violation.location): \(violation.what)"))
    }
    guard report.violations.isEmpty else { throw ExitCode(2) }
    let counts = try archive.counts()
    output.line(
      "\(archive.path) is sound: \(counted(counts.articles, "article", "articles")), \(counted(counts.refusals, "refusal", "refusals")), \(counted(counts.families, "report", "reports")), \(counted(counts.arrows, "arrow", "arrows"))"
    )
    if report.isUnfinished {
      output.line("Its last reading was not finished. Run it again: what is there is not read anew.")
    }
  }
}
