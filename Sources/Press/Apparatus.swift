/// All witnesses of a family side by side: their texts cut into segments such that what the witnesses have in one segment
/// answers to each other (parallel segmentation).
///
/// For each witness its ranges, sorted, tile its whole text: no byte is lost (invariant 8). The order of the witnesses
/// changes nothing.
public struct Apparatus: Sendable, Hashable, Codable {
  /// Which differences count as such.
  public enum Level: String, Sendable, Hashable, Codable, CaseIterable {
    /// All of them, but for white space.
    case raw
    /// Case, punctuation and typography aside.
    case folded
    /// The same words written otherwise aside as well: spellings, figures for words, contractions.
    case lexical
  }

  /// Id of the family.
  public let family: String
  /// Article ids, sorted.
  public let witnesses: [String]
  /// What counts as a difference.
  public let level: Level
  /// In the order of most witnesses' texts; a witness that moved a passage has it out of its own order.
  public let segments: [Segment]

  /// Makes an apparatus.
  public init(family: String, witnesses: [String], level: Level, segments: [Segment]) {
    self.family = family
    self.witnesses = witnesses
    self.level = level
    self.segments = segments
  }

  /// A stretch that some witnesses have, and what each has there.
  public struct Segment: Sendable, Hashable, Codable {
    /// What sort of difference it is; `nil` where all that have words here have the same, whether or not some lack them,
    /// but `moved` where one of those has them elsewhere in its text.
    public let kind: Variant.Kind?
    /// The readings that differ at the level, the one of most witnesses first; never empty.
    public let readings: [Reading]
    /// By witness, in the order of ``Apparatus/witnesses``; `nil` where the witness has nothing here.
    public let cells: [Cell?]
    /// Whether these words are no part of the report: furniture, a credit, a dateline.
    public let isApart: Bool

    /// Makes a segment.
    public init(kind: Variant.Kind?, readings: [Reading], cells: [Cell?], isApart: Bool = false) {
      self.kind = kind
      self.readings = readings
      self.cells = cells
      self.isApart = isApart
    }

    enum CodingKeys: String, CodingKey { case kind, readings, cells, isApart = "apart" }
  }

  /// One of the readings of a segment.
  public struct Reading: Sendable, Hashable, Codable {
    /// As the first of its witnesses has it, white space at either end aside.
    public let text: String
    /// Its words.
    public let words: Int

    /// Makes a reading.
    public init(text: String, words: Int) {
      self.text = text
      self.words = words
    }
  }

  /// What one witness has in a segment.
  public struct Cell: Sendable, Hashable, Codable {
    /// Which of the segment's readings.
    public let reading: Int
    /// Byte range in the witness's text, with the blanks and the punctuation that follow the words.
    public let range: Range<Int>

    /// Makes a cell.
    public init(reading: Int, range: Range<Int>) {
      self.reading = reading
      self.range = range
    }

    enum CodingKeys: String, CodingKey { case reading, range }

    /// Reads the shape that the JSON lines promise.
    public init(from decoder: any Decoder) throws {
      let c = try decoder.container(keyedBy: CodingKeys.self)
      reading = try c.decode(Int.self, forKey: .reading)
      range = try c.decode(ByteRange.self, forKey: .range).range
    }

    /// Writes the shape that the JSON lines promise.
    public func encode(to encoder: any Encoder) throws {
      var c = encoder.container(keyedBy: CodingKeys.self)
      try c.encode(reading, forKey: .reading)
      try c.encode(ByteRange(range), forKey: .range)
    }
  }
}
