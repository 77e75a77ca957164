import TestSupport
import Testing

@testable import Desk

@Suite("The time that is left is told calmly")
struct PaceTests {
  /// What is told at every tenth of a second of work that goes `speed(share)` of it a second, somewhat unevenly.
  private func told(_ seed: UInt64, unevenness: Double, speed: (Double) -> Double) -> [(
    time: Double, left: Double?, truth: Double
  )] {
    var random = SplitMix(seed: seed)
    var pace = Pace()
    var (share, time) = (0.0, 0.0)
    var shares: [(time: Double, share: Double, left: Double?)] = []
    while share < 1 {
      pace.look(at: time, done: Int(share * 10_000), share: share)
      shares.append((time, share, pace.remaining))
      share = min(
        1, share + speed(share) * 0.1 * Double.random(in: (1 - unevenness)...(1 + unevenness), using: &random)
      )
      time += 0.1
    }
    return shares.map { ($0.time, $0.left, time - $0.time) }
  }

  @Test("Even work is foretold from its second second on, and counted down without a jump", arguments: 1...5)
  func even(seed: Int) {
    let told = told(UInt64(seed), unevenness: 0.9) { _ in 1 / 120 }
    #expect(told.prefix { $0.time < 1.9 }.allSatisfy { $0.left == nil })
    let later = told.filter { $0.time > 5 }
    for (before, now) in zip(later, later.dropFirst()) {
      guard let was = before.left, let left = now.left else {
        Issue.record("nothing is told after \(now.time) s")
        return
      }
      #expect(abs(left - was) < 1.5, "from \(was) to \(left) after \(now.time) s")
    }
    for look in later where look.truth > 5 {
      #expect(abs((look.left ?? 0) - look.truth) < 0.3 * look.truth + 5, "\(look)")
    }
  }

  @Test("Where work becomes four times slower, the time follows within the half of a minute")
  func slower() {
    let told = told(7, unevenness: 0.3) { $0 < 0.5 ? 1.0 / 60 : 1.0 / 240 }
    let change = 30.0
    for look in told where look.time > change + 30 && look.truth > 10 {
      #expect(abs((look.left ?? 0) - look.truth) < 0.35 * look.truth, "\(look)")
    }
  }

  @Test("Nothing is told where the share is not known, or nothing moves, or it is over")
  func unknown() {
    var pace = Pace()
    for second in 0..<20 { pace.look(at: Double(second), done: second * 50, share: nil) }
    #expect(pace.remaining == nil && abs((pace.rate ?? 0) - 50) < 1)
    var stuck = Pace()
    for second in 0..<20 { stuck.look(at: Double(second), done: 5, share: 0.4) }
    #expect(stuck.remaining == nil)
    var over = Pace()
    for second in 0...10 { over.look(at: Double(second), done: second, share: Double(second) / 10) }
    #expect(over.remaining == nil)
  }

  @Test(
    "Times are said as people say them, the longer the coarser",
    arguments: [
      (0.2, "1 s"), (8.1, "9 s"), (10.1, "15 s"), (41, "45 s"), (57, "1 min"), (61, "1 min 10 s"),
      (200, "3 min 20 s"),
      (595, "10 min"), (1_000, "17 min"), (3_590, "1 h"), (5_000, "1 h 25 min"), (86_400, "24 h"),
      (400_000, "4 days"),
      (.infinity, "11574 days"),
    ])
  func words(seconds: Double, wanted: String) { #expect(Pace.words(seconds) == wanted) }
}
