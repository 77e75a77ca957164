import ArgumentParser
import Desk
import Export
import Foundation

/// `main` as a story: the commands, in the order in which a new user meets them.
@main
struct StemmaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stemma",
    abstract: """
      stemma read pages/  reads a pile of news pages and reconstructs
      how each report travelled: who copied whom, and what is lost.
      """,
    discussion: """
      MORE EXAMPLES
        stemma families                 the reports, the most copied first
        stemma show ferry.html          one report: tree, reasons, changes
        stemma changes --kind quotation   which pages altered a quotation?
        stemma trace page.html          where does this page come from?
        stemma search ferry aground     in headlines and texts
        stemma watch incoming/          read what is new, and say whose copy it is
        stemma extract page.html        one page: article, credits, furniture
        stemma serve                    all of it in the browser
        stemma collate a.html b.html    where do these two differ, and how?
        stemma extract pages/ --json | stemma match - --json

      Data goes to standard output, progress and messages to standard error.
      Exit status: 0 done, 1 nothing found, 2 an error, also when one page
      among a thousand could not be read (all others are read and kept),
      130 stopped by Ctrl-C, 143 by the system.
      """,
    version: Desk.version,
    groupedSubcommands: [
      CommandGroup(name: "Main", subcommands: [ReadCommand.self, WatchCommand.self]),
      CommandGroup(
        name: "Archive",
        subcommands: [
          FamiliesCommand.self, ShowCommand.self, ChangesCommand.self, TraceCommand.self, SearchCommand.self,
          ExportCommand.self, ServeCommand.self, CorrectionsCommand.self, CheckCommand.self,
          BackupCommand.self,
        ]),
      CommandGroup(
        name: "Filter",
        subcommands: [ExtractCommand.self, MatchCommand.self, CollateCommand.self, LineageCommand.self]),
      CommandGroup(name: "Care", subcommands: [DoctorCommand.self]),
      CommandGroup(name: "Measure", subcommands: [BenchCommand.self]),
    ])

  /// Every end has its exit status: 0 done, 1 nothing found, 2 an error, a wrong call included; 130 and 143 stopped.
  static func main() async {
    Interruption.listen()
    do {
      var command = try parseAsRoot()
      if var runnable = command as? any AsyncParsableCommand {
        try await runnable.run()
      } else {
        try command.run()
      }
    } catch is NothingFound {
      FileHandle.standardError.write(Data("stemma: nothing found\n".utf8))
      Foundation.exit(1)
    } catch is Interrupted {
      Foundation.exit(Interruption.status)
    } catch let status as ExitCode {
      Foundation.exit(status.rawValue)
    } catch {
      let status = exitCode(for: error)
      // Help and version are what was asked for; a wrong call is answered with its usage.
      if status.isSuccess { exit(withError: error) }
      // What the message quotes, a path or an id, is not ours, and must not steer the terminal.
      let lines =
        status == .validationFailure
        ? fullMessage(for: error).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        : ["stemma: \(error)"]
      StandardError.write(lines.map(TextTree.clean).joined(separator: "\n") + "\n")
      Foundation.exit(2)
    }
  }
}
