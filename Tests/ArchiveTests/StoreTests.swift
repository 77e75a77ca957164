import Press
import Testing

@testable import Archive

@Suite("What is stored comes back as it was")
struct StoreTests {
  let folder: Folder
  init() throws { folder = try Folder() }

  func open(_ name: String = "news.stemma", _ mode: Archive.Mode = .create) throws -> Archive {
    try Archive(path: folder.file(name), mode: mode)
  }

  @Test("articles, findings, refusals and notices, and again after closing")
  func roundTrip() throws {
    let archive = try open()
    try News.fill(archive)
    let before = try Contents(archive)
    #expect(before.articles.first { $0.id == "c" } == News.article("c"))
    #expect(before.pairs == News.pairs)
    #expect(before.families == News.families)
    #expect(before.stemmata == [News.stemma])
    #expect(before.refusals.map(\.reason) == [.notText])
    #expect(before.notices.map(\.detail) == ["Cut."])
    #expect(try archive.check() == [])
    archive.close()
    #expect(folder.names == ["news.stemma"])
    #expect(kind { _ = try archive.counts() } == .closed)
    let reader = try open("news.stemma", .readOnly)
    #expect(try Contents(reader) == before)
    #expect(try reader.check() == [])
    #expect(kind { try reader.store([]) } == .readOnly)
  }

  @Test(
    "an article with nothing but a text",
    arguments: ["", "one line", "NUL \u{0} within", "é e\u{301} 👩‍👩‍👧 \u{FEFF}"])
  func bare(text: String) throws {
    let archive = try open()
    let article = Article(
      id: "x\u{0}y", source: "s\u{0}t", title: "t\u{0}u", bylines: ["a\u{0}b"], text: text)
    try archive.store([.article(article, contentHash: .max)])
    let back = try #require(try archive.article(id: "x\u{0}y"))
    #expect(back == article)
    #expect(back.text.utf8.elementsEqual(text.utf8))
    #expect(try archive.article(id: "x") == nil)
  }

  @Test("two spellings of é are two ids, as their bytes are")
  func bytesCount() throws {
    let archive = try open()
    let composed = News.article("caf\u{E9}", source: "s1")
    let decomposed = News.article("cafe\u{301}", source: "s2")
    try archive.store([.article(composed, contentHash: 1), .article(decomposed, contentHash: 2)])
    #expect(try archive.counts().articles == 2)
    let keys = [
      PageKey(id: "cafe\u{301}", contentHash: 2, source: "s2"),
      PageKey(id: "caf\u{E9}", contentHash: 2, source: "s2"),
    ]
    #expect(try archive.known(keys) == [true, false])
    let pair = Pair(
      a: composed.id, b: decomposed.id, kind: .verbatim, coverageA: 1, coverageB: 1, similarity: 1,
      wordsA: 40, wordsB: 50, equalWords: 36, changes: 3,
      passages: [Passage(a: 0..<3, b: 4..<7, similarity: 1)])
    for members in [[composed.id, decomposed.id], [decomposed.id, composed.id]] {
      let family = Family(id: "f", members: members)
      try archive.replaceFindings(pairs: [pair], families: [family], stemmata: [], digest: "d")
      #expect(
        try archive.family("f")?.members.map { Array($0.utf8) }
          == [decomposed.id, composed.id].map { Array($0.utf8) })
      var pairs: [Pair] = []
      try archive.forEachPair(batch: 1) { pairs += $0 }
      #expect(pairs == [pair])
    }
  }

  @Test("reading the same again changes nothing (invariant 3)")
  func idempotent() throws {
    let archive = try open()
    let batch: [Stored] = [
      .article(
        News.article("a"), contentHash: 1, notices: [Notice(source: "s", reason: .partial, detail: "d")]),
      .refusal(Refusal(source: "x", reason: .empty, detail: "Empty."), contentHash: 0),
    ]
    let first = try archive.store(batch)
    #expect((first.articles, first.refusals, first.known) == (1, 1, 0))
    let before = try Contents(archive)
    let digest = try archive.articlesDigest()
    let second = try archive.store(batch)
    #expect((second.articles, second.refusals, second.known) == (0, 0, 2))
    #expect(try Contents(archive) == before)
    #expect(try archive.articlesDigest() == digest)
    #expect(try archive.knows(id: "a", contentHash: 1))
    #expect(try !archive.knows(id: "a", contentHash: 2))
  }

  @Test("a refusal goes when its source is read after all, known or not")
  func lifted() throws {
    let archive = try open()
    let refusal = Stored.refusal(
      Refusal(source: "pile/a.html", reason: .noPermission, detail: "Shut."), contentHash: 0)
    let article = Stored.article(News.article("a"), contentHash: 1)
    let key = PageKey(id: "a", contentHash: 1, source: "pile/a.html")
    try archive.store([refusal])
    #expect(try archive.store([article]).liftedRefusals == 1)
    #expect(try archive.known([key]) == [true])
    try archive.store([refusal])
    #expect(try archive.known([key]) == [false])
    #expect(try archive.store([article]).liftedRefusals == 1)
    #expect(try archive.counts().pages == 1)
    #expect(try archive.refusals() == [])
  }

  @Test("a page found in two places is one article, whichever was read first")
  func twoPlaces() throws {
    let one = News.article("a", source: "pile/1", outlet: "First")
    let other = News.article(
      "a", source: "pile/2", text: "Other words altogether, found by nobody.", outlet: "Second")
    var seen: [Contents] = []
    for (name, order) in [("x", [one, other]), ("y", [other, one])] {
      let archive = try open(name)
      for article in order { try archive.store([.article(article, contentHash: 7)]) }
      seen.append(try Contents(archive))
      #expect(try archive.article(id: "a") == one)
      #expect(try archive.search(SearchQuery("nobody")).isEmpty)
      #expect(try archive.check().map(\.invariant) == [3])
    }
    #expect(seen[0] == seen[1])
    #expect(seen[0].sources == [["pile/1", "pile/2"]])
  }

  @Test("an article that older rules read is replaced in its place; by the same or older rules it is not")
  func renewed() throws {
    let archive = try open()
    try News.fill(archive)
    let key = PageKey(id: "a", contentHash: 1, source: "pile/a.html")
    #expect(try archive.known([key], rules: 3) == [false])
    let better = News.article(
      "a", source: "elsewhere/a.html", text: "The harbour reopened; the café stayed shut.")
    let report = try archive.store([.article(better, contentHash: 1)], rules: 3)
    #expect(report.renewed == 1 && report.articles == 0)
    let held = try #require(try archive.article(id: "a"))
    #expect(held.text == better.text && held.source == "elsewhere/a.html")
    #expect(try archive.findingsDigest() == nil)
    #expect(try archive.search(SearchQuery("reopened")).contains { $0.article == "a" })
    #expect(try archive.known([key], rules: 3) == [true])
    #expect(try archive.store([.article(News.article("a"), contentHash: 1)], rules: 2).renewed == 0)
    #expect(try archive.article(id: "a") == held)
    #expect(try archive.check().map(\.invariant) == [3])
  }

  @Test("new articles make the findings old, known ones do not")
  func digest() throws {
    let archive = try open()
    try News.fill(archive)
    #expect(try archive.findingsDigest() == "of four")
    #expect(try archive.findingsEngine() == "1.0")
    try archive.store([.article(News.article("a"), contentHash: 1)])
    #expect(try archive.findingsDigest() == "of four")
    let old = try archive.articlesDigest()
    try archive.store([.article(News.article("new"), contentHash: 9)])
    #expect(try archive.findingsDigest() == nil)
    #expect(try archive.articlesDigest() != old)
    #expect(try archive.families().count == 2)
  }

  @Test("what a killed program had stored is there when its files are opened again")
  func killed() throws {
    let archive = try open()
    try News.fill(archive)
    let before = try Contents(archive)
    for file in folder.names where !file.hasSuffix("-writer") {
      try copy(folder.file(file), folder.file("copy-" + file))
    }
    let again = try open("copy-news.stemma", .readWrite)
    #expect(try Contents(again) == before)
    #expect(try again.check() == [])
  }

  @Test("findings that cannot be stored leave the old ones whole")
  func wholeOrNothing() throws {
    let archive = try open()
    try News.fill(archive)
    let before = try Contents(archive)
    let bare = Pair(
      a: "a", b: "c", kind: .edited, coverageA: 1, coverageB: 1, similarity: 1, wordsA: 40, wordsB: 50,
      equalWords: 36, changes: 3, passages: [])
    let unknown = Pair(
      a: "a", b: "zz", kind: .edited, coverageA: 1, coverageB: 1, similarity: 1, wordsA: 40, wordsB: 50,
      equalWords: 36, changes: 3,
      passages: [Passage(a: 0..<1, b: 0..<1, similarity: 1)])
    let odd = Pair(
      a: "a", b: "c", kind: .edited, coverageA: .nan, coverageB: 1, similarity: 1, wordsA: 40, wordsB: 50,
      equalWords: 36, changes: 3, passages: unknown.passages)
    let noEvidence = Stemma(family: "f-a", nodes: News.stemma.nodes, edges: [News.edge("a", "b", [])])
    let noNode = Stemma(
      family: "f-a", nodes: [], edges: [News.edge("a", "b", [Stemma.Evidence(kind: .time, text: "t")])])
    for pairs in [[bare], [unknown], [odd], News.pairs + News.pairs] {
      #expect(
        kind { try archive.replaceFindings(pairs: pairs, families: News.families, stemmata: [], digest: "") }
          == .badFinding)
    }
    for stemma in [noEvidence, noNode] {
      #expect(
        kind {
          try archive.replaceFindings(pairs: [], families: News.families, stemmata: [stemma], digest: "")
        } == .badFinding)
    }
    let shared = [Family(id: "f", members: ["a"]), Family(id: "g", members: ["a"])]
    #expect(
      kind { try archive.replaceFindings(pairs: [], families: shared, stemmata: [], digest: "") }
        == .badFinding)
    #expect(try Contents(archive) == before)
    #expect(try archive.findingsDigest() == "of four")
  }

  @Test("findings may be computed from the archive while they are stored")
  func lazily() throws {
    let archive = try open()
    try News.fill(archive)
    let stemmata = ["f-a", "f-lone"].lazy.compactMap { (try? archive.stemma(family: $0)) ?? nil }
    try archive.replaceFindings(pairs: News.pairs, families: News.families, stemmata: stemmata, digest: "two")
    #expect(try archive.stemma(family: "f-a") == News.stemma)
    #expect(try archive.findingsDigest() == "two")
  }

  @Test("the walk over articles may read and write meanwhile")
  func walk() throws {
    let archive = try open()
    try archive.store((10..<40).map { .article(News.article("n\($0)"), contentHash: UInt64($0)) })
    var seen: [String] = []
    try archive.forEachArticle(batch: 7) { batch in
      for article in batch { #expect(try archive.article(id: article.id) == article) }
      try archive.store([.article(News.article("a"), contentHash: 1)])
      seen += batch.map(\.id)
    }
    #expect(seen == (10..<40).map { "n\($0)" })
    #expect(try archive.articles(ids: ["n12", "nobody", "a"]).map(\.id) == ["n12", "a"])
  }

  @Test("several threads read while one writes")
  func threads() async throws {
    let archive = try open()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for task in 0..<4 {
        group.addTask {
          for round in 0..<50 {
            if task == 0 {
              try archive.store([.article(News.article("t\(round)"), contentHash: UInt64(round))])
            } else {
              _ = try archive.search(SearchQuery("harbour"))
              _ = try archive.counts()
            }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try archive.counts().articles == 50)
  }
}
