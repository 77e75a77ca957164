import Markup
import Press
import Testing

@testable import Reading

@Suite("What one page may cost")
struct BudgetTests {
  private let reader = ArticleReader()
  private let story =
    "The harbour board of Fennmoor voted on Tuesday to dredge the inner basin before the winter, its chair said. "

  private func read(_ content: Page.Content) -> Outcome {
    reader.read(Page(id: "a", source: "a", content: content))
  }

  private func article(_ content: Page.Content) throws -> (article: Article, notices: [Notice]) {
    guard case .article(let article, let notices) = read(content) else {
      throw Failed(what: "\(read(content))")
    }
    return (article, notices)
  }

  struct Failed: Error { let what: String }

  @Test("an honest page is read whole, and nothing is said")
  func honest() throws {
    let text = Array(String(repeating: story + "\n", count: 40).utf8)
    #expect(try article(.text(text)).notices.isEmpty)
    let html = "<article><h1>Basin</h1>" + (0..<40).map { "<p>On day \($0) \(story)</p>" }.joined()
    #expect(try article(.html(Array(html.utf8))).notices.isEmpty)
  }

  @Test("of a text with too many lines the first are read, and that is said")
  func lines() throws {
    let text = (0..<Budget.lines + 50).map { "Pier \($0) is closed to ships of every size today." }.joined(
      separator: "\n")
    let found = try article(.text(Array(text.utf8)))
    #expect(found.notices.map(\.reason) == [.partial])
    #expect(found.article.text.contains("Pier \(Budget.lines - 1) is"))
    #expect(!found.article.text.contains("Pier \(Budget.lines) is"))
    // Blank lines are no lines, and what is exactly full is whole.
    let full = (0..<Budget.lines).map { "Pier \($0) is closed to ships of every size today." }.joined(
      separator: "\n\n")
    #expect(try article(.text(Array((full + "\n\n \n").utf8))).notices.isEmpty)
  }

  @Test("a line without end is cut between two words")
  func longLine() throws {
    let text = Array(String(repeating: story, count: Budget.text / story.utf8.count + 100).utf8)
    let found = try article(.text(text))
    #expect(found.notices.map(\.reason) == [.partial])
    let length = found.article.text.utf8.count
    #expect(length <= Budget.text && length > Budget.text - 4096)
    let words = Set(story.split(separator: " "))
    #expect(words.contains(found.article.text.split(separator: " ").last ?? ""))
  }

  @Test("a word without end is cut between two characters")
  func longWord() {
    let text = Array(String(repeating: "ж", count: Budget.text).utf8)
    let cut = text.withUnsafeBufferPointer { Budget.end(of: $0, most: Budget.text - 1) }
    #expect(cut == Budget.text - 2)
    #expect(text.withUnsafeBufferPointer { Budget.end(of: $0, most: 0) } == 0)
  }

  @Test("the text of an article that came extracted is never cut")
  func extracted() throws {
    let text = String(repeating: story + "\n", count: Budget.lines + 10)
    let found = try article(.extracted(text: text))
    #expect(found.article.text == text)
    #expect(found.notices.map(\.reason) == [.partial])
  }

  @Test("of a page of markup with too much text the first part is read, every region closed")
  func pieces() throws {
    let html =
      "<article><h1>Basin</h1><section>"
      + String(repeating: "<p>The sea is cold.</p>", count: Budget.pieces + 10)
    let outline = Outline(Tree.parse(Array(html.utf8), limits: .spacious))
    #expect(outline.isCut)
    #expect(outline.pieces.count == Budget.pieces)
    #expect(outline.regions.contains { $0.is(.section) && $0.pieces.count == Budget.pieces - 1 })
    let count = Int32(outline.pieces.count)
    #expect(
      outline.regions.allSatisfy {
        (0...count).contains($0.pieces.lowerBound) && $0.pieces.upperBound <= count
      })
    #expect(HTMLPage.read(Array(html.utf8)).cut == .text)
  }

  @Test("a refusal says when the page was not read to its end")
  func refusal() {
    let html = String(repeating: "<div>", count: Limits.standard.nodes + 10) + "<p>\(story)"
    guard case .refusal(let refusal) = read(.html(Array(html.utf8))) else {
      Issue.record("read as an article")
      return
    }
    #expect(refusal.reason == .noArticle)
    #expect(refusal.detail.contains("more elements than any honest page"), "\(refusal.detail)")
  }

  @Test("text below many boxes is not counted again for each of them")
  func textLength() throws {
    let tree = Tree.parse(
      Array((String(repeating: "<div>", count: 50) + String(repeating: "sea <br>", count: 900)).utf8))
    let outer = try #require(tree.descendants(of: tree.document).first { tree.is($0, .div) })
    #expect(tree.textLength(of: outer, most: 100) == 101 || tree.textLength(of: outer, most: 100) == 104)
    #expect(tree.textLength(of: outer, most: 1_000_000) == 3600)
  }
}

extension Limits {
  /// Limits under which the budget of text ends first.
  fileprivate static let spacious = Limits(
    bytes: 1 << 28, depth: 512, nodes: 10_000_000, attributesPerTag: 256, attributes: 1_000_000,
    formatting: 64,
    reopened: 50_000)
}
