import Foundation
import Press

extension Desk {
  /// The article of a page that somebody pasted, or gave as a file: HTML, text, or a JSON line, as ``read(_:stop:progress:)`` takes
  /// them, and in any encoding that it knows. Nothing is kept.
  ///
  /// - Parameters:
  ///   - name: What to call the page where it is said where it came from.
  /// - Returns: The first article, or why there is none.
  /// - Throws: an error of the file system when there is no room for a temporary file.
  public func article(of bytes: [UInt8], name: String) async throws -> Result<Article, Refusal.Said> {
    // As a file it goes the way of all pages, so that what it holds is found out in one place.
    let folder = FileManager.default.temporaryDirectory.appending(path: "stemma-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "page")
    try Data(bytes).write(to: file)
    var refused: Refusal?
    for result in try await Extraction([file.path], threads: 1, tables: tables).all() {
      switch result {
      case .article(var article, _):
        article.source = name
        return .success(article)
      case .refusal(let refusal): refused = refused ?? refusal
      case .pair, .family: continue
      }
    }
    var refusal = refused ?? Refusal(source: name, reason: .noArticle, detail: "There is no article in it.")
    refusal.source = name
    refusal.detail = refusal.detail.replacing(file.path, with: name)
    return .failure(Refusal.Said(refusal: refusal))
  }
}

extension Refusal {
  /// A refusal as what goes wrong.
  public struct Said: Error, Sendable {
    /// Why the page was not read.
    public let refusal: Refusal
  }
}
