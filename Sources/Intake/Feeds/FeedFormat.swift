/// The formats in XML whose items are pages.
enum FeedFormat: Hashable {
  /// RSS 0.9x and 2.0, and RSS 1.0, which is RDF.
  case rss
  case atom
  case newsML
  case nitf

  /// The format whose root element has that name, prefix and capitals aside; `nil` where we know none.
  init?(root: String) {
    switch root.split(separator: ":").last?.lowercased() {
    case "rss", "rdf": self = .rss
    case "feed": self = .atom
    case "entry": self = .atom
    case "newsmessage", "newsitem", "packageitem": self = .newsML
    case "nitf": self = .nitf
    default: return nil
    }
  }

  /// What to call it in a message.
  var name: String {
    switch self {
    case .rss: "RSS feed"
    case .atom: "Atom feed"
    case .newsML: "NewsML-G2 document"
    case .nitf: "NITF document"
    }
  }

  /// Whether an element of that name, prefix aside, is an item.
  func isItem(_ name: ArraySlice<UInt8>) -> Bool {
    let local = XMLElement.local(name)
    switch self {
    case .rss: return Self.equal(local, "item")
    case .atom: return Self.equal(local, "entry")
    case .newsML:
      return Self.equal(local, "newsitem") || Self.equal(local, "packageitem")
        || Self.equal(local, "conceptitem")
        || Self.equal(local, "knowledgeitem") || Self.equal(local, "planningitem")
    case .nitf: return Self.equal(local, "nitf")
    }
  }

  private static func equal(_ name: ArraySlice<UInt8>, _ wanted: StaticString) -> Bool {
    guard name.count == wanted.utf8CodeUnitCount else { return false }
    return wanted.withUTF8Buffer { zip(name, $0).allSatisfy { lowercased($0) == $1 } }
  }

  /// What an XML document of another root is, and what to do about it.
  static func advice(root: String) -> Kind.Advice {
    switch root.split(separator: ":").last?.lowercased() {
    case "urlset", "sitemapindex":
      Kind.Advice(
        found: "a sitemap, which lists pages and holds none", advice: "give the pages that it lists")
    case "opml": Kind.Advice(found: "a list of feeds (OPML)", advice: "give the feeds that it lists")
    case "newsml":
      Kind.Advice(found: "NewsML 1, the forerunner of NewsML-G2", advice: "give HTML, NewsML-G2 or NITF")
    case "conceptitem", "knowledgeitem", "planningitem", "catalogitem":
      Kind.Advice(found: "a NewsML-G2 document without news (\(root))", advice: "give its news items")
    case nil: Kind.Advice(found: "an XML document", advice: "give HTML, text, JSON Lines or a feed")
    default:
      Kind.Advice(
        found: "an XML document with the root “\(root)”", advice: "give HTML, text, JSON Lines or a feed")
    }
  }
}
