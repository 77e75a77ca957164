import Markup
import Press

/// What hints and looks mark as furniture before the article is looked for.
extension MainContent {
  /// Believes the hints of regions that do not hold most of the page.
  ///
  /// - Parameters:
  ///   - strength: weaker hints are not believed, but of comments and the like.
  ///   - most: share of the page's text that a region may have to be believed.
  mutating func markHinted(believing strength: Hint.Strength, below most: Double = 1) {
    let all = weights.all
    for region in outline.regions {
      guard let hint = region.hint, !region.pieces.isEmpty, region.name != HTMLName.body.rawValue,
        region.name != HTMLName.html.rawValue
      else { continue }
      let mark: Mark
      switch hint.meaning {
      case .body, .article: continue
      case .hidden: mark = .hidden
      case .foldedAway:
        if weights.gain(of: region) > 0.1 * all { continue }
        mark = .hidden
      case .beside:
        if isTold(region) { continue }
        mark = .furniture(.relatedLink)
      case .furniture(let kind): mark = .furniture(kind)
      }
      let isNeverText = mark == .furniture(.comments) || isConsent(hint) && !holdsAnchor(inside: region)
      if hint.strength < strength, !isNeverText { continue }
      if let headline, region.pieces.contains(headline), mark != .furniture(.comments) { continue }
      if !isNeverText {
        let share = all > 0 ? weights.gain(of: region) / all : 0
        if share > most { continue }
        if share > (hint.strength == .element ? 0.7 : 0.4), holdsAnchor(region) { continue }
        let best = outline.regions[Int(root)].pieces
        if region.pieces.lowerBound <= best.lowerBound, region.pieces.upperBound >= best.upperBound,
          holdsAnchor(region)
        {
          continue
        }
      }
      if mark != .hidden && weights.holdsBody(region) || !isBorneOut(mark, by: region, hint) { continue }
      put(mark, on: region.pieces)
    }
  }

  /// Regions that say they are the article, and hold a fair part of the page's text.
  mutating func findAnchors() {
    let all = weights.all
    anchors = outline.regions.lazy.filter { [self] in
      guard let meaning = $0.hint?.meaning, meaning == .body || meaning == .article else { return false }
      return weights.gain(of: $0) > 0.1 * all
    }.prefix(64).map(\.pieces)
  }

  private func isConsent(_ hint: Hint) -> Bool {
    hint == Hint(meaning: .furniture(.disclaimer), strength: .element)
  }

  private func holdsAnchor(inside region: Region) -> Bool {
    anchors.contains {
      $0.lowerBound >= region.pieces.lowerBound && $0.upperBound <= region.pieces.upperBound
    }
  }

  /// Whether a region may be the article: it holds one that says so, or none on the page does.
  private func holdsAnchor(_ region: Region) -> Bool {
    anchors.isEmpty || holdsAnchor(inside: region)
      || anchors.contains {
        $0.lowerBound <= region.pieces.lowerBound && $0.upperBound >= region.pieces.upperBound
      }
  }

  /// Whether a box that a class calls a list of links has links in it, or no text to speak of.
  private func isBorneOut(_ mark: Mark, by region: Region, _ hint: Hint) -> Bool {
    guard hint.strength == .word, mark == .furniture(.relatedLink) || mark == .furniture(.navigation) else {
      return true
    }
    return weights.gain(of: region) < 30 || weights.linkedWords(of: region) > 0.15 * weights.words(of: region)
  }

  /// Whether an `aside` stands inside the article, tells and does not link.
  private func isTold(_ region: Region) -> Bool {
    isInside(region, outline.regions[Int(root)]) && weights.gain(of: region) >= 30
      && weights.linkedWords(of: region) < 0.1 * weights.words(of: region)
  }

  /// Whether the marks, comments aside, leave less than a third of the page's text.
  func isOverruled() -> Bool {
    var kept = 0.0
    var lost = 0.0
    for i in marks.indices where marks[i] != .furniture(.comments) && marks[i] != .furniture(.disclaimer) {
      if marks[i] == nil { kept += weights.gain(i) } else { lost += weights.gain(i) }
    }
    return kept < 0.3 * (kept + lost)
  }

  mutating func put(_ mark: Mark, on pieces: Range<Int32>) {
    for i in pieces where marks[Int(i)] == nil { marks[Int(i)] = mark }
  }

  /// Marks rows of teasers: three or more boxes side by side, each with a linked heading and few words.
  mutating func markCards() {
    var cards: [Int32: [Region]] = [:]
    for region in outline.regions where region.parent >= 0 && !region.pieces.isEmpty && isCard(region) {
      cards[region.parent, default: []].append(region)
    }
    let best = outline.regions[Int(root)]
    for (_, row) in cards where row.count >= 3 {
      // Most of what the page tells: a list of the best, each with its link.
      if isMuchOfText(row.filter { isInside($0, best) }, in: best, share: 0.3) { continue }
      for card in row { put(.furniture(.relatedLink), on: card.pieces) }
    }
  }

  private func isCard(_ region: Region) -> Bool {
    guard region.pieces.count <= 8, !region.is(.p), !region.is(.li), !weights.holdsBody(region) else {
      return false
    }
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
}
