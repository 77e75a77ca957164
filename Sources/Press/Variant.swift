/// A place at which the witnesses of a report differ, with what each has there.
public struct Variant: Sendable, Hashable, Codable {
  /// What sort of difference.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case cut, added, substituted, moved, number, name, quotation, headline
  }

  public let family: String
  public let kind: Kind
  public let readings: [Reading]

  /// Makes a variant of at least two readings.
  public init(family: String, kind: Kind, readings: [Reading]) {
    self.family = family
    self.kind = kind
    self.readings = readings
  }

  /// What some witnesses have at a variant; empty `text` where they have nothing.
  public struct Reading: Sendable, Hashable, Codable {
    public let text: String
    public let witnesses: [Place]

    /// Makes a reading.
    public init(text: String, witnesses: [Place]) {
      self.text = text
      self.witnesses = witnesses
    }
  }

  /// Where a witness has a reading. `range` is empty where the witness lacks the words, `nil` in a headline.
  public struct Place: Sendable, Hashable, Codable {
    public let article: String
    public let range: Range<Int>?

    /// Makes a place.
    public init(article: String, range: Range<Int>?) {
      self.article = article
      self.range = range
    }

    enum CodingKeys: String, CodingKey { case article, range }

    public init(from decoder: any Decoder) throws {
      let c = try decoder.container(keyedBy: CodingKeys.self)
      article = try c.decode(String.self, forKey: .article)
      range = try c.decodeIfPresent(ByteRange.self, forKey: .range)?.range
    }

    public func encode(to encoder: any Encoder) throws {
      var c = encoder.container(keyedBy: CodingKeys.self)
      try c.encode(article, forKey: .article)
      try c.encode(range.map(ByteRange.init), forKey: .range)
    }
  }
}
