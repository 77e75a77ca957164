import Press
import Reading

extension ArticleReader {
  /// Reads a page that was taken with `notices`: they go with its article. Where there is none, the refusal says what of
  /// the page is missing, since the article may have stood there.
  func read(_ page: Page, with notices: [Notice]) -> Outcome {
    switch read(page) {
    case .article(let article, let more): return .article(article, notices: notices + more)
    case .refusal(var refusal):
      for notice in notices where notice.reason == .partial { refusal.detail += " " + notice.detail }
      return .refusal(refusal)
    }
  }
}
