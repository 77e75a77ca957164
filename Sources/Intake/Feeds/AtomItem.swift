import Language
import Press

/// Reads entries of Atom 1.0 (RFC 4287), and of the 0.3 that came before it.
enum AtomItem {
  /// What the feed says for all its entries.
  static func channel(_ head: XMLTree) -> Page.Stated {
    guard let root = head.root, root.isNamed("feed") else { return Page.Stated() }
    var stated = Page.Stated(
      address: root.attribute("xml:base"), outlet: root.child("title")?.words.map(PlainWords.of),
      language: root.attribute("xml:lang"))
    stated.address = stated.address ?? alternate(of: root)
    // RFC 4287, chapter 4.2.1: where an entry names no author, the feed's is meant.
    stated.bylines = root.children("author").compactMap { $0.child("name")?.words.flatMap(PersonName.of) }
    return stated
  }

  static func read(_ entry: XMLElement, channel: Page.Stated) -> FeedItem {
    var result = FeedItem()
    var sources = StatedSources()
    let base =
      entry.attribute("xml:base").map { WebAddress.absolute($0, base: channel.address) } ?? channel.address
    result.stated.outlet = channel.outlet
    result.stated.language = entry.attribute("xml:lang") ?? channel.language
    for element in entry.children where element.space == .atom || element.space == .plain {
      if element.isNamed("id") {
        result.id = element.words
      } else if element.isNamed("title") {
        result.stated.title = title(element)
      } else if element.isNamed("published") || element.isNamed("issued") {
        result.stated.published = element.words.flatMap(StatedDate.moment)
      } else if element.isNamed("updated") || element.isNamed("modified") {
        result.stated.modified = element.words.flatMap(StatedDate.moment)
      } else if element.isNamed("author") {
        if let name = element.child("name")?.words.flatMap(PersonName.of) {
          result.stated.bylines.append(name)
        }
      } else if element.isNamed("contributor") {
        sources.add(element.child("name")?.words, "contributor", role: .contributed, onlyAgency: true)
      } else if element.isNamed("category") {
        let term = element.attribute("label") ?? element.attribute("term")
        result.stated.section = result.stated.section ?? term
      } else if element.isNamed("content") {
        result.content = FeedBody.of(element)
        if result.content == nil, let address = element.attribute("src") { result.instead = "at \(address)" }
      } else if element.isNamed("summary") {
        result.summary = FeedBody.of(element)
      } else if element.isNamed("source") {
        add(source: element, to: &sources)
      } else if element.isNamed("link"), element.attribute("rel") == "via" {
        sources.add(element.attribute("title"), "via", role: .supplied, address: element.attribute("href"))
      } else if element.isNamed("rights") {
        sources.add(element.words, "rights", role: .source, onlyAgency: true)
      }
    }
    if result.stated.bylines.isEmpty, entry.child("source") == nil { result.stated.bylines = channel.bylines }
    result.stated.address = alternate(of: entry).map { WebAddress.absolute($0, base: base) }
    result.stated.credits = sources.credits
    return result
  }

  /// The feed that an entry was copied from (RFC 4287, chapter 4.2.11).
  static func add(source: XMLElement, to sources: inout StatedSources) {
    let id = source.child("id")?.words
    let address = alternate(of: source) ?? source.child("link")?.attribute("href") ?? id
    let name = source.child("title").flatMap(title) ?? source.child("author")?.child("name")?.words
    sources.add(name, "source", role: .originated, address: address)
  }

  private static func alternate(of element: XMLElement) -> String? {
    let links = element.children("link")
    let page = links.first { ($0.attribute("rel") ?? "alternate") == "alternate" }
    return page?.attribute("href")
  }

  private static func title(_ element: XMLElement) -> String? {
    guard let words = element.words else { return nil }
    // Only what is said to be text holds no markup; many feeds forget to say otherwise.
    return element.attribute("type") == "text" && !words.contains("&") ? words : PlainWords.of(words)
  }
}

/// The text that an element holds: escaped markup, markup as elements, or words.
enum FeedBody {
  static func of(_ element: XMLElement) -> FeedItem.Body? {
    let type = element.attribute("type") ?? ""
    let mode = element.attribute("mode") ?? ""
    if element.hasElements {
      let html = element.html
      return html.isEmpty ? nil : .html(html)
    }
    let bytes = element.bytes
    guard !bytes.allSatisfy(isBlank) else { return nil }
    // Pictures and the like are written in base64 (RFC 4287, chapter 4.1.3.3): no text of anybody's.
    let isMedia = type.contains("/") && !type.hasPrefix("text/") && !type.hasSuffix("xml")
    if isMedia || mode == "base64" { return nil }
    if type == "html" || type == "text/html" || type == "xhtml" { return .html(bytes) }
    let text = String(decoding: bytes, as: UTF8.self)
    return type == "text" || type == "text/plain" ? .text(text) : FeedItem.Body(text)
  }
}
