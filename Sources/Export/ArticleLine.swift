import Press

/// The line of an article, written by hand: it is most of what `extract` writes, and an encoder that boxes every value
/// took a tenth of the whole time. A test holds it against `Article`'s own `Codable` form.
struct ArticleLine {
  let article: Article
  let withText: Bool

  var bytes: [UInt8] {
    var writer = ByteWriter(capacity: article.text.utf8.count * 2 + 2048)
    write(to: &writer)
    return writer.bytes
  }

  /// Fields in the order of their names.
  private func write(to writer: inout ByteWriter) {
    writer.open("{")
    writer.field("blocks", article.blocks) { $0.write($1) }
    writer.field("bylines", article.bylines) { $0.string($1) }
    writer.field("credits", article.credits) { $0.write($1) }
    writer.key("dateline")
    if let dateline = article.dateline { writer.write(dateline) } else { writer.null() }
    if !article.flags.isEmpty { writer.field("flags", article.flags) { $0.write($1) } }
    writer.field("form", article.form.rawValue)
    writer.key("found")
    writer.write(article.found)
    writer.field("furniture", article.furniture) { $0.write($1) }
    writer.field("id", article.id)
    writer.field("language", article.language)
    writer.field("modified", article.modified?.iso)
    writer.field("outlet", article.outlet)
    if let part = article.part {
      writer.key("part")
      writer.write(part)
    }
    writer.field("published", article.published?.iso)
    writer.field("section", article.section)
    if let series = article.series { writer.field("series", series) }
    writer.field("source", article.source)
    writer.field("standfirst", article.standfirst)
    if withText { writer.field("text", article.text) }
    writer.field("title", article.title)
    writer.field("type", "article")
    writer.field("url", article.address)
    writer.close("}")
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ block: Article.Block) {
    open("{")
    field("kind", block.kind.rawValue)
    field("range", block.range)
    close("}")
  }

  fileprivate mutating func write(_ credit: Credit) {
    open("{")
    field("kind", credit.kind.rawValue)
    if let line = credit.line { field("line", line) }
    if let range = credit.lineRange { field("line_range", range) }
    field("name", credit.name)
    field("range", credit.range)
    field("role", credit.role.rawValue)
    if credit.spun { field("spun", true) }
    field("text", credit.text)
    if let address = credit.address { field("url", address) }
    field("where", credit.place.rawValue)
    close("}")
  }

  fileprivate mutating func write(_ dateline: Dateline) {
    open("{")
    field("agency", dateline.agency)
    field("date", dateline.date?.iso)
    field("place", dateline.place)
    field("range", dateline.range)
    close("}")
  }

  fileprivate mutating func write(_ flag: Article.Flag) {
    open("{")
    field("detail", flag.detail)
    field("kind", flag.kind.rawValue)
    close("}")
  }

  fileprivate mutating func write(_ furniture: Furniture) {
    open("{")
    field("kind", furniture.kind.rawValue)
    if let range = furniture.range { field("range", range) }
    field("text", furniture.text)
    close("}")
  }

  fileprivate mutating func write(_ part: Article.Part) {
    open("{")
    field("number", part.number)
    if let count = part.of { field("of", count) }
    close("}")
  }

  fileprivate mutating func write(_ found: [Article.Field: Article.Place]) {
    open("{")
    for (name, place) in found.map({ ($0.key.rawValue, $0.value.rawValue) }).sorted(by: { $0.0 < $1.0 }) {
      element()
      string(name)
      bytes.append(UInt8(ascii: ":"))
      string(place)
    }
    close("}")
  }
}
