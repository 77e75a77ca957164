import Foundation
import Press
import Synchronization
import TestSupport
import Testing

@testable import Desk

@Suite("A pile in which an outlet prints its lines on every page")
struct SiteLinePileTests {
  private static let slogan = "Minch Lantern, first with the tides"
  private static func offer(_ number: Int) -> String {
    "Become a friend of the Lantern, \(number + 3) crowns a month"
  }

  /// Six pages of different reports in a folder that is gone when `body` ends.
  private func withPages(ending: String = "txt", _ body: ([String], [[String]]) async throws -> Void)
    async throws
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: "stemma-\(UUID().uuidString)/minch")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    var random = SplitMix(seed: 21)
    var (paths, reports) = ([String](), [[String]]())
    for number in 0..<6 {
      let report = Pile.report(&random)
      let lines = ["Report \(number) of the week", Self.slogan] + report + [Self.offer(number)]
      let path = folder.appending(path: "\(number).\(ending)").path
      try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: path))
      paths.append(path)
      reports.append(report)
    }
    try await body(paths, reports)
  }

  private func articles(_ extraction: Extraction, knowing: Bool) async throws -> [Article] {
    let list = Box(Mutex<[Article]>([]))
    let known = knowing ? try await extraction.siteLines() : nil
    try await extraction.run(knowing: known) { result in
      guard case .article(let article, _) = result else { return }
      list.value.withLock { $0.append(article) }
    }
    return list.value.withLock { $0 }
  }

  @Test("scraped text in files is read twice, and loses them, on any number of threads", arguments: [1, 4])
  func extraction(threads: Int) async throws {
    try await withPages { paths, reports in
      let alone = try await articles(Extraction(paths, threads: threads), knowing: false)
      #expect(alone.count == 6 && alone.allSatisfy { $0.text.contains("friend of the Lantern") })
      let together = try await articles(Extraction(paths, threads: threads), knowing: true)
      #expect(together.map(\.text) == reports.map { $0.joined(separator: "\n\n") })
      for (number, article) in together.enumerated() {
        #expect(article.furniture.map(\.text).contains(Self.offer(number)))
      }
      let backwards = try await articles(Extraction(paths.reversed(), threads: threads), knowing: true)
      #expect(backwards.reversed() == together)
    }
  }

  @Test("a page of markup among them, or a stream, and each page is judged by itself")
  func streams() async throws {
    try await withPages { paths, _ in
      let page = URL(filePath: paths[0]).deletingLastPathComponent().appending(path: "page.html")
      try Data("<html><body><p>The pier was mended on Monday, the council said.</p></body></html>".utf8)
        .write(
          to: page)
      #expect(try await Extraction(paths, threads: 2).siteLines() != nil)
      #expect(try await Extraction(paths + [page.path], threads: 2).siteLines() == nil)
      #expect(try await Extraction(paths + ["-"], threads: 2).siteLines() == nil)
    }
  }

  @Test(
    "marked in a pile, they leave every text and the order of the articles as they were", arguments: [1, 4])
  func marking(threads: Int) async throws {
    try await withPages { paths, _ in
      let plain = try await articles(Extraction(paths, threads: threads), knowing: false)
      let survey = Survey(threads: threads)
      let marked = await survey.markingSiteLines(in: plain)
      #expect(marked.map(\.text) == plain.map(\.text) && marked.map(\.id) == plain.map(\.id))
      #expect(marked.allSatisfy { article in article.furniture.contains { $0.range != nil } })
      #expect(await survey.markingSiteLines(in: marked) == marked)
      let backwards = await survey.markingSiteLines(in: plain.reversed())
      #expect(backwards.reversed() == marked)
    }
  }

  @Test("an archive keeps its texts whole, and finds the same read at once or page by page, in any order")
  func archive() async throws {
    try await withPages { paths, _ in
      func read(_ runs: [[String]], threads: Int) async throws -> (texts: [Article], families: [Family]) {
        let file = URL(filePath: paths[0]).deletingLastPathComponent().deletingLastPathComponent()
          .appending(path: "\(UUID().uuidString).stemma").path
        let desk = try Desk(archive: file, threads: threads)
        for inputs in runs { try await desk.read(inputs) }
        var articles: [Article] = []
        try desk.archive.forEachArticle { articles += $0 }
        return (articles.sorted { $0.id < $1.id }, try desk.archive.families(minSize: 1))
      }
      let atOnce = try await read([paths], threads: 1)
      let onePerRun = try await read(paths.reversed().map { [$0] }, threads: 4)
      #expect(
        atOnce.texts == onePerRun.texts && atOnce.families.map(\.members) == onePerRun.families.map(\.members)
      )
      #expect(atOnce.texts.count == 6 && atOnce.families.count == 6)
      #expect(atOnce.texts.allSatisfy { $0.text.contains("friend of the Lantern") })
    }
  }
}
