/// How much of one article is in another: the numbers that a newsroom asks for first.
public struct Reuse: Sendable, Hashable, Codable {
  /// Id of the family.
  public let family: String
  /// Id of the article that was copied, or that stands in for one that is lost.
  public let source: String
  /// Id of the copy.
  public let copy: String
  /// Share of the source's words that the copy has, the same or others in their place, in 0...1.
  public let sourceShare: Double
  /// Share of the copy's words that come from the source, likewise, in 0...1.
  public let copyShare: Double
  /// The longest passage that the two have in common, by its words in the copy.
  public let longest: Longest?

  /// Makes the numbers of one copy.
  public init(
    family: String, source: String, copy: String, sourceShare: Double, copyShare: Double, longest: Longest?
  ) {
    self.family = family
    self.source = source
    self.copy = copy
    self.sourceShare = sourceShare
    self.copyShare = copyShare
    self.longest = longest
  }

  enum CodingKeys: String, CodingKey {
    case family, source, copy, sourceShare = "source_share", copyShare = "copy_share", longest
  }

  /// A passage with what the copy has of it.
  public struct Longest: Sendable, Hashable, Codable {
    /// Words of the copy.
    public let words: Int
    /// Share of the aligned words that are equal, in 0...1.
    public let similarity: Double
    /// Byte range in the source's text.
    public let source: Range<Int>
    /// Byte range in the copy's text.
    public let copy: Range<Int>

    /// Makes a passage.
    public init(words: Int, similarity: Double, source: Range<Int>, copy: Range<Int>) {
      self.words = words
      self.similarity = similarity
      self.source = source
      self.copy = copy
    }

    enum CodingKeys: String, CodingKey { case words, similarity, source, copy }

    /// Reads the shape that the JSON lines promise.
    public init(from decoder: any Decoder) throws {
      let c = try decoder.container(keyedBy: CodingKeys.self)
      words = try c.decode(Int.self, forKey: .words)
      similarity = try c.decode(Double.self, forKey: .similarity)
      source = try c.decode(ByteRange.self, forKey: .source).range
      copy = try c.decode(ByteRange.self, forKey: .copy).range
    }

    /// Writes the shape that the JSON lines promise.
    public func encode(to encoder: any Encoder) throws {
      var c = encoder.container(keyedBy: CodingKeys.self)
      try c.encode(words, forKey: .words)
      try c.encode(similarity, forKey: .similarity)
      try c.encode(ByteRange(source), forKey: .source)
      try c.encode(ByteRange(copy), forKey: .copy)
    }
  }
}
