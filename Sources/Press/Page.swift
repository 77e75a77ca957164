/// Bytes fetched from somewhere, with where and when: a file, a JSON line, later a WARC record or a feed item.
///
/// Intake has decoded the bytes to UTF-8; nothing else has been done to them.
public struct Page: Sendable, Hashable {
  /// What the bytes are.
  public enum Content: Sendable, Hashable {
    /// HTML, decoded to UTF-8.
    case html([UInt8])
    /// Text without markup, as scraped; decoded to UTF-8.
    case text([UInt8])
    /// An article that someone else extracted: its text is taken as it is (invariant 5).
    case extracted(text: String)
  }

  /// The id that every later line and row uses: the input's own where it has one, else a stable short hash.
  public let id: String
  /// Where it came from: the path as given, with the line or record number behind `#`.
  public let source: String
  /// What the page holds.
  public let content: Content
  /// What the input says beside the bytes; a page's own metadata never overrides it.
  public let stated: Stated

  /// Metadata that came with the page rather than in it (the other fields of a JSON line).
  public struct Stated: Sendable, Hashable {
    /// Address on the web.
    public var address: String?
    /// Who published the page.
    public var outlet: String?
    /// Headline.
    public var title: String?
    /// The sentence or two below the headline, or a feed's summary beside the whole text.
    public var standfirst: String?
    /// The part of the outlet that it stands in.
    public var section: String?
    /// Who wrote it, one name each.
    public var bylines: [String]
    /// When it was first published.
    public var published: Moment?
    /// When it was last changed.
    public var modified: Moment?
    /// When its bytes were fetched.
    public var fetched: Moment?
    /// BCP 47 code of the language.
    public var language: String?
    /// Pages of one series are never copies of each other, as passim reads it.
    public var series: String?
    /// What sort of page it is, where the input knows: a feed that gives no more than a summary.
    public var form: Article.Form?
    /// Sources that the input names, in the words of its elements ("creditline: NPA"). Intake knows no names: their
    /// kinds are Reading's to find.
    public var credits: [Credit]

    /// Nothing stated: every field empty.
    public init(
      address: String? = nil, outlet: String? = nil, title: String? = nil, standfirst: String? = nil,
      section: String? = nil, bylines: [String] = [],
      published: Moment? = nil, modified: Moment? = nil, fetched: Moment? = nil, language: String? = nil,
      series: String? = nil, form: Article.Form? = nil, credits: [Credit] = []
    ) {
      self.address = address
      self.outlet = outlet
      self.title = title
      self.standfirst = standfirst
      self.section = section
      self.bylines = bylines
      self.published = published
      self.modified = modified
      self.fetched = fetched
      self.language = language
      self.series = series
      self.form = form
      self.credits = credits
    }
  }

  /// Makes a page of bytes already decoded.
  public init(id: String, source: String, content: Content, stated: Stated = Stated()) {
    self.id = id
    self.source = source
    self.content = content
    self.stated = stated
  }
}
