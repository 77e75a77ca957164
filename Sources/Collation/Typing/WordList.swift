import Language

/// A closed list of words, by the keys of their tokens: whatever their case and accents.
struct WordList: Sendable {
  private let keys: Set<UInt32>

  /// A list of the words in `text`, parted by blanks.
  init(_ text: String) { keys = Set(Tokenizer.tokens(of: text).map(\.key)) }

  func contains(_ word: Token) -> Bool { keys.contains(word.key) }
}

/// What words stand for, by the keys of their tokens.
struct WordValues<Value: Sendable>: Sendable {
  private let values: [UInt32: Value]

  /// From rows of words, parted by blanks, which all stand for the value beside them. A word's first row counts.
  init(_ rows: [(String, Value)]) {
    var values: [UInt32: Value] = [:]
    for (words, value) in rows {
      for token in Tokenizer.tokens(of: words) where values[token.key] == nil { values[token.key] = value }
    }
    self.values = values
  }

  subscript(word: Token) -> Value? { values[word.key] }
}
