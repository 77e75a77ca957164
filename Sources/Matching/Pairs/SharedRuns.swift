// Hot loop: every word of every pair of candidates passes here. Work is bounded by `seedCap` a word.

/// The maximal runs of equal words that two texts have in common: what passages are made of.
///
/// Nearly equal texts are walked run by run: a run that stands but once in both is not looked into again. Only at words
/// that no such run covers is the table of short runs asked.
enum SharedRuns {
  /// Words of the shortest run.
  static let seedWidth = 3
  /// A run that occurs more often than this, multiplied over the two texts, says nothing of where it belongs.
  static let seedCap = 16
  /// Words of a run, the only one of its beginning, within which no other is sought.
  static let trusted = 8

  /// All runs of at least ``seedWidth`` words, rising in `a`, then in `b`.
  static func find(_ a: WordIndex, _ b: WordIndex) -> [Alignment.Run] {
    let (countA, countB) = (a.keys.count, b.keys.count)
    guard min(countA, countB) >= seedWidth else { return [] }
    return a.keys.withUnsafeBufferPointer { keysA in
      b.keys.withUnsafeBufferPointer { keysB in
        // What two texts begin and end with is theirs together, also where it repeats itself and no seed tells where it
        // belongs.
        var head = 0
        while head < min(countA, countB), keysA[head] == keysB[head] { head += 1 }
        if head == countA, head == countB { return [Alignment.Run(a: 0, b: 0, count: head)] }
        var tail = 0
        let room = countA == countB ? countA - head : min(countA, countB)
        while tail < room, keysA[countA - 1 - tail] == keysB[countB - 1 - tail] { tail += 1 }
        var search = RunSearch(keysA, keysB)
        if head >= seedWidth { search.add(0, 0, head) }
        let inner = tail >= trusted ? countA - tail : countA
        search.scan(a, b, from: head >= trusted ? head - seedWidth + 1 : 0, to: inner)
        if tail >= trusted { search.add(countA - tail, countB - tail, tail) }
        return search.sorted()
      }
    }
  }
}

/// Runs found so far, and how far each diagonal of the table of two texts is walked.
private struct RunSearch {
  private let keysA: UnsafeBufferPointer<UInt32>
  private let keysB: UnsafeBufferPointer<UInt32>
  /// Word of `a` up to which each diagonal is walked.
  private var walked: [Int32]
  private var runs: [Alignment.Run] = []

  init(_ keysA: UnsafeBufferPointer<UInt32>, _ keysB: UnsafeBufferPointer<UInt32>) {
    self.keysA = keysA
    self.keysB = keysB
    walked = [Int32](repeating: 0, count: keysA.count + keysB.count + 1)
  }

  /// Takes a run up, but for what of it is known.
  mutating func add(_ a: Int, _ b: Int, _ count: Int) {
    let diagonal = b - a + keysA.count
    let from = max(a, Int(walked[diagonal]))
    let left = a + count - from
    guard left > 0 else { return }
    runs.append(Alignment.Run(a: from, b: from + b - a, count: left))
    walked[diagonal] = Int32(a + count)
  }

  mutating func scan(_ a: WordIndex, _ b: WordIndex, from start: Int, to end: Int) {
    var place = start
    let last = min(end, a.seeds.count)
    while place < last {
      let first = b.first(of: a.seeds[place])
      guard first >= 0 else {
        place += 1
        continue
      }
      let (timesA, timesB) = (Int(a.multiplicity[place]), Int(b.multiplicity[first]))
      guard timesA * timesB <= SharedRuns.seedCap else {
        place += 1
        continue
      }
      var other = first
      var run = 0
      while other >= 0 {
        run = extend(place, other)
        other = b.next(after: other)
      }
      // Seeds that reach beyond the run's end may belong elsewhere.
      let isOnly = timesA == 1 && timesB == 1 && run >= SharedRuns.trusted
      place += isOnly ? run - SharedRuns.seedWidth + 1 : 1
    }
  }

  /// Takes up the maximal run through (`a`, `b`), if it is new, and says how far it reaches from `a` on.
  @inline(__always)
  private mutating func extend(_ a: Int, _ b: Int) -> Int {
    let diagonal = b - a + keysA.count
    let known = Int(walked[diagonal])
    if known > a { return known - a }
    var end = 0
    while a + end < keysA.count, b + end < keysB.count, keysA[a + end] == keysB[b + end] { end += 1 }
    // Two seeds may have one hash.
    guard end >= SharedRuns.seedWidth else { return 0 }
    var back = 0
    while a - back > known, b - back > 0, keysA[a - back - 1] == keysB[b - back - 1] { back += 1 }
    runs.append(Alignment.Run(a: a - back, b: b - back, count: end + back))
    walked[diagonal] = Int32(a + end)
    return end
  }

  func sorted() -> [Alignment.Run] {
    for (before, after) in zip(runs, runs.dropFirst()) where (before.a, before.b) > (after.a, after.b) {
      return runs.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
    }
    return runs
  }
}
