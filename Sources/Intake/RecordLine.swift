import Press

/// Turns one object of a stream into an item.
struct RecordLine {
  let object: JSONObject
  let source: String
  /// The id where the object has none of its own.
  let hash: () -> String
  /// What was wrong with the bytes of the line.
  let encoding: String?

  /// The item; `nil` for a line that is no page and is passed over.
  func item() -> Item? {
    let type = object.value("type").flatMap { $0.kind == .string ? object.text(of: $0).text : nil }
    let isPage = object.value("text") != nil || object.value("html") != nil
    guard let type else { return page() }
    // Notices can only go with a page: an article that needs one is read as if it came from elsewhere.
    if encoding != nil, isPage { return page() }
    do throws(BadField) {
      guard encoding == nil else { throw BadField(name: "type", expected: "in a line of whole UTF-8") }
      switch type {
      case "article" where isStageArticle:
        return .article(try StageLine.article(object, id: try articleID(), source: source))
      case "pair": return .pair(try StageLine.pair(object))
      case "family": return .family(try StageLine.family(object))
      case "refusal": return .refusal(try StageLine.refusal(object))
      default: return !isPage && StageLine.passedOver.contains(type) ? nil : page()
      }
    } catch {
      if isPage { return page(bad: error) }
      return refusal(
        .badJSON,
        "This line says that it is of type “\(type)”, but field “\(error.name)” is not \(error.expected); "
          + "write it anew with the stage that it came from.")
    }
  }

  /// Our own article lines have every field. Others call their lines so, too: these are yet to be read for credits.
  private var isStageArticle: Bool {
    if object.value("text") == nil { return object.value("html") == nil }
    return object.hasKey("credits") || object.hasKey("furniture") || object.hasKey("dateline")
  }

  private func articleID() throws(BadField) -> String {
    guard let id = try object.optionalString("id"), !id.isEmpty else { return hash() }
    return id
  }

  private func page(bad: BadField? = nil) -> Item? {
    var fields = LooseFields(object, source: source)
    if let encoding { fields.note(.brokenEncoding, encoding) }
    if let bad {
      fields.note(
        .badField,
        "Field “\(bad.name)” of this article is not \(bad.expected); the article is read anew from its text; "
          + "write it again with the stage that it came from.")
    }
    let isExtracted = object.value("text") != nil
    guard let value = object.value(isExtracted ? "text" : "html") else { return withoutContent() }
    guard value.kind == .string else {
      return refusal(
        .badJSON,
        "Field “\(isExtracted ? "text" : "html")” is no string; write the article's text as a string.")
    }
    let content: Page.Content? =
      isExtracted ? fields.text("text").map { .extracted(text: $0) } : fields.page("html").map { .html($0) }
    guard let content else {
      return refusal(
        .empty, "Field “\(isExtracted ? "text" : "html")” is blank; leave the line out or fetch it again.")
    }
    let id = fields.text("id") ?? hash()
    return .page(
      Page(id: id, source: source, content: content, stated: stated(&fields)), notices: fields.notices)
  }

  private func stated(_ fields: inout LooseFields) -> Page.Stated {
    Page.Stated(
      address: fields.text("url"), outlet: fields.text("outlet"), title: fields.text("title"),
      bylines: fields.texts("bylines"), published: fields.moment("published"),
      modified: fields.moment("modified"),
      fetched: fields.moment("fetched"), language: fields.text("language"), series: fields.text("series"))
  }

  private func withoutContent() -> Item {
    if NinjsItem.isOne(object) {
      let notices = encoding.map { [Notice(source: source, reason: .brokenEncoding, detail: $0)] } ?? []
      return NinjsItem.read(object).item(source: source, hash: hash, notices: notices)
    }
    let keys = object.members.isEmpty ? "it is empty" : "its fields are \(object.keys)"
    return refusal(
      .badJSON,
      "The object has neither “text” nor “html” (\(keys)); name the field that holds the article “text”, or the "
        + "page “html”.")
  }

  private func refusal(_ reason: Refusal.Reason, _ detail: String) -> Item {
    .refusal(Refusal(source: source, reason: reason, detail: detail))
  }
}
