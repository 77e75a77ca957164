import Language

/// Whether two readings are the same words written otherwise.
enum Notation {
  /// Whether they differ in nothing but white space, punctuation and case, and say the same numbers: "6:52 a.m." and
  /// "6.52am", but not "1.5" and "15".
  static func isSameLetters(_ a: Stretch, _ b: Stretch) -> Bool {
    guard !a.isEmpty, !b.isEmpty, Spelling.isSameLetters(a.slice, b.slice) else { return false }
    return a.figures.map(\.value) == b.figures.map(\.value) || digits(a) == digits(b)
  }

  /// Figures as they are parted into words: numbers that are read otherwise but written alike are the same.
  private static func digits(_ stretch: Stretch) -> [UInt32] {
    stretch.words.filter { $0.traits.contains(.number) }.map(\.key)
  }

  /// Whether they say the same in figures and in words ("four", "4"), drawn together and apart ("it is", "it's"), by the
  /// initials ("UN"), in other spellings ("labour"), or as the same day written otherwise ("16 April", "April 16th").
  static func isSame(_ a: Stretch, _ b: Stretch) -> Bool {
    let left = terms(a)
    let right = terms(b)
    guard !left.isEmpty || !right.isEmpty else { return !a.isEmpty && !b.isEmpty }
    if isSame(left, right) || isInitials(a, b) || isInitials(b, a) { return true }
    let (days, others) = (a.figures, b.figures)
    return days.count > 1 && days.count == others.count && isSameDay(a, b)
  }

  /// A word or a figure as it is compared.
  private enum Term: Equatable {
    case word([UInt8])
    case figure(Figure.Value)
    /// "'s", which is "is", "has" or the mark of a possessor; "'d" likewise.
    case short([String])
  }

  private static func terms(_ stretch: Stretch) -> [Term] {
    let text = stretch.text
    var terms: [Term] = []
    var at = stretch.range.lowerBound
    while at < stretch.range.upperBound {
      if let figure = text.figure(of: at) {
        terms.append(.figure(figure.value))
        at = max(at + 1, figure.words.upperBound)
        continue
      }
      let word = Spelling.letters(text.bytes[text.words[at].range])
      if text.elided(before: at) != nil, let long = contractions[String(decoding: word, as: UTF8.self)] {
        if long == ["not"], case .word(let last)? = terms.last { terms[terms.count - 1] = .word(stem(last)) }
        terms.append(long.count == 1 ? .word(Array(long[0].utf8)) : .short(long))
      } else if word == Array("cannot".utf8) {
        terms += [.word(Array("can".utf8)), .word(Array("not".utf8))]
      } else if word == Array("cent".utf8), terms.last == .word(Array("per".utf8)) {
        terms[terms.count - 1] = .word(Array("percent".utf8))
      } else {
        terms.append(.word(word))
      }
      at += 1
    }
    // A sign of per cent is no word.
    let last = stretch.range.upperBound - 1
    if last >= 0, case let end = Int(text.words[last].end), end < text.bytes.count,
      text.bytes[end] == UInt8(ascii: "%")
    {
      terms.append(.word(Array("percent".utf8)))
    }
    return terms
  }

  /// "do" of "don't", "will" of "won't".
  private static func stem(_ word: [UInt8]) -> [UInt8] {
    switch String(decoding: word, as: UTF8.self) {
    case "won": Array("will".utf8)
    case "shan": Array("shall".utf8)
    case "can": word
    default: Array(word.dropLast())
    }
  }

  private static let contractions: [String: [String]] = [
    "t": ["not"], "re": ["are"], "ve": ["have"], "ll": ["will", "shall"], "m": ["am"], "d": ["would", "had"],
    "s": ["is", "has", "us"],
  ]

  private static func isSame(_ a: [Term], _ b: [Term]) -> Bool {
    a.count == b.count
      && zip(a, b).allSatisfy { left, right in
        switch (left, right) {
        case (.word(let x), .word(let y)): x == y || Spelling.isSameWord(x[...], y[...])
        case (.short(let long), .word(let word)), (.word(let word), .short(let long)):
          long.contains(String(decoding: word, as: UTF8.self))
        default: left == right
        }
      }
  }

  /// "UN" for "United Nations", where the letters are capitals.
  private static func isInitials(_ short: Stretch, _ long: Stretch) -> Bool {
    guard short.count == 1, long.count > 1, long.count <= 6 else { return false }
    let letters = short.slice
    guard letters.count == long.count, letters.allSatisfy({ $0 &- 0x41 < 26 }) else { return false }
    return zip(letters, long.range).allSatisfy { $0 == long.bytes(of: $1).first }
  }

  /// The same figures in another order, with nothing else beside small words: "16 April" and "April 16".
  private static func isSameDay(_ a: Stretch, _ b: Stretch) -> Bool {
    func values(_ stretch: Stretch) -> Set<Figure.Value> { Set(stretch.figures.map(\.value)) }
    func hasWords(_ stretch: Stretch) -> Bool {
      stretch.range.contains {
        stretch.text.figure(of: $0) == nil && !CalendarWords.links.contains(stretch.text.words[$0])
      }
    }
    return values(a) == values(b) && a.numbers.isEmpty && !hasWords(a) && !hasWords(b)
  }
}
