import Archive
import Desk
import Export
import Press

/// The pages of an archive: which page answers which request. Knows no socket; ``Server`` puts it on one.
public struct Site: Sendable {
  let desk: Desk
  var archive: Archive { desk.archive }

  /// A site on an archive that is open for reading.
  public init(desk: Desk) { self.desk = desk }

  /// The page for a request.
  ///
  /// - Throws: `ArchiveError` when the archive cannot be read.
  public func page(for request: Request) async throws -> Page {
    let path = request.path
    switch (path.first, path.count) {
    case (nil, _): return try PilePage(in: archive).page
    case ("families", 1): return try FamiliesPage(request, in: archive).page
    case ("families", 2):
      if let material = try FamilyMaterial(path[1], in: archive) {
        return FamilyPage(material: material).page
      }
    case ("families", 3) where path[2] == "apparatus":
      if let head = try ReportHead(path[1], in: archive) {
        let kind = request.value("kind").flatMap(Variant.Kind.init)
        return try ApparatusPage(head, kind: kind, in: archive).page
      }
    case ("families", 3) where path[2] == "arrows":
      if let head = try ReportHead(path[1], in: archive), let from = request.value("from"),
        let to = request.value("to"), let page = try ArrowPage(head, from: from, to: to, in: archive)?.page
      {
        return page
      }
    case ("articles", 2):
      if let page = try ArticlePage(path[1], in: archive)?.page { return page }
    case ("outlets", 1): return try OutletsPage(in: archive).page
    case ("outlets", 2): if let page = try OutletPage(path[1], in: archive)?.page { return page }
    case ("search", 1): return try SearchPage.page(request, in: archive)
    case ("refusals", 1): return try RefusalsPage.page(request, in: archive)
    case ("corrections", 1): return try CorrectionsPage.page(request, desk: desk)
    case ("trace", 1): return try await TracePage.page(request, desk: desk)
    default: break
    }
    return .missing(path.joined(separator: "/"))
  }
}

extension Page {
  /// Says that there is nothing at an address.
  static func missing(_ what: String) -> Page {
    Page(
      title: "Not found", section: .pile, status: .notFound,
      body: "<h1>Not found</h1><p>There is nothing at “\(what)”.</p>",
      data: ["error": "not found", "what": what], table: Table(["error", "what"], [["not found", what]]))
  }
}
