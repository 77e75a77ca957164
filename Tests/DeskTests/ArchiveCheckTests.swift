import Archive
import Foundation
import GRDB
import Press
import Testing

@testable import Desk

@Suite("A check holds an archive's findings and index against its texts")
struct ArchiveCheckTests {
  private let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/desk-check-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private var path: String { folder + "/x.stemma" }

  private func made() async throws {
    let desk = try Desk(archive: path, threads: 2)
    try desk.archive.store(
      Pile.articles(reports: 5, seed: 3).map { .article($0, contentHash: ContentHash.of($0)) })
    _ = try await desk.renewFindings()
    desk.archive.close()
  }

  /// A text changed with all that SQLite and FTS5 could tell it by.
  private static let changedText = """
    INSERT INTO search (search, rowid, title, text) SELECT 'delete', key, title, text FROM article WHERE key = 1;
    UPDATE article SET text = text || ' He denied it.' WHERE key = 1;
    INSERT INTO search (rowid, title, text) SELECT key, title, text FROM article WHERE key = 1;
    """

  @Test(
    "each by the number of its invariant",
    arguments: [
      (5, changedText, "not the one that was indexed"),
      (
        3, "UPDATE fingerprint SET place = place + 1 WHERE article = 2",
        "other features of an article than its text gives"
      ),
      (3, "UPDATE state SET value = 'x' WHERE name = 'findings_digest'", "those of other articles"),
    ])
  func planted(invariant: Int, sql: String, what: String) async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await made()
    #expect(try found() == CheckReport())
    try plant(sql)
    let report = try found()
    #expect(
      report.violations.contains { $0.invariant == invariant && $0.what.contains(what) },
      "\(report.violations)")
  }

  private func found() throws -> CheckReport {
    let archive = try Archive(path: path, mode: .readOnly)
    defer { archive.close() }
    return try Desk.inspect(archive)
  }

  private func plant(_ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }
}
