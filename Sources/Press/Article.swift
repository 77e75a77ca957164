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
  /// The sentence or two below the headline.
  public var standfirst: String?
  /// The part of the outlet that it stands in ("World", "Sport").
  public var section: String?
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
  /// What sort of page it is.
  public var form: Form
  /// Which page of how many it is, where the text goes on on another.
  public var part: Part?
  /// The blocks of `text` that are not plain paragraphs, in its order.
  public var blocks: [Block]
  /// Where each field was found.
  public var found: [Field: Place]
  /// What about it cannot be as it says.
  public var flags: [Flag]

  /// Makes an article; only `id`, `source` and `text` are always known.
  public init(
    id: String, source: String, address: String? = nil, outlet: String? = nil, title: String? = nil,
    standfirst: String? = nil, section: String? = nil, bylines: [String] = [], published: Moment? = nil,
    modified: Moment? = nil, language: String? = nil,
    dateline: Dateline? = nil, credits: [Credit] = [], text: String, furniture: [Furniture] = [],
    series: String? = nil, form: Form = .article, part: Part? = nil, blocks: [Block] = [],
    found: [Field: Place] = [:], flags: [Flag] = []
  ) {
    self.id = id
    self.source = source
    self.address = address
    self.outlet = outlet
    self.title = title
    self.standfirst = standfirst
    self.section = section
    self.bylines = bylines
    self.published = published
    self.modified = modified
    self.language = language
    self.dateline = dateline
    self.credits = credits
    self.text = text
    self.furniture = furniture
    self.series = series
    self.form = form
    self.part = part
    self.blocks = blocks
    self.found = found
    self.flags = flags
  }
}

extension Article: Codable {
  enum CodingKeys: String, CodingKey {
    case id, source, address = "url", outlet, title, standfirst, section, bylines, published, modified,
      language
    case dateline, credits, text, furniture, series, form, part, blocks, found, flags
  }

  /// Reads an article line. Everything but `id` and `text` may be missing.
  public init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: CodingKeys.self)
    id = try c.decode(String.self, forKey: .id)
    source = try c.decodeIfPresent(String.self, forKey: .source) ?? id
    address = try c.decodeIfPresent(String.self, forKey: .address)
    outlet = try c.decodeIfPresent(String.self, forKey: .outlet)
    title = try c.decodeIfPresent(String.self, forKey: .title)
    standfirst = try c.decodeIfPresent(String.self, forKey: .standfirst)
    section = try c.decodeIfPresent(String.self, forKey: .section)
    bylines = try c.decodeIfPresent([String].self, forKey: .bylines) ?? []
    published = try c.decodeIfPresent(Moment.self, forKey: .published)
    modified = try c.decodeIfPresent(Moment.self, forKey: .modified)
    language = try c.decodeIfPresent(String.self, forKey: .language)
    dateline = try c.decodeIfPresent(Dateline.self, forKey: .dateline)
    credits = try c.decodeIfPresent([Credit].self, forKey: .credits) ?? []
    text = try c.decodeIfPresent(String.self, forKey: .text) ?? ""
    furniture = try c.decodeIfPresent([Furniture].self, forKey: .furniture) ?? []
    series = try c.decodeIfPresent(String.self, forKey: .series)
    form = try c.decodeIfPresent(Form.self, forKey: .form) ?? .article
    part = try c.decodeIfPresent(Part.self, forKey: .part)
    blocks = try c.decodeIfPresent([Block].self, forKey: .blocks) ?? []
    found = try c.decodeIfPresent([Field: Place].self, forKey: .found) ?? [:]
    flags = try c.decodeIfPresent([Flag].self, forKey: .flags) ?? []
  }

  /// Writes every field, `null` where nothing is known, so that a reader never asks whether a key is there; but for
  /// `series`, `part` and `flags`, which few articles have.
  public func encode(to encoder: any Encoder) throws {
    var c = encoder.container(keyedBy: CodingKeys.self)
    try c.encode(id, forKey: .id)
    try c.encode(source, forKey: .source)
    try c.encode(address, forKey: .address)
    try c.encode(outlet, forKey: .outlet)
    try c.encode(title, forKey: .title)
    try c.encode(standfirst, forKey: .standfirst)
    try c.encode(section, forKey: .section)
    try c.encode(bylines, forKey: .bylines)
    try c.encode(published, forKey: .published)
    try c.encode(modified, forKey: .modified)
    try c.encode(language, forKey: .language)
    try c.encode(dateline, forKey: .dateline)
    try c.encode(credits, forKey: .credits)
    try c.encode(text, forKey: .text)
    try c.encode(furniture, forKey: .furniture)
    try c.encodeIfPresent(series, forKey: .series)
    try c.encode(form, forKey: .form)
    try c.encodeIfPresent(part, forKey: .part)
    try c.encode(blocks, forKey: .blocks)
    try c.encode(found, forKey: .found)
    if !flags.isEmpty { try c.encode(flags, forKey: .flags) }
  }
}
