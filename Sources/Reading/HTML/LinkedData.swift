import Markup
import Press

/// What a page's JSON-LD says of its article (schema.org's `NewsArticle` and its kin).
struct LinkedData {
  var headline: String?
  var description: String?
  var body: String?
  var authors: [String] = []
  var publisher: String?
  var section: String?
  var language: String?
  var address: String?
  var published: String?
  var modified: String?
  /// What it says of the text's sources.
  var sources: [PageMetadata.Source] = []
  /// Whether it calls itself news, and not a post or a page of another kind.
  var isNews = false

  /// Reads all JSON-LD of a page; `nil` where none tells of an article.
  init?(scripts: [[UInt8]]) {
    var best: (json: LooseJSON, value: Int, score: Int)?
    for script in scripts {
      let json = LooseJSON(script)
      for value in json.values.indices where json.values[value].kind == .object {
        let score = Self.score(value, json)
        if score > (best?.score ?? 0) { best = (json, value, score) }
      }
    }
    guard let best else { return nil }
    read(best.value, best.json)
  }

  /// How surely an object is the page's article.
  private static func score(_ value: Int, _ json: LooseJSON) -> Int {
    var score = 0
    for name in types(value, json) {
      if name.hasSuffix("Article") || name.hasSuffix("Posting") || name == "Report" || name == "Review" {
        score = max(score, 10)
      } else if name == "WebPage" || name == "VideoObject" || name == "Recipe" || name == "ImageGallery"
        || name == "MediaGallery"
      {
        score = max(score, 2)
      }
    }
    guard score > 0 else { return 0 }
    if json.child("headline", of: value) != nil { score += 4 }
    if json.child("datePublished", of: value) != nil { score += 3 }
    if json.child("articleBody", of: value) != nil { score += 3 }
    if json.child("author", of: value) != nil { score += 2 }
    // What stands in a list of other articles is not this one.
    var parent = json.values[value].parent
    while parent >= 0 {
      for key in Self.lists
      where json.isKey(key, of: Int(parent)) { score -= 8 }
      parent = json.values[Int(parent)].parent
    }
    return score
  }

  /// Keys under which an article holds other texts: those it points to, and the entries of a live blog.
  private static let lists: [StaticString] = [
    "itemListElement", "hasPart", "relatedLink", "isRelatedTo", "citation", "liveBlogUpdate", "comment",
  ]

  private static func types(_ value: Int, _ json: LooseJSON) -> [String] {
    guard let type = json.child("@type", of: value) else { return [] }
    return json.values[type].kind == .array
      ? json.children(of: type).prefix(16).compactMap(json.text) : [json.text(type)].compactMap(\.self)
  }

  private mutating func read(_ article: Int, _ json: LooseJSON) {
    isNews = Self.types(article, json).contains {
      $0.hasSuffix("NewsArticle") || $0 == "LiveBlogPosting"
    }
    func text(_ key: StaticString) -> String? {
      json.child(key, of: article).flatMap { Self.texts($0, json).first }
    }
    headline = text("headline") ?? text("name")
    description = text("description")
    body = text("articleBody") ?? text("reviewBody")
    section = text("articleSection")
    language = text("inLanguage")
    published = text("datePublished") ?? text("uploadDate")
    modified = text("dateModified")
    address = json.child("url", of: article).flatMap { Self.texts($0, json).first }
    authors = names("author", of: article, json)
    if authors.isEmpty { authors = names("creator", of: article, json) }
    publisher = names("publisher", of: article, json).first
    if let value = json.child("isBasedOn", of: article) {
      sources += Self.addresses(value, json).map { .init($0, .originated, tag: "json-ld isBasedOn") }
    }
    for (key, role, onlyAgency) in Self.credited {
      sources += names(key, of: article, json).map {
        .init($0, role, tag: "json-ld \(key)", onlyAgency: onlyAgency)
      }
    }
  }

  /// Properties that may name a source. A publisher is none: it is who runs the page.
  private static let credited: [(key: StaticString, role: Credit.Role, onlyAgency: Bool)] = [
    ("creditText", .source, false), ("sourceOrganization", .source, false), ("provider", .supplied, true),
    ("copyrightHolder", .source, true),
  ]

  /// Names of the persons or organizations under a key.
  private func names(_ key: StaticString, of article: Int, _ json: LooseJSON) -> [String] {
    items(key, of: article, json).flatMap { names($0, json) }
  }

  /// The value under a key, or the values of the array there; references to other objects are followed.
  private func items(_ key: StaticString, of article: Int, _ json: LooseJSON) -> [Int] {
    guard let value = json.child(key, of: article) else { return [] }
    let items = json.values[value].kind == .array ? Array(json.children(of: value).prefix(24)) : [value]
    return items.map { item in
      guard json.values[item].kind == .object, json.child("name", of: item) == nil,
        let reference = json.child("@id", of: item).flatMap(json.text), let target = object(reference, json)
      else { return item }
      return target
    }
  }

  private func names(_ item: Int, _ json: LooseJSON) -> [String] {
    if let text = json.text(item) { return [text] }
    return json.values[item].kind == .object
      ? json.child("name", of: item).map { Self.texts($0, json) } ?? [] : []
  }

  private func object(_ reference: String, _ json: LooseJSON) -> Int? {
    json.values.indices.first { value in
      json.values[value].kind == .object && json.child("name", of: value) != nil
        && json.child("@id", of: value).flatMap(json.text) == reference
    }
  }

  private static func texts(_ value: Int, _ json: LooseJSON) -> [String] {
    switch json.values[value].kind {
    case .string, .literal: return [json.text(value)].compactMap(\.self).filter { !$0.isEmpty }
    case .array: return json.children(of: value).prefix(24).compactMap(json.text).filter { !$0.isEmpty }
    case .object:
      let name =
        json.child("name", of: value) ?? json.child("@value", of: value) ?? json.child("@id", of: value)
      return [name.flatMap(json.text)].compactMap(\.self)
    }
  }

  /// Whether a text may be another's report again, by what it says of that: a report on a study, a data set, a law or a
  /// book is nobody's copy. What states no type may be.
  private static func mayBeReport(_ value: Int, _ json: LooseJSON) -> Bool {
    guard json.values[value].kind == .object else { return true }
    let types = types(value, json)
    return types.isEmpty
      || types.contains { name in
        name != "ScholarlyArticle" && name != "MedicalScholarlyArticle" && name != "TechArticle"
          && (name.hasSuffix("Article") || name.hasSuffix("Posting") || name == "Report" || name == "Review"
            || name == "CreativeWork" || name == "WebPage" || name == "WebSite"
            || name.hasSuffix("Organization"))
      }
  }

  private static func addresses(_ value: Int, _ json: LooseJSON) -> [String] {
    let items = json.values[value].kind == .array ? Array(json.children(of: value)) : [value]
    return items.prefix(24).compactMap { item in
      guard mayBeReport(item, json) else { return nil }
      return json.text(item)
        ?? (json.child("url", of: item) ?? json.child("@id", of: item) ?? json.child("name", of: item))
        .flatMap(json.text)
    }
  }
}
