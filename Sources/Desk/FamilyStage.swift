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
    let source = run.source
    let members = Groups(groups)
    var families = FamilyTable(count: source.count)
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
    return Matches(source: source, workers: run.workers, spool: spool, families: families)
  }

  /// Decides on the families of some groups, reading the pairs once.
  private func decide(_ batch: [Int], _ members: Groups, _ families: inout FamilyTable) async throws {
    guard !batch.isEmpty else { return }
    let source = run.source
    let places = Dictionary(uniqueKeysWithValues: zip(batch, batch.indices))
    var pairs: [[Pair]] = Array(repeating: [], count: batch.count)
    let cursor = try spool.cursor()
    while let records = try cursor.next() {
      PairRecord.forEach(in: records) { record in
        guard record.kind.isCopying, let place = places[Int(groups[record.a])] else { return }
        pairs[place].append(record.pair(source.id(record.a), source.id(record.b)))
      }
    }
    let all = pairs
    let decided = await run.workers.map(count: batch.count) { place -> Result<[Family], any Error> in
      Result {
        let numbers = members[batch[place]].map { Int($0) }
        let builder = FamilyBuilder(
          ids: numbers.map(source.id), published: try numbers.map(source.published))
        return builder.families(pairs: all[place])
      }
    }
    for (place, result) in decided.enumerated() {
      let numbers = members[batch[place]].map { Int($0) }
      let known = Dictionary(uniqueKeysWithValues: zip(numbers.map(source.id), numbers))
      for family in try result.get() { families.add(family, known) }
    }
  }
}

/// Families by the numbers of their members.
struct FamilyTable: Sendable {
  /// For each text the smallest number in its family.
  private var heads: [UInt32]
  /// For each text the share of it that is its own; negative where nobody said.
  private var originality: [Double]
  /// By the smallest number.
  private var representatives: [UInt32: UInt32] = [:]

  /// Every text alone.
  init(count: Int) {
    heads = (0..<UInt32(count)).map { $0 }
    originality = [Double](repeating: -1, count: count)
  }

  /// Puts the members of `family` together; `numbers` has the number of every id.
  mutating func add(_ family: Family, _ numbers: [String: Int]) {
    let members = family.members.compactMap { numbers[$0] }
    guard let head = members.min() else { return }
    for member in members { heads[member] = UInt32(head) }
    for (member, share) in zip(members, family.originality) { originality[member] = share }
    if let id = family.representative, let number = numbers[id] {
      representatives[UInt32(head)] = UInt32(number)
    }
  }

  /// Families of one or more.
  var count: Int { heads.indices.reduce(0) { $0 + (heads[$1] == UInt32($1) ? 1 : 0) } }

  /// Calls `body` with the numbers of the members of every family that has `least` of them or more.
  func forEach(ofAtLeast least: Int, _ body: ([Int]) throws -> Void) rethrows {
    let groups = Groups(heads)
    for head in heads.indices where heads[head] == UInt32(head) && groups[head].count >= least {
      try body(groups[head].map { Int($0) })
    }
  }

  /// Calls `body` with every family, by its smallest member.
  func forEach(ids: (Int) -> String, _ body: (Family) throws -> Void) rethrows {
    let groups = Groups(heads)
    for head in heads.indices where heads[head] == UInt32(head) {
      let numbers = groups[head].map { Int($0) }
      let members = numbers.map(ids)
      var shares: [String: Double] = [:]
      for (id, number) in zip(members, numbers) where originality[number] >= 0 {
        shares[id] = originality[number]
      }
      let representative = representatives[UInt32(head)].map { ids(Int($0)) }
      try body(
        Family(
          id: FamilyBuilder.id(smallest: members[0]), members: members, representative: representative,
          originality: shares))
    }
  }
}
