import Foundation

/// Where the tests find what they read.
enum Folders {
  /// The package's root.
  static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  static let examples = package + "/Examples"

  /// The three pages of the worked example; not part of the project, and `nil` where they are not at hand.
  static let seeds: String? = {
    let shared = ProcessInfo.processInfo.environment["STEMMA_SHARED"] ?? package + "/../shared"
    let seeds = URL(fileURLWithPath: shared + "/seeds").standardizedFileURL.path
    if FileManager.default.fileExists(atPath: seeds) { return seeds }
    print(
      "SKIPPED: the worked example. There is no \(seeds); name the folder that holds it in STEMMA_SHARED.")
    return nil
  }()
}
