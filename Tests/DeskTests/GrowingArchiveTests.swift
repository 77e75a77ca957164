import Archive
import Foundation
import Press
import TestSupport
import Testing

@testable import Desk

@Suite("An archive that grows bit by bit holds what reading all at once gives")
struct GrowingArchiveTests {
  private static let wall = """
    We value your privacy. We and our 842 partners store and access information on a device, such as cookies, and process \
    personal data, such as unique identifiers, to deliver advertising and content made for you, to measure both, to study \
    who looks at them and to develop our services. With your leave we may use precise location data and identify you by \
    scanning your device. You may click to consent, or click to refuse, or change your mind at any time on this page.
    """

  /// Reports with copies of every sort, outlets that print lines of their own, a cookie wall beyond the cap, pages with one id
  /// and different texts, and one page that lay in two places.
  private func press(_ random: inout SplitMix) -> [Stored] {
    var articles = Pile.articles(reports: 9, seed: random.next())
    for number in articles.indices {
      let own =
        switch articles[number].outlet {
        case "Courier":
          ["The Minch Courier, first with the tides", "Become a friend of the Courier for \(number) crowns"]
        case "Plinth": ["Read more of this in the Plinth", "All rights reserved by the Plinth"]
        default: [String]()
        }
      if own.isEmpty || number % 3 == 2 { continue }
      articles[number].text = ([own[0]] + [articles[number].text] + own.dropFirst()).joined(separator: "\n\n")
    }
    // More carriers of one text than a feature may have, some with a report below.
    for number in 0..<215 {
      let below = number % 40 == 0 ? Pile.report(&random, paragraphs: 2) : []
      articles.append(
        Pile.article("wall\(number)", [Self.wall] + below, outlet: number % 2 == 0 ? "Post" : nil))
    }
    var stored: [Stored] = []
    for article in articles {
      stored.append(.article(article, contentHash: ContentHash.of(article)))
      switch Int.random(in: 0..<12, using: &random) {
      case 0:
        // An update under the same id.
        var other = article
        other.text += "\n\n" + Pile.report(&random, paragraphs: 1)[0]
        stored.append(.article(other, contentHash: ContentHash.of(other)))
      case 1:
        // The very page in another folder, which may tell another outlet.
        var other = article
        other.source = "another/" + article.source
        stored.append(.article(other, contentHash: ContentHash.of(article)))
      default: break
      }
    }
    return stored
  }

  private struct Contents: Equatable {
    var articles: [Article] = []
    var pairs: [Pair] = []
    var families: [Family] = []
    var stemmata: [Stemma] = []

    init(_ archive: Archive) throws {
      var (articles, pairs, families, stemmata) = ([Article](), [Pair](), [Family](), [Stemma]())
      try archive.forEachArticle { articles += $0 }
      try archive.forEachPair { pairs += $0 }
      try archive.forEachFamily { families += $0 }
      try archive.forEachStemma { stemmata += $0 }
      (self.articles, self.pairs, self.families, self.stemmata) = (articles, pairs, families, stemmata)
    }
  }

  /// - Parameter isCutShort: Whether every third run ends as if it were killed when the index was up to date.
  private func read(
    _ runs: [[Stored]], wholeFrom share: Double, isCutShort: Bool = false, _ path: String
  ) async throws -> Contents {
    let desk = try Desk(archive: path, threads: 2)
    for (number, run) in runs.enumerated() {
      try desk.archive.store(run)
      if isCutShort, number % 3 == 1, number + 1 < runs.count {
        _ = try await IndexBuilder(
          archive: desk.archive, workers: Workers(threads: 2), tables: desk.tables, whole: share,
          progress: { _ in }
        ).run()
        continue
      }
      _ = try await desk.renewFindings({ _ in }, wholeFrom: share)
      #expect(try desk.archive.dueArticles().isEmpty && desk.archive.dueOutlets().isEmpty)
    }
    #expect(try Desk.check(desk.archive) == [])
    return try Contents(desk.archive)
  }

  private func expectSame(_ found: Contents, _ wanted: Contents, _ what: String) {
    #expect(found.articles == wanted.articles, "\(what)")
    let (new, old) = (Set(found.pairs), Set(wanted.pairs))
    #expect(
      found.pairs == wanted.pairs,
      "\(what): more \(new.subtracting(old).map { [$0.a, $0.b] }), fewer \(old.subtracting(new).map { [$0.a, $0.b] })"
    )
    #expect(found.families == wanted.families, "\(what)")
    #expect(found.stemmata == wanted.stemmata, "\(what)")
  }

  @Test("whatever the parts and their order", arguments: 0..<4)
  func grows(seed: UInt64) async throws {
    let folder = FileManager.default.temporaryDirectory.path + "/growing-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var random = SplitMix(seed: 100 + seed)
    let pile = press(&random)
    let wanted = try await read([pile], wholeFrom: 0, folder + "/whole")
    #expect(wanted.pairs.count > 100 && wanted.families.contains { $0.members.count > 200 })
    for round in 0..<2 {
      let shuffled = pile.shuffled(using: &random)
      var runs: [[Stored]] = []
      var at = 0
      while at < shuffled.count {
        let size = [1, 1, 3, 20, 150].randomElement(using: &random) ?? 1
        runs.append(Array(shuffled[at..<min(shuffled.count, at + size)]))
        at += size
        if runs.count > 8 {
          runs.append(Array(shuffled[min(at, shuffled.count)...]))
          break
        }
      }
      // Three times out of four nothing but what is due is looked at, else as usual.
      let share = seed == 3 ? 0.3 : 2.0
      let found = try await read(runs, wholeFrom: share, isCutShort: round == 1, folder + "/\(round)")
      expectSame(found, wanted, "seed \(seed), \(runs.map(\.count))")
    }
  }
}
