import Foundation

/// A text that was given to begin a tradition with, in place of an invented one.
public struct SeedText: Sendable {
  let headline: String
  let paragraphs: [String]

  /// Takes a text's paragraphs: its lines, or where it has hardly any, three sentences each.
  ///
  /// - Returns: `nil` where the text is too short to be edited.
  public init?(headline: String, text: String) {
    var paragraphs = text.split(whereSeparator: \.isNewline).map(String.init).filter { $0.contains(" ") }
    if paragraphs.count < 4 {
      let sentences = paragraphs.flatMap(Prose.sentences)
      paragraphs = stride(from: 0, to: sentences.count, by: 3).map {
        sentences[$0..<min($0 + 3, sentences.count)].joined(separator: " ")
      }
    }
    // Its own dateline and the short lines at its end name its own sources: here others issue it.
    while paragraphs.count > 4, let last = paragraphs.last, last.split(separator: " ").count < 9 {
      paragraphs.removeLast()
    }
    guard paragraphs.count >= 4 else { return nil }
    paragraphs[0] = Self.withoutDateline(paragraphs[0])
    self.headline = headline
    self.paragraphs = Array(paragraphs.prefix(60))
  }

  /// The paragraph without “PLACE (Agency) —” before it.
  static func withoutDateline(_ paragraph: String) -> String {
    let head = paragraph.prefix(80)
    for mark in [") — ", ") – ", ") - ", ") -- "] {
      if let end = head.range(of: mark), head[..<end.lowerBound].contains("(") {
        return String(paragraph[end.upperBound...])
      }
    }
    return paragraph
  }

  func material(_ chance: inout Chance) -> Material {
    Material(headlines: [headline], leads: [], paragraphs: paragraphs, place: Names.town(&chance))
  }
}

extension Material {
  /// The first version: a top, and so many paragraphs.
  func opening(_ shown: Int) -> [String] { Array(leads.prefix(1)) + paragraphs.prefix(shown) }
}
