import Language
import Press

/// What a page is where it is no plain article: a live blog, a stub behind a wall, a front of teasers.
///
/// Markup counts before words, and a page that calls itself an article and is dated is refused only where there is no text
/// of it at all: what is doubtful is read.
struct PageKind {
  let article: Article
  let lines: [Line]
  let signs: PageSigns
  /// Whether markup says that this is one article: by its type, or by its date, which may be the input's.
  private let isStatedArticle: Bool
  /// Words of the text.
  let words: Int
  /// Paragraphs of the text.
  let paragraphs: Int
  /// Lines in or beside the text that hold a time of day and little more.
  let clocks: Int
  /// Words of the longest run of text that no linked headline stands in, and how many such runs there are.
  let longestRun: Int
  let runs: Int
  /// What stands below the page's pictures.
  let captions: (count: Int, words: Int)
  private let walls: [Wall: Int]
  /// Words of the text's lines that speak of consent; not counted where nobody would ask, on a stated article.
  private let consentWords: Int
  private let titleWall: Wall?

  init(_ article: Article, _ lines: [Line], _ kinds: [Furniture.Kind?], _ facts: PageFacts) {
    self.article = article
    self.lines = lines
    signs = facts.signs
    let isDated = (article.published ?? article.modified) != nil
    let isStated = isDated || signs.linked.hasArticle || signs.openGraphType == "article"
    isStatedArticle = isStated
    words = Self.words(in: article.text)
    var walls: [Wall: Int] = [:]
    var consentWords = 0
    var clocks = 0
    var paragraphs = 0
    var captions = (count: 0, words: 0)
    var (run, longestRun, runs) = (0, 0, 0)
    for (index, line) in lines.enumerated() where !line.block.isAround {
      let wall = Wall.of(line)
      if let wall { walls[wall, default: 0] += 1 }
      if !isStated, kinds[index] == nil, wall == .consent || KindPhrases.kind(of: line) == .disclaimer {
        consentWords += line.wordCount
      }
      if line.block.linkShare > 0.8, line.wordCount >= 4 {
        run = 0
      } else if kinds[index] == nil {
        if run == 0 { runs += 1 }
        run += line.wordCount
        longestRun = max(longestRun, run)
      }
      if Self.isClock(line) { clocks += 1 }
      if kinds[index] == nil { paragraphs += 1 }
      if kinds[index] == .caption, line.wordCount >= 6 {
        captions.count += 1
        captions.words += line.wordCount
      }
    }
    self.paragraphs = paragraphs
    self.clocks = clocks
    self.longestRun = longestRun
    self.runs = runs
    self.captions = captions
    self.walls = walls
    self.consentWords = consentWords
    titleWall = Self.wall(inTitle: facts.signs.documentTitle ?? article.title)
  }

  /// A wall's title is short; a longer one may be a report's about walls.
  private static let longestTitle = 8

  private static func wall(inTitle title: String?) -> Wall? {
    guard let title else { return nil }
    let line = Line(title, .builtIn)
    return line.wordCount <= longestTitle ? Wall.of(line) : nil
  }

  /// Words, as white space counts them; scripts without blanks by their letters.
  static func words(in text: String) -> Int {
    // Blocks have single blanks, and no text has two line breaks but between blocks.
    let blanks = text.utf8.reduce(0) { $0 + ($1 == 0x20 ? 2 : $1 == 0x0A ? 1 : 0) }
    return 1 + blanks / 2 + UnspacedScripts.words(in: text.utf8)
  }

  /// Whether a line in or beside the text is a wall's.
  func hasWall(_ wall: Wall) -> Bool { walls[wall] != nil }

  // MARK: No article

  /// Words below which a page with a wall on it, and no date or type, holds nothing but the wall.
  private static let leastBesideWall = 60
  /// Words below which there is no lead before a paywall.
  private static let leastLead = 15
  /// Words of the longest error message.
  private static let longestMessage = 120

  /// Why the page holds no article; `nil` where it holds one.
  var refusal: NoArticle? {
    if let wall = titleWall, wall == .error || wall == .check, !isStatedArticle, words < Self.longestMessage {
      return .wall(wall)
    }
    if walls[.paywall] != nil, words < Self.leastLead { return .wall(.paywall) }
    guard !isStatedArticle else { return nil }
    if consentWords * 2 > words { return .wall(.consent) }
    if words < Self.leastBesideWall, let wall = commonestWall { return .wall(wall) }
    if isFront { return .other("it is a front that leads to \(signs.teasers) others") }
    return nil
  }

  /// Of the walls that leave nothing of an article; before a paywall stands its lead.
  private var commonestWall: Wall? {
    if signs.hasPassword { return .login }
    return Wall.allCases.filter { $0 != .paywall && walls[$0] != nil }.max {
      (walls[$0] ?? 0) < (walls[$1] ?? 0)
    }
  }

  /// Teasers that a front has at least; an article may have more.
  private static let leastTeasers = 12
  /// Runs of text between teasers that a front has at least.
  private static let leastRuns = 10
  /// Words of the longest run of text between two teasers on a front.
  private static let longestTeaser = 80
  /// Words of text that are no more than a front's imprint.
  private static let imprint = 50

  /// A page that leads to others and tells nothing itself: teasers stand between its paragraphs, and no run of them is
  /// a third of its text.
  private var isFront: Bool {
    let isCollection =
      !signs.linked.types.isDisjoint(with: ["CollectionPage", "ItemList", "SearchResultsPage"])
    guard signs.teasers >= (isCollection ? Self.leastTeasers / 2 : Self.leastTeasers) else { return false }
    return runs >= Self.leastRuns && longestRun <= Self.longestTeaser && longestRun * 3 < words
      || words < Self.imprint && signs.teasers >= 2 * Self.leastTeasers
  }

  /// What a page is on which no text of an article was found; `nil` where nothing tells.
  static func refusal(of blocks: [Block], _ facts: PageFacts, names: NameTable) -> NoArticle? {
    let signs = facts.signs
    if let wall = wall(inTitle: signs.documentTitle) { return .wall(wall) }
    if signs.hasPassword { return .wall(.login) }
    var walls: [Wall: Int] = [:]
    for block in blocks.prefix(100) {
      if let wall = Wall.of(Line(block, names)) { walls[wall, default: 0] += 1 }
    }
    let commonest = Wall.allCases.filter { walls[$0] != nil }.max { (walls[$0] ?? 0) < (walls[$1] ?? 0) }
    if let commonest { return .wall(commonest) }
    if signs.isRefresh { return .other("it only sends its reader on to another page") }
    if signs.words < 20, signs.scripts > 0 { return .wall(.script) }
    if signs.teasers >= leastTeasers / 2 {
      return .other("it is a front that leads to \(signs.teasers) others")
    }
    return signs.videos > 0 ? .other("there is a player on it, and no text") : nil
  }
}
