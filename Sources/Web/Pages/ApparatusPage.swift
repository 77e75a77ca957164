import Archive
import Collation
import Export
import Press

/// The apparatus of a report: every place at which its witnesses differ, the weightiest first.
struct ApparatusPage {
  /// Witnesses that are laid side by side, the bytes of their texts, and variants on a page, at most.
  private static let mostWitnesses = 120
  private static let mostBytes = 1_500_000
  private static let mostVariants = 300

  private let material: ReportHead
  private let articles: [Article]
  private let leftOut: Int
  private let variants: [Variant]
  private let kind: Variant.Kind?
  private let sigla: [String: String]

  init(_ report: ReportHead, kind: Variant.Kind?, in archive: Archive) throws {
    material = report
    self.kind = kind
    var left = Self.mostBytes
    let members = report.family.members
    let all = try archive.articles(ids: members.prefix(Self.mostWitnesses))
    articles = all.prefix {
      left -= $0.text.utf8.count
      return left > 0
    }.map { $0 }
    leftOut = members.count - articles.count
    let apparatus = Collator.apparatus(of: articles, family: report.family.id)
    variants = apparatus?.variants(of: articles) ?? []
    var sigla: [String: String] = [:]
    for (number, article) in Self.inOrder(articles).enumerated() { sigla[article.id] = Self.siglum(number) }
    self.sigla = sigla
  }

  private static func inOrder(_ articles: [Article]) -> [Article] {
    articles.sorted {
      ($0.published?.earliest ?? .max, Wording.name($0), $0.id)
        < ($1.published?.earliest ?? .max, Wording.name($1), $1.id)
    }
  }

  /// A, B … Z, A2, B2 …: the earliest page is A.
  static func siglum(_ number: Int) -> String {
    let letter = String(Unicode.Scalar(UInt8(65 + number % 26)))
    return number < 26 ? letter : letter + "\(number / 26 + 1)"
  }

  private var counts: [Variant.Kind: Int] {
    Dictionary(variants.map { ($0.kind, 1) }, uniquingKeysWith: +)
  }

  private var shown: [Variant] {
    Variant.Kind.byWeight.flatMap { kind in variants.filter { $0.kind == kind } }
      .filter { kind == nil || $0.kind == kind }
  }

  var page: Page {
    var table = Page.Table(["family", "number", "kind", "reading", "siglum", "article", "outlet"])
    let byID = Dictionary(articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (number, variant) in shown.enumerated() {
      for reading in variant.readings {
        for place in reading.witnesses {
          table.rows.append([
            variant.family, "\(number + 1)", variant.kind.rawValue, reading.text, sigla[place.article] ?? "",
            place.article, byID[place.article]?.outlet ?? "",
          ])
        }
      }
    }
    return Page(
      title: "Apparatus: \(material.title)", section: .families, body: body,
      data: ApparatusData(family: material.family.id, sigla: sigla, leftOut: leftOut, variants: shown),
      table: table)
  }

  private var body: HTML {
    let shown = self.shown
    func choice(_ name: String, _ value: Variant.Kind?, _ count: Int) -> HTML {
      let here: HTML = value == kind ? " aria-current=\"true\"" : HTML()
      return
        "<li><a href=\"\(Link.apparatus(material.family.id, kind: value?.rawValue))\"\(here)>\(name)</a> <span class=\"n\">\(Wording.number(count))</span></li>"
    }
    let counts = self.counts
    let choices =
      [choice("all", nil, variants.count)]
      + Variant.Kind.byWeight.compactMap { kind in
        counts[kind].map { choice(Wording.change(kind, 2), kind, $0) }
      }
    var notes = HTML()
    if leftOut > 0 {
      notes +=
        "<p class=\"note\">Laid side by side are \(Wording.number(articles.count)) of \(Wording.number(material.family.members.count)) witnesses. <code>stemma collate</code> has no such bound.</p>"
    }
    if shown.count > Self.mostVariants {
      notes +=
        "<p class=\"note\">Listed are the first \(Self.mostVariants) of \(Wording.number(shown.count)) places. The twins of this page have all.</p>"
    }
    return """
      <article class="apparatus-page">
      <header class="head">
      <p class="kicker"><a href="\(Link.family(material.family.id))">\(material.title)</a></p>
      <h1>Apparatus</h1>
      <p class="deck">Every place at which the witnesses differ, the weightiest first. The reading of most witnesses comes before the bracket.</p>
      </header>
      <div class="two">
      <section class="main" aria-labelledby="places"><h2 id="places">\(Wording.counted(shown.count, "place"))</h2>
      <nav aria-label="Kinds of difference"><ul class="choices">\(choices)</ul></nav>
      \(notes)<ol class="apparatus">
      \(shown.prefix(Self.mostVariants).map(entry).joined("\n"))
      </ol></section>
      <section class="aside" aria-labelledby="witnesses"><h2 id="witnesses">Witnesses</h2>
      <dl class="sigla">\(Self.inOrder(articles).map(witness))</dl></section>
      </div></article>
      """
  }

  private func witness(_ article: Article) -> HTML {
    "<div><dt>\(sigla[article.id] ?? "")</dt><dd><a href=\"\(Link.article(article.id))\">\(Wording.name(article))</a> <span class=\"dim\">\(Wording.time(article))</span></dd></div>"
  }

  private func entry(_ variant: Variant) -> HTML {
    let readings = variant.readings.enumerated().map { number, reading -> HTML in
      let text: HTML =
        reading.text.isEmpty
        ? "<i class=\"dim\">nothing</i>"
        : "<span class=\"reading\">\(Wording.short(reading.text, 400))</span>"
      let bracket: HTML =
        number == 0 && variant.readings.count > 1 ? " <span class=\"bracket\">]</span>" : HTML()
      return "<div>\(text) <span class=\"who\">\(names(reading))</span>\(bracket)</div>"
    }
    return
      "<li class=\"k-\(variant.kind.rawValue)\"><span class=\"k k-\(variant.kind.rawValue)\"><span class=\"key\">\(SideBySide.key(variant.kind))</span> \(Wording.change(variant.kind))</span>\(readings)</li>"
  }

  private func names(_ reading: Variant.Reading) -> HTML {
    let most = 24
    let names = reading.witnesses.prefix(most).map { place -> HTML in
      let siglum = sigla[place.article] ?? "?"
      return "<a href=\"\(Link.article(place.article))\">\(siglum)</a>"
    }
    let more = reading.witnesses.count - names.count
    return names.joined(" ") + (more > 0 ? " and \(more) more" : HTML())
  }
}

/// An apparatus for programs.
struct ApparatusData: Encodable, Sendable {
  let family: String
  let sigla: [String: String]
  let leftOut: Int
  let variants: [Variant]

  enum CodingKeys: String, CodingKey { case family, sigla, leftOut = "witnesses_left_out", variants }
}
