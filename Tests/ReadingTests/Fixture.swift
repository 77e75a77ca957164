import Foundation
import Press
import Testing

@testable import Reading

/// Invented pages and the tables of invented lines.
enum Fixture {
  static let title = "Harbour council votes to widen the northern pier"

  static let body = [
    "The harbour council of Veldmoor voted on Tuesday to widen the northern pier, ending a quarrel of eleven years.",
    "“We have waited long enough,” mayor Ilse Brandt told the crowd in the market hall after the vote.",
    "Work will begin in the spring, and ferries will leave from the old quay until then, the council said.",
    "Fishermen had warned that the wider pier would silt up the inner basin within a decade.",
  ]

  /// What stands after a line in the midst of a long report.
  static let more = [
    "Traders in the market hall were less sure, because the vote leaves the old cranes where they are.",
    "The cranes were built by a firm that no longer exists, and nobody in Veldmoor sells parts for them.",
    "A second vote on the cranes is expected in the autumn, when the harbour’s accounts are laid open.",
    "Until then the northern pier stays closed to lorries and open to those who walk or ride a bicycle.",
    "The council meets again on the first Tuesday of the month in the hall above the fish market.",
  ]

  /// Rows of a table: what stands between tabs; `#` opens a remark.
  static func rows(_ name: String) throws -> [[String]] {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: nil, subdirectory: "Fixtures"))
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  static func page(_ lines: [String], stated: Page.Stated = .init()) -> Page {
    Page(id: "p", source: "p.txt", content: .text(Array(lines.joined(separator: "\n").utf8)), stated: stated)
  }

  static func extracted(_ text: String, stated: Page.Stated = .init()) -> Page {
    Page(id: "p", source: "p.jsonl#1", content: .extracted(text: text), stated: stated)
  }

  /// The lines as the paragraphs of a plain page, the first of them its heading.
  static func markup(_ lines: [String]) -> Page {
    func escaped(_ text: String) -> String {
      text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
    }
    let paragraphs = lines.dropFirst().map { "<p>\(escaped($0))</p>" }.joined(separator: "\n")
    let html = "<html><body><article><h1>\(escaped(lines[0]))</h1>\n\(paragraphs)</article></body></html>"
    return Page(id: "p", source: "p.html", content: .html(Array(html.utf8)))
  }

  static func article(_ page: Page) throws -> Article {
    guard case .article(let article, _) = ArticleReader().read(page) else {
      throw Missing()
    }
    return article
  }

  struct Missing: Error {}

  /// The report with a line put at a place of the credit table.
  static func lines(_ line: String, at place: String) -> [String] {
    switch place {
    case "head": [title, line] + body
    case "lead": [title, line + " " + body[0]] + body[1...]
    case "mid": [title] + body + [line] + more
    case "end": [title] + body.dropLast() + [body[body.count - 1] + " " + line]
    default: [title] + body + [line]
    }
  }

  static func slice(_ text: String, _ range: Range<Int>) -> String? {
    let utf8 = Array(text.utf8)
    guard range.upperBound <= utf8.count else { return nil }
    return String(validating: utf8[range], as: UTF8.self)
  }
}
