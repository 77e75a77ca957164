import Desk
import Foundation
import TestSupport

/// A small archive of invented reports, for the length of a test.
struct SmallPile {
  let folder: String
  var archive: String { folder + "/pile.stemma" }

  /// Reads so many reports, each as two outlets print it.
  init(reports: Int = 3) async throws {
    folder = FileManager.default.temporaryDirectory.path + "/stemma-web-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try await read(reports: reports, seed: 1)
  }

  /// Reads more.
  func read(reports: Int, seed: UInt64) async throws {
    var news = InventedNews(seed: seed)
    var lines: [String] = []
    for number in 0..<reports {
      let text = news.report().joined(separator: "\n\n")
      for outlet in ["The Marsh Courier", "Harbour Post"] {
        let line = [
          "id": "\(seed)-\(number)-\(outlet.prefix(1))", "outlet": outlet,
          "title": "Report \(number) of \(seed)",
          "text": text, "published": "2024-03-0\(1 + number % 9)",
        ]
        lines.append(String(decoding: try JSONSerialization.data(withJSONObject: line), as: UTF8.self))
      }
    }
    let path = folder + "/pages-\(seed).jsonl"
    try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    let desk = try Desk(archive: archive, threads: 1)
    defer { desk.archive.close() }
    try await desk.read([path])
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  /// Every byte that the archive consists of.
  func bytes() -> Data? { FileManager.default.contents(atPath: archive) }
}
