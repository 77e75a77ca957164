import Press
import Testing

@testable import Matching

@Suite("Whether one text was copied from the other, and how")
struct PairJudgeTests {
  private func edited(_ paragraphs: [String], _ changes: [(String, String)]) -> [String] {
    paragraphs.map { paragraph in
      changes.reduce(paragraph) { text, change in
        text.split(separator: change.0, omittingEmptySubsequences: false).joined(separator: change.1)
      }
    }
  }

  private let ferry = News.article("ferry", News.ferry)

  @Test("a reprint is verbatim, whatever its typography")
  func verbatim() throws {
    let reprint = News.ferry.map { paragraph in
      String(paragraph.map { $0 == "“" || $0 == "”" ? "\"" : $0 })
    }
    let pair = try #require(News.pair(ferry, News.article("reprint", reprint)))
    #expect(pair.kind == .verbatim)
    #expect(pair.coverageA == 1 && pair.coverageB == 1 && pair.similarity == 1)
    #expect(pair.changes == 0 && pair.equalWords == pair.wordsA && pair.wordsA == pair.wordsB)
  }

  @Test("changed names, figures and sentences make an edited copy, not a spun one")
  func edited() throws {
    let copy = edited(
      News.ferry,
      [
        ("Margit Olsen", "Margrit Olsen"), ("214 passengers", "241 passengers"),
        ("Nobody was hurt", "No one was hurt"),
        ("Tugs from three ports tried", "Three tugs tried"), ("31 pupils", "30 pupils"),
      ])
    let pair = try #require(News.pair(ferry, News.article("copy", copy)))
    #expect(pair.kind == .edited)
    #expect((5...7).contains(pair.changes))
    #expect(pair.coverageA > 0.95)
  }

  @Test("a copy cut from the bottom lies within its source")
  func cut() throws {
    let copy = Array(News.ferry.prefix(3))
    let pair = try #require(News.pair(ferry, News.article("zcut", copy)))
    #expect(pair.kind == .partial)
    #expect(pair.coverageB == 1 && pair.coverageA < 0.75 && pair.coverageA > 0.5)
    #expect(pair.changes == 1)
    let stub = try #require(News.pair(ferry, News.article("stub", Array(News.ferry.prefix(1)))))
    #expect(stub.kind == .partial)
    #expect(stub.coverageB == 1)
  }

  @Test("a digest of two reports is a partial copy of each")
  func digest() throws {
    let digest = News.article("digest", Array(News.ferry.prefix(2)) + Array(News.vote.prefix(2)))
    for report in [ferry, News.article("vote", News.vote)] {
      let pair = try #require(News.pair(digest, report))
      #expect(pair.kind == .partial)
      #expect(pair.coverageA > 0.4 && pair.coverageA < 0.7)
    }
  }

  @Test("a spun copy is found and called by its name, from either side")
  func spun() throws {
    let copy = News.article("spun", News.spunFerry)
    let pair = try #require(News.pair(ferry, copy))
    #expect(pair.kind == .spun)
    #expect(pair.coverageA > 0.9 && pair.coverageB > 0.9)
    #expect(News.pair(copy, ferry)?.kind == .spun)
  }

  @Test("the same event in a reporter's own words is no copy, though a quotation is the same")
  func ownWords() throws {
    let pair = try #require(News.pair(ferry, News.article("quay", News.ferryFromTheQuay)))
    #expect(pair.kind == .commonQuotation)
    #expect(pair.confidence > 0.8)
  }

  @Test("a long quotation that two reports share makes no copy of either")
  func quotation() throws {
    let speech = """
      “My friends, we have carried this town on our backs through two floods and one fire, and we did not ask who would \
      thank us for it. Now I ask you for one thing only, and it is that you come to the bridge on Sunday with a spade, a \
      lantern and whatever bread you have left, because the water will not wait for the ministry,” the mayor said.
      """
    let a = News.article("a", [News.vote[0], speech, News.vote[2], News.vote[3]])
    let b = News.article("b", [News.mine[0], speech, News.mine[2], News.mine[3]])
    let pair = try #require(News.pair(a, b))
    #expect(pair.kind == .commonQuotation && !pair.passages.isEmpty)
    #expect(News.pair(b, a) == pair)
  }

  @Test("a quotation is a quotation though one of the two dropped the marks", arguments: [true, false])
  func quotationWithoutMarks(marked: Bool) throws {
    let speech = """
      we have carried this town on our backs through two floods and one fire and we did not ask who would thank us for it \
      now I ask you for one thing only and it is that you come to the bridge on Sunday with a spade a lantern and whatever \
      bread you have left because the water will not wait for the ministry
      """
    let (with, without) = ("“\(speech)”", speech)
    let a = News.article("a", [News.vote[0], marked ? with : without, News.vote[2], News.vote[3]])
    let b = News.article("b", [News.mine[0], marked ? without : with, News.mine[2], News.mine[3]])
    #expect(try #require(News.pair(a, b)).kind == .commonQuotation)
  }

  @Test("pages of one series are never copies of each other")
  func series() {
    let a = News.article("a", News.ferry, series: "daily")
    #expect(News.pair(a, News.article("b", News.ferry, series: "daily")) == nil)
    #expect(News.pair(a, News.article("b", News.ferry, series: "weekly")) != nil)
    #expect(News.pair(a, News.article("b", News.ferry)) != nil)
  }

  @Test("the verdict depends neither on which of the two comes first nor on their ids")
  func symmetry() throws {
    let texts: [[String]] = [
      News.ferry, News.spunFerry, Array(News.ferry.dropLast(2)),
      Array(News.ferry.prefix(2) + News.vote.prefix(2)),
      News.ferryFromTheQuay, News.vote,
    ]
    for (x, one) in texts.enumerated() {
      for other in texts[..<x] {
        let there = News.pair(News.article("a", one), News.article("b", other))
        #expect(News.pair(News.article("b", other), News.article("a", one)) == there)
        let renamed = News.pair(News.article("z", one), News.article("b", other))
        #expect((renamed == nil) == (there == nil))
        guard let there, let renamed else { continue }
        #expect(renamed.kind == there.kind && renamed.confidence == there.confidence)
        #expect(renamed.coverageA == there.coverageB && renamed.coverageB == there.coverageA)
        #expect(Set(renamed.passages.map(\.a)) == Set(there.passages.map(\.b)))
      }
    }
  }

  @Test("a changed figure, and a changed dateline, make a reprint an edited copy")
  func smallest() throws {
    let figure = News.article("figure", edited(News.ferry, [("214", "215")]))
    #expect(try #require(News.pair(ferry, figure)).kind == .edited)
    let line = "TORVIK (NPA) — "
    var dated = News.article("dated", [line + News.ferry[0]] + News.ferry.dropFirst())
    dated.dateline = Dateline(place: "TORVIK", agency: "NPA", range: 0..<line.utf8.count)
    let pair = try #require(News.pair(ferry, dated))
    #expect(pair.kind == .edited && pair.similarity == 1 && pair.changes == 0)
    #expect(News.pair(dated, News.article("again", News.ferry))?.kind == .edited)
  }

  @Test("a block that stands on both pages, word for word, copies neither from the other")
  func notice() throws {
    let notice = """
      Norlund Weekly is read by a hundred thousand people on both sides of the sound. If you liked this report, think of \
      the three reporters who wrote it, and of the printer, the driver and the boy who brings it, and take out a \
      subscription for a year, half a year or a month, at the price of a cup of coffee a day and with no obligation.
      """
    let own = { (text: [String]) in Array(repeating: text, count: 3).flatMap { $0 } }
    let a = News.article("a", own(News.vote) + [notice])
    let b = News.article("b", [notice] + own(News.mine))
    #expect(try #require(News.pair(a, b)).kind == .commonSource)
  }

  @Test("ranges lie on whole characters and quote the shared words (invariant 4)")
  func characters() throws {
    let text = """
      Übermüdet, aber heil: Die Fähre „Żuraw“ lief am Dienstag vor dem Hafen von Þórvík auf Grund, teilte die Küstenwache \
      mit. Niemand wurde verletzt. Über 200 Fahrgäste blieben die Nacht an Bord, wo die Köche heiße Suppe ausschenkten, \
      während Schlepper aus drei Häfen vergeblich versuchten, das Schiff zu befreien. 港口 blieb geschlossen, café inklusive. 🛟
      """
    let ownA = "Eigener Vorspann — ganz ohne Bezug, für Çağrı: "
    let ownB = "Ένα άλλο κείμενο, 別の話。 "
    let a = Article(id: "a", source: "a", text: ownA + text + " Ende…")
    let b = Article(id: "b", source: "b", text: ownB + text.lowercased() + " ééé")
    let pair = try #require(News.pair(a, b))
    for passage in pair.passages {
      let x = try #require(a.text.slice(passage.a))
      let y = try #require(b.text.slice(passage.b))
      #expect(x.lowercased() == y)
      #expect(x.hasPrefix("Übermüdet") && x.hasSuffix("inklusive"))
    }
  }

  @Test("what furniture, credits and the dateline mark is no part of the report")
  func marked() throws {
    let credit = "SOURCE: Northern Press Agency"
    var a = News.article("a", [credit] + News.ferry)
    a.credits = [
      Credit(
        name: "NPA", kind: .agency, role: .source, text: credit, place: .text, range: 0..<credit.utf8.count)
    ]
    var b = News.article("b", [credit] + News.vote)
    b.furniture = [Furniture(kind: .credit, text: credit, range: 0..<credit.utf8.count)]
    #expect(News.pair(a, b) == nil)
    let pair = try #require(News.pair(a, ferry))
    #expect(pair.kind == .verbatim)
    #expect(pair.passages.allSatisfy { $0.a.lowerBound >= credit.utf8.count })
  }
}
