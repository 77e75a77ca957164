extension Article {
  /// What sort of page an article stands on.
  public enum Form: String, Sendable, Hashable, Codable, CaseIterable {
    case article
    /// Entries with a time each, the page still growing or once grown.
    case liveBlog = "live-blog"
    /// Pictures with a text each.
    case gallery
    /// A text beside a player that carries the report itself.
    case video, audio
    /// Only the beginning, or a summary: a feed's teaser, the paragraphs before a paywall.
    case summary
  }

  /// Which page of how many: "page 2 of 3".
  public struct Part: Sendable, Hashable, Codable {
    /// This page's number, from 1.
    public var number: Int
    /// How many there are, where the page says so.
    public var of: Int?

    /// Makes a part.
    public init(number: Int, of: Int? = nil) {
      self.number = number
      self.of = of
    }
  }

  /// A stretch of `text` that is no plain paragraph.
  public struct Block: Sendable, Hashable, Codable {
    /// What it is.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
      case heading, listItem = "list-item", quotation, caption, table, preformatted
    }

    /// What it is.
    public var kind: Kind
    /// Where it stands in `text`: UTF-8 bytes.
    public var range: Range<Int>

    /// Makes a block.
    public init(kind: Kind, range: Range<Int>) {
      self.kind = kind
      self.range = range
    }

    enum CodingKeys: String, CodingKey { case kind, range }

    /// Reads the shape that the JSON lines promise.
    public init(from decoder: any Decoder) throws {
      let c = try decoder.container(keyedBy: CodingKeys.self)
      kind = try c.decode(Kind.self, forKey: .kind)
      range = try c.decode(ByteRange.self, forKey: .range).range
    }

    /// Writes the shape that the JSON lines promise.
    public func encode(to encoder: any Encoder) throws {
      var c = encoder.container(keyedBy: CodingKeys.self)
      try c.encode(kind, forKey: .kind)
      try c.encode(ByteRange(range), forKey: .range)
    }
  }

  /// A field of the metadata, as the JSON lines name it.
  public enum Field: String, Sendable, Hashable, Codable, CaseIterable, CodingKeyRepresentable {
    case title, standfirst, bylines, outlet, section, language, address = "url", published, modified
  }

  /// Where a field was found.
  public enum Place: String, Sendable, Hashable, Codable, CaseIterable {
    /// The input said so beside the page: a JSON field, a feed's element, a WARC header.
    case stated
    case jsonLD = "json-ld", openGraph = "open-graph", dublinCore = "dublin-core"
    /// Another `meta` or `link` of the page's head, or an attribute of `html`.
    case meta
    case microdata
    /// A `time` element.
    case time
    /// The page's address.
    case address
    /// What readers see.
    case text
    /// The field `modified`: the page states no more than when it was changed. It was there by then, and perhaps long before.
    case modified
  }

  /// Whether ``published`` is no more than a bound: the page was there by then, but nothing says since when. It proves
  /// that this page came before later ones, and never that it came after any.
  public var isDatedByChange: Bool { published != nil && found[.published] == .modified }

  /// Something about an article that cannot be as it says.
  public struct Flag: Sendable, Hashable, Codable {
    /// What cannot be.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
      /// Its bytes were fetched before the time that it gives for its publication.
      case datedAfterCapture = "dated-after-capture"
      /// It tells of days that lie long after the time that it gives for its publication.
      case datedBeforeWords = "dated-before-words"
    }

    /// What cannot be.
    public var kind: Kind
    /// The two that do not agree, as a sentence.
    public var detail: String

    /// Makes a flag.
    public init(kind: Kind, detail: String) {
      self.kind = kind
      self.detail = detail
    }
  }
}
