import Language

/// Local alignment of two texts by words: all passages that they share, in any order.
///
/// Runs of three words and more (``SharedRuns``) are chained (``Chain``), the gaps of a chain are filled and its ends
/// extended as long as it pays (``GapFiller``); then the same with the runs that are left.
public struct Aligner: Sendable {
  /// Words that a passage may pass over on either side before it ends.
  static let widestGap = 60
  /// Passages sought in one pair at most.
  static let passageCap = 64
  /// Runs looked at in one pair at most, those looked at again for each further passage included.
  static let workCap = 1 << 20

  /// An aligner; it holds nothing but its constants.
  public init() {}

  /// All passages shared by `a` and `b`, in the order of `a`.
  public func align(_ a: [Token], _ b: [Token]) -> [Alignment] { align(WordIndex(a), WordIndex(b)) }

  /// All passages shared by two texts, in the order of the first.
  public func align(_ first: WordIndex, _ second: WordIndex) -> [Alignment] {
    align(first, second, SharedRuns.find(first, second))
  }

  /// All passages, from the runs that the two texts share.
  func align(_ first: WordIndex, _ second: WordIndex, _ runs: [Alignment.Run]) -> [Alignment] {
    first.keys.withUnsafeBufferPointer { a in
      second.keys.withUnsafeBufferPointer { b in
        var runs = runs
        var chain = Chain()
        var filler = GapFiller(a, b)
        var found: [Alignment] = []
        var work = 0
        while !runs.isEmpty, found.count < Self.passageCap, work < Self.workCap {
          work += runs.count * (1 + found.count)
          guard let best = chain.best(of: runs, taken: found) else { break }
          let passage = Self.finish(best, &filler, a.count, b.count, taken: found)
          let (takenA, takenB) = (passage.a, passage.b)
          runs.removeAll { run in
            Self.overlap(run.a, run.count, takenA) || Self.overlap(run.b, run.count, takenB)
          }
          found.append(passage)
        }
        return found.count < 2 ? found : found.sorted { $0.a.lowerBound < $1.a.lowerBound }
      }
    }
  }

  private static func overlap(_ start: Int, _ count: Int, _ range: Range<Int>) -> Bool {
    start < range.upperBound && start + count > range.lowerBound
  }

  /// Fills the gaps of a chain and extends its ends, without entering passages already `taken`.
  private static func finish(
    _ chain: [Alignment.Run], _ filler: inout GapFiller, _ countA: Int, _ countB: Int, taken: [Alignment]
  ) -> Alignment {
    let head = chain[0]
    let room = Self.room(around: head, chain[chain.count - 1], countA, countB, taken)
    var runs = filler.extendBackward(
      fromA: head.a, fromB: head.b, downToA: room.a.lowerBound, downToB: room.b.lowerBound)
    add(head, to: &runs)
    for run in chain.dropFirst() {
      let last = runs[runs.count - 1]
      let (fromA, fromB) = (last.a + last.count, last.b + last.count)
      if fromA < run.a, fromB < run.b {
        for filled in filler.fill(fromA..<run.a, fromB..<run.b) { add(filled, to: &runs) }
      }
      add(run, to: &runs)
    }
    let last = runs[runs.count - 1]
    let after = filler.extendForward(
      fromA: last.a + last.count, fromB: last.b + last.count, upToA: room.a.upperBound,
      upToB: room.b.upperBound)
    for run in after { add(run, to: &runs) }
    return Alignment(runs: runs)
  }

  /// Appends what of a run lies behind the last one, as part of that one where it goes on without a gap.
  private static func add(_ run: Alignment.Run, to runs: inout [Alignment.Run]) {
    guard let last = runs.last else { return runs.append(run) }
    let (endA, endB) = (last.a + last.count, last.b + last.count)
    let lap = max(0, max(endA - run.a, endB - run.b))
    guard lap < run.count else { return }
    if endA == run.a + lap, endB == run.b + lap {
      runs[runs.count - 1].count += run.count - lap
    } else {
      runs.append(Alignment.Run(a: run.a + lap, b: run.b + lap, count: run.count - lap))
    }
  }

  /// How far a chain may be extended on both sides before it meets a passage found earlier, or an end.
  private static func room(
    around head: Alignment.Run, _ tail: Alignment.Run, _ countA: Int, _ countB: Int, _ taken: [Alignment]
  ) -> (a: Range<Int>, b: Range<Int>) {
    var (lowA, lowB) = (0, 0)
    var (highA, highB) = (countA, countB)
    for passage in taken {
      if passage.a.upperBound <= head.a { lowA = max(lowA, passage.a.upperBound) }
      if passage.b.upperBound <= head.b { lowB = max(lowB, passage.b.upperBound) }
      if passage.a.lowerBound >= tail.a + tail.count { highA = min(highA, passage.a.lowerBound) }
      if passage.b.lowerBound >= tail.b + tail.count { highB = min(highB, passage.b.lowerBound) }
    }
    return (lowA..<highA, lowB..<highB)
  }
}
