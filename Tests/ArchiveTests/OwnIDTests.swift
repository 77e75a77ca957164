import Press
import TestSupport
import Testing

@testable import Archive

@Suite("Pages that came with the same id are kept apart, in whatever order they came")
struct OwnIDTests {
  let folder: Folder
  init() throws { folder = try Folder() }

  struct Came: Sendable {
    let own: String
    let hash: UInt64
  }

  /// Stores `pages` in one order and says which hash got which id.
  func names(_ pages: [Came], _ name: String) throws -> ([UInt64: String], Contents) {
    let archive = try Archive(path: folder.file(name), mode: .create)
    for page in pages {
      let article = News.article(page.own, source: "pile#\(page.hash)", text: "Text of \(page.hash).")
      try archive.store([.article(article, contentHash: page.hash)])
    }
    #expect(try archive.check().map(\.invariant) == [3])
    let contents = try Contents(archive)
    let pairs = contents.articles.map { article in
      (pages.first { "pile#\($0.hash)" == article.source }?.hash ?? 0, article.id)
    }
    return (Dictionary(uniqueKeysWithValues: pairs), contents)
  }

  func expectSame(_ pages: [Came], _ expected: [UInt64: String]) throws {
    var first: Contents?
    for (index, order) in permutations(pages).enumerated() {
      let (names, contents) = try names(order, "n\(expected.keys.sorted())-\(index)")
      #expect(names == expected)
      if let first { #expect(contents == first) } else { first = contents }
    }
  }

  @Test("the smallest hash, unsigned, keeps the id")
  func three() throws {
    try expectSame(
      [
        Came(own: "1", hash: 0xF000_0000_0000_0001), Came(own: "1", hash: 0x0A00_0000_0000_0002),
        Came(own: "1", hash: 0x8000_0000_0000_0003),
      ],
      [0x0A00_0000_0000_0002: "1", 0x8000_0000_0000_0003: "1~80000000", 0xF000_0000_0000_0001: "1~f0000000"])
  }

  @Test("hashes with the same head are written out")
  func sameHead() throws {
    try expectSame(
      [
        Came(own: "1", hash: 0xABCD_0123_0000_0001), Came(own: "1", hash: 0xABCD_0123_0000_0002),
        Came(own: "1", hash: 5),
      ],
      [5: "1", 0xABCD_0123_0000_0001: "1~abcd012300000001", 0xABCD_0123_0000_0002: "1~abcd012300000002"])
    try expectSame(
      [Came(own: "1", hash: 1), Came(own: "1", hash: 2), Came(own: "1", hash: 3)],
      [1: "1", 2: "1~0000000000000002", 3: "1~0000000000000003"])
  }

  @Test("an id that looks like a given one has precedence")
  func precedence() throws {
    let loser: UInt64 = 0xAAAA_BBBB_CCCC_DDDD
    try expectSame(
      [
        Came(own: "1", hash: 1), Came(own: "1", hash: loser), Came(own: "1~aaaabbbb", hash: 9),
        Came(own: "1~aaaabbbbccccdddd", hash: 8),
      ],
      [1: "1", loser: "1~aaaabbbbccccdddd~", 9: "1~aaaabbbb", 8: "1~aaaabbbbccccdddd"])
  }

  @Test("random crowds of ids end the same in any order")
  func crowds() throws {
    var random = SplitMix(seed: 11)
    let heads: [UInt64] = [1 << 32, 2 << 32, 0xAAAA_BBBB << 32]
    let owns = ["a", "a~00000001", "a~0000000100000001", "a~00000001~00000002", "b", "a~aaaabbbb"]
    for round in 0..<25 {
      var pages: [Came] = []
      for own in owns {
        for head in heads where Bool.random(using: &random) {
          for tail in 0..<UInt64.random(in: 1...3) { pages.append(Came(own: own, hash: head | tail)) }
        }
      }
      var results: [Set<String>] = []
      for turn in 0..<3 {
        let archive = try Archive(path: folder.file("crowd-\(round)-\(turn)"), mode: .create)
        let shuffled = pages.shuffled(using: &random)
        try archive.store(
          shuffled.map {
            .article(News.article($0.own, source: "\($0.own)#\($0.hash)"), contentHash: $0.hash)
          })
        var found: Set<String> = []
        try archive.forEachArticle { found.formUnion($0.map { "\($0.source) is \($0.id)" }) }
        results.append(found)
      }
      #expect(results[0].count == pages.count)
      #expect(results[0] == results[1] && results[1] == results[2])
    }
  }

  @Test("a shared id is said, and a stemma follows its article to the new id")
  func notice() throws {
    let archive = try Archive(path: folder.file("x"), mode: .create)
    try archive.store([.article(News.article("a", source: "old"), contentHash: 0x0000_0009_0000_0000)])
    try archive.replaceFindings(
      pairs: [], families: [Family(id: "f", members: ["a"])],
      stemmata: [Stemma(family: "f", nodes: [Stemma.Node(id: "a", lost: false, label: "A")], edges: [])],
      digest: "d")
    let report = try archive.store([.article(News.article("a", source: "new"), contentHash: 1)])
    #expect((report.articles, report.renamed) == (1, 1))
    #expect(try archive.notices().map(\.source) == ["old"])
    #expect(try archive.notices().map(\.reason) == [.duplicateID])
    // The old findings spoke of the old article, and still do.
    #expect(try archive.family("f")?.members == ["a~00000009"])
    #expect(try archive.stemma(family: "f")?.nodes.map(\.id) == ["a~00000009"])
  }

  @Test("twenty thousand pages of one id are stored in time that grows with their number")
  func many() throws {
    let archive = try Archive(path: folder.file("x"), mode: .create)
    let pages = (1...20_000).map { number in
      Stored.article(
        Article(id: "1", source: "#\(number)", text: "x"),
        contentHash: UInt64(20_001 - number) &* 0x9E37_79B9_7F4A_7C15)
    }
    let start = ContinuousClock.now
    try archive.store(pages)
    print("20,000 pages with the same id:", ContinuousClock.now - start)
    #expect(try archive.counts().articles == 20_000)
  }

  func permutations<T>(_ items: [T]) -> [[T]] {
    if items.count < 2 { return [items] }
    return items.indices.flatMap { index in
      var rest = items
      let item = rest.remove(at: index)
      return permutations(rest).map { [item] + $0 }
    }
  }
}
