import Press
import Testing

@testable import Reading

@Suite("The kind of a line that markup put aside")
struct KindJudgeTests {
  @Test("A line says what it is, whatever box it stands in", arguments: try Fixture.rows("kinds.tsv"))
  func kinds(_ row: [String]) throws {
    let box = Furniture.Kind(rawValue: row[0])
    let line = Line(
      Block(text: row[2], linkShare: Double(row[1]) ?? 0, declared: box, isAround: box == nil), .builtIn)
    var kinds: [Furniture.Kind?] = [box ?? .navigation]
    KindJudge.settle([line], &kinds, title: "Harbour council votes to widen the pier", names: ["Ilse Brandt"])
    #expect(kinds[0]?.rawValue == row[3], "\(row[2])")
  }

  @Test("Labels in a row are a menu, in a box of related links too")
  func menu() {
    let words = ["Tides", "Pilots", "Ropes", "Knots and bends", "Sails"]
    let lines = words.map { Line(Block(text: $0, linkShare: 1, declared: .relatedLink), .builtIn) }
    var kinds: [Furniture.Kind?] = Array(repeating: .relatedLink, count: lines.count)
    KindJudge.settle(lines, &kinds, title: nil, names: [])
    #expect(kinds.allSatisfy { $0 == .navigation })
  }

  @Test("Fields beside an invitation to comment are the comments'")
  func form() {
    let words = ["Leave a comment", "Name", "Email address"]
    let lines = words.map { Line(Block(text: $0, isAround: true), .builtIn) }
    var kinds: [Furniture.Kind?] = Array(repeating: .navigation, count: lines.count)
    KindJudge.settle(lines, &kinds, title: nil, names: [])
    #expect(kinds == [.comments, .comments, .comments])
  }

  @Test("What is the article stays the article")
  func article() {
    let lines =
      Fixture.body.map { Line($0, .builtIn) } + [Line(Block(text: "Share", isAround: true), .builtIn)]
    var kinds: [Furniture.Kind?] = Array(repeating: nil, count: lines.count - 1) + [.navigation]
    KindJudge.settle(lines, &kinds, title: nil, names: [])
    #expect(kinds == [nil, nil, nil, nil, .share])
  }
}
