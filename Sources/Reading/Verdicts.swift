import Language
import Press

/// What the judges made of a page's lines.
struct Verdicts: Sendable {
  /// A credit and where its words stand.
  struct PlacedCredit: Sendable {
    let line: Int
    /// Bytes of the line.
    let range: Range<Int>
    let credit: CreditLine
  }

  /// A dateline and where it stands.
  struct PlacedDateline: Sendable {
    let line: Int
    let found: DatelineReader.Found
  }

  /// For each line why it is not the article; `nil` for the lines that are.
  var kinds: [Furniture.Kind?]
  /// The line that is the title; it is neither text nor furniture.
  var title: Int?
  var credits: [PlacedCredit] = []
  var bylines: [String] = []
  var dateline: PlacedDateline?
  var published: Moment?
  var modified: Moment?
  /// Who published the page, as its masthead or imprint says.
  var outlet: String?
}
