import Foundation
import Press
import TestSupport
import Testing

@testable import Desk

/// The three real pages of the worked example. They are evaluation data, not part of the project.
@Suite("The worked example is matched", .enabled(if: Shared.root != nil, "set STEMMA_SHARED to run it"))
struct SeedTests {
  private func articles() async throws -> [Article] {
    let folder = try #require(Shared.root).appending(path: "seeds").path
    return try await Extraction([folder], threads: 1).all().compactMap { result in
      if case .article(let article, _) = result { article } else { nil }
    }.sorted { $0.source < $1.source }
  }

  @Test(
    "the two pages of one dispatch are a family, the report of five years before is its own",
    arguments: [1, 2])
  func families(threads: Int) async throws {
    let pages = try await articles()
    try #require(pages.count == 3)
    let findings = await Survey(threads: threads).match(pages)
    #expect(Set(findings.families.map(\.members)) == [[pages[0].id], [pages[1].id, pages[2].id].sorted()])
    let copying = findings.pairs.filter(\.kind.isCopying)
    #expect(copying.map { [$0.a, $0.b] } == [[pages[1].id, pages[2].id].sorted()])
    #expect(copying.map(\.kind) == [.spun])
  }

  @Test("the two reports stay apart among whatever else there is")
  func amongOthers() async throws {
    let pages = try await articles()
    try #require(pages.count == 3)
    let pile = pages + FamilyLawsTests.press
    let findings = await Survey(threads: 2).match(pile)
    let family = findings.families.first { $0.members.contains(pages[2].id) }
    #expect(family?.members == [pages[1].id, pages[2].id].sorted())
    #expect(findings.families.contains { $0.members == [pages[0].id] })
  }
}
