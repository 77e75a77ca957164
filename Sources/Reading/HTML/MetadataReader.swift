import Markup
import Press

/// Brings together what a page states about itself, the most trustworthy place first.
struct MetadataReader {
  let tree: Tree
  let tags: MetaTags
  let linked: LinkedData?
  let outline: Outline

  func read() -> PageMetadata {
    var metadata = PageMetadata()
    metadata.outlet = outlet()
    metadata.besideTitle = OutletName.beside(tags.documentTitle)
    metadata.title = title(outlet: metadata.outlet?.value)
    metadata.standfirst = first([
      (.openGraph, tags.first("og:description")), (.jsonLD, linked?.description),
      (.meta, tags.first("description", "dc.description", "dcterms.description", "twitter:description")),
    ])
    metadata.section = first([
      (.jsonLD, linked?.section), (.openGraph, tags.first("article:section", "og:article:section")),
      (.meta, tags.first("section", "parsely-section", "dc.subject")),
    ])
    metadata.language = first([
      (.meta, tags.language), (.jsonLD, linked?.language),
      (.meta, tags.first("content-language", "language", "dc.language")),
      (.openGraph, tags.first("og:locale")?.replacingUnderscores),
    ])
    metadata.address = first([
      (.meta, tags.canonical), (.openGraph, tags.first("og:url")), (.jsonLD, linked?.address),
    ])
    metadata.bylines = bylines(outlet: metadata.outlet?.value)
    metadata.published = published(address: metadata.address?.value)
    metadata.modified = moment([
      (.jsonLD, linked?.modified), (.openGraph, tags.first("article:modified_time", "og:updated_time")),
      (.meta, tags.first("last-modified", "dcterms.modified", "dc.date.modified", "lastmod")),
      (.microdata, tags.microdata["dateModified"]?.first),
    ])
    metadata.sources = sources()
    metadata.credits = linked?.credits.map { .init(plain($0), .jsonLD) } ?? []
    metadata.articleBody = linked?.body
    return metadata
  }

  // MARK: Single values

  private func outlet() -> PageMetadata.Found<String>? {
    let stated = first([
      (.openGraph, tags.first("og:site_name")), (.jsonLD, linked?.publisher),
      (.meta, tags.first("application-name", "publisher", "dc.publisher", "twitter:app:name:iphone")),
      (.microdata, tags.microdata["publisher"]?.first),
    ])
    if let stated { return stated }
    let address = tags.canonical ?? tags.first("og:url") ?? linked?.address
    return OutletName.inTitle(tags.documentTitle, tree, outline, address: address).map { .init($0, .visible) }
  }

  private func title(outlet: String?) -> PageMetadata.Found<String>? {
    var stated = first([
      (.openGraph, tags.first("og:title")), (.jsonLD, linked?.headline),
      (.meta, tags.first("twitter:title", "dc.title", "parsely-title", "sailthru.title", "title")),
      (.microdata, tags.microdata["headline"]?.first), (.visible, tags.documentTitle),
    ])
    if let title = stated?.value, title.utf8.count <= Headline.longest {
      stated?.value = Headline.withoutTail(title, outlet: outlet)
    }
    // What readers saw over the text outranks what was written for search engines.
    if let heading = Headline.shown(in: outline, stated: stated?.value) { return .init(heading, .visible) }
    return stated
  }

  private func bylines(outlet: String?) -> [PageMetadata.Found<String>] {
    let stated: [(PageMetadata.Place, [String])] = [
      (.jsonLD, linked?.authors ?? []), (.meta, tags.values["author"] ?? []),
      (.openGraph, (tags.values["article:author"] ?? []) + (tags.values["og:article:author"] ?? [])),
      (
        .meta,
        tags.values["byl"] ?? tags.values["parsely-author"] ?? tags.values["sailthru.author"]
          ?? tags.values["dc.creator"] ?? tags.values["dcterms.creator"] ?? tags.values["citation_author"]
          ?? []
      ),
      // Those who comment are authors too; the first is the article's.
      (.microdata, Array((tags.microdata["author"] ?? tags.microdata["creator"] ?? []).prefix(1))),
    ]
    var houses: [PageMetadata.Found<String>] = []
    for (place, values) in stated {
      let names = Names.split(values.map(plain)).map { PageMetadata.Found($0, place) }
      let persons = names.filter { $0.value != outlet && $0.value != linked?.publisher }
      if !persons.isEmpty { return persons }
      if houses.isEmpty { houses = names }
    }
    // Where a page states no more than its own name, its readers may be told more.
    let shown = Names.split(VisibleMarks.authors(tree)).map { PageMetadata.Found($0, .visible) }
    return shown.isEmpty ? houses : shown
  }

  private func published(address: String?) -> PageMetadata.Found<Moment>? {
    let names = [
      "article:published_time", "og:article:published_time", "article:published", "og:published_time",
      "datepublished", "date", "pubdate", "publishdate", "publish-date", "publish_date", "parsely-pub-date",
      "sailthru.date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date.created",
      "citation_publication_date", "cxenseparse:recs:publishtime", "article.published", "published_time",
      "timestamp", "article_date_original", "originalpublicationdate", "created",
    ]
    var stated: [(PageMetadata.Place, String?)] = [(.jsonLD, linked?.published)]
    for name in names { stated.append((name.contains(":") ? .openGraph : .meta, tags.values[name]?.first)) }
    stated.append((.microdata, tags.microdata["datePublished"]?.first))
    stated.append((.time, tags.times.first?.value))
    if let found = moment(stated) { return found }
    if let shown = VisibleMarks.date(tree) ?? dateNearHeadline() { return .init(shown, .visible) }
    return address.flatMap(MachineDate.inAddress).map { .init($0, .address) }
  }

  /// A date that stands alone, or behind a word or two, close to the main heading.
  private func dateNearHeadline() -> Moment? {
    guard let heading = outline.pieces.firstIndex(where: { $0.headingLevel == 1 && $0.words >= 3 }) else {
      return nil
    }
    let after = outline.pieces[heading...].prefix(16)
    let before = outline.pieces[max(0, heading - 5)..<heading]
    for piece in after + before where piece.end - piece.start <= 48 && piece.words <= 7 {
      if let moment = VisibleMarks.date(in: outline.text(piece)), moment.precision >= .day { return moment }
    }
    return nil
  }

  private func sources() -> [PageMetadata.Found<String>] {
    let stated = ["syndication-source", "original-source", "dc.source", "article:original_source"]
    var found: [PageMetadata.Found<String>] = linked?.basedOn.map { .init($0, .jsonLD) } ?? []
    for name in stated { found += (tags.values[name] ?? []).map { .init($0, .meta) } }
    return found
  }

  // MARK: Choosing

  private func first(_ stated: [(PageMetadata.Place, String?)]) -> PageMetadata.Found<String>? {
    for (place, value) in stated {
      guard let value else { continue }
      let text = plain(value)
      if !text.isEmpty { return .init(text, place) }
    }
    return nil
  }

  private func moment(_ stated: [(PageMetadata.Place, String?)]) -> PageMetadata.Found<Moment>? {
    for (place, value) in stated {
      if let moment = value.flatMap(MachineDate.moment) { return .init(moment, place) }
    }
    return nil
  }

  /// A value as text: references and tags that its writer put into it are undone, as in a page.
  private func plain(_ value: String) -> String { PlainText.of(value).folded }
}

/// Markup inside a value that should hold none.
enum PlainText {
  static func of(_ value: String) -> String {
    guard value.utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") }) else {
      return value
    }
    let tree = Tree.parse(Array(value.utf8))
    var text = ""
    var node: NodeID? = tree.document
    while let at = node {
      switch tree.kind(of: at) {
      case .text: text += tree.text(of: at)
      case .element where Layout.of(tree.nameNumber(of: at)) == .box || tree.is(at, .br): text += "\n"
      default: break
      }
      node = tree.firstChild(of: at) ?? tree.following(at, within: tree.document)
    }
    // Twice escaped, as many are.
    return text.contains("&#") || text.contains("&quot;") || text.contains("&amp;") ? once(text) : text
  }

  private static func once(_ value: String) -> String {
    let tree = Tree.parse(Array(value.utf8))
    return tree.text(of: tree.document)
  }
}

extension String {
  fileprivate var replacingUnderscores: String { String(map { $0 == "_" ? "-" : $0 }) }
}
