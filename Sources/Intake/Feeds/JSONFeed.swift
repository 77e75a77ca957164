import Press

/// Reads JSON Feed 1.x, item by item: one object with its items in a list. A list of ninjs items is read likewise.
///
/// Source of the fields: jsonfeed.org, version 1.1.
struct JSONFeed {
  /// The object, kept as bytes while its items are handed out one by one.
  private let bytes: [UInt8]
  private let items: [Range<Int>]
  private let head: Page.Stated
  private let path: Path
  private let name: String
  private var next = 0

  /// - Returns: `nil` where the object is no feed.
  init?(_ object: JSONObject, path: Path, name: String) {
    guard object.value("text") == nil, object.value("html") == nil, let list = object.value("items"),
      let elements = object.elements(of: list)
    else { return nil }
    let isDeclared = object.words("version")?.contains("jsonfeed.org") ?? false
    let first = elements.first.flatMap { object.object(of: $0) }
    guard
      isDeclared || object.hasKey("feed_url") || object.hasKey("home_page_url")
        || first.map(NinjsItem.isOne) ?? false
    else { return nil }
    bytes = Array(object.bytes)
    items = elements.map { $0.kind == .object ? $0.range : $0.range.lowerBound..<$0.range.lowerBound }
    head = Page.Stated(
      address: object.words("home_page_url"), outlet: object.words("title"), bylines: Self.authors(object),
      language: object.words("language"))
    self.path = path
    self.name = name
  }

  /// How many items there are.
  var count: Int { items.count }

  /// The next item, `nil` behind the last.
  mutating func nextItem() -> Item? {
    guard next < items.count else { return nil }
    let range = items[next]
    next += 1
    let source = "\(name)#\(next)"
    return bytes.withUnsafeBytes { bytes in
      var scanner = JSONScanner(bytes, at: range.lowerBound)
      guard !range.isEmpty, let members = scanner.members(most: 1 << 16) else {
        return .refusal(
          Refusal(source: source, reason: .badJSON, detail: "This item is no object in braces; mend it."))
      }
      let object = JSONObject(bytes: bytes, members: members)
      let item = NinjsItem.isOne(object) ? NinjsItem.read(object) : read(object)
      return item.item(
        source: source, hash: { Identity.of(path: path, record: next, content: bytes.part(range)) },
        notices: [])
    }
  }

  private func read(_ object: JSONObject) -> FeedItem {
    var result = FeedItem()
    result.id = object.words("id")
    result.content =
      object.text("content_html").map { .html(Array($0.utf8)) }
      ?? object.text("content_text").map { .text($0) }
    result.summary = object.text("summary").map { .text($0) }
    let address = object.words("url").map { WebAddress.absolute($0, base: head.address) }
    result.stated = Page.Stated(
      address: address, outlet: head.outlet, title: object.words("title"), bylines: Self.authors(object),
      published: object.date("date_published"), modified: object.date("date_modified"),
      language: object.words("language") ?? head.language)
    if result.stated.bylines.isEmpty { result.stated.bylines = head.bylines }
    result.stated.section = tag(object)
    // `external_url` is the page that an item talks about, as link blogs do: no source of its words.
    return result
  }

  private func tag(_ object: JSONObject) -> String? {
    guard let value = object.value("tags"), let first = object.elements(of: value)?.first,
      first.kind == .string
    else { return nil }
    let words = Array(object.text(of: first).text.utf8)[...].folded
    return words.isEmpty ? nil : words
  }

  /// Version 1.1 has a list of authors, version 1 one author.
  private static func authors(_ object: JSONObject) -> [String] {
    (object.list("authors") + object.list("author")).compactMap { $0.words("name") }
  }
}
