import TestSupport
import Press

/// A pile of invented pages: reports in an invented language, with reprints, cuts, edits and merged pages.
enum Pile {
  private static let syllables = [
    "ka", "tor", "vik", "mel", "os", "ran", "du", "lin", "bre", "sha", "pel", "un", "gri", "eth",
  ]

  /// Reports drawn from one vocabulary, as news is, so that single words are shared by all.
  static func report(_ random: inout SplitMix, paragraphs: Int = 5) -> [String] {
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
    var random = SplitMix(seed: seed)
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
