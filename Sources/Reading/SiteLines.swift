import Press

/// The lines that an outlet prints on its pages whatever they tell: its name, its ticker, what it asks of its readers.
///
/// A line is one of them that stands, dates and numbers aside, on several pages of the outlet that tell of different
/// things. Pages of one report, its updates and its reprints in the same outlet, count as one; a quotation, a dateline,
/// or a sentence that speaks of nothing but the news stays, however often it stands. What is not sure stays.
///
/// What comes out depends on the set of the pages and not on their order (invariant 2), and an article that was marked
/// is judged as it was before.
public struct SiteLines: Sendable {
  /// How often an outlet prints a line: what that is enough for.
  public struct Standing: OptionSet, Sendable, Hashable {
    /// Its bits.
    public let rawValue: Int

    /// A standing of these bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// To be the outlet's at the head or at the tail of a page.
    static let plain = Standing(rawValue: 1)
    /// The same of a line whose numbers change: it may be a row of each day's results.
    static let numbered = Standing(rawValue: 2)
    /// To be the outlet's between paragraphs.
    static let most = Standing(rawValue: 4)

    /// - Parameters:
    ///   - different: Pages that tell of different things; no more than `mostCounted` are looked for.
    ///   - share: Share of the outlet's pages that have the line, in 0...1.
    init(different: Int, share: Double) {
      var standing: Standing = []
      if different >= SiteLines.leastDifferent, share >= 0.05 { standing.insert(.plain) }
      if different >= 4, share >= 0.25 { standing.insert(.numbered) }
      if different >= 5, share >= 0.5 { standing.insert(.most) }
      self = standing
    }
  }

  /// A line of an outlet, for keeping it without the pages that it was counted on.
  public struct Counted: Sendable, Hashable {
    /// Hash of the outlet, as in `SitePage`.
    public let outlet: UInt64
    /// Hash of the line's words.
    public let line: UInt64
    /// What it is seen often enough for.
    public let standing: Standing

    /// A line as it was counted.
    public init(outlet: UInt64, line: UInt64, standing: Standing) {
      self.outlet = outlet
      self.line = line
      self.standing = standing
    }
  }

  /// The lines, by outlet.
  public let counted: [Counted]
  private let standings: [UInt64: Standing]
  /// The outlets that have any.
  private let outlets: Set<UInt64>
  private let names: NameTable

  /// Different pages that a line needs to be anybody's but the report's.
  private static let leastDifferent = 3
  /// Different pages that are counted at most, so that the work for a line is linear in its pages.
  private static let mostCounted = 12

  /// Counts the lines of `pages`, whatever their order.
  ///
  /// - Parameter names: The agencies and outlets by which credits are told.
  public init(_ pages: [SitePage], names: NameTable = .builtIn) {
    // Different pages are counted in an order that is theirs and not the input's.
    let pages = pages.filter { $0.outlet != nil }.sorted(by: <)
    var sizes: [UInt64: Int] = [:]
    var postings: [(line: UInt64, page: Int)] = []
    postings.reserveCapacity(pages.reduce(0) { $0 + $1.lines.count })
    for (number, page) in pages.enumerated() {
      sizes[page.outlet ?? 0, default: 0] += 1
      for line in page.lines { postings.append((line, number)) }
    }
    postings.sort { ($0.line, $0.page) < ($1.line, $1.page) }
    var counted: [Counted] = []
    var start = 0
    while start < postings.count {
      var end = start + 1
      while end < postings.count, postings[end].line == postings[start].line { end += 1 }
      let different = Self.different(postings[start..<end], pages)
      if different >= Self.leastDifferent, let outlet = pages[postings[start].page].outlet {
        let standing = Standing(
          different: different, share: Double(end - start) / Double(sizes[outlet] ?? 1))
        if !standing.isEmpty {
          counted.append(Counted(outlet: outlet, line: postings[start].line, standing: standing))
        }
      }
      start = end
    }
    self.init(counted, names: names)
  }

  /// Lines that were counted before, whatever their order.
  public init(_ counted: some Sequence<Counted>, names: NameTable = .builtIn) {
    self.names = names
    var standings: [UInt64: Standing] = [:]
    var outlets: Set<UInt64> = []
    for line in counted {
      standings[line.line] = line.standing
      outlets.insert(line.outlet)
    }
    self.standings = standings
    self.outlets = outlets
    self.counted = counted.sorted { ($0.outlet, $0.line) < ($1.outlet, $1.line) }
  }

  /// How many of a line's pages tell of different things, as far as that is to be known.
  private static func different(_ postings: ArraySlice<(line: UInt64, page: Int)>, _ pages: [SitePage]) -> Int
  {
    guard postings.count >= leastDifferent else { return 0 }
    var found: [Int] = []
    for (_, page) in postings
    where pages[page].isTelling && !found.contains(where: { pages[$0].isLike(pages[page]) }) {
      found.append(page)
      if found.count == mostCounted { break }
    }
    return found.count
  }

  /// Whether no line of any outlet was found.
  public var isEmpty: Bool { standings.isEmpty }

  // MARK: The lines of an article

  /// The article with its outlet's lines among the furniture, with their ranges. Its text stays whole, and so does
  /// every range in it.
  public func marking(_ article: Article) -> Article {
    let lines = lines(of: article)
    guard !lines.isEmpty else { return article }
    var marked = article
    // Behind what is there: credits name furniture by its number.
    marked.furniture += lines
    return marked
  }

  /// The lines of `article` that are its outlet's, in the order of its text; not those that are furniture already.
  func lines(of article: Article) -> [Furniture] {
    guard !outlets.isEmpty, let outlet = SitePage.outlet(of: article), outlets.contains(outlet) else {
      return []
    }
    let lines = Self.lines(article, outlet, names)
    let verdicts = lines.map { verdict(of: $0, article) }
    // The edges: what stands before the first line that is surely the report's, and behind the last.
    let report = lines.indices.filter { verdicts[$0] == nil && lines[$0].isProse }
    guard let first = report.first, let last = report.last else { return [] }
    return lines.indices.compactMap { index in
      guard let verdict = verdicts[index], verdict != .marked else { return nil }
      guard verdict == .anywhere || index < first || index > last else { return nil }
      return Furniture(kind: lines[index].kind, text: lines[index].line.text, range: lines[index].range)
    }
  }

  private static func lines(_ article: Article, _ outlet: UInt64, _ names: NameTable) -> [SiteLine] {
    let marked = article.furniture.compactMap(\.range).sorted { $0.lowerBound < $1.lowerBound }
    var (next, covered) = (0, 0)
    var text = article.text
    return text.withUTF8 { bytes in
      Lines.spans(bytes).spans.map { span in
        while next < marked.count, marked[next].lowerBound <= span.lowerBound {
          covered = max(covered, marked[next].upperBound)
          next += 1
        }
        return SiteLine(
          String(decoding: UnsafeBufferPointer(rebasing: bytes[span]), as: UTF8.self), span,
          isMarked: covered >= span.upperBound, outlet: outlet, names)
      }
    }
  }

  private enum Verdict {
    /// Furniture already.
    case marked
    /// The outlet's, where it stands at the head or at the tail.
    case edge
    /// The outlet's, wherever it stands.
    case anywhere
  }

  /// `nil` where the line may be the report's.
  private func verdict(of line: SiteLine, _ article: Article) -> Verdict? {
    if line.isMarked { return .marked }
    guard let key = line.key, let standing = standings[key.folded], line.mayBeFurniture(article) else {
      return nil
    }
    // Of a line whose numbers change more must be known: it may be a row of each day's results.
    guard standing.contains(key.hasNumbers ? .numbered : .plain) else { return nil }
    // What many pages say may be the background of all of them.
    if line.isSentence, !line.speaksOfItself(article) { return nil }
    let isLabel = line.line.wordCount < Self.leastInside
    return standing.contains(.most) && !key.hasNumbers && !isLabel ? .anywhere : .edge
  }

  /// Words below which a line between paragraphs may be a heading that the outlet likes ("What happens next").
  private static let leastInside = 5
}
