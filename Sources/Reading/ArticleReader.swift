import Press

/// Reads a page: what is the article, what is furniture, and who is credited?
public struct ArticleReader: Sendable {
  /// Version of the rules by which pages are read. Raise it with every change that a page could be read otherwise by:
  /// archives renew the articles that older rules made when they are given the pages again.
  public static let rules = 3

  private let names: NameTable

  /// A reader that knows the agencies and outlets of `names`.
  public init(names: NameTable = .builtIn) { self.names = names }

  /// Exactly one article or one refusal for every page (invariant 1). Depends on nothing but the page.
  public func read(_ page: Page) -> Outcome {
    let outcome = outcome(of: page)
    guard case .article(var article, let notices) = outcome else { return outcome }
    if article.published == nil, let modified = article.modified {
      // It was there by then; more the page does not say.
      (article.published, article.found[.published]) = (modified, .modified)
    }
    article.flags += DateFlags.flags(article, fetched: page.stated.fetched)
    return .article(article, notices: notices)
  }

  private func outcome(of page: Page) -> Outcome {
    switch page.content {
    case .html(let bytes):
      let (blocks, facts, hasArticle, cut) = MarkupDoor.read(bytes)
      guard hasArticle else {
        if let captions = Self.captions(blocks, facts) {
          return cut.applied(to: read(captions, facts: facts, of: page), of: page)
        }
        let why = PageKind.refusal(of: blocks, facts, names: names) ?? .other("no part of it reads like one")
        return cut.applied(to: .refusal(why.refusal(of: page)), of: page)
      }
      return cut.applied(to: Self.refuseStub(read(blocks, facts: facts, of: page), page), of: page)
    case .text(let bytes):
      let (blocks, cut) = Lines.read(bytes)
      return cut.applied(to: read(blocks, facts: PageFacts(), of: page), of: page)
    case .extracted(let text):
      return ExtractedArticle.read(text, of: page, names: names)
    }
  }

  /// An article of the blocks that a page was brought to.
  func read(_ blocks: [Block], facts: PageFacts, of page: Page) -> Outcome {
    guard !blocks.isEmpty else { return .refusal(Self.empty(page)) }
    let lines = blocks.map { Line($0, names) }
    var verdicts = PageJudge.judge(lines, statedTitle: page.stated.title ?? facts.title)
    BioJudge.judge(lines, &verdicts.kinds, names: page.stated.bylines + facts.bylines + verdicts.bylines)
    KindJudge.settle(
      lines, &verdicts.kinds, title: page.stated.title ?? facts.title,
      names: page.stated.bylines + facts.bylines)
    var article = Assembly.article(of: page, facts: facts, verdicts, names: names)
    var text = ""
    var last: Int?
    var starts: [Int?] = []
    var places: [Int?] = Array(repeating: nil, count: lines.count)
    for (index, line) in lines.enumerated() {
      if let kind = verdicts.kinds[index] {
        places[index] = article.furniture.count
        article.furniture.append(Furniture(kind: kind, text: line.text))
        starts.append(nil)
      } else if index == verdicts.title {
        if article.title == nil { (article.title, article.found[.title]) = (line.text, .text) }
        if article.title != line.text {
          article.furniture.append(Furniture(kind: .metadata, text: line.text))
        }
        starts.append(nil)
      } else {
        if let last { text += Self.isCut(lines, last, index) ? " " : "\n\n" }
        last = index
        starts.append(text.utf8.count)
        text += line.text
        mark(line.block, ending: text.utf8.count, in: &article.blocks)
      }
    }
    guard !text.isEmpty else {
      let why = PageKind.refusal(of: blocks, facts, names: names)
      return .refusal((why ?? .other("all \(lines.count) lines are furniture")).refusal(of: page))
    }
    article.text = text
    Assembly.complete(
      &article, lines, verdicts, starts: starts, furniture: places, own: article.outlet,
      besideTitle: facts.besideTitle)
    let kind = PageKind(article, lines, verdicts.kinds, facts)
    if let why = kind.refusal { return .refusal(why.refusal(of: page)) }
    article.form = page.stated.form ?? kind.form
    article.part = kind.part
    return .article(article, notices: [])
  }

  /// Captions that a gallery has at least.
  private static let leastCaptions = 3

  /// The blocks of a page that calls itself a gallery, its captions as the text that they are; `nil` for others.
  private static func captions(_ blocks: [Block], _ facts: PageFacts) -> [Block]? {
    guard !facts.signs.linked.types.isDisjoint(with: ["ImageGallery", "MediaGallery"]) else { return nil }
    var count = 0
    let read = blocks.map { block in
      guard block.declared == .caption || block.shape == .caption else { return block }
      count += 1
      var block = block
      (block.declared, block.shape, block.isAround) = (nil, .paragraph, false)
      return block
    }
    return count >= leastCaptions ? read : nil
  }

  /// Whether a sentence that furniture was put into, as an advertisement, goes on in a later line.
  private static func isCut(_ lines: [Line], _ first: Int, _ next: Int) -> Bool {
    let (line, rest) = (lines[first], lines[next])
    guard next > first + 1, line.block.isMarkedUp, line.block.shape == .paragraph,
      rest.block.shape == .paragraph, let end = line.tokens.last, let start = rest.tokens.first
    else { return false }
    let isOpen = !end.isMark || end.isMark(",")
    return isOpen && line.wordCount >= 7 && rest.endsSentence && start.kind == .word && !start.isCapital
      && rest.text.unicodeScalars.first?.properties.isLowercase == true
  }

  /// Lists a block that is no plain paragraph; the cells of a table are one block.
  private func mark(_ block: Block, ending end: Int, in blocks: inout [Article.Block]) {
    guard let kind = block.kind else { return }
    let start = end - block.text.utf8.count
    if kind == .table, let last = blocks.last, last.kind == .table, last.range.upperBound + 2 == start {
      blocks[blocks.count - 1].range = last.range.lowerBound..<end
    } else {
      blocks.append(Article.Block(kind: kind, range: start..<end))
    }
  }

  /// Words below which a page of markup that states no date holds no article: a wall, a teaser, an error message.
  private static let stubWords = 30

  private static func refuseStub(_ outcome: Outcome, _ page: Page) -> Outcome {
    guard case .article(let article, _) = outcome, article.published ?? article.modified == nil,
      article.form != .summary
    else {
      return outcome
    }
    let words = PageKind.words(in: article.text)
    if words >= stubWords { return outcome }
    let why = NoArticle.other("there are only \(words) words of text on it, and no date")
    return .refusal(why.refusal(of: page))
  }

  static func empty(_ page: Page) -> Refusal {
    Refusal(source: page.source, reason: .empty, detail: "The page holds no text.")
  }
}
