import Markup
import Press

/// Which part of a page is its article.
///
/// Every piece is weighed: words in sentences outside links count for a region, words of menus and links against it.
/// The region with the best balance is the article's, widened or narrowed by what markup and structured data say.
struct MainContent {
  let outline: Outline
  /// What each piece was marked as; `nil` for text of the article.
  var marks: [Mark?]
  /// The region that holds the article; 0 where none was found.
  var root: Int32 = 0

  /// Why a piece is not the article's text.
  enum Mark: Equatable {
    case hidden
    case furniture(Furniture.Kind)
  }

  let headline: Int32?
  let match: BodyMatch
  var weights: PieceWeights
  /// Where regions say that they are the article.
  var anchors: [Range<Int32>] = []

  /// Finds the article.
  ///
  /// - Parameters:
  ///   - headline: the piece that is the page's title, if it is known.
  ///   - match: which pieces structured data has in its article body.
  init(_ outline: Outline, headline: Int32?, match: BodyMatch) {
    self.outline = outline
    self.headline = headline
    self.match = match
    weights = PieceWeights(outline, match: match)
    marks = [Mark?](repeating: nil, count: outline.pieces.count)
    root = bestRegion()
    findAnchors()
    markHinted(believing: .word)
    markCards()
    weights.weigh(without: marks)
    if isOverruled() {
      // Classes that take away most of the page mean something else here.
      marks = [Mark?](repeating: nil, count: outline.pieces.count)
      markHinted(believing: .element)
      markHinted(believing: .word, below: 0.05)
      weights.weigh(without: marks)
    }
    root = bestRegion()
    markInside()
  }

  /// The region with the best balance of text and links.
  private func bestRegion() -> Int32 {
    var best: Int32 = 0
    var bestBalance = -Double.infinity
    let all = weights.all
    guard all > 0 else { return 0 }
    for (index, region) in outline.regions.enumerated() where !region.pieces.isEmpty {
      var gain = weights.gain(of: region)
      if region.hint == Hint(meaning: .body, strength: .element) {
        // A calendar or a list of results has no sentences; the page says that it is the article all the same.
        gain = max(gain, 0.5 * (weights.words(of: region) - weights.linkedWords(of: region)))
      }
      guard gain >= all * 0.25 else { continue }
      var balance = gain - 1.4 * weights.loss(of: region)
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
}
