import Language

/// Whether two readings are the same words written otherwise: British or American, with or without blanks and points.
///
/// House style is no change of what was said: a quotation in which "metres" became "meters" is not altered.
enum Spelling {
  /// Whether `a` and `b` differ in nothing but white space, punctuation and case ("6:52 a.m.", "6.52am").
  static func isSameLetters(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
    letters(a).elementsEqual(letters(b))
  }

  /// Whether two readings, each by itself, are the same words written otherwise ("four", "4").
  static func isSameNotation(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
    func whole(_ bytes: ArraySlice<UInt8>) -> Stretch {
      let text = String(decoding: bytes, as: UTF8.self)
      let words = Tokenizer.tokens(of: text)
      return Stretch(CollatedText(id: "", text: text, words: words), words.indices)
    }
    return Notation.isSame(whole(a), whole(b))
  }

  /// Whether two words are spellings of one, by the regular differences between British and American English.
  static func isSameWord(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
    guard a.count >= 4, b.count >= 4 else { return false }
    return american(letters(a)) == american(letters(b))
  }

  /// ASCII letters in lower case, digits, and all bytes of other letters.
  static func letters(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.compactMap { byte in
      switch byte {
      case 0x41...0x5A: byte | 0x20
      case 0x61...0x7A, 0x30...0x39, 0x80...: byte
      default: nil
      }
    }
  }

  /// Parts of words and what they become, the longer first; both spellings of a pair end as the same.
  private static let rules: [(from: [UInt8], to: [UInt8])] = [
    ("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ises", "izes"), ("ise", "ize"),
    ("yse", "yze"), ("ysing", "yzing"), ("our", "or"), ("tre", "ter"), ("bre", "ber"), ("ogue", "og"),
    ("ence", "ense"), ("elled", "eled"), ("elling", "eling"), ("eller", "eler"), ("ellor", "elor"),
    ("alled", "aled"), ("alling", "aling"), ("aeo", "eo"), ("oet", "et"), ("grey", "gray"),
    ("plough", "plow"),
    ("programme", "program"), ("cheque", "check"), ("tyre", "tire"), ("kerb", "curb"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  private static func american(_ word: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var at = 0
    while at < word.count {
      let rest = word[at...]
      // Short ones not at the head of a word: "our" stays "our".
      if let rule = rules.first(where: { (at > 0 || $0.from.count > 3) && rest.starts(with: $0.from) }) {
        result += rule.to
        at += rule.from.count
      } else {
        result.append(word[at])
        at += 1
      }
    }
    return result
  }
}
