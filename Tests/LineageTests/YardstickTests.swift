import Press
import Testing

@testable import Lineage

/// Methods of others, for comparison: on distances and readings whose tree is known.
@Suite struct YardstickTests {
  @Test func neighbourJoiningFindsTheTreeOfAdditiveDistances() {
    // ((A, B), (C, D)) with A at 1, B at 4, C at 2, D at 3 and 2 between the joins.
    let tree = NeighbourJoining([[0, 5, 5, 6], [5, 0, 8, 9], [5, 8, 0, 5], [6, 9, 5, 0]])
    let hub = Dictionary(
      uniqueKeysWithValues: tree.joins.flatMap { [($0.1, $0.0), ($0.0, $0.1)] }.filter { $0.0 < 4 })
    #expect(tree.joins.count == 5)
    #expect(hub[0] == hub[1] && hub[2] == hub[3] && hub[0] != hub[2])
  }

  @Test func neighbourJoiningTakesFewWitnesses() {
    #expect(NeighbourJoining([]).joins.isEmpty)
    #expect(NeighbourJoining([[0]]).joins.isEmpty)
    #expect(NeighbourJoining([[0, 1], [1, 0]]).joins.count == 1)
  }

  @Test func parsimonyNeedsNoMoreChangesThanItsStart() {
    // Three places part A, B from C, D, E; one parts D, E from the others; one speaks against.
    let readings = [
      [0, 0, 1, 1, 1], [0, 0, 1, 1, 1], [0, 0, 1, 1, 1], [0, 0, 0, 1, 1], [0, 1, 0, 1, -1],
    ]
    let wrong = NeighbourJoining([
      [0, 9, 1, 9, 9], [9, 0, 9, 1, 9], [1, 9, 0, 9, 9], [9, 1, 9, 0, 9], [9, 9, 9, 9, 0],
    ])
    let tree = Parsimony(readings, from: wrong)
    #expect(tree.changes == 6)
    #expect(tree.joins.count == 7)
  }

  @Test func theNearestTreeGoesFromTheRightWordToTheSlipAndFromTheWholeToTheCut() throws {
    let words = [
      "alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliett",
    ]
    func segment(_ place: Int, _ readings: [String], _ cells: [Int?]) -> Apparatus.Segment {
      Apparatus.Segment(
        kind: readings.count > 1 ? .substituted : nil,
        readings: readings.map { Apparatus.Reading(text: $0, words: $0.split(separator: " ").count) },
        cells: cells.map { $0.map { Apparatus.Cell(reading: $0, range: place..<place + 1) } })
    }
    // B is A without six words; C is B with a slip.
    let segments = [
      segment(0, [words.joined(separator: " ")], [0, 0, 0]),
      segment(2, ["the night ferry to the islands"], [0, nil, nil]),
      segment(3, ["captain", "captian"], [0, 0, 1]),
    ]
    let apparatus = Apparatus(family: "f1", witnesses: ["A", "B", "C"], level: .folded, segments: segments)
    let tree = try #require(NearestTree(apparatus))
    #expect(tree.arrows.map { [$0.0, $0.1] } == [[0, 1], [1, 2]])
    #expect(NearestTree(Apparatus(family: "f1", witnesses: ["A"], level: .folded, segments: [])) == nil)
  }
}
