import Press

/// Numbers that are the same in every run (SplitMix64; Steele, Lea and Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A pile of invented pages: reports in an invented language, with reprints, cuts, edits and merged pages.
enum Pile {
  private static let syllables = [
    "ka", "tor", "vik", "mel", "os", "ran", "du", "lin", "bre", "sha", "pel", "un", "gri", "eth",
  ]

  /// Reports drawn from one vocabulary, as news is, so that single words are shared by all.
  static func report(_ random: inout SeededGenerator, paragraphs: Int = 5) -> [String] {
    (0..<paragraphs).map { _ in
      (0..<3).map { _ in
        let words = (0..<11).map { _ in
          (0..<Int.random(in: 1...3, using: &random)).map { _ in syllables.randomElement(using: &random) ?? ""
          }.joined()
        }
        return words.joined(separator: " ").prefix(1).uppercased() + words.joined(separator: " ").dropFirst()
          + "."
      }.joined(separator: " ")
    }
  }

  static func article(
    _ id: String, _ paragraphs: [String], outlet: String? = nil, published: String? = nil,
    credits: [Credit] = []
  )
    -> Article
  {
    Article(
      id: id, source: "pile/\(id)", outlet: outlet, published: published.flatMap { Moment(iso: $0) },
      credits: credits,
      text: paragraphs.joined(separator: "\n\n"))
  }

  /// `reports` reports, each with a few copies of every sort, and a merged page between neighbours.
  static func articles(reports: Int, seed: UInt64) -> [Article] {
    var random = SeededGenerator(seed: seed)
    var pile: [Article] = []
    var before: [String] = []
    for number in 0..<reports {
      let text = report(&random)
      let id = "r\(String(repeating: "0", count: 4 - String(number).count))\(number)"
      let credit = Credit(name: "NPA", kind: .agency, role: .source, text: "SOURCE: NPA", place: .furniture)
      pile.append(article(id + "a", text, outlet: "Courier", published: "2031-05-06", credits: [credit]))
      pile.append(article(id + "b", text, outlet: "Herald", published: "2031-05-07", credits: [credit]))
      pile.append(article(id + "c", Array(text.prefix(3)), outlet: "Plinth", published: "2031-05-08"))
      let edited = text.enumerated().map {
        $0.offset == 2 ? String($0.element.dropFirst(30)) + " Own words here." : $0.element
      }
      pile.append(article(id + "d", edited, outlet: "Post"))
      if number % 3 == 1 {
        pile.append(
          article(
            id + "m", Array(text.prefix(3)) + before.prefix(3), outlet: "Monitor", published: "2031-05-09"))
      }
      before = text
    }
    return pile
  }
}
