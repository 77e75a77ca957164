import Press
import Testing

@testable import Reading

@Suite("Paragraphs that introduce the writer")
struct BioJudgeTests {
  private static let report = [
    "Eastmere’s harbour reopened on Monday after a winter of repairs, the harbour office said.",
    "Two ferries sailed before noon, and the fish market opened an hour later than it used to.",
    "Jo Ames is the keeper whom the crews thanked first, and she thanked them in turn.",
    "The council had voted for the repairs in autumn by a majority of one.",
    "More piers will follow in the coming year, the office said.",
  ]

  private func kinds(_ text: [String], names: [String]) -> [Furniture.Kind?] {
    var kinds: [Furniture.Kind?] = Array(repeating: nil, count: text.count)
    BioJudge.judge(text.map { Line($0, .builtIn) }, &kinds, names: names)
    return kinds
  }

  @Test(
    "behind the report, what opens with the writer’s name and says who he is introduces him",
    arguments: [
      "Tom Vale is a reporter at the Eastmere Quay and writes about the sea.",
      "Dr. Tom Vale has written for the Quay since the flood.",
    ])
  func introduction(_ line: String) {
    let found = kinds(Self.report + [line], names: ["Tom Vale"])
    #expect(found.last == .bylineBox)
    #expect(found.dropLast().allSatisfy { $0 == nil })
  }

  @Test("the report’s persons are not its writers, and a writer’s deed is not his introduction")
  func report() {
    #expect(kinds(Self.report, names: ["Tom Vale"]).allSatisfy { $0 == nil })
    let line = "Tom Vale of the Quay contributed to this report from the harbour."
    #expect(kinds(Self.report + [line], names: ["Tom Vale"]).allSatisfy { $0 == nil })
    let other = "Ann Vale is the harbour master, and the office is run by her."
    #expect(kinds(Self.report + [other], names: ["Tom Vale"]).allSatisfy { $0 == nil })
  }
}
