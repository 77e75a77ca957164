import Desk
import Export
import Foundation
import Press

@testable import Web

/// An archive for the tests of the pages, in a folder that goes with it.
final class TestPress: Sendable {
  let site: Site
  private let folder: URL

  private init(_ site: Site, _ folder: URL) {
    self.site = site
    self.folder = folder
  }

  deinit {
    site.archive.close()
    try? FileManager.default.removeItem(at: folder)
  }

  private static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "stemma-pages-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// The demo press for those who only read.
  static let shared = Task { try await demo() }

  /// The demo press.
  static func demo() async throws -> TestPress {
    let examples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Examples/press")
    let folder = try folder()
    let desk = try Desk(archive: folder.appending(path: "demo.stemma").path)
    try await desk.read([examples.path])
    return TestPress(Site(desk: desk), folder)
  }

  /// Articles as they are given.
  static func of(_ articles: [Article]) async throws -> TestPress {
    let folder = try folder()
    let json = JSONLine()
    var lines = [try json.header(version: Desk.version)]
    for article in articles { lines.append(try json.line(article)) }
    let file = folder.appending(path: "articles.jsonl")
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
    let desk = try Desk(archive: folder.appending(path: "test.stemma").path)
    try await desk.read([file.path])
    return TestPress(Site(desk: desk), folder)
  }

  /// A page as it is sent.
  func page(_ target: String) async throws -> (page: Page, html: String) {
    let request = try Request(target: target)
    let page = try await site.page(for: request)
    return (page, Frame.html(page, at: Address(of: request)).text)
  }

  /// Every page that can be reached from `start` by links, within a bound, each looked at by `look`.
  ///
  /// - Returns: how many there were.
  func crawl(
    from start: [String], most: Int, _ look: (String, Page, Markup) throws -> Void
  ) async throws -> Int {
    var seen = Set(start)
    var queue = start
    var count = 0
    while !queue.isEmpty, count < most {
      let target = queue.removeFirst()
      let (page, html) = try await page(target)
      count += 1
      let markup: Markup
      do { markup = try Markup(html) } catch { throw Markup.Fault(description: "\(target): \(error)") }
      try look(target, page, markup)
      for link in markup.links where Asset.all[link] == nil && seen.insert(link).inserted {
        queue.append(link)
      }
    }
    return count
  }
}

/// A page of the site; what is read is a page too.
typealias Page = Web.Page
