import Archive
import Foundation
import Press
import TestSupport
import Testing

@testable import Desk

@Suite("Corrections by hand are a layer of their own")
struct CorrectionTests {
  private let path: String
  private let desk: Desk
  private let family: Family

  /// Reports on four pages: the first, a copy of it, an excerpt and an edited page. One copy alone names a source.
  init() async throws {
    path = FileManager.default.temporaryDirectory.path + "/corrections-\(UUID().uuidString).stemma"
    desk = try Desk(archive: path, threads: 2)
    let articles = Pile.articles(reports: 3, seed: 5).map { article in
      var article = article
      if article.id != "r0000b" { article.credits = [] }
      return article
    }
    try desk.archive.store(articles.map { .article($0, contentHash: ContentHash.of($0)) })
    _ = try await desk.renewFindings()
    family = try #require(try desk.archive.family(of: "r0000a"))
  }

  private func shown(_ article: String) throws -> [String] {
    let id = try #require(try desk.archive.report(of: article))
    return try #require(try desk.archive.shown(family: id)).family.members
  }

  private func edges(_ article: String) throws -> [String] {
    let id = try #require(try desk.archive.report(of: article))
    return try #require(try desk.archive.shown(family: id)).stemma.edges.map { "\($0.from)>\($0.to)" }
  }

  @Test("a split parts a family; what was found stays; taking it back shows it again")
  func split() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(family.members.count >= 4)
    let rest = family.members.filter { $0 != "r0000c" }
    let before = try desk.archive.reports(ReportQuery()).total
    let made = try desk.correct(
      Correction(kind: .split, articles: ["r0000c"], others: rest, note: "another ferry"))
    #expect(try shown("r0000c") == ["r0000c"])
    #expect(try shown("r0000a") == rest)
    #expect(try desk.archive.family(of: "r0000c") == family)
    #expect(try desk.archive.reports(ReportQuery()).total == before + 1)
    var corrected = ReportQuery()
    corrected.isCorrected = true
    #expect(try desk.archive.reports(corrected).total == 2)
    #expect(try desk.archive.corrections().map(\.note) == ["another ferry"])
    #expect(try Desk.check(desk.archive) == [])
    #expect(try desk.withdraw(correction: made.number))
    #expect(try !desk.withdraw(correction: made.number))
    #expect(try shown("r0000c") == family.members)
    #expect(try desk.archive.reports(ReportQuery()).total == before)
    #expect(try desk.archive.corrections(withdrawn: false).isEmpty)
    #expect(try desk.archive.corrections().count == 1)
  }

  @Test("a merge puts two reports together")
  func merge() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let other = try #require(try desk.archive.family(of: "r0002a"))
    #expect(other != family)
    try desk.correct(Correction(kind: .merge, articles: family.members, others: other.members))
    #expect(try shown("r0002a") == (family.members + other.members).sorted())
    #expect(try shown("r0000a") == shown("r0002a"))
  }

  @Test("a flipped arrow runs the other way, and what was above it is above it still")
  func flip() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let unnamed = try #require(try desk.archive.family(of: "r0002a"))
    let stemma = try #require(try desk.archive.stemma(family: unnamed.id))
    let lost = Set(stemma.nodes.filter(\.lost).map(\.id))
    let arrow = try #require(stemma.edges.first { !lost.contains($0.from) })
    try desk.correct(
      Correction(kind: .flip, articles: [arrow.from], others: [arrow.to], note: "the byline says so"))
    let after = try edges(arrow.to)
    #expect(after.contains("\(arrow.to)>\(arrow.from)") && !after.contains("\(arrow.from)>\(arrow.to)"))
    for above in stemma.edges where above.to == arrow.from {
      #expect(after.contains("\(above.from)>\(arrow.to)"))
    }
    let shown = try #require(try desk.archive.shown(family: unnamed.id))
    #expect(shown.isCorrected)
    let turned = try #require(shown.stemma.edges.first { $0.from == arrow.to && $0.to == arrow.from })
    #expect(turned.evidence.map(\.kind) == [.correction] && turned.evidence[0].text.contains("byline"))
  }

  @Test("without its wrong credit a page is drawn as if it named nobody")
  func credit() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(try edges("r0000b").contains("lost:NPA>r0000b"))
    try desk.correct(Correction(kind: .credit, articles: ["r0000b"], text: "SOURCE: NPA"))
    #expect(try !edges("r0000b").contains("lost:NPA>r0000b"))
    // The page says what it says: nothing of the article was touched.
    #expect(try desk.archive.article(id: "r0000b")?.credits.count == 1)
  }

  @Test("reading more, or all anew, takes no correction away, and a new page is fitted in under it")
  func growing() async throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let rest = family.members.filter { $0 != "r0000c" }
    try desk.correct(Correction(kind: .split, articles: ["r0000c"], others: rest))
    let excerpt = try #require(try desk.archive.article(id: "r0000c"))
    var copy = excerpt
    copy.id = "r0000z"
    copy.source = "pile/r0000z"
    copy.outlet = "Newcomer"
    try desk.archive.store([.article(copy, contentHash: 77)])
    _ = try await desk.renewFindings()
    #expect(try shown("r0000z") == ["r0000c", "r0000z"])
    #expect(try shown("r0000a") == rest)
    try desk.archive.doubtFindings()
    _ = try await desk.renewFindings()
    #expect(try shown("r0000z") == ["r0000c", "r0000z"])
    #expect(try desk.archive.corrections().count == 1)
  }

  @Test("a desk that only reads makes corrections all the same, unless somebody writes")
  func readOnly() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let reader = try Desk(archive: path, mode: .readOnly, threads: 1)
    let correction = Correction(kind: .split, articles: ["r0000c"], others: ["r0000a"])
    do {
      try reader.correct(correction)
      Issue.record("the archive is being written")
    } catch { #expect((error as? ArchiveError)?.kind == .beingWritten) }
    desk.archive.close()
    let made = try reader.correct(correction)
    #expect(try reader.archive.corrections().map(\.number) == [made.number])
    #expect(try reader.archive.shownFamily(of: "r0000c")?.isCorrected == true)
    #expect(try reader.withdraw(correction: made.number))
    reader.archive.close()
  }

  @Test("what makes no sense is refused and changes nothing")
  func refused() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let wrong = [
      Correction(kind: .split, articles: ["r0000a"]),
      Correction(kind: .merge, articles: ["r0000a"], others: ["r0000a"]),
      Correction(kind: .flip, articles: ["r0000a", "r0000b"], others: ["r0000c"]),
      Correction(kind: .credit, articles: ["r0000a"]),
      Correction(kind: .merge, articles: ["r0000a"], others: ["nobody"]),
    ]
    for correction in wrong {
      #expect(throws: ArchiveError.self) { try desk.correct(correction) }
    }
    #expect(try desk.archive.corrections().isEmpty)
    let result = try desk.correct(
      all: wrong + [
        Correction(kind: .split, articles: ["r0000c"], others: ["r0000a"], made: "2031-01-01T00:00:00Z")
      ])
    #expect(result.taken == 1 && result.refused.count == wrong.count)
    // The same once more is nothing new.
    let again = try desk.correct(all: desk.archive.corrections())
    #expect(again.taken == 0)
  }
}
