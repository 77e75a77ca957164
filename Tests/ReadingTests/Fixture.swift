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
