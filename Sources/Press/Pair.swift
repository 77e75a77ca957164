/// The stretch of one article that reappears in another.
///
/// Ranges are half-open UTF-8 byte offsets into each article's `text` (invariant 4).
/// `similarity` is the share of aligned tokens that are equal after folding, in 0...1.
public struct Passage: Sendable, Hashable, Codable {
  /// Byte range in the first article's text.
  public let a: Range<Int>
  /// Byte range in the second article's text.
  public let b: Range<Int>
  /// Share of aligned tokens that are equal after folding, in 0...1.
  public let similarity: Double

  /// Makes a passage of two aligned stretches.
  public init(a: Range<Int>, b: Range<Int>, similarity: Double) {
    self.a = a
    self.b = b
    self.similarity = similarity
  }

  /// The same passage seen from the other article.
  public var flipped: Passage { Passage(a: b, b: a, similarity: similarity) }

  enum CodingKeys: String, CodingKey { case a, b, similarity }

  /// Reads the shape that the JSON lines promise.
  public init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: CodingKeys.self)
    a = try c.decode(ByteRange.self, forKey: .a).range
    b = try c.decode(ByteRange.self, forKey: .b).range
    similarity = try c.decode(Double.self, forKey: .similarity)
  }

  /// Writes the shape that the JSON lines promise.
  public func encode(to encoder: any Encoder) throws {
    var c = encoder.container(keyedBy: CodingKeys.self)
    try c.encode(ByteRange(a), forKey: .a)
    try c.encode(ByteRange(b), forKey: .b)
    try c.encode(similarity, forKey: .similarity)
  }
}

/// How the text of one article stands to the text of another that it shares passages with.
public enum CopyKind: String, Sendable, Hashable, Codable, CaseIterable {
  /// Word for word, but for typography.
  case verbatim
  /// The same text with words or sentences changed.
  case edited
  /// A part of one stands within the other.
  case partial
  /// Rewritten by synonym substitution, sentence for sentence.
  case spun
  /// Not known, because one of the two is lost.
  case unknown
}

/// Two articles that share text, with the passages that prove it (invariant 6).
public struct Pair: Sendable, Hashable, Codable {
  /// Id of the first of the two articles: `a` comes before `b`.
  public let a: String
  /// Id of the second.
  public let b: String
  /// How one text stands to the other.
  public let kind: CopyKind
  /// Share of the first article's tokens (furniture aside) that lie within a passage, in 0...1.
  public let coverageA: Double
  /// Share of the second article's tokens, likewise.
  public let coverageB: Double
  /// Share of aligned tokens that are equal after folding, over all passages, in 0...1.
  public let similarity: Double
  /// Words of the first article, furniture aside.
  public let wordsA: Int
  /// Words of the second article, likewise.
  public let wordsB: Int
  /// Aligned words that are equal after folding.
  public let equalWords: Int
  /// Places at which the two differ: words replaced, stretches cut, added or moved, each once however long.
  public let changes: Int
  /// Id of the one that a synonym machine wrote, where the wording itself tells.
  public let spun: String?
  /// In the order of `a`; never empty.
  public let passages: [Passage]

  /// Makes a pair; the ids are put in order, and the passages with them.
  public init(
    a: String, b: String, kind: CopyKind, coverageA: Double, coverageB: Double, similarity: Double,
    wordsA: Int, wordsB: Int, equalWords: Int, changes: Int, spun: String? = nil, passages: [Passage]
  ) {
    let swap = b < a
    self.a = swap ? b : a
    self.b = swap ? a : b
    self.kind = kind
    self.coverageA = swap ? coverageB : coverageA
    self.coverageB = swap ? coverageA : coverageB
    self.similarity = similarity
    self.wordsA = swap ? wordsB : wordsA
    self.wordsB = swap ? wordsA : wordsB
    self.equalWords = equalWords
    self.changes = changes
    self.spun = spun
    self.passages = (swap ? passages.map(\.flipped) : passages).sorted {
      ($0.a.lowerBound, $0.b.lowerBound) < ($1.a.lowerBound, $1.b.lowerBound)
    }
  }

  enum CodingKeys: String, CodingKey {
    case a, b, kind, coverageA = "coverage_a", coverageB = "coverage_b", similarity
    case wordsA = "words_a", wordsB = "words_b", equalWords = "equal_words", changes, spun
    case passages
  }
}

/// The witnesses of one report. Every article is in exactly one family, most of them alone.
public struct Family: Sendable, Hashable, Codable {
  /// A stable short hash of the smallest member's id.
  public let id: String
  /// Article ids, sorted.
  public let members: [String]

  /// Makes a family; its members are sorted.
  public init(id: String, members: [String]) {
    self.id = id
    self.members = members.sorted()
  }
}
