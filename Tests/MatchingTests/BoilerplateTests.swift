import Press
import Testing

@testable import Matching

@Suite("A notice that many pages bear makes no family of them")
struct BoilerplateTests {
  @Test("reports of their own over one long legal notice stay apart", arguments: [3, 20, 60])
  func notice(count: Int) async {
    let notice = (0..<60).map { "clause\($0)" }.joined(separator: " ")
    let pages = (0..<count).map { page in
      let own = (0..<100).map { "word\(page)x\($0)" }.joined(separator: " ")
      return Article(id: "p\(page)", source: "p\(page)", text: own + ".\n\n" + notice)
    }
    let witnesses = pages.map(Witness.init)
    var pairs: [Pair] = []
    for (i, a) in witnesses.enumerated() {
      for b in witnesses[(i + 1)...] {
        if let pair = PairJudge().judge(a, a.wordIndex, b, b.wordIndex) { pairs.append(pair) }
      }
    }
    #expect(!pairs.isEmpty)
    let builder = FamilyBuilder(ids: pages.map(\.id), published: pages.map(\.published))
    #expect(builder.families(pairs: pairs).count == count)
  }
}
