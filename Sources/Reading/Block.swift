import Press

/// A piece of a page between two breaks, in reading order: what both kinds of page, HTML and scraped text, are
/// brought to before anything is judged.
public struct Block: Sendable, Hashable {
  /// What the markup, or the look of the line, says that the block is.
  public enum Shape: Sendable, Hashable {
    case paragraph, heading, listItem, quotation, caption, tableCell, preformatted
  }

  /// White space folded to single blanks; no line breaks.
  public var text: String
  /// What the markup says that it is.
  public var shape: Shape
  /// Share of the text's bytes that are link text, in 0...1; 0 where there is no markup.
  public var linkShare: Double
  /// Furniture that the markup itself declares (an `aside` of related links, a `figcaption`, a share bar).
  public var declared: Furniture.Kind?
  /// Whether it stands outside the part of the page that holds the article: furniture, of whatever kind.
  public var isAround: Bool

  /// Whether it stands around the article in a box that tells nothing of it: in or behind the page's footer, or in
  /// another article's.
  var isElsewhere = false

  /// Whether a picture stands right before it.
  var followsPicture = false

  /// Whether the block stands in a page of markup, and not in scraped text.
  var isMarkedUp = false

  /// Whether markup gives the block a place of its own beside the paragraphs: a heading, an item of a list.
  var isStructure: Bool {
    shape == .heading || shape == .listItem || shape == .tableCell && text.utf8.count < Self.shortCell
  }

  /// Whether it stands in a box of related stories, of readers' letters or of goods: what it credits is no source of
  /// this page.
  var speaksOfOthers: Bool {
    if isElsewhere { return true }
    return switch declared {
    case .relatedLink, .comments, .advertisement, .sponsored, .newsletter, .playerCaption: true
    default: false
    }
  }

  /// What the block is in an article, where it is no plain paragraph. A long cell is a column of an old page's layout.
  var kind: Article.Block.Kind? {
    switch shape {
    case .paragraph: nil
    case .heading: .heading
    case .listItem: .listItem
    case .quotation: .quotation
    case .caption: .caption
    case .tableCell: text.utf8.count < Self.longCell ? .table : nil
    case .preformatted: .preformatted
    }
  }

  private static let longCell = 200

  /// Bytes below which a cell is one of a table of figures; a longer one may be part of a page's layout.
  private static let shortCell = 60

  /// Makes a block.
  public init(
    text: String, shape: Shape = .paragraph, linkShare: Double = 0, declared: Furniture.Kind? = nil,
    isAround: Bool = false
  ) {
    self.text = text
    self.shape = shape
    self.linkShare = linkShare
    self.declared = declared
    self.isAround = isAround
  }
}

/// What became of a page: exactly one article or one refusal (invariant 1).
public enum Outcome: Sendable, Hashable {
  case article(Article, notices: [Notice])
  case refusal(Refusal)
}
