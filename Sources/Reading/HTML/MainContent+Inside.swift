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
    markPullQuotes(region)
    markLoneHeadings(region)
    markBeyondBody(region)
    let lead = endOfHead(region)
    let isListOfLinks = isListOfLinks(region)
    for i in region.pieces where marks[Int(i)] == nil {
      let piece = outline.pieces[Int(i)]
      if isProgramData(piece) {
        marks[Int(i)] = .hidden
      } else if i < lead {
        marks[Int(i)] = .furniture(.metadata)
      } else if piece.shape == .caption {
        marks[Int(i)] = .furniture(.caption)
      } else if piece.linkShare >= 0.9, !isListOfLinks, piece.words >= 3, !match.holds(Int(i)),
        piece.shape != .listItem
      {
        marks[Int(i)] = .furniture(.relatedLink)
      }
    }
    markNotes(region)
  }

  /// Whether most paragraphs are links, so that the links are what the article tells: goods, a calendar.
  private func isListOfLinks(_ region: Region) -> Bool {
    var (linked, plain) = (0, 0)
    for i in region.pieces where marks[Int(i)] == nil {
      let piece = outline.pieces[Int(i)]
      guard piece.shape == .paragraph, piece.words >= 3 else { continue }
      if piece.linkShare >= 0.9 { linked += 1 } else { plain += 1 }
    }
    return linked >= 5 && linked > plain
  }

  /// Whether a piece is an object of a program, which a script would take up: `{"…`.
  private func isProgramData(_ piece: Piece) -> Bool {
    let text = outline.bytes[Int(piece.start)..<Int(piece.end)]
    return piece.shape != .preformatted && text.last.map { $0 == 0x7D || $0 == 0x5D } == true
      && (text.starts(with: [0x7B, 0x22]) || text.starts(with: [0x5B, 0x7B, 0x22]))
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

  /// Marks small articles inside the article: teasers, or comments. Where they hold a good part of the text, they are
  /// the text: entries of a live blog, a list of the best.
  private mutating func markInnerArticles(_ root: Region) {
    let small = outline.regions.filter { region in
      guard region.is(.article), region.pieces.count < root.pieces.count, isInside(region, root),
        !weights.holdsBody(region), weights.words(of: region) < 90
      else { return false }
      return headline.map { !region.pieces.contains($0) } ?? true
    }
    if isMuchOfText(small, in: root, share: 0.5) { return }
    for region in small { put(.furniture(.relatedLink), on: region.pieces) }
  }

  /// Whether boxes hold so much of the text of a region that it is made of them: more than a share, in 0...1.
  func isMuchOfText(_ boxes: [Region], in whole: Region, share: Double) -> Bool {
    boxes.reduce(0.0) { $0 + weights.gain(of: $1) } > share * weights.gain(of: whole)
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
    var seen: [UInt64: Piece] = [:]
    for i in region.pieces where marks[Int(i)] == nil && outline.pieces[Int(i)].words >= 12 {
      let piece = outline.pieces[Int(i)]
      let hash = outline.hash(piece)
      guard let first = seen[hash] else {
        seen[hash] = piece
        continue
      }
      if outline.hasSameBytes(first, piece) { marks[Int(i)] = .hidden }
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
