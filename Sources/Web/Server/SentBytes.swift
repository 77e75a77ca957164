import Hummingbird
import HummingbirdCore
import Synchronization

/// Reads what requests send, within what one of them, and all together, may send.
final class SentBytes: Sendable {
  private let most: Int
  private let held = Mutex(0)

  init(most: Int) { self.most = most }

  /// Bytes of one request, counted as held until ``release()``.
  struct Share: ~Copyable {
    private let all: SentBytes
    private var count = 0

    init(of all: SentBytes) { self.all = all }

    /// All that a request sends.
    ///
    /// - Throws: `Fault` when it is too much, for one or with all others, or breaks off.
    mutating func read(_ body: RequestBody, stated: Int?, most: Int) async throws -> [UInt8] {
      if let stated, stated > most { throw Fault.tooLarge(most) }
      var bytes: [UInt8] = []
      var parts = body.makeAsyncIterator()
      while let part = try await Self.next(&parts) {
        guard bytes.count + part.readableBytes <= most else { throw Fault.tooLarge(most) }
        guard all.hold(part.readableBytes) else { throw Fault.busy }
        count += part.readableBytes
        bytes.append(contentsOf: part.readableBytesView)
      }
      // A connection that ends looks like a request that does.
      if let stated, stated != bytes.count { throw Fault.form("it breaks off") }
      return bytes
    }

    private static func next(_ parts: inout RequestBody.AsyncIterator) async throws(Fault) -> ByteBuffer? {
      do { return try await parts.next() } catch { throw .form("it breaks off") }
    }

    deinit { all.release(count) }
  }

  private func hold(_ count: Int) -> Bool {
    held.withLock { held in
      guard held + count <= most else { return false }
      held += count
      return true
    }
  }

  private func release(_ count: Int) { held.withLock { $0 -= count } }
}
