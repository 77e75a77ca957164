import Foundation

/// The folder of evaluation data that lies outside the project, and the floors that are pinned inside it.
enum Shared {
  private static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent()

  private static let root: URL? = {
    let named = ProcessInfo.processInfo.environment["STEMMA_SHARED"].map { URL(filePath: $0) }
    return [named, package.deletingLastPathComponent().appending(path: "shared")].compactMap(\.self).first {
      FileManager.default.fileExists(atPath: $0.appending(path: "data").path)
    }
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

  /// The least share of tests that must pass, from Tests/floors.json; 1 where none is pinned.
  static func floor(_ key: String) throws -> Double {
    let floors = try JSONDecoder().decode(
      [String: Double].self, from: Data(contentsOf: package.appending(path: "Tests/floors.json")))
    return floors[key] ?? 1
  }
}
