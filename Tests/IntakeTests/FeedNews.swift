/// Invented news for the tests of feeds.
enum FeedNews {
  static let first =
    "The lower dam on the Dray will be drained before winter, the river board said on Tuesday."
  static let second =
    "Three villages below it were emptied on Monday after a crack was found in the spillway."
  static let third =
    "Engineers had warned of the crack in two reports, the last of them in the spring of last year."

  /// A report in paragraphs, long enough to be an article.
  static let paragraphs = "<p>\(first)</p><p>\(second)</p><p>\(third)</p><p>\(first)</p>"
  static let escaped = paragraphs.replacing("<", with: "&lt;").replacing(">", with: "&gt;")

  static func rss(_ items: String, channel: String = "<title>Hollin Courier</title>") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel>\(channel)<link>https://hollin.example/</link><language>en-GB</language>
    \(items)
    </channel></rss>
    """
  }

  static func item(_ number: Int, _ more: String = "") -> String {
    "<item><title>Dam \(number)</title><guid>dam-\(number)</guid><description>\(escaped)</description>\(more)</item>"
  }
}
