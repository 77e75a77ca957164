import Foundation

/// A folder for one test, removed behind it.
final class Scratch: Sendable {
  let path: String

  /// Makes an empty folder that anybody may look into.
  init() throws {
    path = Self.root + "/" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The folder of this run's folders. What outlives its test (an archive that many tests look at) goes with the process.
  private static let root: String = {
    let path =
      FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path + "/stemma-tests-\(getpid())"
    atexit { try? FileManager.default.removeItem(atPath: Scratch.root) }
    return path
  }()

  /// Writes a file, and the folders on the way to it; gives its path.
  @discardableResult
  func write(_ name: String, _ content: Data) throws -> String {
    let file = path + "/" + name
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try content.write(to: URL(fileURLWithPath: file))
    return file
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, Data(text.utf8)) }

  func read(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)) }
}
