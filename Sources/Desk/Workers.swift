import Synchronization

/// Runs work on several threads, with results in the order of the work (invariant 2).
struct Workers: Sendable {
  let threads: Int

  /// `threads` at once, at least one.
  init(threads: Int) { self.threads = max(1, threads) }

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
  /// `next` and `sink` are each called from one thread at a time. The first error of `sink` ends the run.
  func stream<Item: Sendable, Result: Sendable>(
    next: @escaping @Sendable () -> Item?, work: @escaping @Sendable (Item) -> Result,
    sink: @escaping @Sendable (Result) throws -> Void
  ) async throws {
    let queue = Queue<Result>()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<threads {
        group.addTask {
          while true {
            let turn = queue.taken.withLock { number -> (Int, Item)? in
              guard !queue.hasFailed.load(ordering: .relaxed), let item = next() else { return nil }
              number += 1
              return (number - 1, item)
            }
            guard let (number, item) = turn else { return }
            let result = work(item)
            try queue.waiting.withLock { waiting in
              if queue.hasFailed.load(ordering: .relaxed) { return }
              waiting.results[number] = result
              while let ready = waiting.results.removeValue(forKey: waiting.due) {
                waiting.due += 1
                do { try sink(ready) } catch {
                  queue.hasFailed.store(true, ordering: .relaxed)
                  throw error
                }
              }
            }
          }
        }
      }
      try await group.waitForAll()
    }
  }
}

/// How many items were taken, and the results that wait for those before them.
private final class Queue<Result: Sendable>: Sendable {
  struct Waiting: Sendable {
    var results: [Int: Result] = [:]
    var due = 0
  }

  let taken = Mutex(0)
  /// Whether the sink threw: then nobody takes or hands over anything more.
  let hasFailed = Atomic(false)
  let waiting = Mutex(Waiting())
}

/// A counter that workers share.
private final class Cursor: Sendable {
  private let at = Atomic<Int>(0)

  func next(_ count: Int) -> Int { at.wrappingAdd(count, ordering: .relaxed).oldValue }
}
