import Press

/// What a page states about itself, each value with where it was found.
public struct PageMetadata: Sendable, Hashable {
  /// Where on a page a value was found.
  public typealias Place = Article.Place

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

  /// A statement of where the text came from.
  public struct Source: Sendable, Hashable {
    /// An address or a name, as stated.
    public var value: String
    /// What the statement says that the source did.
    public var role: Credit.Role
    /// What states it: "meta syndication-source", "json-ld isBasedOn".
    public var tag: String
    /// Whether only an agency is a source by this statement: an outlet that holds the rights or serves the page is its
    /// publisher, or the publisher's parent.
    public var onlyAgency: Bool

    /// Makes a statement.
    public init(_ value: String, _ role: Credit.Role, tag: String, onlyAgency: Bool = false) {
      self.value = value
      self.role = role
      self.tag = tag
      self.onlyAgency = onlyAgency
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
  /// Whom the page's head names as the source of its text.
  public var sources: [Source] = []
  /// The article's text as structured data has it.
  public var articleBody: String?

  /// Nothing found yet.
  public init() {}
}
