import Foundation
import Press
import TestSupport
import Testing

@testable import Desk

/// What a run finds is a matter of the articles alone.
@Suite("A pile is matched in bounded memory")
struct MatchingRunTests {
  private let pile = Pile.articles(reports: 12, seed: 4)
  private let folder = NSTemporaryDirectory()

  /// Articles, pairs and families as they come out.
  private struct Found: Equatable {
    var articles: [Article] = []
    var pairs: [Pair] = []
    var families: [Family] = []
  }

  private func spooled(_ articles: [Article], threads: Int = 2) async throws -> (SpooledArticles, [Article]) {
    var spool = ArticleSpool(folder: folder)
    for article in articles { try spool.add(ArticleSpool.Entry(article)) }
    let settled = try spool.settled()
    let seen = Seen()
    try await settled.forEach(threads: threads, each: { $0 }, sink: { seen.add($0) })
    return (settled, seen.articles)
  }

  private func match(_ articles: [Article], threads: Int = 2, room: Int? = nil) async throws -> Found {
    let (source, seen) = try await spooled(articles, threads: threads)
    var run = try MatchingRun(source, threads: threads, scratch: folder)
    if let room { run.room = room }
    let matches = try await run.run()
    var found = Found(articles: seen)
    try matches.forEachPair { found.pairs.append($0) }
    matches.forEachFamily { found.families.append($0) }
    #expect(matches.pairCount == found.pairs.count && matches.familyCount == found.families.count)
    return found
  }

  @Test("on disk as in memory")
  func onDisk() async throws {
    let held = await Survey(threads: 2).match(pile)
    let found = try await match(pile)
    #expect(found.articles == pile.sorted { $0.id < $1.id })
    #expect(found.pairs == held.pairs && found.families == held.families)
    try #require(found.pairs.count > 50 && found.families.contains { $0.members.count > 3 })
  }

  @Test("with no room at all, so that everything is put aside and read again", arguments: [1, 4])
  func noRoom(threads: Int) async throws {
    #expect(try await match(pile, threads: threads, room: 0) == match(pile))
  }

  @Test("whatever the order of the articles")
  func order() async throws {
    var random = SplitMix(seed: 6)
    let expected = try await match(pile)
    for room in [0, 1 << 20] {
      #expect(try await match(pile.shuffled(using: &random), room: room) == expected)
    }
  }

  @Test("pairs are written on all threads in their order")
  func writing() async throws {
    let run = try MatchingRun(HeldWitnesses(pile), threads: 4, scratch: nil)
    let matches = try await run.run()
    var expected = ""
    try matches.forEachPair { expected += "\($0.a) \($0.b)\n" }
    let written = Seen()
    try await matches.write(
      { pair, bytes in bytes += Array("\(pair.a) \(pair.b)\n".utf8) }, to: { written.add($0) })
    #expect(String(decoding: written.bytes, as: UTF8.self) == expected)
  }

  @Test("articles of one id, and the same given twice, are settled as in memory, in any order")
  func twins() async throws {
    var twins = pile
    for number in 0..<6 {
      var other = pile[7 * number]
      if number.isMultiple(of: 2) { other.text += "\n\nNothing more was said of it that day." }
      other.source += "/again"
      twins.append(other)
    }
    twins.append(twins[0])
    // Somebody else has the id that a twin would get.
    let taken = DistinctArticles(twins).articles.first { $0.id.contains("~") }?.id ?? ""
    twins.append(Pile.article(taken, ["Words of its own, and no copy of anything here."]))
    let expected = DistinctArticles(twins)
    try #require(expected.notices.count >= 3 && !taken.isEmpty)
    var random = SplitMix(seed: 12)
    for _ in 0..<4 {
      let (settled, articles) = try await spooled(twins.shuffled(using: &random))
      #expect(articles == expected.articles && settled.notices == expected.notices)
      #expect((0..<settled.count).map(settled.id) == expected.articles.map(\.id))
    }
  }

  @Test("nothing in, nothing out")
  func nothing() async throws { #expect(try await match([]) == Found()) }

  @Test("a limit too small for the articles is an error that says what is needed")
  func tooSmall() throws {
    let error = try #require(throws: MemoryTooSmall.self) {
      _ = try MatchingRun(HeldWitnesses(pile), threads: 1, limit: MemoryLimit(bytes: 1 << 20))
    }
    #expect("\(error)".contains("--memory"))
  }

  @Test("sizes are read as people write them")
  func sizes() {
    #expect(MemoryLimit("512M")?.bytes == 512 << 20)
    #expect(MemoryLimit("2g")?.bytes == 2 << 30)
    #expect(MemoryLimit("2GiB")?.bytes == 2 << 30)
    #expect(MemoryLimit("800000KB")?.bytes == 800_000 << 10)
    #expect(MemoryLimit("1048576")?.bytes == 1 << 20)
    for bad in ["", "M", "-1G", "1.5G", "two", "0", "99999999999999T", "G2", "1 G"] {
      #expect(MemoryLimit(bad) == nil, "\(bad)")
    }
  }
}

/// Gathers what a sink is given.
private final class Seen: @unchecked Sendable {
  // A sink is called by one thread at a time.
  private(set) var articles: [Article] = []
  private(set) var bytes: [UInt8] = []

  func add(_ article: Article) { articles.append(article) }
  func add(_ more: [UInt8]) { bytes += more }
}
