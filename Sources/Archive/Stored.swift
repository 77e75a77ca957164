import Press

/// How one page ended: exactly one article or one refusal (invariant 1).
public enum Stored: Sendable, Hashable {
  /// A page that was read. `contentHash` is that of the page, not of the article.
  case article(Article, contentHash: UInt64, notices: [Notice] = [])
  /// A page that could not be read.
  case refusal(Refusal, contentHash: UInt64)
}

/// What storing a batch changed.
public struct StoreReport: Sendable, Hashable {
  /// Articles that were not there before.
  public var articles = 0
  /// Articles that older rules had read, and that were replaced.
  public var renewed = 0
  /// Pages that were there already, read or refused, and changed nothing.
  public var known = 0
  /// Refusals that were not there before, or whose detail changed.
  public var refusals = 0
  /// Refusals taken away because their source has now been read.
  public var liftedRefusals = 0
  /// Articles, new or old, whose id changed because another page has the same one.
  public var renamed = 0

  /// Nothing stored yet.
  public init() {}

  /// Adds up two reports.
  public static func + (a: Self, b: Self) -> Self {
    var sum = a
    sum.articles += b.articles
    sum.known += b.known
    sum.renewed += b.renewed
    sum.refusals += b.refusals
    sum.liftedRefusals += b.liftedRefusals
    sum.renamed += b.renamed
    return sum
  }
}

/// What tells one page from another before it is read.
public struct PageKey: Sendable, Hashable {
  /// The id that the page came with.
  public let id: String
  /// The hash of the page's content.
  public let contentHash: UInt64
  /// The path as given, with the line or record number behind `#`.
  public let source: String

  /// Makes a key.
  public init(id: String, contentHash: UInt64, source: String) {
    self.id = id
    self.contentHash = contentHash
    self.source = source
  }
}

/// How much an archive holds.
public struct Counts: Sendable, Hashable, Codable {
  /// Pages read: one for each place that an article was found in, and one for each refusal.
  public var pages = 0
  /// Articles, one for each id.
  public var articles = 0
  /// Pages, or inputs, that could not be read.
  public var refusals = 0
  /// Things wrong with pages that were read.
  public var notices = 0
  /// Pairs of articles that share text.
  public var pairs = 0
  /// Stretches of text that pairs share.
  public var passages = 0
  /// Families, those of a single article included.
  public var families = 0
  /// Families of at least two articles.
  public var copiedFamilies = 0
  /// Families whose stemma was drawn.
  public var stemmata = 0
  /// Arrows of all stemmata.
  public var arrows = 0
  /// Nodes that no page is held for.
  public var lostWitnesses = 0

  /// An empty archive's counts.
  public init() {}
}

/// An article that a search found.
public struct Hit: Sendable, Hashable {
  /// The article's id.
  public let article: String
  /// Its headline.
  public let title: String?
  /// Who published it.
  public let outlet: String?
  /// When it was published.
  public let published: Moment?
  /// Words of the article around what was found; its beginning where only the headline matched.
  public let snippet: String
  /// Where the snippet stands in the article's `text` (invariant 4).
  public let range: Range<Int>
  /// The family that the article is in, once families have been computed.
  public let family: String?
}

/// Something that a person may have meant by what they typed.
public enum Candidate: Sendable, Hashable {
  case article(id: String, source: String, title: String?)
  case family(id: String, size: Int)
}

/// An invariant that an archive breaks.
public struct Violation: Sendable, Hashable {
  /// The number of the invariant in the design; 0 for the SQLite file itself.
  public let invariant: Int
  /// What is wrong.
  public let what: String
  /// The article, family or table in which it was found.
  public let location: String

  /// A violation that was found.
  public init(invariant: Int, what: String, location: String) {
    self.invariant = invariant
    self.what = what
    self.location = location
  }
}
