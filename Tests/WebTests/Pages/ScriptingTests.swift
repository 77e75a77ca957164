import Desk
import Export
import Foundation
import Press
import Testing

@testable import Web

/// 200 ways to make a page's words run as a script, in every place that words can come from.
@Suite struct ScriptingTests {
  /// Stands in the name of an element or an attribute of each payload, so that one that comes out as markup is seen.
  private static let mark = "xq7z"

  static let payloads: [String] = {
    let bodies = [
      "<script xq7z>alert(1)</script>", "<img xq7z src=x onerror=alert(1)>", "<svg xq7z onload=alert(1)>",
      "<xq7z onclick=alert(1)>x</xq7z>", "<iframe xq7z src=javascript:alert(1)></iframe>",
      "<a xq7z href=\"javascript:alert(1)\">x</a>", "<body xq7z onload=alert(1)>",
      "<style xq7z>*{background:url(//evil)}</style>", "<link xq7z rel=stylesheet href=//evil>",
      "<base xq7z href=//evil/>", "<form xq7z action=//evil><button>x</button></form>",
      "<meta xq7z http-equiv=refresh content=0;url=//evil>",
      "<object xq7z data=javascript:alert(1)></object>",
      "<math xq7z><mtext></mtext><mglyph><style><img src onerror=alert(1)></style></math>",
      "<details xq7z open ontoggle=alert(1)>", "<video xq7z><source onerror=alert(1)></video>",
      "<input xq7z autofocus onfocus=alert(1)>", "<textarea xq7z autofocus onfocus=alert(1)>",
      "<animate xq7z attributeName=href values=javascript:alert(1)>", " onmouseover=\"alert(1)\" xq7z=\"",
      "' onmouseover='alert(1)' xq7z='", "javascript:alert('xq7z')",
      "data:text/html,<script xq7z>alert(1)</script>",
      "&lt;script xq7z&gt;alert(1)&lt;/script&gt;", "\u{202E}<b xq7z>\u{0001}\u{007F}</b>",
    ]
    let before = ["", "\">", "'>", "</title>", "</textarea>", "-->", "]]>", "</svg></style></script>"]
    return before.flatMap { start in bodies.map { start + $0 } }
  }()

  /// For each payload a report of two pages, the one copied from the other, with the payload in every field.
  private static func articles() -> [Article] {
    payloads.enumerated().flatMap { number, payload -> [Article] in
      var words = SplitWords(UInt64(number) + 1)
      let body = (0..<5).map { _ in words.sentence() }
      func text(_ middle: String) -> String {
        (body[..<2] + ["“\(body[2]) \(middle)” she said \(payload)", "\(payload) \(body[3])"] + [body[4]])
          .joined(separator: "\n\n")
      }
      func article(_ id: String, _ text: String, hour: Int) -> Article {
        Article(
          id: id + payload, source: "\(id)/\(payload)",
          address: number.isMultiple(of: 2) ? payload : "https://example.org/?\(payload)",
          outlet: payload + id,
          title: "\(payload) \(id)", standfirst: payload, section: payload, bylines: [payload],
          published: Moment(iso: "2024-03-01T0\(hour):00:00Z"), language: payload,
          dateline: Dateline(place: payload, agency: payload),
          credits: [
            Credit(
              name: payload, kind: .agency, role: .source, text: payload, place: .metadata, address: payload)
          ], text: text, furniture: [Furniture(kind: .advertisement, text: payload)],
          found: [.title: .text], flags: [.init(kind: .datedAfterCapture, detail: payload)])
      }
      return [
        article("a\(number)", text("no"), hour: 1), article("b\(number)", text("never \(payload)"), hour: 3),
      ]
    }
  }

  private static let press = Task { try await TestPress.of(articles()) }

  private static let elements: Set<String> = [
    "html", "head", "meta", "title", "link", "script", "body", "a", "header", "p", "nav", "ul", "li", "form",
    "label", "input", "button", "main", "footer", "h1", "h2", "h3", "section", "article", "div", "span", "b",
    "i",
    "q", "table", "thead", "tbody", "tr", "th", "td", "code", "dl", "dt", "dd", "ol", "details", "summary",
    "figure", "svg", "desc", "g", "path", "circle", "rect", "text", "tspan", "time", "del", "ins", "mark",
    "s",
    "blockquote", "fieldset", "legend", "textarea", "select", "option", "kbd",
  ]

  private func look(_ place: String, _ markup: Markup) {
    #expect(markup.faults.isEmpty, "\(place)")
    for element in markup.elements {
      #expect(Self.elements.contains(element.name), "<\(element.name)> in \(place)")
      for (name, value) in element.attributes {
        #expect(!name.contains(Self.mark), "\(place)")
        if name == "class" || name == "id" || name == "type" || name == "rel" {
          #expect(!value.contains(Self.mark), "\(name) in \(place)")
        }
      }
    }
    #expect(markup.elements.count { $0.name == "script" } <= 1)
    #expect(
      !markup.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" || $0 == "\u{202E}" }
    )
  }

  @Test func noPageTakesWordsForMarkup() async throws {
    #expect(Set(Self.payloads).count == 200)
    let press = try await Self.press.value
    let counts = try press.site.archive.counts()
    #expect(counts.articles == 400 && counts.copiedFamilies >= 150)
    var start = ["/", "/outlets", "/trace", "/corrections", "/refusals"]
    start += (1...9).map { "/families?min=1&page=\($0)" }
    start += Self.payloads.map { Link.search($0) }
    start += Self.payloads.prefix(60).map { Address.families.with(["q": $0, "outlet": $0, "day": $0]).text }
    let count = try await press.crawl(from: start, most: 700) { target, page, markup in
      look(target, markup)
      let bytes = try PageJSON.bytes(page.data)
      #expect((try? JSONSerialization.jsonObject(with: Data(bytes))) != nil, "\(target)")
      for row in page.table.rows {
        for field in row {
          let cell = CSV.row([field]).drop { $0 == "\"" }
          #expect(!"=+@\t".contains(cell.first ?? " "), "\(target)")
        }
      }
    }
    #expect(count == 700)
    for (number, payload) in Self.payloads.enumerated() {
      for side in ["a", "b"] {
        let link = Link.article("\(side)\(number)\(payload)")
        let (page, html) = try await press.page(link)
        #expect(page.status == .found, "\(link)")
        look(link, try Markup(html))
      }
    }
  }

  @Test func aTracedTextIsTextToo() async throws {
    let press = try await TestPress.shared.value
    for payload in Self.payloads {
      let request = try Request(
        target: "/trace", form: [("text", payload + " in so many words")], isPost: true)
      let page = try await press.site.page(for: request)
      look(payload, try Markup(Frame.html(page, at: Address(of: request)).text))
    }
  }

  @Test func noExportTakesWordsForMarkup() async throws {
    let press = try await Self.press.value
    let archive = press.site.archive
    var views: [FamilyView] = []
    for family in try archive.families(minSize: 2) {
      let stemma = try #require(try archive.stemma(family: family.id))
      let articles = try archive.articles(ids: family.members)
      let pairs = try archive.pairs(family: family.id)
      let changes = Desk.changes(along: stemma, articles: articles, pairs: pairs).map {
        FamilyView.Changes(
          copy: $0.copy.id, compared: $0.compared.map(\.id), lost: $0.lost, variants: $0.variants)
      }
      views.append(
        FamilyView(family: family, stemma: stemma, articles: articles, pairs: pairs, changes: changes))
    }
    #expect(views.count >= 150)
    for view in views {
      let xml = [SVG.drawing(view), GraphML.graph([view])]
      for text in xml {
        let parser = XMLElements()
        #expect(parser.read(text), "\(view.title)")
        #expect(!parser.names.contains { $0.contains(Self.mark) || $0.hasPrefix("on") })
        #expect(
          parser.names.isDisjoint(with: ["script", "img", "iframe", "object", "foreignObject", "animate"]))
      }
    }
    let parts = HTMLReport.page(views).split(separator: "<body>", maxSplits: 1)
    let body = try #require(parts.last).split(separator: "</body>")[0]
    let report = try Markup(String(body))
    for element in report.elements {
      #expect(!element.attributes.contains { $0.name.hasPrefix("on") || $0.name.contains(Self.mark) })
      #expect(!["script", "img", "iframe", "object", "form", "meta", "base"].contains(element.name))
      if let link = element.value("href") {
        #expect(link.hasPrefix("#") || link.hasPrefix("https://") || link.hasPrefix("http://"))
      }
    }
  }
}

/// Sentences of invented words: every report needs its own.
private struct SplitWords {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  private mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  mutating func sentence() -> String {
    let syllables = ["ba", "ler", "tom", "ri", "nak", "sel", "dou", "vin", "gar", "mes", "po", "lith"]
    let words = (0..<24).map { _ in (0...1 + next(2)).map { _ in syllables[next(12)] }.joined() }
    return words.joined(separator: " ") + "."
  }
}
