import Markup
import Press

/// Which part of a page is its article.
///
/// Every piece is weighed: words in sentences outside links count for a region, words of menus and links against it.
/// The region with the best balance is the article's, widened or narrowed by what markup and structured data say.
struct MainContent {
  let outline: Outline
  /// What each piece was marked as; `nil` for text of the article.
  private(set) var marks: [Mark?]
  /// The region that holds the article; 0 where none was found.
  private(set) var root: Int32 = 0

  /// Why a piece is not the article's text.
  enum Mark: Equatable {
    case hidden
    case furniture(Furniture.Kind)
  }

  /// The words that count for a region, and those that count against it, summed from the start of the page.
  private var gains: [Double] = [0]
  private var losses: [Double] = [0]
  private var words: [Double] = [0]
  private var linkedWords: [Double] = [0]
  private var matchedWords: [Double] = [0]
  let headline: Int32?
  private var anchors: [Range<Int32>] = []
  private let matches: [Bool]
  private let match: BodyMatch

  /// Finds the article.
  ///
  /// - Parameters:
  ///   - headline: the piece that is the page's title, if it is known.
  ///   - match: which pieces structured data has in its article body.
  init(_ outline: Outline, headline: Int32?, match: BodyMatch) {
    self.outline = outline
    self.headline = headline
    self.match = match
    matches = match.isMatched
    marks = [Mark?](repeating: nil, count: outline.pieces.count)
    count()
    sum(withHints: false)
    root = bestRegion()
    findAnchors()
    markHinted(believing: .word)
    markCards()
    sum(withHints: true)
    if isOverruled() {
      // Classes that take away most of the page mean something else here.
      marks = [Mark?](repeating: nil, count: outline.pieces.count)
      markHinted(believing: .element)
      sum(withHints: true)
    }
    root = bestRegion()
    markInside()
  }

  private func isMatched(_ piece: Int) -> Bool { !matches.isEmpty && matches[piece] }

  // MARK: Weighing

  private func gain(_ i: Int) -> Double {
    let piece = outline.pieces[i]
    guard piece.shape != .heading, piece.shape != .caption else { return 0 }
    let share = piece.linkShare
    guard share < 0.5 else { return 0 }
    let words = Double(piece.words)
    var gain = 0.0
    if piece.words >= 8, piece.isSentence || piece.words >= 20 { gain = words * (1 - share) }
    if piece.shape == .tableCell || piece.shape == .listItem { gain *= 0.6 }
    return isMatched(i) ? max(gain, words * 0.5) * 2 : gain
  }

  private func loss(_ i: Int) -> Double {
    let piece = outline.pieces[i]
    let linked = Double(piece.words) * piece.linkShare
    if isMatched(i) { return 0 }
    return piece.linkShare >= 0.5 ? linked + 1 : linked * 0.2
  }

  private mutating func count() {
    for (i, piece) in outline.pieces.enumerated() {
      let count = Double(piece.words)
      words.append(words[i] + count)
      linkedWords.append(linkedWords[i] + count * piece.linkShare)
      matchedWords.append(matchedWords[i] + (isMatched(i) ? count : 0))
    }
  }

  private func sum(_ sums: [Double], over region: Region) -> Double {
    sums[Int(region.pieces.upperBound)] - sums[Int(region.pieces.lowerBound)]
  }

  private mutating func sum(withHints: Bool) {
    gains = [0]
    losses = [0]
    gains.reserveCapacity(marks.count + 1)
    losses.reserveCapacity(marks.count + 1)
    for i in marks.indices {
      let counts = !withHints || marks[i] == nil
      gains.append(gains[i] + (counts ? gain(i) : 0))
      losses.append(losses[i] + (counts ? loss(i) : 0))
    }
  }

  private func gain(of region: Region) -> Double { sum(gains, over: region) }

  private func loss(of region: Region) -> Double { sum(losses, over: region) }

  // MARK: Marks

  /// Believes the hints of regions that do not hold most of the page.
  private mutating func markHinted(believing strength: Hint.Strength) {
    let all = gains[gains.count - 1]
    for region in outline.regions {
      guard let hint = region.hint, !region.pieces.isEmpty, region.name != KnownName.body.rawValue,
        region.name != KnownName.html.rawValue
      else { continue }
      let mark: Mark
      switch hint.meaning {
      case .body, .article: continue
      case .hidden: mark = .hidden
      case .furniture(let kind): mark = .furniture(kind)
      }
      if hint.strength < strength, mark != .furniture(.comments) { continue }
      if let headline, region.pieces.contains(headline), mark != .furniture(.comments) { continue }
      if mark != .furniture(.comments) {
        let share = all > 0 ? gain(of: region) / all : 0
        if share > (hint.strength == .element ? 0.7 : 0.4), holdsAnchor(region) { continue }
        let best = outline.regions[Int(root)].pieces
        if region.pieces.lowerBound <= best.lowerBound, region.pieces.upperBound >= best.upperBound {
          continue
        }
      }
      if mark != .hidden && holdsBody(region) || !isBorneOut(mark, by: region, hint) { continue }
      put(mark, on: region.pieces)
    }
  }

  /// Regions that say they are the article, and hold a fair part of the page's text.
  private mutating func findAnchors() {
    let all = gains[gains.count - 1]
    anchors = outline.regions.lazy.filter { [self] in
      guard let meaning = $0.hint?.meaning, meaning == .body || meaning == .article else { return false }
      return gain(of: $0) > 0.1 * all
    }.prefix(64).map(\.pieces)
  }

  /// Whether a region may be the article: it holds one that says so, or none on the page does.
  private func holdsAnchor(_ region: Region) -> Bool {
    anchors.isEmpty
      || anchors.contains {
        $0.lowerBound >= region.pieces.lowerBound && $0.upperBound <= region.pieces.upperBound
      }
      || anchors.contains {
        $0.lowerBound <= region.pieces.lowerBound && $0.upperBound >= region.pieces.upperBound
      }
  }

  /// Whether a box that a class calls a list of links has links in it, or no text to speak of.
  private func isBorneOut(_ mark: Mark, by region: Region, _ hint: Hint) -> Bool {
    guard hint.strength == .word, mark == .furniture(.relatedLink) || mark == .furniture(.navigation) else {
      return true
    }
    return gain(of: region) < 30 || sum(linkedWords, over: region) > 0.15 * sum(words, over: region)
  }

  /// Whether structured data has a good part of a region in the article body.
  private func holdsBody(_ region: Region) -> Bool {
    !matches.isEmpty && sum(matchedWords, over: region) * 2 > sum(words, over: region)
  }

  /// Whether the marks, comments aside, leave less than a third of the page's text.
  private func isOverruled() -> Bool {
    var kept = 0.0
    var lost = 0.0
    for i in marks.indices where marks[i] != .furniture(.comments) {
      if marks[i] == nil { kept += gain(i) } else { lost += gain(i) }
    }
    return kept < 0.3 * (kept + lost)
  }

  private mutating func put(_ mark: Mark, on pieces: Range<Int32>) {
    for i in pieces where marks[Int(i)] == nil { marks[Int(i)] = mark }
  }

  /// Marks rows of teasers: three or more boxes side by side, each with a linked heading and few words.
  private mutating func markCards() {
    var cards: [Int32: [Range<Int32>]] = [:]
    for region in outline.regions where region.parent >= 0 && !region.pieces.isEmpty && isCard(region) {
      cards[region.parent, default: []].append(region.pieces)
    }
    for (_, pieces) in cards where pieces.count >= 3 {
      for range in pieces { put(.furniture(.relatedLink), on: range) }
    }
  }

  private func isCard(_ region: Region) -> Bool {
    guard region.pieces.count <= 8, !region.is(.p), !region.is(.li), !holdsBody(region) else { return false }
    if let headline, region.pieces.contains(headline) { return false }
    var words = 0
    var hasLinkedHead = false
    for i in region.pieces {
      let piece = outline.pieces[Int(i)]
      words += Int(piece.words)
      if piece.linkShare > 0.8, piece.words >= 3 { hasLinkedHead = true }
    }
    return hasLinkedHead && words < 90
  }

  // MARK: The region

  private func bestRegion() -> Int32 {
    var best: Int32 = 0
    var bestBalance = 0.0
    let all = gains[gains.count - 1]
    guard all > 0 else { return 0 }
    for (index, region) in outline.regions.enumerated() where !region.pieces.isEmpty {
      let gain = gain(of: region)
      guard gain >= all * 0.25 else { continue }
      var balance = gain - 1.4 * loss(of: region)
      switch region.hint?.meaning {
      case .body: balance += gain * (region.hint?.strength == .element ? 1.0 : 0.6)
      case .article: balance += gain * 0.15
      default: break
      }
      // Of regions with the same text the innermost comes last, and is the one wanted.
      if balance >= bestBalance {
        best = Int32(index)
        bestBalance = balance
      }
    }
    return best
  }

  private mutating func markInside() {
    narrowToArticle()
    let region = outline.regions[Int(root)]
    markLinkBoxes(region)
    markInnerArticles(region)
    markRepeats(region)
    markLoneHeadings(region)
    markBeyondBody(region)
    let lead = endOfHead(region)
    for i in region.pieces where marks[Int(i)] == nil {
      let piece = outline.pieces[Int(i)]
      if i < lead {
        marks[Int(i)] = .furniture(.metadata)
      } else if piece.shape == .caption {
        marks[Int(i)] = .furniture(.caption)
      } else if piece.linkShare >= 0.9, piece.words >= 3, !isMatched(Int(i)), piece.shape != .listItem {
        marks[Int(i)] = .furniture(.relatedLink)
      }
    }
  }

  /// Where several articles follow one another, the one that has the page's headline.
  private mutating func narrowToArticle() {
    guard let headline else { return }
    let whole = outline.regions[Int(root)]
    let articles = outline.regions.indices.filter { index in
      let region = outline.regions[index]
      return region.is(.article) && index > root && whole.pieces.contains(region.pieces.lowerBound)
        && gain(of: region) > 0.1 * gain(of: whole)
    }
    guard articles.count > 1 else { return }
    let own = articles.filter { outline.regions[$0].pieces.contains(headline) }
    if let last = own.last, gain(of: outline.regions[last]) > 0.2 * gain(of: whole) { root = Int32(last) }
  }

  /// The end of what stands above the text: the headline and whatever is before it, unless that is text itself.
  private func endOfHead(_ region: Region) -> Int32 {
    guard let headline, region.pieces.contains(headline) else { return region.pieces.lowerBound }
    let before = gains[Int(headline)] - gains[Int(region.pieces.lowerBound)]
    return before > 0.1 * gain(of: region) ? region.pieces.lowerBound : headline + 1
  }

  /// Where structured data states the body and nearly all of it is on the page, what stands before its first and
  /// behind its last paragraph is not text: lines of dates and makers, boxes for readers.
  private mutating func markBeyondBody(_ root: Region) {
    guard match.coverage > 0.85, match.coverage < 1.3,
      let first = root.pieces.first(where: { isMatched(Int($0)) }),
      let last = root.pieces.last(where: { isMatched(Int($0)) })
    else { return }
    // A stated body may be cut short: where much text follows it, the page knows better.
    var words = 0
    for i in (last + 1)..<max(root.pieces.upperBound, last + 1) where marks[Int(i)] == nil {
      words += Int(outline.pieces[Int(i)].words)
    }
    guard words * 8 < match.bodyWords else { return }
    for i in root.pieces where marks[Int(i)] == nil {
      if i > last { marks[Int(i)] = .furniture(.metadata) }
      if i < first, !outline.pieces[Int(i)].isSentence { marks[Int(i)] = .furniture(.metadata) }
    }
  }

  /// Marks small articles inside the article: teasers, or comments.
  private mutating func markInnerArticles(_ root: Region) {
    for region in outline.regions where region.is(.article) && region.pieces.count < root.pieces.count {
      guard isInside(region, root), !holdsBody(region) else { continue }
      if let headline, region.pieces.contains(headline) { continue }
      if sum(words, over: region) < 90 {
        put(.furniture(.relatedLink), on: region.pieces)
      }
    }
  }

  /// A heading of which nothing but furniture is left goes with it.
  private mutating func markLoneHeadings(_ root: Region) {
    for region in outline.regions where region.pieces.count > 1 && region.pieces.count < root.pieces.count {
      guard isInside(region, root) else { continue }
      var kind: Mark?
      var isLone = true
      for i in region.pieces where outline.pieces[Int(i)].headingLevel == 0 {
        guard let mark = marks[Int(i)], mark != .furniture(.caption) else {
          isLone = false
          break
        }
        kind = mark
      }
      if isLone, let kind { put(kind, on: region.pieces) }
    }
  }

  private func isInside(_ region: Region, _ root: Region) -> Bool {
    region.pieces.lowerBound >= root.pieces.lowerBound && region.pieces.upperBound <= root.pieces.upperBound
  }

  /// A long text that stands twice was made for two sizes of screen: the second is not shown.
  private mutating func markRepeats(_ region: Region) {
    var seen: Set<ArraySlice<UInt8>> = []
    for i in region.pieces where marks[Int(i)] == nil && outline.pieces[Int(i)].words >= 12 {
      let piece = outline.pieces[Int(i)]
      if !seen.insert(outline.bytes[Int(piece.start)..<Int(piece.end)]).inserted { marks[Int(i)] = .hidden }
    }
  }

  /// Marks boxes inside the article that are mostly links.
  private mutating func markLinkBoxes(_ root: Region) {
    for region in outline.regions where region.pieces.count > 1 && region.pieces.count < root.pieces.count {
      guard isInside(region, root) else { continue }
      var linked = 0.0
      var words = 0.0
      for i in region.pieces where marks[Int(i)] == nil {
        let piece = outline.pieces[Int(i)]
        linked += Double(piece.words) * piece.linkShare
        words += Double(piece.words)
      }
      if words > 0, linked / words > 0.6, !holdsBody(region) {
        put(.furniture(.relatedLink), on: region.pieces)
      }
    }
  }
}
