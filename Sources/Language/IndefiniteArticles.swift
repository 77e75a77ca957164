/// English "a" before a vowel and "an" before a consonant: editors mend these, synonym machines make them.
public enum IndefiniteArticles {
  /// How often `a` stands before a vowel letter, or `an` before a consonant letter, where no exception of
  /// pronunciation is known ("a European", "an hour", initialisms).
  public static func errors(in text: String) -> Int {
    let bytes = Array(text.utf8)
    let tokens = Tokenizer.tokens(of: text)
    var count = 0
    for (article, noun) in zip(tokens, tokens.dropFirst()) {
      let word = bytes[article.range]
      let isA = word.elementsEqual("a".utf8)
      guard isA || word.elementsEqual("an".utf8), noun.start == article.end + 1,
        bytes[Int(article.end)] == 0x20
      else { continue }
      let next = bytes[noun.range]
      guard next.count > 2, next.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }), let first = next.first else {
        continue
      }
      let isVowel = "aeiou".utf8.contains(first)
      if isA == isVowel, !isException(next, afterA: isA) { count += 1 }
    }
    return count
  }

  /// Beginnings that are spoken otherwise than they are written; "an historic" is what half of the British press prints.
  private static func isException(_ word: ArraySlice<UInt8>, afterA: Bool) -> Bool {
    let spoken =
      afterA
      ? ["eu", "ewe", "one", "once", "uni", "unanim", "us", "ut", "ub", "uk", "ur"]
      : ["hour", "hon", "heir", "herb", "histor"]
    return spoken.contains { word.starts(with: $0.utf8) }
  }
}
