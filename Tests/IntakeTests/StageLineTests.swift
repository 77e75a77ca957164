import Foundation
import Press
import Testing

@testable import Intake

@Suite struct StageLineTests {
  private struct Line<Value: Encodable>: Encodable {
    let type: String
    let value: Value

    enum CodingKeys: String, CodingKey { case type }

    func encode(to encoder: any Encoder) throws {
      try value.encode(to: encoder)
      var c = encoder.container(keyedBy: CodingKeys.self)
      try c.encode(type, forKey: .type)
    }
  }

  private func line(_ type: String, _ value: some Encodable) throws -> String {
    String(decoding: try JSONEncoder().encode(Line(type: type, value: value)), as: UTF8.self)
  }

  private func read(_ lines: String...) throws -> [Item] {
    try items(ofFile: "stage.jsonl", Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  private let article = Article(
    id: "a", source: "pile/a.html", address: "https://a.example/", outlet: "Harbour Post",
    title: "Ship “lost”", standfirst: "No trace.", section: "Sea",
    bylines: ["Ann Lee", "Bo"], published: Moment(iso: "2023-04-16"),
    modified: Moment(iso: "2023-04-16T10:00:00Z"),
    language: "en",
    dateline: Dateline(place: "Oslo", date: Moment(iso: "2023-04"), agency: "NTB", range: 0..<4),
    credits: [
      Credit(name: "NTB", kind: .agency, role: .source, text: "Oslo", place: .text, range: 0..<4, spun: true),
      Credit(
        name: "", kind: .unnamed, role: .contributed, text: "this", place: .furniture, line: 0,
        lineRange: 6..<10),
      Credit(
        name: "tide.example", kind: .outlet, role: .originated, text: "isBasedOn", place: .metadata,
        address: "https://tide.example/1"),
    ], text: "Oslo: a ship sank off Ørland.", furniture: [Furniture(kind: .share, text: "Share\tthis")],
    series: "s", form: .summary, part: .init(number: 1), blocks: [.init(kind: .quotation, range: 6..<12)],
    found: [.title: .openGraph, .address: .meta],
    flags: [.init(kind: .datedBeforeWords, detail: "Dated 2023, speaks of 2025.")])

  @Test func whatAStageWroteComesBackAsItWas() throws {
    let pair = Pair(
      a: "x", b: "y", kind: .edited, coverageA: 0.25, coverageB: 1, similarity: 0.5, wordsA: 40, wordsB: 50,
      equalWords: 36, changes: 3,
      passages: [Passage(a: 0..<10, b: 5..<15, similarity: 0.75)])
    let family = Family(id: "f", members: ["x", "y"])
    let refusal = Refusal(source: "b.bin", reason: .notText, detail: "no text")
    let found = try read(
      line("article", article), line("pair", pair), line("family", family), line("refusal", refusal))
    guard found.count == 4, case .pair(let foundPair) = found[1], case .family(let foundFamily) = found[2]
    else {
      Issue.record("came back as \(found)")
      return
    }
    #expect(found[0].article == article)
    #expect(foundPair == pair)
    #expect(foundFamily == family)
    #expect(found[3].refusal == refusal)
  }

  @Test func anArticleMayComeWithoutItsText() throws {
    let found = try read(
      #"{"type":"article","id":"a","source":"s","title":"T","dateline":{"place":"Oslo","range":[0,4]}}"#)
    #expect(found[0].article?.text == "")
    #expect(found[0].article?.dateline?.range == 0..<4)
  }

  @Test func aRangeThatNoTextCanHaveIsRefusedAlsoWhereTheTextIsWithheld() throws {
    let end = Int.max
    let found = try read(
      #"{"type":"article","id":"a","furniture":[{"kind":"share","text":"x","range":[0,\#(end)]}]}"#,
      #"{"type":"pair","a":"x","b":"y","kind":"edited","coverage_a":1,"coverage_b":1,"similarity":1,"#
        + #""passages":[{"a":[0,\#(end)],"b":[0,9],"similarity":1}]}"#)
    #expect(found.map(\.refusal?.reason) == [.badJSON, .badJSON])
  }

  @Test func aLineThatOnlyCallsItselfAnArticleIsYetToBeRead() throws {
    let found = try read(
      #"{"type":"article","id":"a","text":"Rain fell."}"#,
      #"{"type":"article","id":"b","html":"<p>Rain fell."}"#)
    #expect(found.map(\.page?.id) == ["a", "b"])
    #expect(found.map(\.isHTML) == [false, true])
  }

  @Test func anArticleWithABadFieldIsReadAnewAndSaysSo() throws {
    let bad = [
      #""published":"soon""#, #""dateline":{"place":"Oslo","range":[0,999]}"#, #""dateline":"Oslo""#,
      #""furniture":[{"kind":"unheard-of","text":"x"}]"#, #""credits":[1]"#,
      #""dateline":{"place":"Ø","range":[1,2]}"#,
    ]
    for field in bad {
      let found = try read(#"{"type":"article","id":"a","text":"Ørland: a ship sank.",\#(field)}"#)
      #expect(found.map(\.page?.id) == ["a"], "\(field)")
      #expect(found[0].notices.first?.reason == .badField, "\(field)")
    }
  }

  @Test func whatNoStageReadsIsPassedOver() throws {
    let found = try read(
      #"{"type":"header","schema":"stemma/1"}"#, #"{"type":"summary","pages":3}"#,
      #"{"type":"stemma","family":"f"}"#,
      #"{"type":"variant"}"#, #"{"type":"event","text":"A fair was held."}"#, #"{"type":"unheard-of"}"#)
    #expect(found.map(\.content) == ["A fair was held.", nil])
    #expect(found.last?.refusal?.reason == .badJSON)
  }

  @Test func aPairWithoutPassagesIsNoPair() throws {
    let found = try read(
      #"{"type":"pair","a":"x","b":"y","kind":"edited","coverage_a":1,"coverage_b":1,"similarity":1,"passages":[]}"#
    )
    #expect(found[0].refusal?.reason == .badJSON)
  }
}
