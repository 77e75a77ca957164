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
  /// Who published it.
  public let outlet: String?
  /// Its headline.
  public let title: String?
  /// Its address on the web.
  public let address: String?
  /// Byte of `text` at which the report begins, where a dateline tells; else 0.
  public let reportStart: Int

  /// Makes a witness of an article.
  public init(_ article: Article) {
    id = article.id
    text = article.text
    published = article.isDatedByChange ? nil : article.published
    series = article.series
    outlet = article.outlet
    title = article.title
    address = article.address
    reportStart = article.dateline?.range?.upperBound ?? 0
    let marked = article.furniture.compactMap(\.range) + article.credits.compactMap(\.range)
    let all = Ranges.union(marked + [article.dateline?.range].compactMap { $0 })
    // A text that is marked nearly whole (the caption of a film, say) is what there is to compare.
    masked = 2 * all.reduce(0) { $0 + $1.count } > article.text.utf8.count ? [] : all
  }

  /// The words that carry the report.
  public var words: [Token] { Tokenizer.tokens(of: text, masked: masked) }

  /// The words made ready for comparing with many others.
  public var wordIndex: WordIndex { WordIndex(words) }
}
