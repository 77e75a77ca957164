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
