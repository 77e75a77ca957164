import Language

/// The line beside the headline that says who wrote the article: "By Jo Ames", "Written by" over "Jo Ames".
enum ShownByline {
  /// The names in the first such line; none where no line opens as bylines do.
  static func names(in lines: ShownLines) -> [String] {
    for (index, line) in lines.texts.enumerated() where line.utf8.count <= longest {
      guard var rest = behindOpening(line) else { continue }
      // The names may stand in the next line.
      if rest.isEmpty, index + 1 < lines.texts.count, lines.texts[index + 1].utf8.count <= longest {
        rest = lines.texts[index + 1]
      }
      let names = Names.split([upToMark(rest)])
      if !names.isEmpty, names.count <= 8, names.allSatisfy(isWrittenAsName) { return names }
    }
    return []
  }

  private static let longest = 160

  private static let openings = [
    "by", "written by", "words by", "posted by", "story by", "authored by", "reported by", "guest post by",
    "article by", "text by", "author", "authors", "written and reviewed by", "par", "von", "por", "di",
    "door", "av", "af",
    "autor", "autora", "auteur", "auteurs", "autoren", "escrito por", "écrit par",
    "geschreven door",
    "geschrieben von", "a cura di", "yazan",
  ]

  /// What follows the words that open a byline; `nil` where none of them opens the line.
  private static func behindOpening(_ line: String) -> String? {
    let lower = line.prefix(28).lowercased()
    for opening in openings where lower.hasPrefix(opening) {
      let rest = line.dropFirst(opening.count)
      guard let mark = rest.first else { return "" }
      guard mark.isWhitespace || mark == ":" else { continue }
      return String(rest.drop { $0.isWhitespace || $0 == ":" })
    }
    return nil
  }

  /// The words before a date, a bar or a bullet, or what says where and when.
  private static func upToMark(_ text: String) -> String {
    var end = text.endIndex
    for mark in [
      " · ", " | ", " • ", " ⋅ ", " – ", " — ", " - ", " / ", " on ", " for ", " in ", " at ", " @", " (",
      "•",
    ] {
      if let found = text.firstRange(of: mark), found.lowerBound < end { end = found.lowerBound }
    }
    if let figure = text.firstIndex(where: \.isNumber), figure < end {
      let date = DateScanner.scan(text).first?.range.lowerBound
      let start = date.flatMap { text.utf8.index(text.startIndex, offsetBy: $0).samePosition(in: text) }
      end = min(end, start ?? figure)
    }
    return String(text[..<end])
  }

  /// Whether every word is one of a name: a capital, or a particle such as "van".
  private static func isWrittenAsName(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard (1...6).contains(words.count), name.utf8.count <= 80, let first = name.first, first.isLetter,
      !VisibleMarks.isLabel(words[0].lowercased())
    else { return false }
    return words.enumerated().allSatisfy { index, word in
      guard let letter = word.first else { return false }
      if letter.isNumber || word.contains(where: { "!?:;\"".contains($0) }) { return false }
      return !letter.isLowercase || index > 0 && particles.contains(word.lowercased())
    }
  }

  private static let particles: Set<String> = [
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "des", "la", "le", "van", "von", "der", "den",
    "ter", "ten",
    "zu", "bin", "ibn", "al", "el", "af", "av", "the",
  ]
}
