import Matching
import Press

/// Families by the numbers of their members.
struct FamilyTable: Sendable {
  /// For each text the smallest number in its family.
  private var heads: [UInt32]
  /// For each text the share of it that is its own; negative where nobody said.
  private var originality: [Double]
  /// By the smallest number.
  private var representatives: [UInt32: UInt32] = [:]
  /// Pairs that turned out to share no more than what many share, by their keys.
  var recast: Set<UInt64> = []

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
      if members.count == 1, originality[head] < 0 {
        try body(Family(alone: members[0]))
        continue
      }
      var shares: [String: Double] = [:]
      for (id, number) in zip(members, numbers) where originality[number] >= 0 {
        shares[id] = originality[number]
      }
      let representative = representatives[UInt32(head)].map { ids(Int($0)) }
      try body(
        Family(
          id: Family.id(smallest: members[0]), members: members, representative: representative,
          originality: shares))
    }
  }
}
