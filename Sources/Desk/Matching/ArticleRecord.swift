import Press

/// An article as bytes of a scratch file, its text last, so that what matching needs can be read without the rest.
enum ArticleRecord {
  static func bytes(of article: Article) -> [UInt8] {
    var writer = RecordWriter()
    writer.bytes.reserveCapacity(article.text.utf8.count + 512)
    writer.text(article.id)
    writer.text(article.source)
    for text in [
      article.address, article.outlet, article.title, article.standfirst, article.section, article.language,
      article.series, article.published?.iso, article.modified?.iso,
    ] {
      writer.text(text)
    }
    writer.list(article.bylines) { $0.text($1) }
    writer.list(article.dateline.map { [$0] } ?? []) { $0.add($1) }
    writer.list(article.credits) { $0.add($1) }
    writer.list(article.furniture) { $0.add($1) }
    writer.text(article.form.rawValue)
    writer.list(article.part.map { [$0] } ?? []) { writer, part in
      writer.number(part.number)
      writer.number(part.of.map { $0 + 1 } ?? 0)
    }
    writer.list(article.blocks) { writer, block in
      writer.text(block.kind.rawValue)
      writer.range(block.range)
    }
    writer.list(article.found.sorted { $0.key.rawValue < $1.key.rawValue }) { writer, found in
      writer.text(found.key.rawValue)
      writer.text(found.value.rawValue)
    }
    writer.list(article.flags) { writer, flag in
      writer.text(flag.kind.rawValue)
      writer.text(flag.detail)
    }
    writer.text(article.text)
    return writer.bytes
  }

  static func article(_ bytes: UnsafeRawBufferPointer) -> Article {
    var reader = RecordReader(bytes)
    var article = Article(id: reader.text(), source: reader.text(), text: "")
    article.address = reader.optionalText()
    article.outlet = reader.optionalText()
    article.title = reader.optionalText()
    article.standfirst = reader.optionalText()
    article.section = reader.optionalText()
    article.language = reader.optionalText()
    article.series = reader.optionalText()
    article.published = reader.optionalText().flatMap { Moment(iso: $0) }
    article.modified = reader.optionalText().flatMap { Moment(iso: $0) }
    article.bylines = reader.list { $0.text() }
    article.dateline = reader.list { $0.dateline() }.first
    article.credits = reader.list { $0.credit() }
    article.furniture = reader.list { $0.furniture() }
    article.form = Article.Form(rawValue: reader.text()) ?? .article
    article.part =
      reader.list { reader in
        let number = reader.number()
        let count = reader.number()
        return Article.Part(number: number, of: count > 0 ? count - 1 : nil)
      }.first
    article.blocks = reader.list { reader in
      let kind = Article.Block.Kind(rawValue: reader.text())
      return Article.Block(kind: kind ?? .quotation, range: reader.range())
    }
    for (field, place) in reader.list({ ($0.text(), $0.text()) }) {
      if let field = Article.Field(rawValue: field) { article.found[field] = Article.Place(rawValue: place) }
    }
    article.flags = reader.list { reader in
      let kind = Article.Flag.Kind(rawValue: reader.text())
      return Article.Flag(kind: kind ?? .datedAfterCapture, detail: reader.text())
    }
    article.text = reader.text()
    return article
  }
}

extension RecordWriter {
  fileprivate mutating func add(_ dateline: Dateline) {
    text(dateline.place)
    text(dateline.date?.iso)
    text(dateline.agency)
    range(dateline.range)
  }

  fileprivate mutating func add(_ credit: Credit) {
    text(credit.name)
    text(credit.kind.rawValue)
    text(credit.role.rawValue)
    text(credit.text)
    text(credit.place.rawValue)
    range(credit.range)
    text(credit.address)
    number(credit.line.map { $0 + 1 } ?? 0)
    range(credit.lineRange)
    number(credit.spun ? 1 : 0)
  }

  mutating func add(_ furniture: Furniture) {
    text(furniture.kind.rawValue)
    text(furniture.text)
    range(furniture.range)
  }
}

extension RecordReader {
  fileprivate mutating func dateline() -> Dateline {
    let place = text()
    let date = optionalText().flatMap { Moment(iso: $0) }
    let agency = optionalText()
    return Dateline(place: place, date: date, agency: agency, range: optionalRange())
  }

  fileprivate mutating func credit() -> Credit {
    let name = text()
    let kind = Credit.Kind(rawValue: text()) ?? .unnamed
    let role = Credit.Role(rawValue: text()) ?? .source
    let words = text()
    let place = Credit.Place(rawValue: text()) ?? .metadata
    let range = optionalRange()
    let address = optionalText()
    let line = number()
    let lineRange = optionalRange()
    return Credit(
      name: name, kind: kind, role: role, text: words, place: place, range: range, address: address,
      line: line > 0 ? line - 1 : nil, lineRange: lineRange, spun: number() == 1)
  }

  mutating func furniture() -> Furniture {
    let kind = Furniture.Kind(rawValue: text()) ?? .navigation
    let words = text()
    return Furniture(kind: kind, text: words, range: optionalRange())
  }
}
