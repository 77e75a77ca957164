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

      ARCHITECTURE.md lists the invariants by their numbers. Exit status 2: at least one is broken.
      """)

  @OptionGroup var archive: ArchiveOption

  func run() async throws {
    let archive = try openForReading(archive)
    defer { archive.close() }
    let console = Console(quiet: false)
    let violations = try Desk.check(archive) { console.show($0) }
    console.clear()
    let output = Output()
    defer { output.flush() }
    for violation in violations {
      output.line(
        TextTree.clean("invariant \(violation.invariant): \(violation.location): \(violation.what)"))
    }
    guard violations.isEmpty else { throw ExitCode(2) }
    let counts = try archive.counts()
    output.line(
      "\(archive.path) is sound: \(counted(counts.articles, "article", "articles")), \(counted(counts.refusals, "refusal", "refusals")), \(counted(counts.families, "report", "reports")), \(counted(counts.arrows, "arrow", "arrows"))"
    )
  }
}
