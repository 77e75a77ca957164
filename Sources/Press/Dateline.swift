/// Place, and sometimes date and agency, at the head of a report: "MOSCOW, April 16 (AFP) —".
public struct Dateline: Sendable, Hashable, Codable {
  /// The place as the page spells it.
  public var place: String
  /// The date, where one stands beside the place.
  public var date: Moment?
  /// The agency, where one is named beside the place.
  public var agency: String?
  /// Where it stands in the article's `text`; `nil` when it stood on a line of its own that is furniture.
  public var range: Range<Int>?

  /// Makes a dateline as found.
  public init(place: String, date: Moment? = nil, agency: String? = nil, range: Range<Int>? = nil) {
    self.place = place
    self.date = date
    self.agency = agency
    self.range = range
  }

  enum CodingKeys: String, CodingKey { case place, date, agency, range }

  /// Reads the shape that the JSON lines promise.
  public init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: CodingKeys.self)
    place = try c.decode(String.self, forKey: .place)
    date = try c.decodeIfPresent(Moment.self, forKey: .date)
    agency = try c.decodeIfPresent(String.self, forKey: .agency)
    range = try c.decodeIfPresent(ByteRange.self, forKey: .range)?.range
  }

  /// Writes the shape that the JSON lines promise.
  public func encode(to encoder: any Encoder) throws {
    var c = encoder.container(keyedBy: CodingKeys.self)
    try c.encode(place, forKey: .place)
    try c.encode(date, forKey: .date)
    try c.encode(agency, forKey: .agency)
    try c.encode(range.map(ByteRange.init), forKey: .range)
  }
}
