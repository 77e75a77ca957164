/// Sets that are joined and never parted (Tarjan 1975, union by size with path halving).
struct DisjointSets {
  private var parent: [Int]
  private var size: [Int]

  init(count: Int) {
    parent = Array(0..<count)
    size = Array(repeating: 1, count: count)
  }

  mutating func root(_ member: Int) -> Int {
    var at = member
    while parent[at] != at {
      parent[at] = parent[parent[at]]
      at = parent[at]
    }
    return at
  }

  mutating func join(_ a: Int, _ b: Int) {
    var (x, y) = (root(a), root(b))
    guard x != y else { return }
    if (size[x], y) < (size[y], x) { swap(&x, &y) }
    parent[y] = x
    size[x] += size[y]
  }

  /// For each member the smallest of its set: a name that does not depend on the order of joining.
  mutating func labels() -> [Int] {
    var smallest = Array(repeating: -1, count: parent.count)
    return parent.indices.map { member in
      let root = root(member)
      if smallest[root] < 0 { smallest[root] = member }
      return smallest[root]
    }
  }
}
