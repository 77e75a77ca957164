import ArgumentParser
import Desk
import Foundation

/// Flags of every command.
struct CommonOptions: ParsableArguments {
  @Option(help: "How many threads to work with. (default: all cores)")
  var threads: Int?

  @Flag(help: "No progress and no messages but errors.")
  var quiet = false

  var threadCount: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads takes a number from 1 to 1024, not \(threads).")
    }
  }
}

/// What a command that compares many texts may use.
struct MemoryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Memory to keep within, as 512M or 2G; what does not fit goes to temporary files. The least is some 100 MB, and 200 bytes for each article. (default: a quarter of the machine's)",
      valueName: "size"),
    transform: { text in
      guard let limit = MemoryLimit(text) else {
        throw ValidationError("--memory takes a size such as 512M or 2G, not “\(text)”.")
      }
      return limit
    })
  var memory: MemoryLimit?

  @Option(
    help: ArgumentHelp("Folder for temporary files. (default: $TMPDIR, else /tmp)", valueName: "folder"),
    completion: .directory)
  var scratch: String?

  var limit: MemoryLimit { memory ?? .usual }
  var folder: String {
    let folder = scratch ?? ProcessInfo.processInfo.environment["TMPDIR"] ?? ""
    return folder.isEmpty ? "/tmp" : folder
  }
}

/// The archive that a command works on.
struct ArchiveOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The archive, one SQLite file. (default: $STEMMA_ARCHIVE, else pile.stemma)", valueName: "file"),
    completion: .file(extensions: ["stemma"]))
  var archive: String?

  /// Whether the user named it.
  var isNamed: Bool { archive != nil || ProcessInfo.processInfo.environment["STEMMA_ARCHIVE"] != nil }

  var path: String { archive ?? ProcessInfo.processInfo.environment["STEMMA_ARCHIVE"] ?? "pile.stemma" }
}

/// What a command reads.
struct InputArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files, folders, or - for standard input: HTML, plain text, JSON Lines, feeds (RSS, Atom, JSON Feed), ninjs and NewsML-G2, web archives (WARC), also as gzip or Zstandard, and WACZ.",
      valueName: "input"),
    completion: .file())
  var inputs: [String]
}
