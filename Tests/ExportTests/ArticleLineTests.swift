import Export
import Foundation
import Press
import Testing

@Suite("An article's line is, byte for byte, what Foundation's encoder makes of the article")
struct ArticleLineTests {
  @Test("two thousand articles of whatever may stand in one")
  func many() throws {
    var made = MadeArticles(seed: 7)
    for _ in 0..<2000 {
      let article = made.article()
      try #require(try JSONLine().line(article) == Self.encoded(article))
    }
  }

  @Test("every sign below U+0100, and what a careless writer would escape or not")
  func signs() throws {
    let signs = (0..<0x100).compactMap(Unicode.Scalar.init).map { String($0) }
    for sign in signs + [
      "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFF}", "e\u{301}", "👩‍👩‍👧", "</script>", "\r\n",
    ] {
      let article = Article(id: sign, source: "a", title: "x\(sign)y", text: sign + sign)
      try #require(
        try JSONLine().line(article) == Self.encoded(article), "\(sign.unicodeScalars.map(\.value))")
    }
  }

  @Test("without text, it is the same but for the text")
  func lean() throws {
    var made = MadeArticles(seed: 8)
    for _ in 0..<200 {
      let article = made.article()
      let text = String(decoding: try Self.encoder.encode(article.text), as: UTF8.self)
      let full = try JSONLine().line(article)
      let cut = try #require(full.range(of: ",\"text\":\(text),\"title\":"))
      let expected = full.replacingCharacters(in: cut, with: ",\"title\":")
      try #require(try JSONLine(withText: false).line(article) == expected)
    }
  }

  private static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }

  private static func encoded(_ article: Article) throws -> String {
    String(decoding: try encoder.encode(Typed(article: article)), as: UTF8.self)
  }
}

/// The article with its `type`.
private struct Typed: Encodable {
  enum Key: String, CodingKey { case type }

  let article: Article

  func encode(to encoder: any Encoder) throws {
    try article.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode("article", forKey: .type)
  }
}

/// Articles of nothing but chance, the same for the same seed.
private struct MadeArticles {
  private static let pieces = [
    "Tide", " ", "\n\n", "\"", "\\", "/", "\u{0}", "\u{7}", "\u{8}", "\t", "\u{C}", "\r", "\u{1B}", "\u{7F}",
    "é", "“",
    "’", "\u{2028}", "\u{2029}", "😀", "🇳🇱", "كلب", "灯台", "\u{FFFD}", "\u{10FFFF}", "&amp;", "<b>", "{", "]",
    ":", ",",
  ]

  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func number(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  private mutating func text() -> String {
    (0..<number(below: 12)).map { _ in Self.pieces[number(below: Self.pieces.count)] }.joined()
  }

  private mutating func maybe<Value>(_ value: (inout Self) -> Value) -> Value? {
    number(below: 2) == 0 ? nil : value(&self)
  }

  private mutating func some<Value>(_ value: (inout Self) -> Value) -> [Value] {
    (0..<number(below: 4)).map { _ in value(&self) }
  }

  private mutating func range() -> Range<Int> {
    let start = number(below: 100_000)
    return start..<start + number(below: 1000)
  }

  private mutating func moment() -> Moment? {
    Moment(
      iso: ["2031", "2031-05", "2031-05-06", "2031-05-06T09:00Z", "2031-05-06T09:00:15+03:00"][
        number(below: 5)])
  }

  private mutating func one<Value: CaseIterable>(_ type: Value.Type) -> Value
  where Value.AllCases == [Value] {
    Value.allCases[number(below: Value.allCases.count)]
  }

  private mutating func credit() -> Credit {
    Credit(
      name: text(), kind: [.agency, .outlet, .unnamed][number(below: 3)], role: one(Credit.Role.self),
      text: text(),
      place: [.text, .furniture, .metadata][number(below: 3)], range: maybe { $0.range() },
      address: maybe { $0.text() },
      line: maybe { $0.number(below: 90) }, lineRange: maybe { $0.range() }, spun: number(below: 2) == 0)
  }

  mutating func article() -> Article {
    let found = some { ($0.one(Article.Field.self), $0.one(Article.Place.self)) }
    return Article(
      id: text(), source: text(), address: maybe { $0.text() }, outlet: maybe { $0.text() },
      title: maybe { $0.text() }, standfirst: maybe { $0.text() }, section: maybe { $0.text() },
      bylines: some { $0.text() }, published: moment(), modified: number(below: 2) == 0 ? nil : moment(),
      language: maybe { $0.text() },
      dateline: maybe { made in
        Dateline(
          place: made.text(), date: made.moment(), agency: made.maybe { $0.text() },
          range: made.maybe { $0.range() })
      },
      credits: some { $0.credit() }, text: text(),
      furniture: some { made in
        Furniture(kind: made.one(Furniture.Kind.self), text: made.text(), range: made.maybe { $0.range() })
      },
      series: maybe { $0.text() }, form: one(Article.Form.self),
      part: maybe { made in .init(number: made.number(below: 9), of: made.maybe { $0.number(below: 9) }) },
      blocks: some { .init(kind: $0.one(Article.Block.Kind.self), range: $0.range()) },
      found: Dictionary(found) { first, _ in first },
      flags: some { .init(kind: $0.one(Article.Flag.Kind.self), detail: $0.text()) })
  }
}
