/// Texts that hang together: sets that are joined and never parted (Tarjan 1975, union with path halving).
///
/// A set is called by its smallest number, so that nothing depends on the order of the joins.
struct Components {
  private var parent: [UInt32]

  init(count: Int) { parent = (0..<UInt32(count)).map { $0 } }

  /// The smallest number of the set that `member` is in.
  mutating func root(_ member: Int) -> Int {
    var at = UInt32(member)
    while parent[Int(at)] != at {
      parent[Int(at)] = parent[Int(parent[Int(at)])]
      at = parent[Int(at)]
    }
    return Int(at)
  }

  mutating func join(_ a: Int, _ b: Int) {
    let (x, y) = (root(a), root(b))
    guard x != y else { return }
    parent[max(x, y)] = UInt32(min(x, y))
  }
}

/// Numbers in groups: those of group `g`, in rising order.
struct Groups {
  private let starts: [UInt32]
  private let numbers: [UInt32]

  /// Puts every number into the group that `groupOf` has for it; there are as many groups as numbers at most.
  init(_ groupOf: [UInt32]) {
    var starts = [UInt32](repeating: 0, count: groupOf.count + 1)
    for group in groupOf { starts[Int(group) + 1] += 1 }
    for group in groupOf.indices { starts[group + 1] += starts[group] }
    var numbers = [UInt32](repeating: 0, count: groupOf.count)
    var next = starts
    for (number, group) in groupOf.enumerated() {
      numbers[Int(next[Int(group)])] = UInt32(number)
      next[Int(group)] += 1
    }
    (self.starts, self.numbers) = (starts, numbers)
  }

  subscript(group: Int) -> ArraySlice<UInt32> { numbers[Int(starts[group])..<Int(starts[group + 1])] }
}
