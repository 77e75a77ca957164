import Foundation
import Press
import TestSupport
import Testing

@testable import Desk

/// What is put aside comes back as it was.
@Suite("Records on disk")
struct SpoolTests {
  private let folder = NSTemporaryDirectory()

  private func pair(_ a: Int, _ b: Int, _ random: inout SplitMix) -> Pair {
    let passages = (0..<Int.random(in: 1...5, using: &random)).map { number in
      let start = number * 1000 + Int.random(in: 0..<500, using: &random)
      return Passage(
        a: start..<(start + 40), b: (start / 3)..<(start / 3 + 300),
        similarity: Double.random(in: 0...1, using: &random))
    }
    return Pair(
      a: Self.id(a), b: Self.id(b), kind: CopyKind.allCases.randomElement(using: &random) ?? .edited,
      confidence: Double.random(in: 0...1, using: &random), versions: Bool.random(using: &random),
      coverageA: 1 / 3, coverageB: Double.random(in: 0...1, using: &random), similarity: 0.1,
      wordsA: Int.random(in: 0...100_000, using: &random), wordsB: 7, equalWords: 300, changes: 0,
      spun: [nil, Self.id(a), Self.id(b)].randomElement(using: &random) ?? nil, passages: passages)
  }

  /// Ids whose order is that of the numbers.
  private static func id(_ number: Int) -> String { "r\(1_000_000 + number)" }

  @Test("pairs come back in their order, whatever part of them lies on disk", arguments: [0, 3000, 1 << 30])
  func pairs(limit: Int) throws {
    var random = SplitMix(seed: 31)
    var all: [[Int]: Pair] = [:]
    while all.count < 400 {
      let a = Int.random(in: 0..<500, using: &random)
      let b = Int.random(in: (a + 1)...600, using: &random)
      all[[a, b]] = pair(a, b, &random)
    }
    var spool = PairSpool(limit: limit, folder: folder)
    for batch in Array(all).shuffled(using: &random).chunks(of: 7) {
      var writer = RecordWriter()
      for (numbers, pair) in batch { PairRecord.append(pair, a: numbers[0], b: numbers[1], to: &writer) }
      try spool.add(writer.bytes)
    }
    try spool.finish()
    #expect(spool.count == all.count)
    let expected = all.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    for _ in 0..<2 {
      var found: [Pair] = []
      let cursor = try spool.cursor()
      while let batch = try cursor.next(size: 500) {
        PairRecord.forEach(in: batch) { found.append($0.pair(Self.id($0.a), Self.id($0.b))) }
      }
      #expect(found == expected)
    }
  }

  @Test("an article comes back with all that is known of it")
  func article() {
    let whole = Article(
      id: "a", source: "pile/a.html#3", address: "https://a.example/", outlet: "Harbour Post",
      title: "Ship “lost”",
      standfirst: "", section: "Sea", bylines: ["Ann Lee", ""], published: Moment(iso: "2023-04-16"),
      modified: Moment(iso: "2023-04-16T10:00:00+02:00"), language: "en",
      dateline: Dateline(place: "Oslo", date: Moment(iso: "2023-04"), agency: "NTB", range: 0..<4),
      credits: [
        Credit(
          name: "NTB", kind: .agency, role: .source, text: "Oslo", place: .text, range: 0..<4, spun: true),
        Credit(
          name: "", kind: .unnamed, role: .contributed, text: "this", place: .furniture, address: "x",
          line: 0,
          lineRange: 6..<10),
      ], text: "Oslo: a ship sank off Ørland.",
      furniture: [
        Furniture(kind: .share, text: "Share\tthis"), Furniture(kind: .credit, text: "Oslo", range: 0..<4),
      ], series: "s", form: .summary, part: .init(number: 1, of: 0),
      blocks: [.init(kind: .table, range: 6..<12)], found: [.title: .openGraph, .published: .modified],
      flags: [.init(kind: .datedBeforeWords, detail: "Dated 2023, speaks of 2025.")])
    for article in [whole, Article(id: "", source: "", text: ""), Pile.article("b", ["One line."])] {
      #expect(ArticleRecord.bytes(of: article).withUnsafeBytes { ArticleRecord.article($0) } == article)
    }
  }

  @Test("a cache of any size gives the text that was asked for", arguments: [0, 20_000, 1 << 30])
  func cache(limit: Int) throws {
    let source = HeldWitnesses(Pile.articles(reports: 8, seed: 2))
    var cache = WitnessCache(limit: limit)
    var random = SplitMix(seed: 3)
    for _ in 0..<500 {
      let number = Int.random(in: 0..<source.count, using: &random)
      #expect(try cache.text(number, source).witness.id == source.id(number))
    }
  }

  @Test("texts that are to be compared with each other stand side by side, each once")
  func order() throws {
    let lists = [[2, 5], [4], [5], [], [6], [], []]
    var writer = CandidateLists.Writer(count: lists.count, folder: folder)
    for list in lists { try writer.add(list) }
    let finished = try writer.finished()
    #expect(lists.indices.map(finished.order) == [0, 2, 5, 1, 4, 3, 6])
    #expect(try lists.indices.map(finished.candidates) == lists)
    var at = 0
    var seen: [Int] = []
    while let stretch = finished.nextStretch(from: &at) { seen += stretch.map(finished.order) }
    #expect(seen.sorted() == Array(lists.indices))
  }
}

extension Array {
  fileprivate func chunks(of size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min(count, $0 + size)] }
  }
}
