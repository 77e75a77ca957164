import Foundation
import Newsroom

/// Made traditions as files for other programs and scorers.
enum NewsroomFiles {
  /// Writes `articles.jsonl`, `truth.jsonl` and `parents.jsonl` of all, and a folder for each tradition with its articles and
  /// its `gold.json`.
  static func write(_ traditions: [Tradition], to folder: String) throws {
    try make(folder)
    try lines(traditions.flatMap(\.articleLines), to: folder + "/articles.jsonl")
    try lines(traditions.map(\.truthLine), to: folder + "/truth.jsonl")
    try lines(traditions.flatMap(\.parentLines), to: folder + "/parents.jsonl")
    for tradition in traditions {
      let own = folder + "/traditions/\(tradition.number)"
      try make(own)
      try lines(tradition.articleLines, to: own + "/articles.jsonl")
      try lines([tradition.gold], to: own + "/gold.json")
    }
  }

  private static func make(_ folder: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Failure("\(folder): the folder cannot be made. Name one that can be written")
    }
  }

  private static func lines(_ lines: [String], to path: String) throws {
    guard
      FileManager.default.createFile(
        atPath: path, contents: Data((lines.joined(separator: "\n") + "\n").utf8))
    else {
      throw Failure("\(path): cannot be written. Is there room, and may you write there?")
    }
  }
}
