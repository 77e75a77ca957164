/// Places at which two texts differ: words replaced, stretches cut, added or moved, each once however long.
struct Changes {
  let places: Int

  /// Counts the places; `alignments` come in the order of the first text.
  init(_ alignments: [Alignment], _ countA: Int, _ countB: Int) {
    var places = alignments.reduce(0) { $0 + $1.runs.count - 1 }
    let orderB = alignments.indices.sorted { alignments[$0].b.lowerBound < alignments[$1].b.lowerBound }
    var rank = [Int](repeating: 0, count: alignments.count)
    for (position, index) in orderB.enumerated() { rank[index] = position }
    for (index, (before, after)) in zip(alignments, alignments.dropFirst()).enumerated() {
      let inOrder = rank[index + 1] == rank[index] + 1
      if !inOrder || before.a.upperBound < after.a.lowerBound || before.b.upperBound < after.b.lowerBound {
        places += 1
      }
    }
    if alignments[0].a.lowerBound > 0 || alignments[orderB[0]].b.lowerBound > 0 { places += 1 }
    let last = alignments.count - 1
    if alignments[last].a.upperBound < countA || alignments[orderB[last]].b.upperBound < countB {
      places += 1
    }
    self.places = places
  }
}
