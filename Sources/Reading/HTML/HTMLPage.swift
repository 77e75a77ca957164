import Markup
import Press

/// What an HTML page says: the blocks of its main content, and its metadata. Judged from markup alone; what single
/// lines say is for others to judge.
public struct HTMLPage: Sendable {
  /// The main content in reading order. Blocks that the markup declares to be furniture are marked, not left out.
  public let blocks: [Block]
  /// What stands around the main content, as far as it may be read: credits hide in footers.
  public let surroundings: [Block]
  /// What the page states about itself.
  public let metadata: PageMetadata
  /// What the markup tells of the kind of page.
  public let signs: PageSigns
  /// Whether any main content was found.
  public let hasArticle: Bool
  /// The parser's limits that the page ran into.
  public let reached: Limits.Reached
  /// What was not read of it, by those limits and by the budget.
  let cut: Cut

  /// Reads a page from UTF-8 bytes.
  public static func read(_ bytes: [UInt8]) -> HTMLPage {
    let tree = Tree.parse(bytes)
    let outline = Outline(tree)
    let tags = MetaTags(tree)
    let linked = LinkedData(scripts: tags.linkedData)
    var metadata = MetadataReader(tree: tree, tags: tags, linked: linked, outline: outline).read()
    let body = linked?.body.map(PlainText.of)
    metadata.articleBody = body
    let match = BodyMatch(outline, body: body)
    let headline = headlinePiece(outline, title: metadata.title?.value)
    let content = MainContent(outline, headline: headline, match: match)
    var blocks = content.blocks(standfirst: metadata.standfirst?.value)
    if let body, match.isMore(than: content.wordCount()) { blocks = stated(body) }
    let isTextCut = outline.isCut || blocks.count > Budget.lines
    blocks.removeLast(max(0, blocks.count - Budget.lines))
    return HTMLPage(
      blocks: blocks, surroundings: content.surroundings(standfirst: metadata.standfirst?.value),
      metadata: metadata, signs: PageSigns(tree, tags, outline),
      hasArticle: blocks.contains { $0.declared == nil }, reached: tree.reached,
      cut: Cut(tree.reached, isTextCut: isTextCut))
  }

  /// The blocks of a body that stands in structured data alone, as on pages that a script was to fill.
  private static func stated(_ body: String) -> [Block] {
    Lines.blocks(Array(body.utf8))
  }

  /// The heading that is the page's title, or the nearest to it; else the only one of the first level, because titles
  /// are also written anew for machines.
  static func headlinePiece(_ outline: Outline, title: String?) -> Int32? {
    let words = title.map { Set(Headline.words($0)) }
    var best: (index: Int, likeness: Double)?
    var first: [Int] = []
    for (index, piece) in outline.pieces.enumerated() where piece.headingLevel > 0 && piece.headingLevel <= 2
    {
      if piece.headingLevel == 1, piece.words >= 4, piece.linkShare < 0.5 { first.append(index) }
      guard let words else { continue }
      var likeness = Headline.likeness(Set(Headline.words(outline.text(piece))), words)
      if piece.words < 3 { likeness -= 0.4 }
      if piece.headingLevel == 1 { likeness += 0.1 }
      if piece.linkShare > 0.5 { likeness -= 0.2 }
      if likeness > (best?.likeness ?? 0.6) { best = (index, likeness) }
    }
    if best == nil, first.count == 1 { return Int32(first[0]) }
    return best.map { Int32($0.index) }
  }
}
