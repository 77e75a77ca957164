import Press
public struct NameTable: Sendable {
  public static let builtIn = NameTable(); init() {}
  public struct Bad: Error { public let description: String }
  public init(adding: String) throws(Bad) {}
}
public struct ArticleReader: Sendable {
  public init(names: NameTable = .builtIn) {}
  public func read(_ page: Page) -> Outcome {
    switch page.content {
    case .extracted(let t):
      return .article(
        Article(id: page.id, source: page.source, title: page.stated.title, text: t), notices: [])
    case .text(let b), .html(let b):
      return .article(
        Article(id: page.id, source: page.source, text: String(decoding: b, as: UTF8.self)), notices: [])
    }
  }
}
