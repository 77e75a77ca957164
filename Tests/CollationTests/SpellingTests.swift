import Collation
import Press
import Testing

@Suite("House style is no alteration")
struct SpellingTests {
  private func kinds(_ before: String, _ after: String) -> [Variant.Kind] {
    let frame =
      "The harbour master said on Tuesday that the ship had left the pier before the storm and that he saw it."
    func article(_ id: String, _ sentence: String) -> Article {
      Article(id: id, source: id, text: frame + "\n\n" + sentence + "\n\n" + frame)
    }
    return Comparison.variants(from: article("a", before), to: article("b", after), family: "f").map(\.kind)
  }

  @Test("a British spelling in a quotation is a spelling, another word an altered quotation")
  func quotation() {
    #expect(
      kinds("“It lay three hundred meters off,” he said.", "“It lay three hundred metres off,” he said.") == [
        .spelling
      ])
    #expect(
      kinds("“It lay three hundred meters off,” he said.", "“It lay three hundred yards off,” he said.") == [
        .quotation, .substituted,
      ])
  }

  @Test(
    "pairs of spellings",
    arguments: [
      ("labor", "labour"), ("organized", "organised"), ("center", "centre"), ("canceled", "cancelled"),
      ("defense", "defence"), ("analyze", "analyse"), ("catalog", "catalogue"), ("gray", "grey"),
    ])
  func pairs(american: String, british: String) {
    #expect(kinds("He spoke of \(american) at length.", "He spoke of \(british) at length.") == [.spelling])
  }

  @Test(
    "words that only look alike are other words",
    arguments: [("filed", "filled"), ("now", "out"), ("our", "or")])
  func others(one: String, other: String) {
    #expect(kinds("They had \(one) it again.", "They had \(other) it again.") == [.substituted])
  }

  @Test("a time written otherwise is no change")
  func times() {
    #expect(kinds("It left at 6:52 a.m. for the island.", "It left at 6.52am for the island.") == [])
    #expect(kinds("It left at 6:52 a.m. for the island.", "It left at 6.25am for the island.") == [.date])
  }
}
