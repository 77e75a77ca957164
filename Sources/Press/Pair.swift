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
  /// No copy: both carry the same words of a third person, in quotation marks or out of them.
  case commonQuotation = "common-quotation"
  /// No copy: both use a text that many use who share nothing else, such as a notice, a biography, a law.
  case commonSource = "common-source"
  /// No copy: a phrase here and there, as two write who tell of the same thing.
  case incidental
  /// Not known, because one of the two is lost.
  case unknown

  /// Whether it says that one text was copied from the other, or both from a third.
  public var isCopying: Bool {
    switch self {
    case .verbatim, .edited, .partial, .spun: true
    case .commonQuotation, .commonSource, .incidental, .unknown: false
    }
  }
}

/// Two articles that share text, with the passages that prove it (invariant 6).
public struct Pair: Sendable, Hashable, Codable {
  /// Id of the first of the two articles: `a` comes before `b`.
  public let a: String
  /// Id of the second.
  public let b: String
  /// How one text stands to the other; not always copying.
  public let kind: CopyKind
  /// How sure it is that the two are copies, of each other or of a third, in 0...1; of a kind that is no copying, how sure
  /// it is that they are none.
  public let confidence: Double
  /// Whether the two are states of one page over time, and not pages of two outlets or of two reports.
  public let versions: Bool
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
    a: String, b: String, kind: CopyKind, confidence: Double = 1, versions: Bool = false, coverageA: Double,
    coverageB: Double, similarity: Double,
    wordsA: Int, wordsB: Int, equalWords: Int, changes: Int, spun: String? = nil, passages: [Passage]
  ) {
    let swap = b < a
    self.a = swap ? b : a
    self.b = swap ? a : b
    self.kind = kind
    self.confidence = confidence
    self.versions = versions
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
    case a, b, kind, confidence, versions, coverageA = "coverage_a", coverageB = "coverage_b", similarity
    case wordsA = "words_a", wordsB = "words_b", equalWords = "equal_words", changes, spun
    case passages
  }
}
