import Foundation
import Press
import Testing

@testable import Reading

/// The three scraped pages of the worked example in the design, where they are at hand.
@Suite("The worked example")
struct WorkedExampleTests {
  /// The pages by the number that their names begin with; `nil` where they are not on this machine.
  static let seeds: [String: [UInt8]]? = {
    let stated = ProcessInfo.processInfo.environment["STEMMA_SHARED"].map { URL(fileURLWithPath: $0) }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
    let candidates = [
      stated, package.appendingPathComponent("../shared"), package.appendingPathComponent("../../shared"),
    ]
    for folder in candidates.compactMap({ $0?.appendingPathComponent("seeds").standardized }) {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      guard !names.isEmpty else { continue }
      return names.reduce(into: [:]) { pages, name in
        pages[String(name.prefix(3))] = (try? Data(contentsOf: folder.appendingPathComponent(name))).map {
          [UInt8]($0)
        }
      }
    }
    print(
      "SKIPPED: the worked example's pages were not found; set STEMMA_SHARED to the folder that holds seeds/")
    return nil
  }()

  private func article(_ number: String) throws -> (article: Article, lines: [String])? {
    guard let bytes = Self.seeds?[number] else { return nil }
    let page = Page(id: number, source: number, content: .text(bytes))
    return (try Fixture.article(page), Lines.blocks(bytes).map(\.text))
  }

  @Test("000: twelve lines are furniture, the title is found, every other line stays")
  func otherReport() throws {
    guard let (article, lines) = try article("000") else { return }
    #expect(article.furniture.count == 12)
    #expect(article.title == lines[1])
    #expect(article.text.split(separator: "\n\n").count == lines.count - 13)
    #expect(article.credits.isEmpty)
  }

  @Test(
    "001: the spun disclaimer names another outlet and an unnamed feed; the dateline is a line of its own")
  func spunCopy() throws {
    guard let (article, lines) = try article("001") else { return }
    #expect(article.credits.map(\.kind) == [.outlet, .unnamed])
    #expect(article.credits.map(\.role) == [.originated, .supplied])
    #expect(article.credits.allSatisfy { $0.spun && $0.place == .furniture })
    #expect(article.dateline?.place == "Moscow" && article.dateline?.range == nil)
    #expect(article.furniture.map(\.kind) == [.caption, .dateline, .disclaimer])
    #expect(article.text.split(separator: "\n\n").count == lines.count - 3)
  }

  @Test("002: the source, the date and the title are found; stamps and links are furniture")
  func creditedCopy() throws {
    guard let (article, lines) = try article("002") else { return }
    #expect(article.credits.map(\.name) == ["AFP"])
    #expect(article.credits.map(\.role) == [.source])
    #expect(article.published?.iso == "2023-04-16")
    #expect(article.title == lines[1])
    #expect(article.furniture.map(\.kind) == [.metadata, .metadata, .relatedLink, .relatedLink, .credit])
    #expect(article.text.split(separator: "\n\n").count == lines.count - 6)
  }

  @Test("Every line wrapped in a paragraph of markup is judged as it is without")
  func wrapped() throws {
    guard let seeds = Self.seeds else { return }
    for (number, bytes) in seeds {
      let html =
        "<html><body>" + Lines.blocks(bytes).map { "<p>\(escape($0.text))</p>" }.joined() + "</body></html>"
      guard MarkupDoor.read(Array(html.utf8)).hasArticle else {
        print("SKIPPED: pages of markup, since no reader of markup stands behind the door yet")
        return
      }
      let plain = try Fixture.article(Page(id: number, source: number, content: .text(bytes)))
      let marked = try Fixture.article(Page(id: number, source: number, content: .html(Array(html.utf8))))
      #expect(marked.text == plain.text)
      #expect(marked.credits == plain.credits)
    }
  }

  private func escape(_ text: String) -> String {
    text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
  }
}
