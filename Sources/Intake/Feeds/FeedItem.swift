import Language
import Press

/// What an item of a feed says, whatever its format: brought to a page in one place.
struct FeedItem {
  /// Text of an item, as markup or as plain words.
  enum Body {
    case html([UInt8])
    case text(String)

    /// Markup or words, found by looking, since feeds put either into the same element; `nil` where there are no words.
    init?(_ text: String) {
      guard !text.utf8.allSatisfy(isBlank) else { return nil }
      self = PlainWords.isMarkup(text) ? .html(Array(text.utf8)) : .text(text)
    }

    var words: String {
      switch self {
      case .html(let bytes): PlainWords.of(bytes)
      case .text(let text): Array(text.utf8)[...].folded
      }
    }

    fileprivate var paragraphs: Int {
      switch self {
      case .html(let bytes): PlainWords.paragraphs(in: bytes)
      case .text(let text): text.split(separator: "\n").filter { $0.contains { !$0.isWhitespace } }.count
      }
    }

    fileprivate var content: Page.Content {
      switch self {
      // libxml2, in its forgiving mode, may take up again in the middle of a character behind damage.
      case .html(let bytes):
        .html(bytes.withUnsafeBytes { firstBrokenUTF8($0) == nil ? bytes : UTF8Survey.repaired($0) })
      case .text(let text): .text(Array(text.utf8))
      }
    }
  }

  /// More authors than this, or more sources, are a list of something else.
  static let mostNames = 100

  /// The item's own id: a guid, a URI.
  var id: String?
  /// The whole text, where the item has one.
  var content: Body?
  /// What is said in short, or the only text there is.
  var summary: Body?
  /// What the text would be, where the item holds none of its own.
  var instead: String?
  var stated = Page.Stated()

  /// The item as a page, or the reason why it is none.
  func item(source: String, hash: () -> String, notices: [Notice]) -> Item {
    var stated = stated
    let body: Body
    if let content, !isSummary(content) {
      body = content
      stated.standfirst = stated.standfirst ?? standfirst(beside: content)
    } else if let short = content ?? summary {
      body = short
      if Self.isSummary(short) { stated.form = .summary }
    } else {
      let what =
        instead.map { "it is \($0)" } ?? (stated.title == nil ? "it is empty" : "it has only a headline")
      return .refusal(
        Refusal(
          source: source, reason: .noArticle,
          detail: "This item holds no text: \(what); give the page that it stands for."))
    }
    let id = self.id ?? stated.address ?? hash()
    return .page(Page(id: id, source: source, content: body.content, stated: stated), notices: notices)
  }

  // MARK: Whole or in short

  /// Below so many words even several paragraphs are a summary, and from so many on one paragraph is an article.
  private static let fewWords = 60
  private static let manyWords = 120

  /// Whether what stands in the place of the content is no more than the summary, or a few words that break off.
  private func isSummary(_ content: Body) -> Bool {
    let words = content.words
    let isShort = Self.count(words) < Self.manyWords
    return isShort && Self.isBrokenOff(words) || words == summary?.words && Self.isSummary(content)
  }

  private static func count(_ words: String) -> Int {
    words.utf8.reduce(1) { $0 + ($1 == 0x20 ? 1 : 0) } + UnspacedScripts.words(in: words.utf8)
  }

  private static func isSummary(_ body: Body) -> Bool {
    let words = body.words
    let count = count(words)
    if isBrokenOff(words) || count < fewWords { return true }
    return count < manyWords && body.paragraphs < 3
  }

  /// An ellipsis at the end, in brackets or not, says that more is to be read elsewhere.
  private static func isBrokenOff(_ words: String) -> Bool {
    let end = words.utf8.reversed().drop { [UInt8(ascii: "]"), UInt8(ascii: ")"), 0x20].contains($0) }
    return end.starts(with: Array("…".utf8).reversed()) || end.starts(with: Array("...".utf8))
  }

  /// The summary, where it says something that the text does not begin with.
  private func standfirst(beside content: Body) -> String? {
    guard let words = summary?.words, words.utf8.count <= 2000, !Self.isBrokenOff(words) else { return nil }
    let opening = words.split(separator: " ").prefix(8).joined(separator: " ")
    return content.words.contains(opening) ? nil : words
  }
}
