import Intake
import Press

/// What tests ask of an item.
extension Item {
  var page: Page? {
    if case .page(let page, _) = self { return page }
    return nil
  }

  var notices: [Notice] {
    if case .page(_, let notices) = self { return notices }
    return []
  }

  var refusal: Refusal? {
    if case .refusal(let refusal) = self { return refusal }
    return nil
  }

  var article: Article? {
    if case .article(let article) = self { return article }
    return nil
  }

  /// The page's content as text, whatever it is.
  var content: String? {
    switch page?.content {
    case .html(let bytes), .text(let bytes): String(decoding: bytes, as: UTF8.self)
    case .extracted(let text): text
    case nil: nil
    }
  }

  var isHTML: Bool {
    if case .html = page?.content { return true }
    return false
  }

  var source: String {
    switch self {
    case .page(let page, _): page.source
    case .article(let article): article.source
    case .pair(let pair): "\(pair.a)+\(pair.b)"
    case .family(let family): family.id
    case .refusal(let refusal): refusal.source
    }
  }
}
