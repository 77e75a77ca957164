import Press

/// Which reports to list, and in what order.
public struct ReportQuery: Sendable, Hashable {
  /// What comes first. Equals are in the order of their ids.
  public enum Order: String, Sendable, Hashable, CaseIterable {
    /// The most pages.
    case size
    /// The latest, or the earliest, first page; those without a time last.
    case newest, oldest
    /// The longest time between the first page and the last.
    case span
    /// The most outlets.
    case reach
    /// The most altered quotations.
    case quotations
  }

  /// Words and phrases that one page of the report must have, the last of which may be the beginning of a word.
  public var words: SearchQuery?
  /// The fewest pages.
  public var minSize = 1
  /// An outlet that ran it.
  public var outlet: String?
  /// A lost source that it came from.
  public var agency: String?
  /// The day of its first page, or the beginning of one: `2021-09` is a month.
  public var day: String?
  /// A kind of which there is an arrow.
  public var kind: CopyKind?
  /// What a copy changed.
  public var change: Variant.Kind?
  /// Whether only those that somebody corrected are meant.
  public var isCorrected = false
  /// What comes first.
  public var order = Order.size
  /// How many to list.
  public var limit = 50
  /// How many to pass over before.
  public var offset = 0

  /// All reports, the largest first.
  public init() {}

  /// Pages of which a search is made to reports, at most: beyond, the list says that there are more.
  static let mostMatches = 5_000
}

/// A part of the reports that a query asks for, and how they fall into parts.
public struct ReportList: Sendable {
  /// Reports in the order asked for, as many as were asked for.
  public var reports: [Report] = []
  /// How many there are in all.
  public var total = 0
  /// Whether the words stand on more pages than were looked at.
  public var isCut = false
  /// How many of all have an arrow of each kind.
  public var kinds: [CopyKind: Int] = [:]
  /// How many of all have a change of each kind.
  public var changes: [Variant.Kind: Int] = [:]
  /// How many of all somebody corrected.
  public var corrected = 0
  /// The outlets with most of them, the most first.
  public var outlets: [(name: String, reports: Int)] = []
  /// The lost sources that most of them came from, the most first.
  public var agencies: [(name: String, reports: Int)] = []
  /// The days on which most of them began, the most first.
  public var days: [(name: String, reports: Int)] = []
}
