import Markup
import Press

/// What is furniture inside the region that was found.
extension MainContent {
  mutating func markInside() {
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
      } else if piece.linkShare >= 0.9, piece.words >= 3, !match.holds(Int(i)), piece.shape != .listItem {
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
        && weights.gain(of: region) > 0.1 * weights.gain(of: whole)
    }
    guard articles.count > 1 else { return }
    let own = articles.filter { outline.regions[$0].pieces.contains(headline) }
    if let last = own.last, weights.gain(of: outline.regions[last]) > 0.2 * weights.gain(of: whole) {
      root = Int32(last)
    }
  }

  /// The end of what stands above the text: the headline and whatever is before it, unless that is text itself.
  private func endOfHead(_ region: Region) -> Int32 {
    guard let headline, region.pieces.contains(headline) else { return region.pieces.lowerBound }
    let before = weights.gain(from: region.pieces.lowerBound, to: headline)
    return before > 0.1 * weights.gain(of: region) ? region.pieces.lowerBound : headline + 1
  }

  /// Where structured data states the body and nearly all of it is on the page, what stands before its first and
  /// behind its last paragraph is not text: lines of dates and makers, boxes for readers.
  private mutating func markBeyondBody(_ root: Region) {
    guard match.coverage > 0.85, match.coverage < 1.3,
      let first = root.pieces.first(where: { match.holds(Int($0)) }),
      let last = root.pieces.last(where: { match.holds(Int($0)) })
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
      guard isInside(region, root), !weights.holdsBody(region) else { continue }
      if let headline, region.pieces.contains(headline) { continue }
      if weights.words(of: region) < 90 {
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

  func isInside(_ region: Region, _ root: Region) -> Bool {
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
      if words > 0, linked / words > 0.6, !weights.holdsBody(region) {
        put(.furniture(.relatedLink), on: region.pieces)
      }
    }
  }
}
