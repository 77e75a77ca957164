import Language
import Press

/// Reads items of NewsML-G2: news items with their text within, as XHTML, NITF or words. Packages and concepts hold none.
///
/// Source of the elements: IPTC, NewsML-G2 Specification 2.x.
enum NewsMLItem {
  static func read(_ item: XMLElement) -> FeedItem {
    var result = FeedItem()
    var sources = StatedSources()
    result.stated.language = item.attribute("xml:lang")
    // Facts come before the content, which may have better ones.
    if let rights = item.child("rightsInfo") { read(rights: rights, &sources) }
    if let meta = item.child("contentMeta") { read(content: meta, into: &result, &sources) }
    for element in item.children("derivedFrom") + (item.child("contentMeta")?.children("derivedFrom") ?? []) {
      let (name, isCode) = name(element)
      sources.add(name, "derivedFrom", role: .originated, onlyAgency: isCode)
    }
    if let meta = item.child("itemMeta") {
      read(item: meta, isFirst: (item.attribute("version") ?? "1") == "1", into: &result, &sources)
    }
    let inner = content(of: item.child("contentSet"), into: &result)
    if let inner { merge(inner, into: &result, &sources) }
    // What is said of a picture is a caption, not a report in short.
    if let kind = medium(item.child("itemMeta")?.child("itemClass")) {
      result.summary = nil
      result.instead = "of class “\(shortened(kind))”"
    }
    result.id = item.attribute("guid") ?? inner?.id
    result.stated.credits = sources.credits
    return result
  }

  // MARK: Facts

  private static func read(
    item meta: XMLElement, isFirst: Bool, into result: inout FeedItem, _ sources: inout StatedSources
  ) {
    result.stated.outlet = meta.child("provider").flatMap { name($0).text }
    let version = meta.child("versionCreated")?.words.flatMap(StatedDate.moment)
    let first = meta.child("firstCreated")?.words.flatMap(StatedDate.moment)
    // When a later version was made does not tell when the first was.
    result.stated.published = first ?? result.stated.published ?? (isFirst ? version : nil)
    result.stated.modified = result.stated.modified ?? (isFirst ? nil : version)
    for link in meta.children("link") {
      let relation = link.attribute("rel") ?? ""
      guard ["derivedFrom", "translatedFrom"].contains(where: relation.hasSuffix) else { continue }
      sources.add(
        link.child("title")?.words ?? link.attribute("title"), "derivedFrom", role: .originated,
        address: link.attribute("href"))
    }
  }

  private static func read(
    content meta: XMLElement, into result: inout FeedItem, _ sources: inout StatedSources
  ) {
    result.stated.published = meta.child("contentCreated")?.words.flatMap(StatedDate.moment)
    result.stated.modified = meta.child("contentModified")?.words.flatMap(StatedDate.moment)
    result.stated.language = meta.child("language")?.attribute("tag") ?? result.stated.language
    result.stated.title = (main(meta.children("headline")) ?? meta.child("headline"))?.words
    let description = meta.children("description").first {
      $0.attribute("role")?.hasSuffix("caption") != true
    }
    result.summary = description.flatMap(FeedBody.of)
    result.stated.section =
      (meta.child("subject")?.child("name") ?? meta.child("genre")?.child("name"))?.words
    let bylines = meta.children("by").compactMap(\.words)
    let creators = meta.children("creator").compactMap { $0.child("name")?.words ?? $0.attribute("literal") }
    result.stated.bylines = bylines.isEmpty ? creators : bylines
    for line in meta.children("creditline") { sources.add(line.words, "creditline", role: .source) }
    for source in meta.children("infoSource") {
      let (name, isCode) = name(source)
      guard let role = StatedSources.role(source.attribute("role")) else { continue }
      sources.add(name, "infoSource", role: role, onlyAgency: isCode)
    }
    for contributor in meta.children("contributor") {
      let isEditor = contributor.attribute("role").map { StatedSources.role($0) == .edited } ?? false
      sources.add(
        name(contributor).text, "contributor", role: isEditor ? .edited : .contributed, onlyAgency: true)
    }
  }

  private static func read(rights: XMLElement, _ sources: inout StatedSources) {
    for holder in rights.children("copyrightHolder") {
      sources.add(name(holder).text, "copyrightHolder", role: .source, onlyAgency: true)
    }
  }

  /// The headline that is not a variant for some other purpose.
  private static func main(_ headlines: [XMLElement]) -> XMLElement? {
    headlines.first { $0.attribute("role")?.hasSuffix("main") ?? true }
  }

  /// What a party is called, and whether that is only its code in a vocabulary: `nprov:KPA`.
  private static func name(_ element: XMLElement) -> (text: String?, isCode: Bool) {
    if let name = element.child("name")?.words ?? element.attribute("literal") { return (name, false) }
    if !element.hasElements, let words = element.words { return (words, false) }
    let code = element.attribute("qcode")?.split(separator: ":").last.map(String.init)
    return (code ?? element.attribute("uri")?.split(separator: "/").last.map(String.init), true)
  }

  /// The class of an item that is no text (IPTC's news item natures).
  private static func medium(_ itemClass: XMLElement?) -> String? {
    guard let code = itemClass?.attribute("qcode") ?? itemClass?.attribute("uri") else { return nil }
    return ["picture", "photo", "graphic", "animation", "audio", "video"].contains(where: code.hasSuffix)
      ? code : nil
  }

  // MARK: Content

  private static func content(of set: XMLElement?, into result: inout FeedItem) -> FeedItem? {
    if set == nil { result.instead = "a package or a concept, which lists other items" }
    for xml in set?.children("inlineXML") ?? [] {
      guard let document = xml.children.first else { continue }
      if document.isNamed("nitf") { return NITFDocument.read(document) }
      let html = xml.html
      if !html.isEmpty {
        result.content = .html(html)
        return nil
      }
    }
    for data in set?.children("inlineData") ?? [] {
      let type = data.attribute("contenttype") ?? "text/plain"
      guard type.hasPrefix("text/") || type.hasSuffix("xml"), data.attribute("encoding") == nil else {
        continue
      }
      let bytes = data.bytes
      guard !bytes.allSatisfy(isBlank) else { continue }
      let isMarkup = type.contains("html") || type.contains("xml")
      result.content = isMarkup ? .html(bytes) : .text(String(decoding: bytes, as: UTF8.self))
      return nil
    }
    if set?.child("remoteContent") != nil { result.instead = "kept elsewhere (remoteContent)" }
    return nil
  }

  /// Takes from the dispatch within what the message around it does not say.
  private static func merge(_ inner: FeedItem, into result: inout FeedItem, _ sources: inout StatedSources) {
    result.content = inner.content
    result.summary = result.summary ?? inner.summary
    result.stated.title = result.stated.title ?? inner.stated.title
    if result.stated.bylines.isEmpty { result.stated.bylines = inner.stated.bylines }
    result.stated.published = result.stated.published ?? inner.stated.published
    result.stated.outlet = result.stated.outlet ?? inner.stated.outlet
    result.stated.language = result.stated.language ?? inner.stated.language
    sources.add(contentsOf: inner.stated.credits)
  }
}
