import Press
import TestSupport
import Testing

@testable import Archive

@Suite("Search finds what was typed")
struct SearchTests {
  let archive: Archive
  let folder: Folder

  init() throws {
    folder = try Folder()
    archive = try Archive(path: folder.file("x"), mode: .create)
    try News.fill(archive)
  }

  func found(_ typed: String) throws -> [String] { try archive.search(SearchQuery(typed)).map(\.article) }

  @Test("words, phrases, accents and headlines")
  func words() throws {
    #expect(try found("goat mayor") == ["lone"])
    #expect(try found("mayor goat") == ["lone"])
    #expect(try found("\"mayor goat\"").isEmpty)
    #expect(try found("\"the mayor's race\"") == ["lone"])
    #expect(try found("goat \"mayor's race\" hobbleton") == ["lone"])
    #expect(try found("CAFE") == ["a", "b", "c"])
    #expect(try found("goat café").isEmpty)
    #expect(try found("storm goat") == ["lone"])
    #expect(try found("\"unended goat").isEmpty)
    #expect(try found("\"a goat won") == ["lone"])
  }

  @Test(
    "operators of the engine are words",
    arguments: ["goat OR café", "goat NOT mayor", "title:goat", "goat*", "NEAR(goat mayor)", "^goat"])
  func operators(typed: String) throws {
    let hits = try found(typed)
    #expect(hits == (["goat*", "^goat"].contains(typed) ? ["lone"] : []))
  }

  @Test("a hit quotes its article exactly (invariant 4)")
  func snippet() throws {
    let words = (0..<200).map { "wörd\($0)" }.joined(separator: " — ")
    try archive.store([.article(News.article("long", text: words), contentHash: 50)])
    let hit = try #require(try archive.search(SearchQuery("wörd150")).first)
    let text = try #require(try archive.article(id: "long")).text
    #expect(Array(text.utf8)[hit.range].elementsEqual(hit.snippet.utf8))
    #expect(hit.snippet.contains("wörd150"))
    #expect(hit.range.lowerBound > 0)
    let other = try #require(try archive.search(SearchQuery("cafe"), limit: 1).first)
    #expect(other.family == "f-a" && other.outlet == "Courier" && other.published?.iso == "2031-05-06")
    #expect(other.title == "Harbour reopens after storm")
    #expect(try archive.search(SearchQuery("cafe"), limit: 0).isEmpty)
    #expect(try archive.search(SearchQuery("cafe"), limit: -5).isEmpty)
  }

  @Test("no query whatever fails")
  func fuzz() throws {
    var random = SplitMix(seed: 11)
    let pieces = [
      "\"", "\"\"", "\"\u{301}", "'", "*", "(", ")", "AND", "OR", "NOT", "NEAR", "NEAR(a b, 2)", ":",
      "title:", "{title text}:", "-", "^", "+", "\\",
      "\0", "goat", "café", "🐐", "\u{301}", "½", "٣", "e\u{301}", " ", "\n", "\t", ";", "--", "/*", "%", "?1",
      "a\0b", "\u{10FFFF}", "ß", "Ⅻ",
      "\u{E000}", "\u{200D}", "漢字", "กำ", "rank", "search", "1e9", ".",
    ]
    for _ in 0..<10_000 {
      let typed = (0..<Int.random(in: 0...8, using: &random)).map { _ in
        Bool.random(using: &random)
          ? pieces.randomElement(using: &random) ?? ""
          : String(Unicode.Scalar(UInt32.random(in: 0...0xD7FF, using: &random)) ?? "x")
      }.joined(separator: Bool.random(using: &random) ? " " : "")
      #expect(throws: Never.self) { try archive.search(SearchQuery(typed), limit: 3) }
    }
  }

  @Test("endless queries are cut, hopeless ones stopped")
  func limits() throws {
    #expect(try found(String(repeating: "goat ", count: 100_000)) == ["lone"])
    #expect(SearchQuery(String(repeating: "é", count: 100_000)).phrases.map(\.utf8.count) == [10_000])
    #expect(SearchQuery("x" + String(repeating: "é", count: 100_000)).phrases.map(\.utf8.count) == [9_999])
    #expect(SearchQuery(" \" \" !!! ").isEmpty)
    try archive.store((0..<3000).map { .article(News.article("m\($0)"), contentHash: UInt64(100 + $0)) })
    #expect(kind { _ = try archive.search(SearchQuery("harbour"), seconds: 0) } == .tooSlow)
    #expect(try archive.search(SearchQuery("harbour")).count == 20)
  }

  @Test("names are resolved by id, beginning, path and file name")
  func resolve() throws {
    let lone = Candidate.article(id: "lone", source: "pile/lone.html", title: "Harbour reopens after storm")
    for name in ["lone", "lo", "pile/lone.html", "lone.html"] {
      #expect(try archive.resolve(name) == [lone], "\(name)")
    }
    #expect(try archive.resolve("f-a") == [.family(id: "f-a", size: 3)])
    #expect(try archive.resolve("f-").count == 2)
    #expect(try archive.resolve("f-", limit: 1).count == 1)
    for name in ["", "%", "_", "*", "'", "nobody", "one.html", "\0", "l%"] {
      #expect(try archive.resolve(name) == [], "\(name)")
    }
    try archive.store(
      (0..<3).map {
        .article(News.article("r\($0)", source: "pile/feed.jsonl#\($0)"), contentHash: UInt64(20 + $0))
      })
    for name in ["feed.jsonl", "pile/feed.jsonl"] { #expect(try archive.resolve(name).count == 3, "\(name)") }
    #expect(try archive.resolve("feed.jsonl#1").count == 1)
  }

  @Test("families by size, pairs by who is in them")
  func families() throws {
    #expect(try archive.families() == News.families)
    #expect(try archive.families(minSize: 2) == [News.families[0]])
    #expect(try archive.families(limit: 1, offset: 1) == [News.families[1]])
    #expect(try archive.family(of: "b")?.id == "f-a")
    #expect(try archive.family("no") == nil)
    #expect(try archive.pairs(family: "f-a") == News.pairs)
    #expect(try archive.pairs(touching: "c") == [News.pairs[1]])
    #expect(try archive.pairs(touching: "b") == News.pairs)
    #expect(try archive.stemma(family: "f-lone") == nil)
    let counts = try archive.counts()
    #expect((counts.pages, counts.articles, counts.refusals, counts.notices) == (5, 4, 1, 1))
    #expect((counts.pairs, counts.passages, counts.families, counts.copiedFamilies) == (2, 3, 2, 1))
    #expect((counts.stemmata, counts.arrows, counts.lostWitnesses) == (1, 4, 2))
  }
}
