import Desk
import Foundation
import Testing

@testable import Archive
@testable import Web

/// What is served of a real archive, while others may write to it.
@Suite(.serialized) struct ArchiveServingTests {
  private func served<Result: Sendable>(
    _ pile: SmallPile, limits: Limits = Limits(), _ body: @escaping @Sendable (Serving) throws -> Result
  ) async throws -> Result {
    let desk = try Desk(archive: pile.archive, mode: .readOnly, threads: 1)
    defer { desk.archive.close() }
    let site = Site(desk: desk)
    return try await Serving.run(limits: limits, archive: desk.archive.path, pages: site.page, body)
  }

  /// Makes the archive look as if nobody had written to it for a while.
  private func age(_ pile: SmallPile) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -600)], ofItemAtPath: pile.archive)
  }

  @Test func whatHasNotChangedIsNotSentAgain() async throws {
    let pile = try await SmallPile()
    defer { pile.remove() }
    try age(pile)
    let path = pile.archive
    try await served(pile) { serving in
      let first = try #require(serving.get("/"))
      let tag = try #require(first.field("ETag"))
      let again = try #require(serving.get("/", "If-None-Match: \(tag)\r\n", method: "HEAD"))
      #expect(again.status == 304)
      #expect(serving.get("/index.json", "If-None-Match: \(tag)\r\n")?.status == 200)
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -300)], ofItemAtPath: path)
      #expect(serving.get("/", "If-None-Match: \(tag)\r\n")?.status == 200)
      let style = try #require(serving.get("/style.css")?.field("ETag"))
      #expect(serving.get("/style.css", "If-None-Match: \(style)\r\n", method: "HEAD")?.status == 304)
    }
  }

  @Test func readingChangesNothing() async throws {
    let pile = try await SmallPile()
    defer { pile.remove() }
    let before = pile.bytes()
    try await served(pile) { serving in
      let id = Address.article("1-0-T")
      for address in [
        Address.pile, .families, .outlets, .trace, .corrections, .refusals, .search("report"), id,
        .corrections.with(["kind": "split", "article": "1-0-T", "note": "x", "withdraw": "1"]),
        .trace.with(["text": "x"]),
      ] {
        for twin in Request.Twin.allCases {
          #expect(serving.get(address.twin(twin).text)?.status == 200, "\(address.twin(twin).text)")
        }
      }
      // Another site's forms do not either.
      #expect(
        serving.post("/corrections", Array("kind=split&article=1-0-T".utf8), origin: "http://evil.example")?
          .status == 403)
    }
    #expect(before != nil && pile.bytes() == before)
  }

  @Test func correctionsAreKeptWhileTheArchiveIsServed() async throws {
    let pile = try await SmallPile()
    defer { pile.remove() }
    try await served(pile) { serving in
      let form = Array("kind=split&article=1-0-T&other=1-0-H&note=a+test".utf8)
      let made = try #require(serving.post("/corrections.json", form))
      #expect(made.status == 200, "\(made.text)")
      #expect(serving.get("/corrections.json")?.text.contains("a test") == true)
    }
    // While another stemma has the writer's place, that is what is said, and nothing is lost or waits.
    let writer = try Archive(path: pile.archive, mode: .readWrite)
    try await served(pile) { serving in
      let refused = try #require(serving.post("/corrections", Array("withdraw=1".utf8)))
      #expect(refused.status == 503)
      #expect(refused.field("Retry-After") != nil)
      #expect(!refused.text.contains(NSTemporaryDirectory()) && !refused.text.contains("/tmp/"))
    }
    writer.close()
  }

  @Test func aPageThatAsksTooMuchIsGivenUp() async throws {
    let pile = try await SmallPile()
    defer { pile.remove() }
    let archive = try Archive(path: pile.archive, mode: .readOnly)
    defer { archive.close() }
    var limits = Limits()
    limits.pageSeconds = 0.3
    try await Serving.run(
      limits: limits,
      pages: { request in
        guard request.path == ["slow"] else { return Serving.echo(request) }
        _ = try archive.read { database in
          try Command(
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n", database
          ).first { $0.integer(0) }
        }
        return Serving.echo(request)
      }
    ) { serving in
      for target in ["/slow", "/slow.json", "/slow.csv"] {
        let answer = try #require(serving.get(target))
        #expect(answer.status == 503)
        #expect(answer.text.contains("Ask for less"))
      }
      #expect(serving.get("/quick")?.status == 200)
      // The connection that was interrupted reads on.
      _ = try archive.counts()
    }
  }

  @Test func aPageIsOfOneStateOfTheArchive() async throws {
    let pile = try await SmallPile()
    defer { pile.remove() }
    let made = Count()
    let path = pile.archive
    let answer = try await Serving.run(
      archive: path,
      pages: { request in
        let number = made.next()
        // Somebody writes while the page is made for the first time.
        if number == 1 {
          try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -90)], ofItemAtPath: path)
        }
        return Serving.echo(Request(path: ["made \(number)"]))
      }
    ) { serving in serving.get("/") }
    #expect(answer?.text.contains("made 2") == true)
  }
}
