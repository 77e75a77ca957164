import Matching
import Press
import Synchronization

/// Decides on families from the pairs that were found, one set of texts that hang together at a time, and as many such
/// sets together as memory has room for.
struct FamilyStage {
  let run: MatchingRun
  let spool: PairSpool
  /// For each text the smallest of those that hang together with it.
  let groups: [UInt32]
  /// For each text the bytes of its pairs.
  let weights: [UInt32]

  /// How much larger a pair is in memory than in the spool.
  private static let unpacked = 6

  func matches() async throws -> Matches {
    let members = Groups(groups)
    var families = FamilyTable(count: run.source.count)
    var batch: [Int] = []
    var size = 0
    var sizes: [Int: Int] = [:]
    for number in groups.indices where weights[number] > 0 {
      sizes[Int(groups[number]), default: 0] += Int(weights[number])
    }
    for group in sizes.keys.sorted() {
      if size + sizes[group, default: 0] > run.room / 2 / Self.unpacked {
        try await decide(batch, members, &families)
        (batch, size) = ([], 0)
      }
      batch.append(group)
      size += sizes[group, default: 0]
    }
    try await decide(batch, members, &families)
    return Matches(source: run.source, workers: run.workers, spool: spool, families: families)
  }

  /// What hangs together: its texts by number, and the pairs between them.
  private struct Group: Sendable {
    let numbers: [Int]
    var links: [Link] = []
    /// The pair of each link.
    var keys: [UInt64] = []
  }

  /// Decides on the families of some groups, reading the pairs once.
  private func decide(_ batch: [Int], _ members: Groups, _ families: inout FamilyTable) async throws {
    guard !batch.isEmpty else { return }
    let (source, stop) = (run.source, run.workers.stop)
    let places = Dictionary(uniqueKeysWithValues: zip(batch, batch.indices))
    var gathered = batch.map { Group(numbers: members[$0].map { Int($0) }) }
    let cursor = try spool.cursor()
    while let records = try cursor.next() {
      PairRecord.forEach(in: records) { record in
        guard record.isLink, let place = places[Int(groups[record.a])] else { return }
        let numbers = members[batch[place]]
        gathered[place].links.append(
          Link(
            record.pair("a", "b"), a: Self.position(of: record.a, in: numbers),
            b: Self.position(of: record.b, in: numbers)))
        gathered[place].keys.append(record.key)
      }
    }
    let all = gathered
    let decided = await run.workers.map(count: all.count) {
      place -> Result<ComponentBuilder.Outcome, any Error> in
      Result {
        try stop.check()
        let members = try all[place].numbers.map { number in
          let witness = try source.witness(number)
          return Member(witness, words: witness.words)
        }
        return ComponentBuilder.decide(members: members, links: all[place].links)
      }
    }
    for (group, result) in zip(all, decided) {
      let outcome = try result.get()
      let known = Dictionary(uniqueKeysWithValues: zip(group.numbers.map(source.id), group.numbers))
      for family in outcome.families { families.add(family, known) }
      for link in outcome.commonSource { families.recast.insert(group.keys[link]) }
    }
  }

  /// Where a number stands among those of its group.
  private static func position(of number: Int, in numbers: ArraySlice<UInt32>) -> Int {
    var (low, high) = (numbers.startIndex, numbers.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low - numbers.startIndex
  }
}
