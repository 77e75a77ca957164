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
    guard paragraphs.count >= 4 else { return nil }
    self.headline = headline
    self.paragraphs = Array(paragraphs.prefix(60))
  }

  func material(_ chance: inout Chance) -> Material {
    Material(headlines: [headline], leads: [], paragraphs: paragraphs, place: Names.town(&chance))
  }
}

extension Material {
  /// The first version: a top, and so many paragraphs.
  func opening(_ shown: Int) -> [String] { Array(leads.prefix(1)) + paragraphs.prefix(shown) }
}
