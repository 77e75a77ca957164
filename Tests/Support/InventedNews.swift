import Foundation

/// Invented reports, as many as a test wants: invented words between real short ones, with a language's frequencies.
///
/// Names and numbers are a report's own, all other words are everybody's: two reports share phrases of three words here
/// and there, as news does, and no sentence.
public struct InventedNews: Sendable {
  private var random: SplitMix

  /// The reports that belong to `seed`.
  public init(seed: UInt64) { random = SplitMix(seed: seed) }

  /// The paragraphs of a new report, of some 50 words each.
  public mutating func report(paragraphs: Int = 5) -> [String] {
    let names = (0..<6).map { _ in name() }
    return (0..<paragraphs).map { _ in
      (0..<3).map { _ in sentence(names) }.joined(separator: " ")
    }
  }

  /// A sentence in quotation marks, of some 40 words: what a speaker said whom every reporter heard.
  public mutating func quotation() -> String {
    "“" + [words(13, []), words(13, []), words(13, [])].joined(separator: ", ").capitalisedFirst + ".”"
  }

  /// The same text with plain words replaced, as a synonym machine leaves it: each long one with probability `rate`. A word
  /// always gets the same synonym.
  public mutating func spun(_ text: String, rate: Double) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      guard word.utf8.count >= 4, word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }),
        Double.random(in: 0..<1, using: &random) < rate
      else { return String(word) }
      return String(word.reversed()) + "o"
    }.joined(separator: " ")
  }

  /// The same text with letters taken for others, as in a poor scan: each with probability `rate`.
  public mutating func misread(_ text: String, rate: Double) -> String {
    String(
      text.map { letter in
        guard letter.isLetter, Double.random(in: 0..<1, using: &random) < rate else { return letter }
        return Self.mistaken.randomElement(using: &random) ?? letter
      })
  }

  // MARK: Sentences

  private mutating func sentence(_ names: [String]) -> String {
    words(Int.random(in: 9...26, using: &random), names).capitalisedFirst + "."
  }

  private mutating func words(_ count: Int, _ names: [String]) -> String {
    (0..<count).map { _ in
      switch Int.random(in: 0..<100, using: &random) {
      case 0..<42: return Self.common[frequent(Self.common.count)]
      case 42..<49: return names.randomElement(using: &random) ?? "they"
      case 49..<52: return String(Int.random(in: 2...9_999, using: &random))
      default: return Self.vocabulary[frequent(Self.vocabulary.count)]
      }
    }.joined(separator: " ")
  }

  /// A rank below `count`, low ones most often (Zipf).
  private mutating func frequent(_ count: Int) -> Int {
    let roll = Double.random(in: 0..<1, using: &random)
    // The inverse of the logarithm, which is what the sum of all 1 / rank grows like.
    return min(count - 1, Int(pow(Double(count + 1), roll)) - 1)
  }

  private mutating func name() -> String { Self.word(&random, syllables: 3).capitalisedFirst }

  private static func word(_ random: inout SplitMix, syllables count: Int) -> String {
    (0..<count).map { _ in syllables.randomElement(using: &random) ?? "" }.joined()
  }

  private static let mistaken: [Character] = ["c", "e", "l", "i", "1", "0", "h", "b", "t", "n"]
  private static let common = [
    "the", "of", "to", "and", "a", "in", "that", "for", "is", "on", "was", "it", "with", "as", "at", "he",
    "by", "from",
    "be", "have", "an", "had", "not", "has", "but", "they", "were", "who", "his", "which", "their", "she",
    "been", "this",
    "or", "after", "about", "up", "one", "when", "out", "if", "would", "two", "there", "so", "no", "than",
    "into", "over",
  ]
  private static let syllables = [
    "ka", "tor", "vik", "mel", "os", "ran", "du", "lin", "bre", "sha", "pel", "un", "gri", "eth", "ma", "no",
    "si", "ta",
    "cor", "ven",
  ]
  private static let vocabulary: [String] = {
    var random = SplitMix(seed: 1)
    var seen: Set<String> = []
    while seen.count < 3_000 { seen.insert(word(&random, syllables: Int.random(in: 2...4, using: &random))) }
    return seen.sorted().shuffled(using: &random)
  }()
}

extension String {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
