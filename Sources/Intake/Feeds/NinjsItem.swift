import Language
import Press

/// Reads ninjs, IPTC's news in JSON, in its three generations: flat names (1), lists (2), lists with capitals within (3).
///
/// Source of the fields: IPTC, ninjs 1.6, 2.1 and 3.0 schemas.
enum NinjsItem {
  /// Whether an object that holds neither `text` nor `html` is a ninjs item.
  static func isOne(_ object: JSONObject) -> Bool {
    guard object.hasKey("uri") else { return false }
    return [
      "body_text", "body_xhtml", "body_html", "bodies", "headline", "headlines", "versioncreated",
      "versionCreated",
    ]
    .contains { object.hasKey($0) }
  }

  static func read(_ object: JSONObject) -> FeedItem {
    var result = FeedItem()
    result.id = object.words("uri")
    result.content = body(object)
    result.summary =
      (object.words("description_text")
      ?? value(object, in: "descriptions", main: ["text", "main", "summary"])).flatMap {
        FeedItem.Body($0)
      }
    result.stated.title = (object.words("headline") ?? value(object, in: "headlines", main: ["main"])).map(
      PlainWords.of)
    let by = object.words("by") ?? object.words("byline")
    let authors = object.list("authors").compactMap { $0.words("name") }
    result.stated.bylines = by.map { [$0] } ?? authors
    result.stated.language = object.words("language")
    result.stated.outlet = object.name("provider") ?? object.name("publisher")
    // A URI that leads to the page is its address too; a URN is not.
    result.stated.address =
      object.words("url") ?? object.words("canonicalUrl") ?? object.words("canonicalurl")
      ?? result.id.flatMap { WebAddress.host(of: $0) == nil ? nil : $0 }
    result.stated.section =
      (object.list("subject") + object.list("subjects")).lazy.compactMap { $0.words("name") }.first
    let isFirst = (object.words("version") ?? "1") == "1"
    let version = object.date("versioncreated") ?? object.date("versionCreated")
    result.stated.published =
      object.date("firstcreated") ?? object.date("firstCreated") ?? object.date("contentcreated")
      ?? object.date("contentCreated") ?? (isFirst ? version : nil)
    result.stated.modified = isFirst ? nil : version
    result.stated.credits = sources(object)
    if let type = object.words("type"), type != "text" { result.instead = "of type “\(shortened(type))”" }
    return result
  }

  private static func sources(_ object: JSONObject) -> [Credit] {
    var sources = StatedSources()
    for key in ["infosource", "infosources", "infoSources"] as [StaticString] {
      for source in object.list(key) {
        guard let role = StatedSources.role(source.words("role") ?? source.words("rel")) else { continue }
        sources.add(
          source.words("name") ?? source.words("literal"), "\(key)", role: role, address: source.words("uri"))
      }
    }
    sources.add(object.words("creditline") ?? object.words("creditLine"), "creditline", role: .source)
    sources.add(object.name("source"), "source", role: .source)
    for key in ["copyrightholder", "copyrightHolder"] as [StaticString] {
      sources.add(object.words(key), "\(key)", role: .source, onlyAgency: true)
    }
    return sources.credits
  }

  /// Markup before words, since it tells paragraphs and headings apart.
  private static func body(_ object: JSONObject) -> FeedItem.Body? {
    for key in ["body_xhtml", "body_html"] as [StaticString] {
      if let text = object.text(key) { return .html(Array(text.utf8)) }
    }
    let bodies = object.list("bodies").compactMap { body -> (type: String, text: String)? in
      guard let text = body.text("value") else { return nil }
      return (body.words("contentType") ?? body.words("contenttype") ?? "", text)
    }
    // An XML of the agency's own is no HTML.
    if let html = bodies.first(where: { $0.type.contains("html") }) { return .html(Array(html.text.utf8)) }
    let plain = bodies.first { $0.type.hasPrefix("text/plain") } ?? bodies.first { !$0.type.contains("xml") }
    return (object.text("body_text") ?? plain?.text).flatMap { FeedItem.Body($0) }
  }

  /// The value of the member of a list whose role is one of `main`, else of the first.
  private static func value(_ object: JSONObject, in key: StaticString, main: [String]) -> String? {
    let members = object.list(key)
    let chosen = members.first { member in member.words("role").map(main.contains) ?? false } ?? members.first
    return chosen?.words("value")
  }
}

/// Fields of an object that someone else wrote, taken where they are as they should be.
extension JSONObject {
  /// A string as it stands; `nil` where it is missing, blank or something else.
  func text(_ name: StaticString) -> String? {
    guard let value = value(name), value.kind == .string else { return nil }
    let text = text(of: value).text
    return text.utf8.allSatisfy(isBlank) ? nil : text
  }

  /// A string or a number on one line.
  func words(_ name: StaticString) -> String? {
    if let value = value(name), value.kind == .number { return raw(value) }
    return text(name).map { Array($0.utf8)[...].folded }
  }

  func date(_ name: StaticString) -> Moment? { words(name).flatMap(StatedDate.moment) }

  /// The objects of an array, or one object; strings among them are objects of no use, and left out.
  func list(_ name: StaticString) -> [JSONObject] {
    guard let value = value(name) else { return [] }
    if let object = object(of: value) { return [object] }
    return (elements(of: value) ?? []).prefix(1000).compactMap { object(of: $0) }
  }

  /// A string, or the name of an object.
  func name(_ name: StaticString) -> String? { words(name) ?? value(name).flatMap(object)?.words("name") }
}
