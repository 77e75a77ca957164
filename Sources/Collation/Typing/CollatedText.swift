import Language
import Matching
import Press

/// A witness's text made ready for collation: its bytes, its words, and what the typing of changes asks of it.
///
/// A class, since every stretch refers to it.
public final class CollatedText: Sendable {
  /// The article's id.
  public let id: String
  /// The article's text in UTF-8.
  public let bytes: [UInt8]
  /// The words in their order; those of furniture, credits and the dateline may be left out.
  public let words: [Token]

  /// Makes a text of the words that carry the report.
  public convenience init(_ article: Article) {
    self.init(id: article.id, text: article.text, words: Witness(article).words)
  }

  /// Makes a text of the words given, which must be words of `text` in their order.
  public init(id: String, text: String, words: [Token]) {
    self.id = id
    self.bytes = Array(text.utf8)
    self.words = words
  }
}
