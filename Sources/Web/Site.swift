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
    switch request.path {
    default: Page.missing(request.path.joined(separator: "/"))
    }
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
