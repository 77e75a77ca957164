import Press

/// What a page states about itself, each value with where it was found.
public struct PageMetadata: Sendable, Hashable {
  /// Where on a page a value was found, the most trustworthy first.
  public enum Place: String, Sendable, Hashable, Codable {
    case jsonLD = "json-ld", openGraph = "open-graph", dublinCore = "dublin-core", meta, microdata, time,
      address
    case visible
  }

  /// A value and where it was found.
  public struct Found<Value: Sendable & Hashable>: Sendable, Hashable {
    /// What was found.
    public var value: Value
    /// Where.
    public var place: Place

    /// Makes a found value.
    public init(_ value: Value, _ place: Place) {
      self.value = value
      self.place = place
    }
  }

  /// The headline, without the outlet's name at its end.
  public var title: Found<String>?
  /// The sentence or two below the headline.
  public var standfirst: Found<String>?
  /// Who wrote it, one name each.
  public var bylines: [Found<String>] = []
  /// Who published the page, by their own name.
  public var outlet: Found<String>?
  /// What stands beside the headline in the document's title: the outlet's name, or a section's, or a slogan.
  public var besideTitle: [String] = []
  /// The section that the page stands in.
  public var section: Found<String>?
  /// BCP 47.
  public var language: Found<String>?
  /// The page's own address, as it states it.
  public var address: Found<String>?
  /// When it was first published.
  public var published: Found<Moment>?
  /// When it was last changed.
  public var modified: Found<Moment>?
  /// Addresses of the text that this one was taken from: `syndication-source`, `original-source`, `isBasedOn`.
  public var sources: [Found<String>] = []
  /// Names of those the text is credited to: `creditText`, `sourceOrganization`, an author that is an organization.
  public var credits: [Found<String>] = []
  /// The article's text as structured data has it.
  public var articleBody: String?

  /// Nothing found yet.
  public init() {}
}
