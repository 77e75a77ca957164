import Press
import Testing

@testable import Reading

@Suite struct NoArticleTests {
  private let page = Page(id: "a", source: "a.html", content: .html([]), stated: Page.Stated())

  @Test func onlyWhereAWallWasFoundOnesAreSpokenOf() {
    for wall in [Wall.paywall, .login, .consent, .check] {
      #expect(NoArticle.wall(wall).refusal(of: page).detail.contains("without cookie or log-in walls"))
    }
    for why in [NoArticle.wall(.error), .wall(.script), .other("it is a front that leads to 14 others")] {
      let detail = why.refusal(of: page).detail
      #expect(!detail.contains("walls") && detail.hasPrefix("The page holds no article: it is "))
    }
  }

  @Test func aPageOfAPlayerIsNotSaidToHaveAWall() {
    let html = "<html><title>Dam from above</title><video src='dam.mp4'></video></html>"
    let outcome = ArticleReader().read(
      Page(id: "a", source: "a.html", content: .html(Array(html.utf8)), stated: Page.Stated()))
    guard case .refusal(let refusal) = outcome else {
      Issue.record("an article: \(outcome)")
      return
    }
    #expect(!refusal.detail.contains("walls"), "\(refusal.detail)")
  }
}
