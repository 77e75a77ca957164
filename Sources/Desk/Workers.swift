import Synchronization

/// Runs work on several threads, with results in the order of the work (invariant 2).
struct Workers: Sendable {
  let threads: Int
  /// Ends a stream before its end, with an error; see ``StopRequest``.
  let stop: StopRequest

  /// `threads` at once, at least one.
  init(threads: Int, stop: StopRequest = StopRequest()) {
    self.threads = max(1, threads)
    self.stop = stop
  }

  /// Items handed to a worker at a time: few enough to share the work out evenly, many enough to cost nothing.
  private static let chunk = 16

  /// Calls `work` for every number below `count`, each worker with a scratch of its own.
  func map<Result: Sendable, Scratch>(
    count: Int, scratch: @escaping @Sendable () -> Scratch,
    work: @escaping @Sendable (Int, inout Scratch) -> Result
  ) async -> [Result] {
    let cursor = Cursor()
    return await withTaskGroup(of: [(Int, [Result])].self) { group in
      for _ in 0..<min(threads, max(1, count / Self.chunk + 1)) {
        group.addTask {
          var own = scratch()
          var done: [(Int, [Result])] = []
          while true {
            let start = cursor.next(Self.chunk)
            if start >= count { return done }
            done.append((start, (start..<min(count, start + Self.chunk)).map { work($0, &own) }))
          }
        }
      }
      var parts: [(Int, [Result])] = []
      for await part in group { parts += part }
      return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
  }

  /// Calls `work` for every number below `count`.
  func map<Result: Sendable>(count: Int, work: @escaping @Sendable (Int) -> Result) async -> [Result] {
    await map(count: count, scratch: {}, work: { index, _ in work(index) })
  }

  /// Pulls items one by one, works on them in parallel, and hands the results to `sink` in the items' order.
  ///
  /// `next` and `sink` are each called from one thread at a time. The first error of `sink` ends the run. Where one item
  /// takes long, at most `window` are taken from it on, so that few results wait for it.
  func stream<Item: Sendable, Result: Sendable>(
    next: @escaping @Sendable () -> Item?, work: @escaping @Sendable (Item) -> Result,
    sink: @escaping @Sendable (Result) throws -> Void
  ) async throws {
    try await stream(next: next, scratch: {}, work: { item, _ in work(item) }, sink: sink)
  }

  /// The same, each worker with a scratch of its own.
  func stream<Item: Sendable, Result: Sendable, Scratch>(
    next: @escaping @Sendable () -> Item?, scratch: @escaping @Sendable () -> Scratch,
    work: @escaping @Sendable (Item, inout Scratch) -> Result,
    sink: @escaping @Sendable (Result) throws -> Void
  ) async throws {
    let queue = Queue<Result>(window: window)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<threads {
        group.addTask {
          var own = scratch()
          while true {
            await queue.waitForRoom()
            let turn = queue.taken.withLock { number -> (Int, Item)? in
              guard !queue.hasFailed, !stop.isRequested, let item = next() else { return nil }
              number += 1
              return (number - 1, item)
            }
            guard let (number, item) = turn else { return queue.end() }
            try queue.hand(work(item, &own), number, to: sink)
          }
        }
      }
      try await group.waitForAll()
    }
    try stop.check()
  }

  /// Goes through the numbers below `count`, some at a time; the results come to `sink` in order. The first error ends it.
  func pass<Output: Sendable, Scratch>(
    count: Int, step: Int = 32, scratch: @escaping @Sendable () -> Scratch,
    work: @escaping @Sendable (Range<Int>, inout Scratch) throws -> Output,
    sink: @escaping @Sendable (Output) throws -> Void
  ) async throws {
    let at = Cursor()
    try await stream(
      next: {
        let start = at.next(step)
        return start < count ? start..<min(count, start + step) : nil
      },
      scratch: scratch,
      work: { range, own -> Result<Output, any Error> in Result { try work(range, &own) } },
      sink: { try sink($0.get()) })
  }

  /// How many items may be under way or wait for one before them.
  var window: Int { threads * 32 }
}

/// How many items were taken, the results that wait for those before them, and the workers that wait for room.
///
/// An item is taken only with room for its result. The worker that has the item that all wait for never waits, so that
/// room always comes.
private final class Queue<Result: Sendable>: Sendable {
  private struct Waiting: Sendable {
    var results: [Int: Result] = [:]
    /// The item whose result is to be handed over next.
    var due = 0
    /// Rooms given out: items taken or about to be.
    var given = 0
    var sleepers: [CheckedContinuation<Void, Never>] = []
    /// Nothing more is to be taken: nobody need wait.
    var isOver = false
  }

  let taken = Mutex(0)
  /// Whether the sink threw: then nobody takes or hands over anything more.
  private let failed = Atomic(false)
  private let waiting = Mutex(Waiting())
  private let window: Int

  init(window: Int) { self.window = window }

  var hasFailed: Bool { failed.load(ordering: .relaxed) }

  /// Returns when another item may be taken.
  func waitForRoom() async {
    await withCheckedContinuation { worker in
      let hasRoom = waiting.withLock { waiting in
        if waiting.isOver { return true }
        guard waiting.given - waiting.due < window else {
          waiting.sleepers.append(worker)
          return false
        }
        waiting.given += 1
        return true
      }
      if hasRoom { worker.resume() }
    }
  }

  /// Hands over the result of item `number`, and those that waited for it, unless others come first.
  func hand(_ result: Result, _ number: Int, to sink: (Result) throws -> Void) throws {
    let woken = try waiting.withLock { waiting -> [CheckedContinuation<Void, Never>] in
      if hasFailed { return [] }
      waiting.results[number] = result
      while let ready = waiting.results.removeValue(forKey: waiting.due) {
        waiting.due += 1
        do { try sink(ready) } catch {
          failed.store(true, ordering: .relaxed)
          waiting.isOver = true
          waiting.sleepers.forEach { $0.resume() }
          waiting.sleepers = []
          throw error
        }
      }
      let count = min(waiting.sleepers.count, max(0, window - (waiting.given - waiting.due)))
      defer { waiting.sleepers.removeFirst(count) }
      waiting.given += count
      return Array(waiting.sleepers.prefix(count))
    }
    woken.forEach { $0.resume() }
  }

  /// Tells all workers that there is nothing more to take.
  func end() {
    let woken = waiting.withLock { waiting in
      waiting.isOver = true
      defer { waiting.sleepers = [] }
      return waiting.sleepers
    }
    woken.forEach { $0.resume() }
  }
}

/// A counter that workers share.
private final class Cursor: Sendable {
  private let at = Atomic<Int>(0)

  func next(_ count: Int) -> Int { at.wrappingAdd(count, ordering: .relaxed).oldValue }
}
