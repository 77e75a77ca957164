/// What a stemma costs at every place, seen from every node: hot loops over flat buffers.
///
/// Sankoff's (1975, "Minimal mutation trees of sequences") minimal costs, computed up the tree and down it, so that what a
/// node would cost elsewhere is known without computing the tree anew. A witness that stands inside the tree hands
/// its own reading down, or the word that it meant where its own is a slip that no other has; one that says nothing at a place is there as good as lost.
struct TreeCosts {
  /// Places with equal readings are computed once, times how often they stand.
  fileprivate struct Pattern {
    let offset: Int
    let count: Int
    let change: Int
  }

  let rowCount: Int
  /// Readings of all places together: the width of a node's line.
  let width: Int
  private let patterns: [Pattern]
  private let change: [Int32]
  private let passage: Passage
  /// By row, ``width`` numbers: what it costs to say that the row handed the reading down.
  private let tips: [Int32]
  let first: [Int32]
  /// By place of the matrix: its pattern.
  private let patternOf: [Int]
  /// Elementary steps done; by this work is bounded.
  private(set) var work = 0

  /// By node, ``width`` numbers. Least cost of the subtree if the node has the reading.
  private(set) var below: [Int32] = []
  /// The same without the node's own reading's being known.
  private(set) var open: [Int32] = []
  /// Least cost of the subtree and the arrow to it, if the parent has the reading.
  private(set) var handed: [Int32] = []
  /// Least cost of all the rest if the node has the reading.
  private(set) var above: [Int32] = []

  init(_ matrix: ReadingMatrix) {
    rowCount = matrix.rows.count
    struct Key: Hashable {
      let readings: [Int]
      let costs: ReadingCosts
    }
    var numbers: [Key: Int] = [:]
    var keys: [Key] = []
    var weights: [Int32] = []
    var patternOf: [Int] = []
    for place in matrix.places {
      let key = Key(readings: place.readings, costs: place.costs)
      let number = numbers[key] ?? keys.count
      if number == keys.count {
        numbers[key] = number
        keys.append(key)
        weights.append(0)
      }
      weights[number] += 1
      patternOf.append(number)
    }
    self.patternOf = patternOf
    var patterns: [Pattern] = []
    var change: [Int32] = []
    var first: [Int32] = []
    for (key, weight) in zip(keys, weights) {
      patterns.append(Pattern(offset: first.count, count: key.costs.count, change: change.count))
      change += key.costs.change.map { $0 * weight }
      first += key.costs.first.map { $0 * weight }
    }
    self.patterns = patterns
    self.change = change
    passage = Passage(patterns: patterns, change: change)
    self.first = first
    width = first.count
    var tips = [Int32](repeating: 0, count: rowCount * first.count)
    for (pattern, key) in zip(patterns, keys) {
      for row in 0..<rowCount where key.readings[row] >= 0 {
        let own = key.readings[row]
        let isAlone = key.readings.reduce(0) { $0 + ($1 == own ? 1 : 0) } == 1
        for reading in 0..<pattern.count where reading != own {
          tips[row * first.count + pattern.offset + reading] =
            (isAlone ? key.costs.meant(reading, by: own).map { $0 * weights[numbers[key] ?? 0] } : nil)
            ?? ReadingCosts.never
        }
      }
    }
    self.tips = tips
  }

  // MARK: A tree

  /// Computes all four tables for `tree`.
  mutating func compute(_ tree: ReadingTree) {
    let children = tree.children
    let order = tree.order(children)
    computeBelow(tree, children, order)
    work &+= 8 * order.count * width
    let width = width
    var rest = [Int32](repeating: 0, count: width)
    let (below, handed, passage, first) = (below, handed, passage, first)
    above.withUnsafeMutableBufferPointer { above in
      for node in order {
        if tree.parents[node] == ReadingTree.head {
          for at in 0..<width { above[node * width + at] = first[at] }
        }
        for child in children[node] {
          for at in 0..<width {
            rest[at] = above[node * width + at] &+ below[node * width + at] &- handed[child * width + at]
          }
          passage.down(
            rest[...], to: UnsafeMutableBufferPointer(rebasing: above[child * width..<(child + 1) * width]))
        }
      }
    }
  }

  private mutating func computeBelow(_ tree: ReadingTree, _ children: [[Int]], _ order: [Int]) {
    let size = tree.parents.count * width
    if below.count < size {
      below = [Int32](repeating: 0, count: size)
      (open, handed, above) = (below, below, below)
    }
    work &+= 4 * order.count * width
    let width = width
    for node in order.reversed() {
      let line = node * width
      open.withUnsafeMutableBufferPointer { open in
        for at in line..<line + width { open[at] = 0 }
        for child in children[node] {
          let from = child * width
          for at in 0..<width { open[line + at] &+= handed[from + at] }
        }
      }
      below.withUnsafeMutableBufferPointer { below in
        if node < rowCount {
          for at in line..<line + width { below[at] = open[at] &+ tips[at] }
        } else {
          for at in line..<line + width { below[at] = open[at] }
        }
      }
      let (known, passage) = (below[line..<line + width], passage)
      handed.withUnsafeMutableBufferPointer { handed in
        passage.up(known, to: UnsafeMutableBufferPointer(rebasing: handed[line..<line + width]))
      }
    }
  }

  /// The least cost of `tree`, lost witnesses aside.
  mutating func total(_ tree: ReadingTree) -> Int {
    let children = tree.children
    let order = tree.order(children)
    computeBelow(tree, children, order)
    guard let head = order.first else { return 0 }
    return least { first[$0] &+ below[head * width + $0] }
  }

  /// What each node of `tree` reads at each place of the matrix, the lost ones by the least cost.
  mutating func readings(_ tree: ReadingTree) -> [[Int]] {
    let children = tree.children
    let order = tree.order(children)
    computeBelow(tree, children, order)
    var chosen = [[Int]](repeating: [], count: tree.parents.count)
    for node in order {
      let parent = tree.parents[node]
      chosen[node] = patterns.indices.map { number in
        let pattern = patterns[number]
        let line = node * width + pattern.offset
        func cost(_ reading: Int) -> Int32 {
          let come =
            parent < 0
            ? first[pattern.offset + reading]
            : change[pattern.change + chosen[parent][number] * pattern.count + reading]
          return come &+ below[line + reading]
        }
        return (0..<pattern.count).min { (cost($0), $0) < (cost($1), $1) } ?? 0
      }
    }
    return chosen.map { readings in readings.isEmpty ? [] : patternOf.map { readings[$0] } }
  }

  // MARK: Lines of one node

  /// A line as a copy of the table's.
  func line(_ table: [Int32], _ node: Int) -> [Int32] { Array(table[node * width..<(node + 1) * width]) }

  /// What the row itself may read.
  func tip(_ row: Int) -> [Int32] { Array(tips[row * width..<(row + 1) * width]) }

  /// A subtree's line as its parent has to reckon with it.
  func handedOn(_ line: [Int32]) -> [Int32] {
    var result = [Int32](repeating: 0, count: width)
    result.withUnsafeMutableBufferPointer { passage.up(line[...], to: $0) }
    return result
  }

  /// The sum over places of the least of `cost` over the place's readings.
  @inline(__always)
  func least(_ cost: (Int) -> Int32) -> Int {
    var sum = 0
    for pattern in patterns {
      var best = cost(pattern.offset)
      for at in pattern.offset + 1..<pattern.offset + pattern.count { best = min(best, cost(at)) }
      sum &+= Int(best)
    }
    return sum
  }

  /// The cost of going from a row to another by one arrow.
  func arrow(_ from: Int, _ passed: [Int32]) -> Int {
    least { tips[from * width + $0] &+ passed[$0] }
  }
}

/// What going along an arrow costs, at all places.
private struct Passage {
  let patterns: [TreeCosts.Pattern]
  let change: [Int32]

  /// From what a node costs to what the arrow to it costs, by the parent's reading.
  func up(_ from: ArraySlice<Int32>, to: UnsafeMutableBufferPointer<Int32>) {
    pass(from, to) { $0 * $2 + $1 }
  }

  /// From what the rest costs by the parent's reading to what it costs by the child's.
  func down(_ from: ArraySlice<Int32>, to: UnsafeMutableBufferPointer<Int32>) {
    pass(from, to) { $1 * $2 + $0 }
  }

  @inline(__always)
  private func pass(
    _ from: ArraySlice<Int32>, _ to: UnsafeMutableBufferPointer<Int32>, _ index: (Int, Int, Int) -> Int
  ) {
    from.withUnsafeBufferPointer { from in
      change.withUnsafeBufferPointer { change in
        for pattern in patterns {
          let n = pattern.count
          for a in 0..<n {
            var best = Int32.max
            for b in 0..<n {
              best = min(best, change[pattern.change + index(a, b, n)] &+ from[pattern.offset + b])
            }
            to[pattern.offset + a] = min(best, 4 * ReadingCosts.never)
          }
        }
      }
    }
  }
}
