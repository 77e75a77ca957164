import Archive
import Export
import Press

/// The page of an article: its text with where each stretch comes from, what was kept out of it, what is known of it.
struct ArticlePage {
  /// Other pages that are listed at most.
  private static let mostRelatives = 60

  private let article: Article
  private let family: Family?
  private let stemma: Stemma?
  private let pairs: [Pair]
  private let origins: Origins
  private let copies: [String]
  private let labels: [String: String]

  init?(_ id: String, in archive: Archive) throws {
    guard let article = try archive.article(id: id) else { return nil }
    self.article = article
    let shown = try archive.report(of: id).flatMap { try archive.shown(family: $0) }
    family = shown?.family
    stemma = shown?.stemma
    pairs = try archive.pairs(touching: id)
    origins = Origins(article, stemma: stemma, pairs: pairs)
    copies = try archive.sources(of: id).filter { $0 != article.source }
    var labels = Dictionary(
      stemma?.nodes.map { ($0.id, TextTree.clean($0.label)) } ?? [], uniquingKeysWith: { first, _ in first })
    let others = pairs.prefix(Self.mostRelatives).map { $0.a == id ? $0.b : $0.a }.filter {
      labels[$0] == nil
    }
    for other in try archive.articles(ids: others) { labels[other.id] = Wording.name(other) }
    self.labels = labels
  }

  private func label(_ id: String) -> String { labels[id] ?? id }

  private func link(_ id: String) -> HTML {
    if let node = stemma?.nodes.first(where: { $0.id == id }), node.lost {
      return "<i class=\"lostname\">\(label(id))</i> †"
    }
    return "<a href=\"\(Link.article(id))\">\(label(id))</a>"
  }

  var page: Page {
    Page(
      title: "\(Wording.headline(article)) – \(Wording.name(article))", section: .families, body: body,
      data: ArticleData(
        article: article, family: family?.id,
        origins: origins.sources.map { .init(from: $0.id, share: $0.share) }, own: origins.own,
        stretches: origins.stretches.map {
          .init(range: ByteRange($0.range), from: origins.sources[$0.source].id)
        }, sources: copies), table: table)
  }

  /// A row for each stretch of the text, with where it comes from.
  private var table: Page.Table {
    var table = Page.Table(["article", "start", "end", "from", "from_label", "text"])
    let bytes = Array(article.text.utf8)
    var at = 0
    func row(_ range: Range<Int>, _ from: String, _ label: String) {
      guard !range.isEmpty else { return }
      table.rows.append([
        article.id, "\(range.lowerBound)", "\(range.upperBound)", from, label,
        String(decoding: bytes[range], as: UTF8.self),
      ])
    }
    for stretch in origins.stretches {
      row(at..<stretch.range.lowerBound, "", "")
      let source = origins.sources[stretch.source]
      row(stretch.range, source.id, source.label)
      at = stretch.range.upperBound
    }
    row(at..<bytes.count, "", "")
    return table
  }

  private var body: HTML {
    let standfirst: HTML? = article.standfirst.map { "<p class=\"standfirst\">\($0)</p>" }
    let bylines: HTML? =
      article.bylines.isEmpty ? nil : " · by \(TextTree.clean(article.bylines.joined(separator: ", ")))"
    let outlet: HTML =
      article.outlet.map { "<a href=\"\(Link.outlet($0))\">\(Wording.name(article))</a>" }
      ?? "\(Wording.name(article))"
    return """
      <article class="story">
      <header class="head">
      <p class="kicker">\(outlet) · \(Wording.time(article))</p>
      <h1>\(Wording.headline(article))</h1>
      \(standfirst)
      <p class="deck">\(place)\(bylines)</p>
      </header>
      <div class="two">
      <div class="main">
      \(text)
      \(furniture)
      </div>
      <div class="aside">
      \(legend)
      \(credits)
      \(metadata)
      \(relatives)
      </div></div>
      \(CorrectionForms.article(article, family: family))
      </article>
      """
  }

  /// Where it stands in its report.
  private var place: HTML {
    guard let family else { return "Not compared with others yet" }
    guard family.members.count > 1 || (stemma?.edges.isEmpty == false) else {
      return
        "Nothing else in the archive shares its text (<a href=\"\(Link.family(family.id))\">report of one page</a>)"
    }
    let report: HTML =
      "<a href=\"\(Link.family(family.id))\">report of \(Wording.counted(family.members.count, "page"))</a>"
    let arrows = stemma?.edges.filter { $0.to == article.id } ?? []
    guard !arrows.isEmpty else { return "At the head of a \(report): copied from nobody that is known" }
    let from = arrows.map { edge -> HTML in
      "\(link(edge.from)) (<a href=\"\(Link.arrow(family.id, from: edge.from, to: edge.to))\">\(Wording.kind(edge.kind)), \(Wording.percent(edge.confidence))</a>)"
    }
    return "In a \(report), copied from \(from.joined(" and "))"
  }

  // MARK: Text

  private var text: HTML {
    var spans = origins.stretches.map { stretch -> Marking.Span in
      let source = origins.sources[stretch.source]
      let colour = Origins.colour(stretch.source)
      return Marking.Span(
        stretch.range,
        "<span class=\"o o\(colour)\" title=\"from \(source.label)\"><span class=\"key\" aria-hidden=\"true\">\(Origins.letter(stretch.source))</span><span class=\"vh\">[from \(source.label):] </span>",
        "<span class=\"vh\"> [end]</span></span>")
    }
    for credit in article.credits {
      guard let range = credit.range else { continue }
      let name = credit.name.isEmpty ? "a source without a name" : credit.name
      spans.append(
        Marking.Span(
          range, "<mark class=\"credit\" title=\"Credit: \(name), \(credit.role.rawValue)\">",
          "<span class=\"vh\"> [a credit: \(name)]</span></mark>"))
    }
    for piece in article.furniture {
      guard let range = piece.range else { continue }
      spans.append(
        Marking.Span(
          range, "<s class=\"furniture\" title=\"Not the article: \(Self.plain(piece.kind))\">", "</s>"))
    }
    let paragraphs = Marking(article.text, spans).paragraphs().map { paragraph -> HTML in
      let block = article.blocks.first { $0.range.contains(paragraph.range.lowerBound) }
      switch block?.kind {
      case .heading: return "<p class=\"sub\">\(paragraph.html)</p>"
      case .listItem: return "<p class=\"item\">\(paragraph.html)</p>"
      case .quotation: return "<blockquote><p>\(paragraph.html)</p></blockquote>"
      case .caption: return "<p class=\"caption\">\(paragraph.html)</p>"
      case .table, .preformatted: return "<p class=\"pre\">\(paragraph.html)</p>"
      case nil: return "<p>\(paragraph.html)</p>"
      }
    }
    let flags = article.flags.map { flag -> HTML in "<p class=\"note hot\">\(flag.detail)</p>" }
    return """
      <section aria-labelledby="text"><h2 id="text" class="vh">Text</h2>\(flags)
      <div class="body">
      \(paragraphs.isEmpty ? "<p class=\"dim\">This page has no text.</p>" : paragraphs.joined("\n"))
      </div></section>
      """
  }

  private static func plain(_ kind: Furniture.Kind) -> String {
    kind.rawValue.split(separator: "-").joined(separator: " ")
  }

  private var furniture: HTML {
    guard !article.furniture.isEmpty else { return HTML() }
    let items = article.furniture.map { piece -> HTML in
      "<div><dt>\(Self.plain(piece.kind))</dt><dd>\(piece.text)</dd></div>"
    }
    return """
      <section aria-labelledby="furniture"><h2 id="furniture">Kept out of the text</h2>
      <details><summary>\(Wording.counted(items.count, "line")) of the page that are not the article</summary>
      <dl class="facts">\(items)</dl></details></section>
      """
  }

  private var legend: HTML {
    guard !origins.sources.isEmpty else { return HTML() }
    let items = origins.sources.enumerated().map { number, source -> HTML in
      let arrow: HTML =
        source.hasArrow && family != nil
        ? " · <a href=\"\(Link.arrow(family?.id ?? "", from: source.id, to: article.id))\">side by side</a>"
        : HTML()
      return
        "<li><span class=\"o o\(Origins.colour(number))\"><span class=\"key\">\(Origins.letter(number))</span> \(link(source.id))</span> <b class=\"n\">\(Wording.percent(source.share))</b> <span class=\"dim\">\(source.role)</span>\(arrow)</li>"
    }
    return """
      <section aria-labelledby="origin"><h2 id="origin">Where its words come from</h2>
      <ul class="plain origins">\(items)<li>its own words, unmarked <b class="n">\(Wording.percent(origins.own))</b></li></ul></section>
      """
  }

  private var credits: HTML {
    guard !article.credits.isEmpty else { return HTML() }
    let items = article.credits.map { credit -> HTML in
      let name = credit.name.isEmpty ? "a source without a name" : TextTree.clean(credit.name)
      let spun: HTML = credit.spun ? ", spun" : HTML()
      return
        "<div><dt>\(name)</dt><dd><q>\(Wording.short(credit.text, 240))</q> <span class=\"dim\">\(credit.role.rawValue)\(spun), in the \(credit.place.rawValue)</span></dd></div>"
    }
    return
      "<section aria-labelledby=\"credits\"><h2 id=\"credits\">Whom it names</h2><dl class=\"facts\">\(items)</dl></section>"
  }

  // MARK: Metadata

  private var metadata: HTML {
    var table = Table("What is known of it", [.init("Field"), .init("Value"), .init("Found in")])
    func add(_ name: HTML, _ value: HTML?, _ field: Article.Field?) {
      guard let value else { return }
      let place = field.flatMap { article.found[$0] }
      table.rows.append([name, value, place.map(Self.name) ?? "<span class=\"dim\">–</span>"])
    }
    func words(_ text: String?) -> HTML? { text.map { "\(TextTree.clean($0))" } }
    add("Headline", words(article.title), .title)
    add("Standfirst", article.standfirst.map { "\(Wording.short($0, 90))" }, .standfirst)
    add("By", article.bylines.isEmpty ? nil : words(article.bylines.joined(separator: ", ")), .bylines)
    add("Outlet", words(article.outlet), .outlet)
    add("Section", words(article.section), .section)
    add("Language", words(article.language), .language)
    add("Published", article.published.map { "\(Wording.time($0)) <code>\($0.iso)</code>" }, .published)
    add("Modified", article.modified.map { "\(Wording.time($0)) <code>\($0.iso)</code>" }, .modified)
    let dateline = article.dateline.map { [$0.place, $0.date?.iso, $0.agency].compactMap(\.self) }
    add("Dateline", words(dateline?.joined(separator: ", ")), nil)
    add("Address", article.address.map(Self.address), .address)
    if article.form != .article { add("Form", words(article.form.rawValue), nil) }
    add("Part", article.part.map { part in "\(part.number)\(part.of.map { " of \($0)" } ?? "")" }, nil)
    add("File", "<code>\(TextTree.clean(article.source))</code>", nil)
    for copy in copies.prefix(20) { add("Also as", "<code>\(TextTree.clean(copy))</code>", nil) }
    add("Id", "<code>\(TextTree.clean(article.id))</code>", nil)
    return
      "<section aria-labelledby=\"metadata\"><h2 id=\"metadata\">What is known of it</h2>\(table.html)</section>"
  }

  private static func address(_ address: String) -> HTML {
    guard let web = Link.web(address) else { return "<code>\(TextTree.clean(address))</code>" }
    return "<a href=\"\(web)\" rel=\"noreferrer noopener\">\(TextTree.clean(address))</a>"
  }

  private static func name(_ place: Article.Place) -> HTML {
    switch place {
    case .stated: "the input"
    case .jsonLD: "JSON-LD"
    case .openGraph: "Open Graph"
    case .dublinCore: "Dublin Core"
    case .meta: "meta"
    case .microdata: "microdata"
    case .time: "time element"
    case .address: "address"
    case .text: "text"
    case .modified: "date of change"
    }
  }

  // MARK: Relatives

  private var relatives: HTML {
    guard !pairs.isEmpty else { return HTML() }
    var table = Table(
      "Pages that share its text",
      [.init("Page"), .init("How"), .init("Of this", isNumber: true), .init("Of that", isNumber: true)])
    let sorted = pairs.sorted {
      ($1.equalWords, $0.changes, $0.a, $0.b) < ($0.equalWords, $1.changes, $1.a, $1.b)
    }
    for pair in sorted.prefix(Self.mostRelatives) {
      let isFirst = pair.a == article.id
      let other = isFirst ? pair.b : pair.a
      table.rows.append([
        link(other), FamilyArrows.kind(pair.kind),
        "\(Wording.percent(isFirst ? pair.coverageA : pair.coverageB))",
        "\(Wording.percent(isFirst ? pair.coverageB : pair.coverageA))",
      ])
    }
    let more: HTML =
      pairs.count > Self.mostRelatives
      ? "<p class=\"note\">And \(Wording.number(pairs.count - Self.mostRelatives)) more.</p>" : HTML()
    return
      "<section aria-labelledby=\"relatives\"><h2 id=\"relatives\">Pages that share its text</h2>\(table.html)\(more)</section>"
  }
}

/// An article for programs, with where its words come from.
struct ArticleData: Encodable, Sendable {
  struct Origin: Encodable, Sendable {
    let from: String
    let share: Double
  }
  struct Stretch: Encodable, Sendable {
    let range: ByteRange
    let from: String
  }

  let article: Article
  let family: String?
  let origins: [Origin]
  let own: Double
  let stretches: [Stretch]
  let sources: [String]

  enum CodingKeys: String, CodingKey {
    case article, family, origins, own = "own_share", stretches, sources = "other_sources"
  }
}
