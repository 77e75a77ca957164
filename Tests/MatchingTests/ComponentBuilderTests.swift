import Press
import TestSupport
import Testing

@testable import Matching

@Suite("Each component of linked pages is decided for itself")
struct ComponentBuilderTests {
  /// Members and links drawn at random; nothing need fit together but that ranges lie in the texts.
  private static func random(_ random: inout SplitMix, count: Int) -> (members: [Member], pairs: [Pair]) {
    let times = [nil, "2031-05-06", "2031-05-06T09:00Z", "2031-05-07", "2031-05-09"]
    let members = (0..<count).map { number in
      Member(
        id: "p\(number)", published: (times.randomElement(using: &random) ?? nil).flatMap { Moment(iso: $0) },
        outlet: Bool.random(using: &random) ? "Courier" : nil, lead: [0..<300],
        headlines: Bool.random(using: &random) ? [UInt64.random(in: 0..<4, using: &random)] : [])
    }
    var pairs: [Pair] = []
    for a in 0..<count {
      for b in (a + 1)..<max(a + 1, count) where Int.random(in: 0..<4, using: &random) == 0 {
        let (x, y) = (Int.random(in: 0..<900, using: &random), Int.random(in: 0..<900, using: &random))
        let length = Int.random(in: 50..<900, using: &random)
        pairs.append(
          Pair(
            a: "p\(a)", b: "p\(b)",
            kind: CopyKind.allCases.randomElement(using: &random) ?? .edited,
            versions: Int.random(in: 0..<20, using: &random) == 0,
            coverageA: Double.random(in: 0...1, using: &random),
            coverageB: Double.random(in: 0...1, using: &random), similarity: 1, wordsA: 200, wordsB: 200,
            equalWords: 90, changes: 1,
            passages: [Passage(a: x..<x + length, b: y..<y + length, similarity: 1)]))
      }
    }
    return (members, pairs)
  }

  @Test("the whole pile and its components by themselves give the same families, in any order")
  func law() {
    var random = SplitMix(seed: 77)
    for round in 0..<150 {
      // Several islands, so that there is more than one component.
      var members: [Member] = []
      var pairs: [Pair] = []
      var apart: [Family] = []
      for island in 0..<3 {
        let made = Self.random(&random, count: round % 13 + 1)
        let own = made.members.map {
          Member(
            id: "i\(island)" + $0.id, published: $0.published, outlet: $0.outlet, lead: $0.lead,
            headlines: $0.headlines)
        }
        let numbers = Dictionary(uniqueKeysWithValues: zip(own.map(\.id), own.indices))
        let links = made.pairs.map { pair in
          Pair(
            a: "i\(island)" + pair.a, b: "i\(island)" + pair.b, kind: pair.kind, versions: pair.versions,
            coverageA: pair.coverageA, coverageB: pair.coverageB, similarity: 1, wordsA: 200, wordsB: 200,
            equalWords: 90, changes: 1, passages: pair.passages)
        }
        apart +=
          ComponentBuilder.decide(
            members: own, links: links.map { Link($0, a: numbers[$0.a] ?? 0, b: numbers[$0.b] ?? 0) }
          ).families
        members += own
        pairs += links
      }
      let whole = FamilyBuilder(members: members.shuffled(using: &random))
        .families(pairs: pairs.shuffled(using: &random))
      #expect(whole == apart.sorted { $0.members[0] < $1.members[0] })
      #expect(whole.flatMap(\.members).sorted() == members.map(\.id).sorted())
    }
  }

  @Test("which links are re-judged does not depend on their order")
  func rejudged() {
    var random = SplitMix(seed: 78)
    for _ in 0..<100 {
      let made = Self.random(&random, count: 12)
      let builder = FamilyBuilder(members: made.members)
      let expected = Set(builder.judged(pairs: made.pairs).pairs)
      #expect(Set(builder.judged(pairs: made.pairs.shuffled(using: &random)).pairs) == expected)
    }
  }

  /// Two clusters of six whose pages are each other's whole text, with `bridges` links between them that begin alike.
  private func families(bridges: Int) -> [[String]] {
    func pair(_ a: String, _ b: String, _ coverage: Double) -> Pair {
      Pair(
        a: a, b: b, kind: .edited, coverageA: coverage, coverageB: coverage, similarity: 1, wordsA: 200,
        wordsB: 200, equalWords: Int(200 * coverage), changes: 1,
        passages: [Passage(a: 0..<Int(1000 * coverage), b: 0..<Int(1000 * coverage), similarity: 1)])
    }
    var pairs: [Pair] = []
    for a in 0..<6 {
      for b in (a + 1)..<max(a + 1, 6) {
        pairs += [pair("a\(a)", "a\(b)", 1), pair("b\(a)", "b\(b)", 1)]
      }
      for b in 0..<6 { pairs.append(pair("a\(a)", "b\(b)", a * 6 + b < bridges ? 0.4 : 0.2)) }
    }
    let members = ["a", "b"].flatMap { side in
      (0..<6).map { Member(id: "\(side)\($0)", published: nil, lead: [0..<300]) }
    }
    return FamilyBuilder(members: members).families(pairs: pairs).map(\.members)
  }

  @Test("one strong link between two large clusters does not weld them; agreement of many does")
  func oneBadLink() {
    #expect(families(bridges: 1).count == 2)
    #expect(families(bridges: 36).count == 1)
  }
}
