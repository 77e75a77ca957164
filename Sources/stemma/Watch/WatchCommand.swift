import Archive
import ArgumentParser
import Desk
import Export
import Foundation
import Intake
import Press

struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Keep an archive current: read what is new in folders and feed files, and say what it is.",
    discussion: """
      EXAMPLES
        stemma watch incoming/ --archive news.stemma
        stemma watch incoming/ feeds/agency.xml --every 60
        stemma watch incoming/ --once --json        as a job of cron

      A file is read when two looks find it the same, so that none is read while it
      is being written; and again when it has changed: of a feed that was written
      anew only the new items are read. One line is printed for each new article:
      whose copy it is, and what it changed.

      Nothing is fetched: something else must put the files there. The archive is
      opened only while something is read, so that others can write to it between.
      Ctrl-C ends the watch; exit status 0 then, or 130 where reading was cut short.
      """)

  @OptionGroup var input: InputArguments
  @OptionGroup var archive: ArchiveOption
  @OptionGroup var tables: TablesOption
  @OptionGroup var common: CommonOptions
  @Option(help: ArgumentHelp("Look so often.", valueName: "seconds")) var every = 5.0
  @Flag(help: "Read what is there and not yet in the archive, then end.") var once = false
  @Flag(help: "Print JSON Lines.") var json = false

  /// Looks after which `--once` leaves what is still being written.
  private static let mostLooks = 12

  func validate() throws {
    if !(0.1...86_400).contains(every) {
      throw ValidationError("--every takes seconds from 0.1 to 86400, not \(every).")
    }
    if input.inputs.contains("-") {
      throw ValidationError("the standard input cannot be watched; stemma read - reads it to its end.")
    }
  }

  func run() async throws {
    let watcher = Watcher(
      inputs: input.inputs, archive: archive.path, tables: try tables.load(), threads: common.threadCount,
      console: Console(quiet: common.quiet, sharesTerminal: true), output: Output(),
      writer: json ? JSONLine() : nil)
    Interruption.finishFirst()
    try watcher.begin()
    var watch = FileWatch()
    var looks = 0
    while !Interruption.request.isRequested {
      let began = ContinuousClock.now
      let files = watcher.look()
      let took: Duration = began.duration(to: ContinuousClock.now)
      let ready = watch.look(files)
      looks += 1
      if !ready.isEmpty, try await watcher.read(ready) { watch.take(ready) }
      if once, looks > 1, watch.isAtRest || looks >= Self.mostLooks { break }
      // A large or far folder is not looked at for more than a tenth of the time.
      let pause: Duration = max(Duration.seconds(every), took * 9)
      try await Self.sleep(until: ContinuousClock.now.advanced(by: pause))
    }
    try watcher.end(leaving: once && !Interruption.request.isRequested ? watch.waiting : 0, isOnce: once)
  }

  private static func sleep(until moment: ContinuousClock.Instant) async throws {
    while ContinuousClock.now < moment, !Interruption.request.isRequested {
      try await Task.sleep(for: .milliseconds(50))
    }
  }
}
