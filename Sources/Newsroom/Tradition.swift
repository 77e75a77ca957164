/// How one report, and what was mixed into it, travelled: every version and page that there was, held or lost, and what each was made of.
public struct Tradition: Sendable {
  /// Its number in the run, from 0.
  public let number: Int
  /// The rates that it was made with.
  public let rates: Rates
  /// In the order of time.
  public internal(set) var nodes: [Node]
  /// By `to`, the main source first.
  public internal(set) var arrows: [Arrow]

  /// A version of a dispatch or a page of an outlet.
  public struct Node: Sendable {
    /// Says nothing of its place in the tradition.
    public internal(set) var id: String
    /// The agency or the outlet.
    public let label: String
    /// Whether it is an agency's dispatch and not an outlet's page.
    public let isDispatch: Bool
    /// Which of the tradition's reports it carries: 0 the main one. A merged page carries the one that it begins with.
    public let report: Int
    /// Whether nobody holds it.
    public internal(set) var lost: Bool
    /// When it was in truth written, in seconds since 1970.
    public let time: Int
    /// What it says of that time, ISO 8601.
    public internal(set) var published: String?
    /// When it says that it was changed.
    public internal(set) var modified: String?
    /// Its address.
    public let address: String
    /// Its headline.
    public var headline: String { copy.headline }
    /// Its text, paragraphs joined by a blank line, with credits and furniture as a scraper finds them.
    public let text: String
    /// Names of agencies and outlets that the page names as sources, of whole or part.
    public let credited: [String]
    let copy: Copy
  }

  /// What was copied from what.
  public struct Arrow: Sendable {
    /// Index of the source's node.
    public let from: Int
    /// Index of the copy's node.
    public let to: Int
    /// What was done to the source's text.
    public let operations: [Operation]
    /// What of the copy comes from there.
    public let part: Part
  }

  /// What of a copy comes from a source.
  public enum Part: String, Sendable, Codable {
    /// Most of it, or its beginning.
    case main
    /// Paragraphs of another report of the event.
    case merged
    /// Paragraphs of an article of days before.
    case background
    /// The outlet's own older page that was brought up to date.
    case older
  }

  /// What was done in copying.
  public enum Operation: String, Sendable, Codable, CaseIterable {
    /// The end is missing.
    case cut
    /// Paragraphs within are missing.
    case cutInside = "cut-inside"
    /// Sentences within paragraphs are missing.
    case trim
    /// A paragraph stands elsewhere.
    case move
    /// Words were replaced here and there.
    case reword
    /// A figure was changed.
    case number
    /// Words within quotation marks were changed.
    case quotation
    /// A name is written otherwise.
    case name
    /// Who said it is missing.
    case attribution
    /// A slip of the fingers.
    case typo
    /// British or American.
    case spelling
    /// Quotation marks, dashes, percent.
    case typography
    /// Paragraphs of the outlet's own were added.
    case local
    /// Another report's paragraphs were added.
    case merge
    /// An older article's paragraphs were added.
    case background
    /// Rewritten by a synonym machine.
    case spin
    /// Printed and scanned, with what a scanner misreads.
    case scan
    /// Another headline.
    case headline
    /// A credit or a dateline was added, dropped or changed.
    case credit
    /// A newer version: new top, new figures, more of it.
    case update
    /// A figure was put right.
    case correction
    /// The outlet's older page was brought up to date.
    case follow
  }
}

extension Tradition {
  /// The names of all agencies that may issue, in lower case.
  public static let agencies = Set(Agency.all.map { $0.name.lowercased() })
}
