import Press
import Reading
import Testing

@testable import Desk

/// What Intake found wrong with a page does not get lost when the page is read.
@Suite struct NoticedPageTests {
  private let cut = Notice(source: "a.gz", reason: .partial, detail: "The packed data ends too early.")
  private let mended = Notice(source: "a.gz", reason: .brokenEncoding, detail: "A byte was mended.")

  private func read(_ html: String) -> Outcome {
    let page = Page(id: "a", source: "a.gz", content: .html(Array(html.utf8)), stated: Page.Stated())
    return ArticleReader().read(page, with: [cut, mended])
  }

  @Test func aRefusalSaysThatTheInputIsCut() throws {
    guard case .refusal(let refusal) = read("<html><p>Menu</p>") else {
      Issue.record("an article without text")
      return
    }
    #expect(refusal.reason == .noArticle || refusal.reason == .empty)
    #expect(refusal.detail.hasSuffix(". " + cut.detail))
    #expect(!refusal.detail.contains(mended.detail))
  }

  @Test func anArticleKeepsItsNotices() throws {
    let sentence = "The river board said on Tuesday that the lower dam will be drained before the winter. "
    let text = (1...6).map { "<p>\(String(repeating: sentence, count: 2)) Week \($0) comes first.</p>" }
    guard case .article(_, let notices) = read("<article><h1>Dam</h1>\(text.joined())</article>") else {
      Issue.record("no article")
      return
    }
    #expect(notices == [cut, mended])
  }
}
