import Press

/// One family with all that is known of it: what an export of its stemma and its apparatus is made of.
///
/// Only `family` and `stemma` must be there; what a format needs beside them and does not find, it leaves out.
public struct FamilyView: Sendable {
  /// The witnesses' ids.
  public let family: Family
  /// Who was copied from whom.
  public let stemma: Stemma
  /// The witnesses that are held, sorted by id, and guests from other families among them.
  public let articles: [Article]
  /// What the witnesses share, two by two.
  public let pairs: [Pair]
  /// All witnesses side by side, where their texts are at hand.
  public let apparatus: Apparatus?
  /// What each copy changed, in the order of the stemma's nodes.
  public let changes: [Changes]
  let byID: [String: Article]

  /// Makes a view; what is given twice counts once.
  public init(
    family: Family, stemma: Stemma, articles: [Article] = [], pairs: [Pair] = [],
    apparatus: Apparatus? = nil, changes: [Changes] = []
  ) {
    self.family = family
    self.stemma = stemma
    byID = Dictionary(articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.articles = byID.values.sorted { $0.id < $1.id }
    self.pairs = pairs
    self.apparatus = apparatus
    self.changes = changes
  }

  /// What one copy changed, and in comparison with what.
  public struct Changes: Sendable {
    /// Id of the copy.
    public let copy: String
    /// Ids of what it is compared with: its parent; where that is lost, other copies of the same original.
    public let compared: [String]
    /// Label of the lost parent, where that is why others stand in for it.
    public let lost: String?
    /// The places at which they differ; in each the source's reading comes first.
    public let variants: [Variant]
    /// Whether a synonym machine wrote the copy.
    public let isSpun: Bool
    /// Whether it can be said that the copy made the changes, and not what it is compared with.
    public let isDecided: Bool

    /// Makes a list of changes.
    public init(
      copy: String, compared: [String], lost: String? = nil, variants: [Variant], isSpun: Bool = false,
      isDecided: Bool = true
    ) {
      self.copy = copy
      self.compared = compared
      self.lost = lost
      self.variants = variants
      self.isSpun = isSpun
      self.isDecided = isDecided
    }
  }

  /// What to call the report: the headline of the page that stands for it, else the family's id.
  public var title: String {
    let root = TextTree(stemma, articles: byID).root
    let titles = [root, family.representative].compactMap { $0.flatMap { byID[$0]?.title } }
    let title = titles.first ?? articles.lazy.compactMap(\.title).first ?? family.id
    return TextTree.clean(title)
  }
}
