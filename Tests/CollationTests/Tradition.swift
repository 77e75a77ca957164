import Press
import TestSupport

/// An invented report and its copies: a tree of witnesses whose edits are chance's.
struct Tradition {
  private var random: SplitMix
  private var news: InventedNews
  private(set) var witnesses: [Article] = []
  private var texts: [[String]] = []

  init(seed: UInt64, witnesses count: Int, paragraphs: Int) {
    random = SplitMix(seed: seed)
    news = InventedNews(seed: seed)
    texts = [news.report(paragraphs: paragraphs)]
    while texts.count < count { texts.append(copy(texts.randomElement(using: &random) ?? [])) }
    for (number, text) in texts.enumerated() {
      let id = "w\(number)"
      witnesses.append(Article(id: id, source: id, text: text.joined(separator: "\n\n")))
    }
  }

  private mutating func copy(_ text: [String]) -> [String] {
    var copy = text
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let at = Int.random(in: copy.indices, using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0 where copy.count > 2: copy.remove(at: at)
      case 1: copy.insert(news.report(paragraphs: 1)[0], at: at)
      case 2: copy.swapAt(at, Int.random(in: copy.indices, using: &random))
      case 3: copy[at] = news.spun(copy[at], rate: 0.4)
      case 4: copy[at] = "“" + copy[at] + "”"
      case 5: copy[at] = copy[at].uppercased()
      case 6: copy[at] = copy[at].split(separator: " ").dropLast(4).joined(separator: "  ") + "…"
      default: copy[at] = replaced(copy[at])
      }
    }
    return copy
  }

  private mutating func replaced(_ paragraph: String) -> String {
    var words = paragraph.split(separator: " ").map(String.init)
    let at = Int.random(in: words.indices, using: &random)
    words[at] = ["harbour", "two or three", "naïve", "27", "don’t"].randomElement(using: &random) ?? ""
    return words.joined(separator: " ")
  }
}

extension Apparatus {
  /// What of the law that no byte is lost (invariant 8) does not hold, told for people.
  func losses(of articles: [Article]) -> [String] {
    var losses: [String] = []
    for article in articles {
      guard let witness = witnesses.firstIndex(of: article.id) else {
        losses.append("\(article.id) is missing")
        continue
      }
      let ranges = segments.compactMap { $0.cells[witness]?.range }.sorted { $0.lowerBound < $1.lowerBound }
      var at = 0
      for range in ranges {
        if range.lowerBound != at || range.isEmpty {
          losses.append("\(article.id): \(range) after byte \(at)")
        }
        at = range.upperBound
      }
      if at != article.text.utf8.count { losses.append("\(article.id) ends at \(at)") }
    }
    return losses
  }

  /// What a witness has in each segment in which it has words.
  func readings(of id: String) -> [String?] {
    guard let witness = witnesses.firstIndex(of: id) else { return [] }
    return segments.map { segment in segment.cells[witness].map { segment.readings[$0.reading].text } }
  }

  /// Words that two witnesses have in the same segments with the same reading.
  func equalWords(_ a: String, _ b: String) -> Int {
    guard let x = witnesses.firstIndex(of: a), let y = witnesses.firstIndex(of: b) else { return 0 }
    return segments.reduce(0) { sum, segment in
      guard let left = segment.cells[x], let right = segment.cells[y], left.reading == right.reading else {
        return sum
      }
      return sum + segment.readings[left.reading].words
    }
  }
}
