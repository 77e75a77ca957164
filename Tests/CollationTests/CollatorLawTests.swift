import Collation
import Language
import Press
import TestSupport
import Testing

@Suite("Laws of collation")
struct CollatorLawTests {
  @Test("of a million random words none is lost", arguments: 0..<20)
  func nothingIsLost(part: Int) throws {
    var words = 0
    var seed = UInt64(1_000 * part)
    while words < 50_000 {
      seed += 1
      let tradition = Tradition(seed: seed, witnesses: 24, paragraphs: 8)
      let level = Apparatus.Level.allCases[Int(seed % 3)]
      let apparatus = try #require(Collator.apparatus(of: tradition.witnesses, family: "f", level: level))
      #expect(apparatus.losses(of: tradition.witnesses) == [])
      words += tradition.witnesses.reduce(0) { $0 + Tokenizer.tokens(of: $1.text).count }
    }
  }

  @Test("a thousand orders of the witnesses give one apparatus")
  func orderChangesNothing() {
    let witnesses = Tradition(seed: 5, witnesses: 7, paragraphs: 2).witnesses
    let apparatus = Collator.apparatus(of: witnesses, family: "f")
    var random = SplitMix(seed: 5)
    for _ in 0..<1_000 {
      let other = Collator.apparatus(of: witnesses.shuffled(using: &random), family: "f")
      #expect(other == apparatus)
      if other != apparatus { return }
    }
  }

  @Test("names of witnesses change nothing but their places")
  func namesChangeNothing() throws {
    let witnesses = Tradition(seed: 8, witnesses: 9, paragraphs: 4).witnesses
    let renamed = witnesses.enumerated().map { number, article in
      var other = article
      other.id = "z\(9 - number)"
      return other
    }
    let first = try #require(Collator.apparatus(of: witnesses, family: "f"))
    let second = try #require(Collator.apparatus(of: renamed, family: "f"))
    for (before, after) in zip(witnesses, renamed) {
      let left = first.segments.map { $0.cells[first.witnesses.firstIndex(of: before.id) ?? 0]?.range }
      let right = second.segments.map { $0.cells[second.witnesses.firstIndex(of: after.id) ?? 0]?.range }
      #expect(left == right)
    }
  }

  @Test("equal words get equal numbers, other words other ones, at each level", arguments: 0..<12)
  func readingsAreWhatTheySay(seed: Int) throws {
    let witnesses = Tradition(seed: UInt64(seed), witnesses: 10, paragraphs: 4).witnesses
    let apparatus = try #require(Collator.apparatus(of: witnesses, family: "f"))
    let texts = Dictionary(uniqueKeysWithValues: witnesses.map { ($0.id, Array($0.text.utf8)) })
    for segment in apparatus.segments {
      var keys = [[UInt32]?](repeating: nil, count: segment.readings.count)
      for (id, cell) in zip(apparatus.witnesses, segment.cells) {
        guard let cell, let bytes = texts[id] else { continue }
        let words = Tokenizer.tokens(of: String(decoding: bytes[cell.range], as: UTF8.self)).map(\.key)
        #expect(keys[cell.reading] ?? words == words)
        keys[cell.reading] = words
        #expect(segment.readings[cell.reading].words == words.count)
      }
      #expect(Set(keys).count == keys.count)
      #expect((segment.kind == nil) <= (segment.readings.count == 1))
    }
  }

  @Test("two witnesses have nearly as many equal words as if they were alone", arguments: 0..<8)
  func pairsLoseLittle(seed: Int) throws {
    let witnesses = Tradition(seed: UInt64(seed + 100), witnesses: 8, paragraphs: 4).witnesses
    let apparatus = try #require(Collator.apparatus(of: witnesses, family: "f"))
    var (found, best) = (0, 0)
    for x in witnesses.indices {
      for y in 0..<x {
        found += apparatus.equalWords(witnesses[x].id, witnesses[y].id)
        best += longestCommon(witnesses[x].text, witnesses[y].text)
      }
    }
    #expect(Double(found) >= 0.97 * Double(best))
  }

  /// Words of the longest common subsequence, by the plain table.
  private func longestCommon(_ a: String, _ b: String) -> Int {
    let (left, right) = (Tokenizer.tokens(of: a).map(\.key), Tokenizer.tokens(of: b).map(\.key))
    var row = [Int](repeating: 0, count: right.count + 1)
    for word in left {
      var diagonal = 0
      for (at, other) in right.enumerated() {
        let above = row[at + 1]
        row[at + 1] = word == other ? diagonal + 1 : max(above, row[at])
        diagonal = above
      }
    }
    return row[right.count]
  }
}

/// Implication.
private func <= (_ a: Bool, _ b: Bool) -> Bool { !a || b }
