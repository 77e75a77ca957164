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
