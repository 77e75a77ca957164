/// English "a" before a vowel and "an" before a consonant: editors mend these, synonym machines make them.
public enum IndefiniteArticles {
  /// How often `a` stands before a vowel letter, or `an` before a consonant letter, where no exception of
  /// pronunciation is known ("a European", "an hour", initialisms).
  public static func errors(in text: String) -> Int {
    let tokens = Tokenizer.tokens(of: text)
    var text = text
    return text.withUTF8 { bytes in
      zip(tokens, tokens.dropFirst()).count { isError($0, $1, in: bytes) }
    }
  }

  /// Whether `article` is an indefinite article that does not go with `noun`, the word behind it.
  public static func isError(_ article: Token, _ noun: Token, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let word = bytes[article.range]
    let isA = word.elementsEqual("a".utf8)
    guard isA || word.elementsEqual("an".utf8), noun.start == article.end + 1,
      bytes[Int(article.end)] == 0x20
    else { return false }
    let next = bytes[noun.range]
    guard next.count > 2, next.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }), let first = next.first else {
      return false
    }
    let isVowel = "aeiou".utf8.contains(first)
    return isA == isVowel && !isException(next, afterA: isA)
  }

  /// Beginnings that are spoken otherwise than they are written; "an historic" is what half of the British press prints.
  private static func isException(_ word: Slice<UnsafeBufferPointer<UInt8>>, afterA: Bool) -> Bool {
    let spoken =
      afterA
      ? ["eu", "ewe", "one", "once", "uni", "unanim", "us", "ut", "ub", "uk", "ur"]
      : ["hour", "hon", "heir", "herb", "histor"]
    return spoken.contains { word.starts(with: $0.utf8) }
  }
}
