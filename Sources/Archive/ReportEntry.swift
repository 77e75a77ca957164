import Press

/// A report with all that a desk keeps of it beside its family: what ``FindingsEditor`` takes.
public struct ReportEntry: Sendable {
  /// One page of it.
  public struct Member: Sendable, Hashable {
    /// Id of the article.
    public let article: String
    /// Who published it.
    public let outlet: String?
    /// The day on which, where it states one.
    public let day: String?
    /// Words of its text.
    public let words: Int
    /// Share of them that it has from no source, in 0...1.
    public let own: Double
    /// How many arrows lead to it.
    public let sources: Int

    /// Makes a member.
    public init(article: String, outlet: String?, day: String?, words: Int, own: Double, sources: Int) {
      self.article = article
      self.outlet = outlet
      self.day = day
      self.words = words
      self.own = own
      self.sources = sources
    }
  }

  /// The summary.
  public let report: Report
  /// Its pages.
  public let members: [Member]
  /// What its copies changed, those changes that are kept.
  public let changes: [KeptChange]
  /// Who copied from whom.
  public let flows: [Flow]

  /// Makes an entry.
  public init(report: Report, members: [Member], changes: [KeptChange], flows: [Flow]) {
    self.report = report
    self.members = members
    self.changes = changes
    self.flows = flows
  }
}
