import Language
import Press

/// An article as the finding of families sees it.
public struct Member: Sendable, Hashable {
  /// Words that make the lead: a news text says at its head which report it is.
  public static let leadWords = 100

  /// The article's id.
  public let id: String
  /// When it was published; not the day of a change.
  public let published: Moment?
  /// Who published it.
  public let outlet: String?
  /// Byte ranges of its first words that carry the report, furniture passed over, and what stands before its dateline:
  /// pictures, in scraped text. Sorted, disjoint.
  public let lead: [Range<Int>]
  /// Hashes of its headline's folded words, and of the first line's, which in scraped text is the headline; without
  /// those of so few words that they may stand over anything.
  public let headlines: [UInt64]

  /// A member of which no more is known than this: its lead is taken for the first bytes of its text.
  public init(
    id: String, published: Moment?, outlet: String? = nil, lead: [Range<Int>] = [0..<600],
    headlines: [UInt64] = []
  ) {
    self.id = id
    self.published = published
    self.outlet = outlet
    self.lead = lead
    self.headlines = headlines
  }

  /// An article as a member.
  ///
  /// - Parameter words: The words that carry its report.
  public init(_ witness: Witness, words: [Token]) {
    var lead: [Range<Int>] = []
    let start = words.firstIndex { Int($0.start) >= witness.reportStart } ?? 0
    if !words.isEmpty {
      var at = Int(words[start].start)
      let end = Int(words[min(words.count, start + Self.leadWords) - 1].end)
      for masked in witness.masked where masked.upperBound > at && masked.lowerBound < end {
        if masked.lowerBound > at { lead.append(at..<masked.lowerBound) }
        at = masked.upperBound
      }
      if at < end { lead.append(at..<end) }
    }
    self.init(
      id: witness.id, published: witness.published, outlet: witness.outlet, lead: lead,
      headlines: Headline.hashes(of: witness))
  }
}

/// A pair as the finding of families sees it: two members by their numbers, and what they share.
public struct Link: Sendable, Hashable {
  /// Numbers of the two members.
  public internal(set) var a: Int, b: Int
  /// How one stands to the other.
  public let kind: CopyKind
  /// Whether the two are states of one page over time.
  public let versions: Bool
  /// Share of each one's words that lie within shared passages, in 0...1.
  public let coverageA: Double, coverageB: Double
  /// Words of each.
  public let wordsA: Int, wordsB: Int
  /// Byte ranges of the shared passages in each one's text. Sorted; disjoint in each.
  public let rangesA: [Range<Int>], rangesB: [Range<Int>]
  /// Share of what is shared that stands in both texts in one order, in 0...1. Copies mostly keep it; who picks from what
  /// lies before everyone, posts and speeches, does not.
  public let inOrder: Double

  /// A pair of the members numbered `a` (the pair's first) and `b`.
  public init(_ pair: Pair, a: Int, b: Int) {
    self.a = a
    self.b = b
    kind = pair.kind
    versions = pair.versions
    coverageA = pair.coverageA
    coverageB = pair.coverageB
    wordsA = pair.wordsA
    wordsB = pair.wordsB
    rangesA = Ranges.union(pair.passages.map(\.a))
    rangesB = Ranges.union(pair.passages.map(\.b))
    inOrder = Self.shareInOrder(pair.passages)
  }

  /// Passages of a pair at most whose order is looked at.
  private static let mostOrdered = 64

  /// The heaviest chain of passages that rise in both texts, as a share of all their bytes.
  private static func shareInOrder(_ passages: [Passage]) -> Double {
    guard passages.count > 1 else { return 1 }
    let passages = passages.prefix(mostOrdered).sorted { $0.a.lowerBound < $1.a.lowerBound }
    var heaviest = Array(repeating: 0, count: passages.count)
    for (number, passage) in passages.enumerated() {
      var before = 0
      for (other, earlier) in passages[..<number].enumerated()
      where earlier.b.lowerBound < passage.b.lowerBound {
        before = max(before, heaviest[other])
      }
      heaviest[number] = before + passage.a.count
    }
    return Double(heaviest.max() ?? 0) / Double(max(1, passages.reduce(0) { $0 + $1.a.count }))
  }
}
