/// What to search for: words and phrases, all of which must occur.
///
/// Built from whatever a person types. `"naval exercise"` in double quotes is a phrase; everything else is words, so
/// that FTS5's own operators, which fail when misused, mean nothing here. Never a syntax error.
public struct SearchQuery: Sendable, Hashable {
  /// Words and phrases beyond these are ignored, as are characters beyond the ten-thousandth byte.
  static let mostPhrases = 64
  static let mostBytes = 10_000

  /// Each word, and each phrase, as it was typed.
  public let phrases: [String]

  /// Takes what a person typed.
  public init(_ typed: String) {
    var phrases: [String] = []
    var quoted = false
    // By scalars: a quote with an accent on it is one character to Swift, and still a quote to FTS5.
    let scalars = typed.prefix(bytes: Self.mostBytes).unicodeScalars
    for part in scalars.split(separator: "\"", omittingEmptySubsequences: false) {
      if quoted {
        phrases.append(String(part))
      } else {
        phrases += part.split(whereSeparator: \.properties.isWhitespace).map(String.init)
      }
      quoted.toggle()
    }
    self.phrases = Array(phrases.filter(Self.hasWord).prefix(Self.mostPhrases))
  }

  /// Whether there is nothing to search for.
  public var isEmpty: Bool { phrases.isEmpty }

  /// The same in FTS5's syntax: each phrase a string of its own. A query ends for FTS5 at a NUL.
  var fts5: String {
    phrases.map { phrase in
      var quoted = "\""
      for scalar in phrase.unicodeScalars where scalar != "\"" {
        quoted.unicodeScalars.append(scalar == "\0" ? " " : scalar)
      }
      return quoted + "\""
    }.joined(separator: " ")
  }

  /// The same while it is being typed: the last word may be the beginning of one.
  var fts5AsTyped: String { isEmpty ? "" : fts5 + " *" }

  private static func hasWord(_ phrase: String) -> Bool {
    phrase.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }
}

extension String {
  /// At most `count` bytes from the beginning, in whole characters.
  fileprivate func prefix(bytes count: Int) -> Substring {
    guard utf8.count > count else { return self[...] }
    var end = utf8.index(utf8.startIndex, offsetBy: count)
    while end > startIndex, end.samePosition(in: unicodeScalars) == nil { end = utf8.index(before: end) }
    return self[..<end]
  }
}
