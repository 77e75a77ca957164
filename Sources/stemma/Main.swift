import ArgumentParser
import Desk
import Export
import Foundation

/// `main` as a story: the commands, in the order in which a new user meets them.
@main
struct StemmaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stemma",
    abstract: "Reads a pile of news pages and reconstructs how each report travelled.",
    discussion: """
      EXAMPLES
        stemma read pages/                    read a folder, keep it in pile.stemma, print the reports
        stemma families                       list the reports, the most copied first
        stemma show f3a9                      one report: its tree, the reasons, what the copies changed
        stemma trace page.html                where does this page come from?
        stemma extract page.html --json       one page, one article
        stemma extract pages/ --json | stemma match - --json

      Data goes to standard output, progress and messages to standard error. Exit status: 0 done, 1 nothing \
      found, 2 an error (one unreadable page among a thousand included; all others are read and kept).
      """,
    version: Desk.version,
    groupedSubcommands: [
      CommandGroup(name: "The main job", subcommands: [ReadCommand.self]),
      CommandGroup(
        name: "Over an archive",
        subcommands: [
          FamiliesCommand.self, ShowCommand.self, TraceCommand.self, SearchCommand.self, ExportCommand.self,
          CheckCommand.self,
        ]),
      CommandGroup(
        name: "One stage, as a filter",
        subcommands: [ExtractCommand.self, MatchCommand.self, LineageCommand.self]),
    ])

  /// Every end has its exit status: 0 done, 1 nothing found, 2 an error, a wrong call included.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var runnable = command as? any AsyncParsableCommand {
        try await runnable.run()
      } else {
        try command.run()
      }
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
