/// What a reader would call the text on a page: headline, paragraphs, and its metadata.
public struct Article: Sendable, Hashable {
  /// What every line and row calls it.
  public var id: String
  /// Where its page came from: the path as given, with the line or record number behind `#`.
  public var source: String
  /// Address on the web: the canonical one, where the page states it.
  public var address: String?
  /// Who published it.
  public var outlet: String?
  /// Headline, without the outlet's name at its end.
  public var title: String?
  /// Who wrote it, one name each.
  public var bylines: [String]
  /// When it was first published.
  public var published: Moment?
  /// When it was last changed.
  public var modified: Moment?
  /// BCP 47 code of the language, where the page states it.
  public var language: String?
  /// Place, and sometimes date and agency, at the head of the report.
  public var dateline: Dateline?
  /// Who is named as the source, in the order of the page.
  public var credits: [Credit]
  /// The paragraphs, joined by a blank line. Never edited (invariant 5); all ranges are offsets into it.
  public var text: String
  /// The lines that are not the article, in the order of the page.
  public var furniture: [Furniture]
  /// Pages of one series are never copies of each other, as passim reads it.
  public var series: String?

  /// Makes an article; only `id`, `source` and `text` are always known.
  public init(
    id: String, source: String, address: String? = nil, outlet: String? = nil, title: String? = nil,
    bylines: [String] = [], published: Moment? = nil, modified: Moment? = nil, language: String? = nil,
    dateline: Dateline? = nil, credits: [Credit] = [], text: String, furniture: [Furniture] = [],
    series: String? = nil
  ) {
    self.id = id
    self.source = source
    self.address = address
    self.outlet = outlet
    self.title = title
    self.bylines = bylines
    self.published = published
    self.modified = modified
    self.language = language
    self.dateline = dateline
    self.credits = credits
    self.text = text
    self.furniture = furniture
    self.series = series
  }
}

extension Article: Codable {
  enum CodingKeys: String, CodingKey {
    case id, source, address = "url", outlet, title, bylines, published, modified, language, dateline, credits
    case text, furniture, series
  }

  /// Reads an article line. Everything but `id` and `text` may be missing.
  public init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: CodingKeys.self)
    id = try c.decode(String.self, forKey: .id)
    source = try c.decodeIfPresent(String.self, forKey: .source) ?? id
    address = try c.decodeIfPresent(String.self, forKey: .address)
    outlet = try c.decodeIfPresent(String.self, forKey: .outlet)
    title = try c.decodeIfPresent(String.self, forKey: .title)
    bylines = try c.decodeIfPresent([String].self, forKey: .bylines) ?? []
    published = try c.decodeIfPresent(Moment.self, forKey: .published)
    modified = try c.decodeIfPresent(Moment.self, forKey: .modified)
    language = try c.decodeIfPresent(String.self, forKey: .language)
    dateline = try c.decodeIfPresent(Dateline.self, forKey: .dateline)
    credits = try c.decodeIfPresent([Credit].self, forKey: .credits) ?? []
    text = try c.decodeIfPresent(String.self, forKey: .text) ?? ""
    furniture = try c.decodeIfPresent([Furniture].self, forKey: .furniture) ?? []
    series = try c.decodeIfPresent(String.self, forKey: .series)
  }

  /// Writes every field, `null` where nothing is known, so that a reader never asks whether a key is there.
  public func encode(to encoder: any Encoder) throws {
    var c = encoder.container(keyedBy: CodingKeys.self)
    try c.encode(id, forKey: .id)
    try c.encode(source, forKey: .source)
    try c.encode(address, forKey: .address)
    try c.encode(outlet, forKey: .outlet)
    try c.encode(title, forKey: .title)
    try c.encode(bylines, forKey: .bylines)
    try c.encode(published, forKey: .published)
    try c.encode(modified, forKey: .modified)
    try c.encode(language, forKey: .language)
    try c.encode(dateline, forKey: .dateline)
    try c.encode(credits, forKey: .credits)
    try c.encode(text, forKey: .text)
    try c.encode(furniture, forKey: .furniture)
    try c.encodeIfPresent(series, forKey: .series)
  }
}

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

/// A line of the page that is not the article. Kept, with the reason, never thrown away.
public struct Furniture: Sendable, Hashable, Codable {
  /// Why a line is not the article.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case advertisement, relatedLink = "related-link", playerCaption = "player-caption", share, newsletter
    case sponsored, navigation, caption, bylineBox = "byline-box", disclaimer, comments, correction
    case credit, dateline, metadata
  }

  /// Why the line is not the article.
  public var kind: Kind
  /// The line.
  public var text: String
  /// Where it stands in the article's `text`, for articles that came extracted and whose text is not ours to
  /// cut; `nil` where the line was kept out of the text.
  public var range: Range<Int>?

  /// Makes a removed or marked line.
  public init(kind: Kind, text: String, range: Range<Int>? = nil) {
    self.kind = kind
    self.text = text
    self.range = range
  }

  enum CodingKeys: String, CodingKey { case kind, text, range }

  /// Reads the shape that the JSON lines promise.
  public init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: CodingKeys.self)
    kind = try c.decode(Kind.self, forKey: .kind)
    text = try c.decode(String.self, forKey: .text)
    range = try c.decodeIfPresent(ByteRange.self, forKey: .range)?.range
  }

  /// Writes the shape that the JSON lines promise.
  public func encode(to encoder: any Encoder) throws {
    var c = encoder.container(keyedBy: CodingKeys.self)
    try c.encode(kind, forKey: .kind)
    try c.encode(text, forKey: .text)
    try c.encodeIfPresent(range.map(ByteRange.init), forKey: .range)
  }
}

/// A half-open UTF-8 byte range as the JSON shapes write it: `[start, end]`.
public struct ByteRange: Sendable, Hashable, Codable {
  /// The range; its bounds are bytes.
  public let range: Range<Int>

  /// Wraps a range for writing.
  public init(_ range: Range<Int>) { self.range = range }

  /// Reads the shape that the JSON lines promise.
  public init(from decoder: any Decoder) throws {
    var c = try decoder.unkeyedContainer()
    let start = try c.decode(Int.self)
    let end = try c.decode(Int.self)
    guard 0 <= start, start <= end, c.isAtEnd else {
      throw DecodingError.dataCorruptedError(
        in: c, debugDescription: "a range is [start, end] with 0 ≤ start ≤ end")
    }
    range = start..<end
  }

  /// Writes the shape that the JSON lines promise.
  public func encode(to encoder: any Encoder) throws {
    var c = encoder.unkeyedContainer()
    try c.encode(range.lowerBound)
    try c.encode(range.upperBound)
  }
}
