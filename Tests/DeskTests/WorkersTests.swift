import Glibc
import Synchronization
import Testing

@testable import Desk

@Suite("Work is shared out, and comes back in order")
struct WorkersTests {
  private struct Full: Error, Equatable { let at: Int }

  /// A count that several threads may change.
  private final class Count: Sendable {
    private let value = Mutex(0)
    var now: Int { value.withLock { $0 } }
    @discardableResult func next() -> Int {
      value.withLock { value in
        value += 1
        return value - 1
      }
    }
  }

  private final class List: Sendable {
    private let values = Mutex<[Int]>([])
    var all: [Int] { values.withLock { $0 } }
    func add(_ value: Int) { values.withLock { $0.append(value) } }
  }

  /// Work of uneven length, so that results are ready out of order.
  private static func work(_ number: Int) -> Int {
    var sum = number
    for step in 0..<(number % 7 == 0 ? 20_000 : 10) { sum = (sum &+ step) % 1_000_003 }
    return sum < 0 ? -number : number
  }

  @Test("map keeps the order, on any number of threads", arguments: [0, 1, 2, 8], [0, 1, 15, 16, 17, 1_000])
  func map(threads: Int, count: Int) async {
    let results = await Workers(threads: threads).map(count: count) { Self.work($0) * 2 }
    #expect(results == (0..<count).map { $0 * 2 })
  }

  @Test("each worker has a scratch of its own")
  func scratch() async {
    let seen = await Workers(threads: 4).map(count: 500, scratch: { [Int]() }) { number, scratch -> Bool in
      scratch.append(number)
      return scratch == scratch.sorted()
    }
    #expect(seen.count == 500 && !seen.contains(false))
  }

  @Test("a stream keeps the order, and hands over every item once", arguments: [1, 2, 8])
  func stream(threads: Int) async throws {
    let taken = Count()
    let given = List()
    try await Workers(threads: threads).stream(
      next: { taken.now < 700 ? taken.next() : nil }, work: Self.work, sink: { given.add($0) })
    #expect(given.all == Array(0..<700))
  }

  @Test("a stream of nothing ends")
  func nothing() async throws {
    try await Workers(threads: 4).stream(next: { nil as Int? }, work: { $0 }, sink: { _ in })
  }

  @Test("the sink's first error is thrown", arguments: [1, 2, 8])
  func error(threads: Int) async {
    let taken = Count()
    await #expect(throws: Full(at: 20)) {
      try await Workers(threads: threads).stream(
        next: { taken.now < 40 ? taken.next() : nil }, work: Self.work,
        sink: { number in if number == 20 { throw Full(at: 20) } })
    }
  }

  @Test(
    "after the sink's first error nothing more is handed to it, and the run ends soon", arguments: [1, 2, 8])
  func afterError(threads: Int) async {
    let taken = Count()
    let given = List()
    let items = 20_000
    await #expect(throws: Full(at: 20)) {
      try await Workers(threads: threads).stream(
        next: { taken.now < items ? taken.next() : nil }, work: Self.work,
        sink: { number in
          given.add(number)
          if number == 20 { throw Full(at: 20) }
        })
    }
    #expect(given.all.count == 21)
    #expect(taken.now < items / 10)
  }

  @Test(
    "while one item takes long, only so many are taken behind it",
    .enabled("one core cannot work beside the one that takes long") {
      sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1
    },
    arguments: [2, 4])
  func backPressure(threads: Int) async throws {
    let workers = Workers(threads: threads)
    let taken = Count()
    let given = List()
    let atMost = List()
    try await workers.stream(
      next: { taken.now < 5_000 ? taken.next() : nil },
      work: { number in
        guard number == 0 else { return number }
        // Until the others wait, and then long enough for them to take more if they would.
        let guardEnd = ContinuousClock.now + .seconds(120)
        while taken.now < workers.window, ContinuousClock.now < guardEnd { usleep(100) }
        usleep(50_000)
        atMost.add(taken.now)
        return number
      }, sink: { given.add($0) })
    #expect(atMost.all == [workers.window])
    #expect(given.all == Array(0..<5_000))
  }
}
