import Language
import Press

/// Reads items of RSS 0.9x, 1.0 and 2.0, with what other vocabularies add to them (Dublin Core, Atom, `content:encoded`).
enum RSSItem {
  /// What the channel says for all its items.
  static func channel(_ head: XMLTree) -> Page.Stated {
    guard let root = head.root else { return Page.Stated() }
    var stated = Page.Stated()
    for element in (root.child("channel") ?? root).children {
      switch element.space {
      case .plain where element.isNamed("title"):
        stated.outlet = stated.outlet ?? element.words.map(PlainWords.of)
      case .plain where element.isNamed("link"): stated.address = stated.address ?? element.words
      case .plain where element.isNamed("language"): stated.language = element.words
      case .dublinCore where element.isNamed("language"): stated.language = stated.language ?? element.words
      // Who publishes says more than what the channel is called.
      case .dublinCore where element.isNamed("publisher"): stated.outlet = element.words
      default: break
      }
    }
    stated.language = stated.language ?? root.attribute("xml:lang")
    return stated
  }

  static func read(_ item: XMLElement, channel: Page.Stated) -> FeedItem {
    var reader = Reader(channel: channel)
    for element in item.children { reader.take(element) }
    return reader.finish(item)
  }

  private struct Reader {
    var result = FeedItem()
    var sources = StatedSources()
    var encoded: FeedItem.Body?
    var description: FeedItem.Body?
    var guid: String?
    var isPermanent = true
    var created: Moment?
    let channel: Page.Stated

    init(channel: Page.Stated) {
      self.channel = channel
      result.stated.outlet = channel.outlet
      result.stated.language = channel.language
    }

    mutating func take(_ element: XMLElement) {
      switch element.space {
      case .plain: plain(element)
      case .dublinCore, .terms: dublinCore(element)
      case .atom: atom(element)
      case .content:
        if element.isNamed("encoded") { encoded = FeedBody.of(element) ?? encoded }
      case .xhtml:
        if element.isNamed("body") || element.isNamed("div") { encoded = encoded ?? FeedBody.of(element) }
      case .feedburner:
        // Where a service counts the clicks in between, this is the address behind it.
        if element.isNamed("origlink"), let words = element.words { result.stated.address = words }
      case .other: break
      }
    }

    private mutating func plain(_ element: XMLElement) {
      if element.isNamed("title") {
        result.stated.title = element.words.map(PlainWords.of)
      } else if element.isNamed("link") {
        let address = element.words ?? element.attribute("href")
        result.stated.address =
          result.stated.address ?? address.map { WebAddress.absolute($0, base: channel.address) }
      } else if element.isNamed("guid") {
        guid = element.words
        isPermanent = element.attribute("isPermaLink") != "false"
      } else if element.isNamed("description") {
        description = FeedBody.of(element) ?? description
      } else if element.isNamed("pubdate") {
        result.stated.published = element.words.flatMap(StatedDate.moment)
      } else if element.isNamed("author") {
        add(author: element.words)
      } else if element.isNamed("category") {
        result.stated.section = result.stated.section ?? element.words.map(PlainWords.of)
      } else if element.isNamed("source") {
        sources.add(element.words, "source", role: .originated, address: element.attribute("url"))
      } else if element.isNamed("copyright") {
        sources.add(element.words, "copyright", role: .source, onlyAgency: true)
      }
    }

    private mutating func dublinCore(_ element: XMLElement) {
      if element.isNamed("creator") {
        add(author: element.words)
      } else if element.isNamed("date") || element.isNamed("issued") || element.isNamed("created") {
        created = created ?? element.words.flatMap(StatedDate.moment)
      } else if element.isNamed("modified") {
        result.stated.modified = element.words.flatMap(StatedDate.moment)
      } else if element.isNamed("language") {
        result.stated.language = element.words ?? result.stated.language
      } else if element.isNamed("subject") {
        result.stated.section = result.stated.section ?? element.words.map(PlainWords.of)
      } else if element.isNamed("publisher") {
        result.stated.outlet = element.words ?? result.stated.outlet
      } else if element.isNamed("source") {
        sources.add(element.words, "dc:source", role: .originated)
      } else if element.isNamed("rights") || element.isNamed("rightsHolder") {
        sources.add(element.words, "rights", role: .source, onlyAgency: true)
      } else if element.isNamed("abstract") {
        result.stated.standfirst = element.words.map(PlainWords.of)
      }
    }

    private mutating func atom(_ element: XMLElement) {
      if element.isNamed("updated") {
        result.stated.modified = result.stated.modified ?? element.words.flatMap(StatedDate.moment)
      } else if element.isNamed("published") {
        created = created ?? element.words.flatMap(StatedDate.moment)
      } else if element.isNamed("author") {
        add(author: element.child("name")?.words)
      } else if element.isNamed("content") {
        encoded = encoded ?? FeedBody.of(element)
      } else if element.isNamed("summary") {
        description = description ?? FeedBody.of(element)
      } else if element.isNamed("link"), element.attribute("rel") == "via" {
        sources.add(element.attribute("title"), "via", role: .supplied, address: element.attribute("href"))
      } else if element.isNamed("source") {
        AtomItem.add(source: element, to: &sources)
      }
    }

    private mutating func add(author: String?) {
      guard let name = author.flatMap(PersonName.of), result.stated.bylines.count < FeedItem.mostNames,
        !result.stated.bylines.contains(name)
      else { return }
      result.stated.bylines.append(name)
    }

    mutating func finish(_ item: XMLElement) -> FeedItem {
      result.id = guid ?? item.attribute("rdf:about")
      if result.stated.address == nil, isPermanent, let guid, WebAddress.host(of: guid) != nil {
        result.stated.address = guid
      }
      result.stated.published = result.stated.published ?? created
      result.content = encoded
      result.summary = description
      result.stated.credits = sources.credits
      return result
    }
  }
}

/// Names of people as feeds write them.
enum PersonName {
  /// `ana@example.com (Ana Ferro)` and `Ana Ferro <ana@example.com>` are Ana Ferro; an address alone is nobody.
  static func of(_ stated: String) -> String? {
    let words = PlainWords.of(stated)
    guard words.contains("@") else { return words.isEmpty || words.utf8.count > 300 ? nil : words }
    if let open = words.firstIndex(of: "("), let close = words[open...].firstIndex(of: ")") {
      return name(words[words.index(after: open)..<close])
    }
    return name(words[...])
  }

  /// The words without those that are addresses.
  private static func name(_ text: Substring) -> String? {
    let words = text.split(separator: " ").filter { !$0.contains("@") }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
