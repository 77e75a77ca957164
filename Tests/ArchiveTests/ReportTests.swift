import Press
import Testing

@testable import Archive

@Suite("Reports are listed, sorted and counted without reading texts")
struct ReportTests {
  let folder: Folder
  let archive: Archive

  init() throws {
    folder = try Folder()
    archive = try Archive(path: folder.file("x"), mode: .create)
    try News.fill(archive)
  }

  private func ids(_ change: (inout ReportQuery) -> Void) throws -> [String] {
    var query = ReportQuery()
    change(&query)
    let list = try archive.reports(query)
    #expect(list.total >= list.reports.count)
    return list.reports.map(\.id)
  }

  @Test("what goes in comes out")
  func roundTrip() throws {
    #expect(try archive.report("f-a") == News.reports[0].report)
    #expect(try archive.keptChanges(family: "f-a") == News.reports[0].changes.map { relabelled($0) })
    #expect(try archive.keptChanges(kind: .number).isEmpty)
    #expect(try archive.report("nothing") == nil)
    #expect(try archive.report(of: "b") == "f-a")
    let shown = try #require(try archive.shown(family: "f-a"))
    #expect(shown.stemma == News.stemma && !shown.isCorrected)
  }

  /// An archive calls a page by its outlet, else by its path.
  private func relabelled(_ change: KeptChange) -> KeptChange {
    let articles = (try? archive.articles(ids: [change.copy, change.source])) ?? []
    func label(_ id: String) -> String {
      articles.first { $0.id == id }.map { $0.outlet ?? $0.source } ?? id
    }
    return KeptChange(
      family: change.family, kind: change.kind, copy: change.copy, copyLabel: label(change.copy),
      source: change.source, sourceLabel: label(change.source), lost: change.lost, was: change.was,
      now: change.now, wasRange: change.wasRange, nowRange: change.nowRange, isSpun: change.isSpun)
  }

  @Test("orders and conditions")
  func queries() throws {
    for order in ReportQuery.Order.allCases {
      #expect(try ids { $0.order = order } == ["f-a", "f-lone"], "\(order)")
    }
    #expect(try ids { $0.minSize = 2 } == ["f-a"])
    #expect(try ids { $0.outlet = "Echo" } == ["f-a"])
    #expect(try ids { $0.outlet = "Echo' OR 1" } == [])
    #expect(try ids { $0.agency = "NPA" } == ["f-a"])
    #expect(try ids { $0.day = "2031-05" } == ["f-a"])
    #expect(try ids { $0.day = "2031-05-07" } == [])
    #expect(try ids { $0.kind = .edited } == ["f-a"])
    #expect(try ids { $0.kind = .spun } == [])
    #expect(try ids { $0.kind = .incidental } == [])
    #expect(try ids { $0.change = .quotation } == ["f-a"])
    #expect(try ids { $0.change = .cut } == ["f-a"])
    #expect(try ids { $0.change = .name } == [])
    #expect(try ids { $0.isCorrected = true } == [])
    #expect(try ids { $0.offset = 1 } == ["f-lone"])
    #expect(try ids { $0.words = SearchQuery("   ") } == [])
  }

  @Test("words find a report while they are being typed, in any of its pages")
  func typed() throws {
    let article = try #require(try archive.article(id: "b"))
    let word = try #require(article.text.split(separator: " ").map(String.init).max { $0.count < $1.count })
    #expect(try ids { $0.words = SearchQuery(String(word.prefix(4))) }.contains("f-a"))
    #expect(try ids { $0.words = SearchQuery("zzzzyx") } == [])
  }

  @Test("how many there are of each part")
  func facets() throws {
    let list = try archive.reports(ReportQuery())
    #expect(list.total == 2 && list.corrected == 0 && !list.isCut)
    #expect(list.kinds == [.edited: 1])
    #expect(list.changes == [.quotation: 1, .cut: 1])
    #expect(list.outlets.map(\.name) == ["Courier", "Echo"])
    #expect(list.agencies.map(\.name) == ["NPA"])
    #expect(list.days.map(\.name) == ["2031-05-06"])
  }

  @Test("outlets, days and who copied from whom")
  func pile() throws {
    let outlets = try archive.outlets()
    #expect(outlets.map(\.name) == ["Echo", "Courier"])
    #expect(outlets.map(\.firstHand) == [0, 1])
    #expect(outlets.map(\.own) == [0.375, 1])
    #expect(
      try archive.days().map { "\($0.day) \($0.articles) \($0.firstHand)" } == [
        "2031-05-06 1 1", "2031-05-07 1 0",
      ])
    #expect(try archive.flows().map(\.arrows) == [2, 1])
    #expect(try archive.flows(outlet: "Courier").count == 2)
    // A lost source of the same name is no outlet.
    #expect(try archive.flows(outlet: "NPA").isEmpty)
  }

  @Test("a report goes with its family")
  func gone() throws {
    let generation = try archive.generation()
    try archive.changeFindings(digest: "d", engine: "e") { try $0.removeFamily("f-lone") }
    #expect(try ids { _ in } == ["f-a"])
    #expect(try archive.generation() > generation)
  }
}
