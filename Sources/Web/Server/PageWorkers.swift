import Archive
import NIOPosix
import Synchronization

/// Makes pages on a few threads of its own: reading the archive blocks, and must block neither those who listen to sockets
/// nor the program's tasks.
final class PageWorkers: Sendable {
  private let threads: Threads
  private let most: Int
  private let seconds: Double
  private let counted = Mutex(0)
  /// How many are made or wait.
  var underWay: Int { counted.withLock { $0 } }

  init(_ limits: Limits) {
    threads = Threads(count: limits.workers)
    most = limits.workers + limits.waiting
    seconds = limits.pageSeconds
  }

  /// Does `work` when a thread is free.
  ///
  /// - Throws: `Fault.busy` when too many wait already; `ArchiveError` of kind `tooSlow` when it reads for too long.
  func run<Result: Sendable>(_ work: @escaping @Sendable () async throws -> Result) async throws -> Result {
    let isFull = counted.withLock { count in
      if count >= most { return true }
      count += 1
      return false
    }
    if isFull { throw Fault.busy }
    defer { counted.withLock { $0 -= 1 } }
    return try await withTaskExecutorPreference(threads) {
      try await Archive.reading(within: seconds, work)
    }
  }

  func end() { threads.pool.shutdownGracefully { _ in } }

  private final class Threads: TaskExecutor {
    let pool: NIOThreadPool

    init(count: Int) {
      pool = NIOThreadPool(numberOfThreads: count)
      pool.start()
    }

    func enqueue(_ job: consuming ExecutorJob) {
      let job = UnownedJob(job)
      pool.submit { _ in job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
  }
}
