import Language
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
    metadata.title = TitleReader(
      tags: tags, linked: linked, outline: outline, outlet: metadata.outlet?.value
    ).read()
    metadata.standfirst = first([
      (.openGraph, tags.first("og:description")), (.jsonLD, linked?.description),
      (.meta, tags.first("description", "twitter:description")),
      (.dublinCore, tags.first("dc.description", "dcterms.description", "dcterms.abstract")),
    ])
    metadata.section = first([
      (.jsonLD, linked?.section), (.openGraph, tags.first("article:section", "og:article:section")),
      (.meta, tags.first("section", "parsely-section")), (.dublinCore, tags.first("dc.subject")),
    ])
    metadata.language = first(
      [
        (.meta, tags.language), (.jsonLD, linked?.language),
        (.meta, tags.first("content-language", "language")), (.openGraph, tags.first("og:locale")),
        (.dublinCore, tags.first("dc.language", "dcterms.language")),
      ], reading: Self.languageCode)
    metadata.address = first([
      (.meta, tags.canonical), (.openGraph, tags.first("og:url")), (.jsonLD, linked?.address),
    ])
    let lines = ShownLines(outline, title: metadata.title?.value)
    metadata.bylines = bylines(outlet: metadata.outlet?.value, lines)
    let order = metadata.language.flatMap { DateScanner.FigureOrder(language: $0.value) }
    let dates = DatesReader(tags: tags, linked: linked, shown: ShownDates(lines, order: order))
    metadata.modified = dates.modified()
    metadata.published = dates.published(
      address: metadata.address?.value, marked: { VisibleMarks.date(tree) },
      labelled: { ShownDates.labelled(in: outline, order: order) })
    metadata.sources = sources()
    metadata.articleBody = linked?.body
    return metadata
  }

  // MARK: Single values

  private func outlet() -> PageMetadata.Found<String>? {
    let stated = first(
      [
        (.openGraph, tags.first("og:site_name")), (.jsonLD, linked?.publisher),
        (.meta, tags.first("application-name", "publisher", "twitter:app:name:iphone")),
        (.dublinCore, tags.first("dc.publisher", "dcterms.publisher")),
        (.microdata, tags.microdata["publisher"]?.first),
      ], reading: OutletName.stated)
    if let stated { return stated }
    let address = tags.canonical ?? tags.first("og:url") ?? linked?.address
    return OutletName.inTitle(
      tags.documentTitle, tree, outline, address: address, headline: tags.first("og:title")
    ).map { .init($0, .text) }
  }

  private func bylines(outlet: String?, _ lines: ShownLines) -> [PageMetadata.Found<String>] {
    var (persons, houses) = statedBylines(outlet: outlet)
    let line = ShownByline.names(in: lines).filter { Headline.folded($0) != outlet.map(Headline.folded) }
    if outranks(line, persons.map(\.value)) { persons = line.map { .init($0, .text) } }
    if !persons.isEmpty { return persons }
    // Where a page states no more than its own name, its readers may be told more.
    let shown = Names.split(VisibleMarks.authors(tree)).map { PageMetadata.Found($0, .text) }
    return shown.isEmpty ? houses : shown
  }

  /// Whether the line over a text is believed rather than what the page states, which may be who entered the text, or
  /// the first of those who wrote it.
  private func outranks(_ line: [String], _ stated: [String]) -> Bool {
    guard !line.isEmpty, !stated.isEmpty else { return !line.isEmpty }
    let (shown, known) = (line.map(Headline.folded), stated.map(Headline.folded))
    func isAmong(_ name: String, _ names: [String]) -> Bool {
      names.contains { $0.hasPrefix(name) || name.hasPrefix($0) || $0.hasSuffix(name) || name.hasSuffix($0) }
    }
    if known.allSatisfy({ name in shown.contains { $0.hasSuffix(name) } }) {
      return shown.count > known.count
    }
    // A single word, or many, may be a label that happens to stand there.
    return !shown.contains { isAmong($0, known) }
      && line.allSatisfy { (2...4).contains($0.split(separator: " ").count) }
  }

  /// Persons that the page states as its authors, from the first place that has any; and the outlet's own name, where
  /// that stands in their place.
  private func statedBylines(outlet: String?) -> (
    persons: [PageMetadata.Found<String>], houses: [PageMetadata.Found<String>]
  ) {
    let stated: [(PageMetadata.Place, [String])] = [
      (.jsonLD, linked?.authors ?? []), (.meta, tags.values["author"] ?? []),
      (.openGraph, (tags.values["article:author"] ?? []) + (tags.values["og:article:author"] ?? [])),
      (
        .meta,
        tags.values["byl"] ?? tags.values["parsely-author"] ?? tags.values["sailthru.author"]
          ?? tags.values["citation_author"] ?? []
      ),
      (.dublinCore, tags.values["dc.creator"] ?? tags.values["dcterms.creator"] ?? []),
      // Those who comment are authors too; the first is the article's.
      (.microdata, Array((tags.microdata["author"] ?? tags.microdata["creator"] ?? []).prefix(1))),
    ]
    let own =
      [outlet, linked?.publisher].compactMap { $0.map(Headline.folded) }

    var houses: [PageMetadata.Found<String>] = []
    for (place, values) in stated {
      let names = Names.split(values.map(plain)).map { PageMetadata.Found($0, place) }
      let persons = names.filter { !own.contains(Headline.folded($0.value)) }
      if !persons.isEmpty { return (persons, houses) }
      if houses.isEmpty { houses = names }
    }
    return ([], houses)
  }

  private func sources() -> [PageMetadata.Source] {
    var found: [PageMetadata.Source] = []
    for name in [
      "syndication-source", "original-source", "article:original_source", "dc.source", "dcterms.source",
    ] {
      found += (tags.values[name] ?? []).map { .init(plain($0), .originated, tag: "meta \(name)") }
    }
    found += (linked?.sources ?? []).map {
      .init(plain($0.value), $0.role, tag: $0.tag, onlyAgency: $0.onlyAgency)
    }
    return found.filter { !$0.value.isEmpty && $0.value.utf8.count <= 400 }
  }

  /// A language as BCP 47 writes it, from what pages write: "en_US", "DE-de", "pt-BR,en". Names of languages are left out.
  static func languageCode(_ stated: String) -> String? {
    let first = stated.folded.prefix { $0 != "," && $0 != ";" && $0 != " " && $0 != "." }
    let parts = first.split { $0 == "-" || $0 == "_" }.map { $0.lowercased() }
    guard let language = parts.first, (2...3).contains(language.utf8.count), parts.count <= 4,
      parts.allSatisfy({ $0.utf8.allSatisfy { byte in byte &- 0x61 < 26 || byte &- 0x30 < 10 } })
    else { return nil }
    return parts.dropFirst().reduce(language) { code, part in
      let isScript = part.utf8.count == 4
      return code + "-" + (part.utf8.count == 2 ? part.uppercased() : isScript ? part.capitalizedOnce : part)
    }
  }

  // MARK: Choosing

  private func first(
    _ stated: [(PageMetadata.Place, String?)], reading: (String) -> String? = { $0 }
  ) -> PageMetadata.Found<String>? {
    for (place, value) in stated {
      guard let value, let text = reading(plain(value)), !text.isEmpty else { continue }
      return .init(text, place)
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
  fileprivate var capitalizedOnce: String { prefix(1).uppercased() + dropFirst() }
}
