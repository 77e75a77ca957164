import Language

/// What stands over a text, as far as it is the same over another.
enum Headline {
  /// Words without which a line tells nothing: "Breaking news" stands over many reports.
  static let fewestWords = 4
  /// Words of the longest line that is a headline.
  static let mostWords = 30

  /// Of the article's headline, and of its first line; each once.
  static func hashes(of witness: Witness) -> [UInt64] {
    Set([witness.title, firstLine(of: witness.text)].compactMap { $0.flatMap(hash) }).sorted()
  }

  /// Bytes of the longest first line that is looked at.
  private static let mostBytes = 400

  private static func firstLine(of text: String) -> String? {
    let line = text.utf8.prefix(mostBytes).prefix { $0 != 0x0A }
    return line.count < mostBytes ? String(text[..<line.endIndex]) : nil
  }

  /// A hash of a line's folded words; `nil` where it is no headline.
  static func hash(of line: String) -> UInt64? {
    let words = Tokenizer.tokens(of: line)
    guard (fewestWords...mostWords).contains(words.count) else { return nil }
    return words.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1.key)) &* 0x0000_0100_0000_01B3 }
  }
}
