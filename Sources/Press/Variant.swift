/// A place at which the witnesses of a report differ, with what each has there.
public struct Variant: Sendable, Hashable, Codable {
  /// What sort of difference.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case cut, added, substituted, moved, number, name, quotation, headline
    /// The same words written otherwise: British or American.
    case spelling
    /// A day, a month, a year or a time of day.
    case date
    /// Who is said to have said it: "officials said" dropped, gained or given to another.
    case attribution
    /// A "not" lost or gained.
    case negation

    /// All kinds, the one that weighs most in a newsroom first: words put into somebody's mouth, a sentence turned into its
    /// opposite, facts that anyone can check, who vouches for them; then what says no more than that something was changed.
    public static let byWeight: [Kind] = [
      .quotation, .negation, .number, .date, .name, .attribution, .headline, .substituted, .moved, .cut,
      .added, .spelling,
    ]
  }

  /// Id of the family whose witnesses differ.
  public let family: String
  /// What sort of difference it is.
  public let kind: Kind
  /// What the witnesses have there, at least two; in a comparison the source comes first.
  public let readings: [Reading]

  /// Makes a variant of at least two readings.
  public init(family: String, kind: Kind, readings: [Reading]) {
    self.family = family
    self.kind = kind
    self.readings = readings
  }

  /// What some witnesses have at a variant; empty `text` where they have nothing.
  public struct Reading: Sendable, Hashable, Codable {
    /// The words; empty where the witnesses have none.
    public let text: String
    /// Who has them, and where.
    public let witnesses: [Place]

    /// Makes a reading.
    public init(text: String, witnesses: [Place]) {
      self.text = text
      self.witnesses = witnesses
    }
  }

  /// Where a witness has a reading. `range` is empty where the witness lacks the words, `nil` in a headline.
  public struct Place: Sendable, Hashable, Codable {
    /// The witness's id.
    public let article: String
    /// Byte range in the witness's text.
    public let range: Range<Int>?

    /// Makes a place.
    public init(article: String, range: Range<Int>?) {
      self.article = article
      self.range = range
    }

    enum CodingKeys: String, CodingKey { case article, range }

    /// Reads the shape that the JSON lines promise.
    public init(from decoder: any Decoder) throws {
      let c = try decoder.container(keyedBy: CodingKeys.self)
      article = try c.decode(String.self, forKey: .article)
      range = try c.decodeIfPresent(ByteRange.self, forKey: .range)?.range
    }

    /// Writes the shape that the JSON lines promise.
    public func encode(to encoder: any Encoder) throws {
      var c = encoder.container(keyedBy: CodingKeys.self)
      try c.encode(article, forKey: .article)
      try c.encode(range.map(ByteRange.init), forKey: .range)
    }
  }
}
