import Press

/// A name of an agency or an outlet as lineage compares it: case, punctuation and a leading article aside.
///
/// Reading has brought the names that its tables know to one spelling; here only what no table can know is
/// evened out.
struct SourceName: Hashable {
  /// Letters and digits of the name's words, in lower case, joined.
  let folded: String
  /// The name's words, letters and digits in lower case.
  let words: [String]
  /// First letters of an agency's name of three words or more, else empty. Of an outlet's name they say nothing:
  /// a "Nordby Post Advertiser" is not the agency NPA.
  let initials: String

  init(_ name: String) {
    var words = Self.words(of: name)
    if words.count > 1, words[0] == "the" { words.removeFirst() }
    folded = words.joined()
    self.words = words
    let isAgency = words.count > 2 && words.contains(where: Self.agencyWords.contains)
    initials = isAgency ? String(words.compactMap(\.first)) : ""
  }

  /// The words of a line or a name: letters and digits, in lower case.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word.unicodeScalars.append(scalar)
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// Words that make an outlet's name longer where a part of it is meant: a section, or a way of sending it out.
  private static let sectionWords: Set<String> = [
    "news", "newsroom", "online", "web", "digital", "opinion", "editorial", "comment", "politics", "sport",
    "sports", "business", "world", "international", "national", "local", "com", "wire", "desk", "staff",
    "live",
    "edition", "feed", "magazine", "newspaper",
  ]

  /// Whether one of the two is the other with the name of a section behind it: "Courier" and "Courier - Opinion".
  func isSection(of other: SourceName) -> Bool {
    let (short, long) = words.count < other.words.count ? (words, other.words) : (other.words, words)
    guard !short.isEmpty, short.count < long.count, long.starts(with: short) else { return false }
    return long[short.count...].allSatisfy(Self.sectionWords.contains)
  }

  /// Words that agencies call themselves by, in the languages of most wires.
  private static let agencyWords: Set<String> = [
    "agency", "agence", "agentur", "agencia", "agenzia", "agência", "agentschap", "ajansı", "bureau", "wire",
    "presseagentur", "telegraph", "telegraphic", "nachrichtenagentur", "newswire", "press",
  ]

  /// Whether both name the same source: equal, or one is the other's initials.
  func isSame(as other: SourceName) -> Bool {
    guard !folded.isEmpty, !other.folded.isEmpty else { return false }
    return folded == other.folded || folded == other.initials || initials == other.folded
  }
}
