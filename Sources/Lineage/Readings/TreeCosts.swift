/// What a stemma costs at every place, seen from every node: hot loops over flat buffers.
///
/// Sankoff's (1975, "Minimal mutation trees of sequences") minimal costs, computed up the tree and down it, so that what a
/// node would cost elsewhere is known without computing the tree anew. A witness that stands inside the tree hands
/// its own reading down, or the word that it meant where its own is a slip that no other has; one that says nothing at a place is there as good as lost.
struct TreeCosts {
  let rowCount: Int
  /// Readings of all places together: the width of a node's line.
  let width: Int
  private let places: [Passage.Place]
  private let change: [Int32]
  private let passage: Passage
  /// By row, ``width`` numbers: what it costs to say that the row handed the reading down.
  private let tips: [Int32]
  let first: [Int32]
  /// Elementary steps done; by this work is bounded.
  private(set) var work = 0

  /// Second parents, at most one a row; those that do not stand in a tree say nothing there.
  var seconds: [SecondParent] = [] {
    didSet { handedSecond = Array(repeating: [], count: seconds.count) }
  }
  /// By second parent, what the row costs it as ``handed`` does the first; while the row is cut off, as it was before.
  private var handedSecond: [[Int32]] = []

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
    var places: [Passage.Place] = []
    var change: [Int32] = []
    var first: [Int32] = []
    for place in matrix.places {
      places.append(Passage.Place(offset: first.count, count: place.costs.count, change: change.count))
      change += place.costs.change
      first += place.costs.first
    }
    self.places = places
    self.change = change
    passage = Passage(places: places, change: change)
    self.first = first
    width = first.count
    var tips = [Int32](repeating: 0, count: rowCount * first.count)
    for (at, place) in zip(places, matrix.places) {
      for row in 0..<rowCount where place.readings[row] >= 0 {
        let own = place.readings[row]
        let isAlone = place.readings.reduce(0) { $0 + ($1 == own ? 1 : 0) } == 1
        for reading in 0..<at.count where reading != own {
          tips[row * first.count + at.offset + reading] =
            (isAlone ? place.costs.meant(reading, by: own) : nil) ?? ReadingCosts.never
        }
      }
    }
    self.tips = tips
  }

  // MARK: A tree

  /// Computes all four tables for `tree`.
  ///
  /// - Parameter isPart: Whether something was cut off from it, for which the tables were computed before: what a row has from
  ///   a second parent on the other side of the cut stays there.
  mutating func compute(_ tree: ReadingTree, isPart: Bool = false) {
    let children = tree.children
    let order = order(tree, children)
    computeBelow(tree, children, order, isPart)
    work &+= 8 * order.count * width
    let width = width
    var rest = [Int32](repeating: 0, count: width)
    let (below, handed, passage, first) = (below, handed, passage, first)
    let (seconds, handedSecond) = (seconds, handedSecond)
    let secondOf = secondOf(tree, isPart: false)
    above.withUnsafeMutableBufferPointer { above in
      for node in order {
        let line = node * width
        guard tree.parents[node] >= 0 else {
          for at in 0..<width { above[line + at] = first[at] }
          continue
        }
        let over = tree.parents[node] * width
        for at in 0..<width { rest[at] = above[over + at] &+ below[over + at] &- handed[line + at] }
        if secondOf[node] >= 0 {
          let (second, own) = (seconds[secondOf[node]], handedSecond[secondOf[node]])
          let over = second.parent * width
          for at in 0..<width where second.foreign[at] {
            rest[at] = above[over + at] &+ below[over + at] &- own[at]
          }
        }
        passage.down(rest[...], to: UnsafeMutableBufferPointer(rebasing: above[line..<line + width]))
      }
    }
  }

  private mutating func computeBelow(
    _ tree: ReadingTree, _ children: [[Int]], _ order: [Int], _ isPart: Bool = false
  ) {
    let size = tree.parents.count * width
    if below.count < size {
      // What is cut off keeps its lines.
      let new = [Int32](repeating: 0, count: size - below.count)
      below += new
      open += new
      handed += new
      above += new
    }
    work &+= 4 * order.count * width
    let width = width
    let secondOf = secondOf(tree, isPart: isPart)
    var given: [Int: [Int]] = [:]
    for (number, second) in seconds.enumerated() {
      // A row that is cut off still has from here what it has.
      let isCutOff = isPart && tree.parents[second.node] == ReadingTree.unused
      if isCutOff || stands(second, in: tree) { given[second.parent, default: []].append(number) }
    }
    for node in order.reversed() {
      let line = node * width
      open.withUnsafeMutableBufferPointer { open in
        for at in line..<line + width { open[at] = 0 }
        for child in children[node] {
          let from = child * width
          for at in 0..<width { open[line + at] &+= handed[from + at] }
        }
        for number in given[node] ?? [] where !handedSecond[number].isEmpty {
          for at in 0..<width { open[line + at] &+= handedSecond[number][at] }
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
      if secondOf[node] >= 0 { part(node, secondOf[node]) }
    }
  }

  /// Parts what a row costs its first parent from what it costs its second.
  private mutating func part(_ node: Int, _ number: Int) {
    let line = node * width
    let foreign = seconds[number].foreign
    var second = [Int32](repeating: 0, count: width)
    for at in 0..<width where foreign[at] {
      second[at] = handed[line + at]
      handed[line + at] = 0
    }
    handedSecond[number] = second
  }

  /// The least cost of `tree`, lost witnesses and second parents aside; more than any costs where there is a circle.
  mutating func total(_ tree: ReadingTree) -> Int {
    let children = tree.children
    let order = order(tree, children)
    guard let head = order.first else { return 0 }
    guard seconds.isEmpty || order.count == tree.count else { return Int(Int32.max) << 16 }
    computeBelow(tree, children, order)
    return least { first[$0] &+ below[head * width + $0] }
  }

  /// What each node of `tree` reads at each place of the matrix, the lost ones by the least cost.
  mutating func readings(_ tree: ReadingTree) -> [[Int]] {
    let children = tree.children
    let order = order(tree, children)
    computeBelow(tree, children, order)
    let secondOf = secondOf(tree, isPart: false)
    var chosen = [[Int]](repeating: [], count: tree.parents.count)
    for node in order {
      let second = secondOf[node] < 0 ? nil : seconds[secondOf[node]]
      chosen[node] = places.indices.map { number in
        let place = places[number]
        let isForeign = second?.foreign[place.offset] ?? false
        let parent = (isForeign ? second?.parent : nil) ?? tree.parents[node]
        let line = node * width + place.offset
        func cost(_ reading: Int) -> Int32 {
          let come =
            parent < 0
            ? first[place.offset + reading]
            : change[place.change + chosen[parent][number] * place.count + reading]
          return come &+ below[line + reading]
        }
        return (0..<place.count).min { (cost($0), $0) < (cost($1), $1) } ?? 0
      }
    }
    return chosen
  }

  // MARK: Lines of one node

  /// By place, what the stemma costs if what is handed hung below the node.
  func hung(_ node: Int, _ handed: [Int32]) -> [Int32] {
    places.map { place in
      var best = Int32.max
      for at in place.offset..<place.offset + place.count {
        best = min(best, below[node * width + at] &+ above[node * width + at] &+ handed[at])
      }
      return best
    }
  }

  /// By position of a line, what is said of its place.
  func positions(_ said: [Bool]) -> [Bool] {
    zip(places, said).flatMap { Array(repeating: $1, count: $0.count) }
  }

  /// Counts steps that were done elsewhere on these tables.
  mutating func count(steps: Int) { work &+= steps }

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
    for place in places {
      var best = cost(place.offset)
      for at in place.offset + 1..<place.offset + place.count { best = min(best, cost(at)) }
      sum &+= Int(best)
    }
    return sum
  }

  /// The cost of going from a row to another by one arrow.
  func arrow(_ from: Int, _ passed: [Int32]) -> Int {
    least { tips[from * width + $0] &+ passed[$0] }
  }
}
