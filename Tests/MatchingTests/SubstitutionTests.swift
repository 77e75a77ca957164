import Press
import TestSupport
import Testing

@testable import Matching

@Suite("A synonym machine is told from an editor and from a scanner")
struct SubstitutionTests {
  private static let report = News.ferry + News.vote + News.mine

  /// Plain words of a text: in small letters, and long enough to have synonyms.
  private func plainPlaces(_ words: [String]) -> [Int] {
    words.indices.filter { words[$0].utf8.count >= 5 && words[$0].utf8.allSatisfy { 0x61...0x7A ~= $0 } }
  }

  /// The report with `change` done to the plain words whose rank among these is in `ranks`.
  private func changed(_ ranks: (Int) -> Bool, _ change: (String, Int) -> String) -> [String] {
    var rank = -1
    return Self.report.map { paragraph in
      var words = paragraph.split(separator: " ").map(String.init)
      for place in plainPlaces(words) {
        rank += 1
        if ranks(rank) { words[place] = change(words[place], rank) }
      }
      return words.joined(separator: " ")
    }
  }

  private func kind(_ copy: [String]) -> CopyKind? {
    News.pair(News.article("report", Self.report), News.article("copy", copy))?.kind
  }

  /// Words that no machine would think of, but that mean nothing, so that they are like no word of the report.
  private func synonym(_ word: String, _ rank: Int) -> String {
    ["quaggod", "zimbly", "vuxor", "jaqued", "wyghal"][rank % 5]
  }

  @Test("one plain word in some twenty-eight, all over the text, is spinning", arguments: [5, 7, 9])
  func light(every: Int) { #expect(kind(changed({ $0 % every == 2 }, synonym)) == .spun) }

  @Test("as many words in two paragraphs are an editor's")
  func clustered() {
    let some = changed({ (0..<16).contains($0) }, synonym)
    #expect(kind(some) == .edited)
  }

  @Test("a dozen scattered words with some inserted and left out are an editor's")
  func scattered() {
    var rank = 0
    let copy = changed({ $0 % 9 == 2 }, synonym).map { paragraph in
      rank += 1
      return rank % 2 == 0
        ? "Meanwhile, " + paragraph : paragraph.replacing(" the ", with: " ", maxReplacements: 1)
    }
    #expect(kind(copy) == .edited)
  }

  @Test("other endings and spellings are an editor's, however many")
  func bent() {
    #expect(kind(changed({ $0 % 4 == 0 }, { word, _ in word + "s" })) == .edited)
    #expect(kind(changed({ $0 % 4 == 0 }, { word, _ in String(word.dropLast()) })) == .edited)
  }

  @Test("a text badly scanned is aligned whole and never called spun", arguments: [3, 5, 10])
  func scanned(percent: Int) throws {
    var random = SplitMix(seed: UInt64(percent))
    let copy = Self.report.map { paragraph in
      String(
        paragraph.map { letter in
          guard letter.isLetter, Int.random(in: 0..<100, using: &random) < percent else { return letter }
          return "lcrnuoeahtbdi".randomElement(using: &random) ?? letter
        })
    }
    let pair = try #require(News.pair(News.article("report", Self.report), News.article("copy", copy)))
    #expect(pair.kind == .edited)
    #expect(pair.coverageA > 0.93 && pair.coverageB > 0.93)
  }

  @Test("letters tell a bent word from another one")
  func letters() {
    func near(_ x: String, _ y: String) -> Bool {
      var (x, y) = (x, y)
      return x.withUTF8 { a in y.withUTF8 { b in Letters.areNear(a[...], b[...]) } }
    }
    for (x, y) in [
      ("report", "reports"), ("travelling", "traveling"), ("harbour", "harbor"), ("Centre", "center"),
      ("rnorning", "morning"), ("said", "sa1d"), ("announced", "announces"),
    ] {
      #expect(near(x, y) && near(y, x), "\(x) \(y)")
    }
    for (x, y) in [("era", "period"), ("cold", "chilly"), ("said", "stated"), ("big", "large"), ("", "a")] {
      #expect(!near(x, y) && !near(y, x), "\(x) \(y)")
    }
  }
}
