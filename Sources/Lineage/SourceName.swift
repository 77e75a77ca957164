import Press

/// A name of an agency or an outlet as lineage compares it: case, punctuation and a leading article aside.
///
/// Reading has brought the names that its tables know to one spelling; here only what no table can know is
/// evened out.
struct SourceName: Hashable {
  /// Letters and digits of the name's words, in lower case, joined.
  let folded: String
  /// First letters of an agency's name of three words or more, else empty. Of an outlet's name they say nothing:
  /// a "Nordby Post Advertiser" is not the agency NPA.
  let initials: String

  init(_ name: String) {
    var words: [String] = []
    var word = ""
    for scalar in name.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word.unicodeScalars.append(scalar)
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    if words.count > 1, words[0] == "the" { words.removeFirst() }
    folded = words.joined()
    let isAgency = words.count > 2 && words.contains(where: Self.agencyWords.contains)
    initials = isAgency ? String(words.compactMap(\.first)) : ""
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
