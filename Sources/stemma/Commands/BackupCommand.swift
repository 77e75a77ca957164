import Archive
import ArgumentParser
import Desk
import Export

struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy an archive, whole and checked, also while another stemma is writing to it.",
    discussion: """
      EXAMPLES
        stemma backup june-1.stemma --archive june.stemma
        stemma backup /media/disk/pile.stemma --force     in the place of the last one

      The copy is the archive as it was at one moment, in one file, and has its
      name only once it is whole and was read back. A file that is there already
      is replaced with --force alone, and stays until then.
      """)

  @Argument(help: ArgumentHelp("The copy to make.", valueName: "file"), completion: .file()) var file: String
  @OptionGroup var archive: ArchiveOption
  @Flag(help: "Replace a file that is there already.") var force = false
  @Flag(help: "No progress and no messages but errors.") var quiet = false

  func run() async throws {
    let archive = try openForReading(archive)
    defer { archive.close() }
    let console = Console(quiet: quiet)
    let path = try archive.backup(to: file, replacing: force) {
      console.show(RunProgress(stage: .copying, done: $0, total: $1))
    }
    console.clear()
    let copy = try Archive(path: path, mode: .readOnly)
    defer { copy.close() }
    let counts = try copy.counts()
    let output = Output()
    output.line(
      TextTree.clean(
        "\(path) is a whole copy of \(archive.path): \(counted(counts.articles, "article", "articles")), \(counted(counts.families, "report", "reports"))"
      ))
    output.flush()
  }
}
