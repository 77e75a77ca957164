import Intake
import Press
import Reading
import Synchronization

extension Extraction {
  /// Reads the inputs a first time, for the lines that outlets print on all their pages.
  ///
  /// Only where all pages are text without markup, and in files: a stream cannot be read twice, and markup says by itself
  /// what is the article. `nil` for others, as soon as the first such page is met. Nothing but a `SitePage` of each page is
  /// held.
  public func siteLines() async throws -> SiteLines? {
    guard !inputs.contains("-") else { return nil }
    let reader = reader
    let pages = Box(Mutex<[SitePage]>([]))
    do {
      try await run(
        read: { Self.glance($0, reader) }, isRefused: { _ in false },
        sink: { glance in
          switch glance {
          case .page(let page): pages.value.withLock { $0.append(page) }
          case .markup: throw HasMarkup()
          case .nothing: break
          }
        })
    } catch is HasMarkup {
      return nil
    }
    let lines = SiteLines(pages.value.withLock { $0 }, names: tables)
    return lines.isEmpty ? nil : lines
  }

  private struct HasMarkup: Error {}

  private enum Glance: Sendable {
    case page(SitePage)
    case markup
    case nothing
  }

  private static func glance(_ item: Item, _ reader: ArticleReader) -> Glance {
    guard case .page(let page, _) = item else { return .nothing }
    if case .html = page.content { return .markup }
    guard case .article(let article, _) = reader.read(page) else { return .nothing }
    return .page(SitePage(article))
  }
}

extension SiteLines {
  /// The article with its outlet's lines put aside: marked in a text that is not ours to cut.
  func settling(_ article: Article, of page: Page) -> Article {
    if case .extracted = page.content { return marking(article) }
    return cutting(article)
  }
}
