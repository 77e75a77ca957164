import Language
import Press

/// An article as the carrier of a report: what matching needs to know of it.
public struct Witness: Sendable {
  /// The article's id.
  public let id: String
  /// The article's text.
  public let text: String
  /// Byte ranges of `text` that are not the report: marked furniture, credits, the dateline. Sorted, disjoint.
  public let masked: [Range<Int>]
  /// When the article was published; not the day of a change, which may lie long after.
  public let published: Moment?
  /// Pages of one series are never copies of each other.
  public let series: String?

  /// Makes a witness of an article.
  public init(_ article: Article) {
    id = article.id
    text = article.text
    published = article.isDatedByChange ? nil : article.published
    series = article.series
    let marked = article.furniture.compactMap(\.range) + article.credits.compactMap(\.range)
    let all = Self.union(marked + [article.dateline?.range].compactMap { $0 })
    // A text that is marked nearly whole (the caption of a film, say) is what there is to compare.
    masked = 2 * all.reduce(0) { $0 + $1.count } > article.text.utf8.count ? [] : all
  }

  /// The words that carry the report.
  public var words: [Token] { Tokenizer.tokens(of: text, masked: masked) }

  /// The words made ready for comparing with many others.
  public var wordIndex: WordIndex { WordIndex(words) }

  private static func union(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }
}
