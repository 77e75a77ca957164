import Foundation
import Testing

/// The folder of evaluation data that lies outside the project, and the floors that are pinned inside it.
enum Shared {
  static let root: URL? = {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let named = ProcessInfo.processInfo.environment["STEMMA_SHARED"].map { URL(filePath: $0) }
    for folder in [named, package.deletingLastPathComponent().appending(path: "shared")] {
      if let folder, FileManager.default.fileExists(atPath: folder.appending(path: "data").path) {
        return folder
      }
    }
    return nil
  }()

  /// Files of a folder of test data, sorted; says loudly when there are none.
  static func files(in folder: String, suffix: String) -> [URL] {
    guard let directory = root?.appending(path: folder),
      let names = try? FileManager.default.contentsOfDirectory(atPath: directory.path)
    else {
      print("SKIPPED: no \(folder); set STEMMA_SHARED to the folder that holds it")
      return []
    }
    return names.filter { $0.hasSuffix(suffix) }.sorted().map { directory.appending(path: $0) }
  }

  /// The least share of tests that must pass, from Tests/floors.json.
  static func floor(_ key: String) throws -> Double {
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "floors.json")
    let floors = try JSONDecoder().decode([String: Double].self, from: Data(contentsOf: url))
    return try #require(floors[key], "Tests/floors.json pins nothing for \(key)")
  }
}
