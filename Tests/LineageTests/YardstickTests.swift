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
}
