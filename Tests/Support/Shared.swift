import Foundation

/// The folder of evaluation data that lies outside the project, and the floors that are pinned inside it.
public enum Shared {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

  /// The folder; `nil` where there is none.
  public static let root: URL? = {
    let named = ProcessInfo.processInfo.environment["STEMMA_SHARED"].map { URL(filePath: $0) }
    let beside = tests.deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")
    return [named, beside].compactMap(\.self).first {
      FileManager.default.fileExists(atPath: $0.appending(path: "data").path)
    }
  }()

  /// Files of a folder of test data, sorted; says loudly when there are none.
  public static func files(in folder: String, suffix: String) -> [URL] {
    guard let directory = root?.appending(path: folder),
      let names = try? FileManager.default.contentsOfDirectory(atPath: directory.path)
    else {
      print("SKIPPED: no \(folder); set STEMMA_SHARED to the folder that holds it")
      return []
    }
    return names.filter { $0.hasSuffix(suffix) }.sorted().map { directory.appending(path: $0) }
  }

  /// The least share of tests that must pass, from Tests/floors.json.
  ///
  /// - Throws: `NoFloor` where none is pinned.
  public static func floor(_ key: String) throws -> Double {
    let floors = try JSONDecoder().decode(
      [String: Double].self, from: Data(contentsOf: tests.appending(path: "floors.json")))
    guard let floor = floors[key] else { throw NoFloor(key: key) }
    return floor
  }

  /// Tests/floors.json pins nothing for `key`.
  public struct NoFloor: Error { let key: String }
}
