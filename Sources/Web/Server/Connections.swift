import NIOCore
import Synchronization

/// The connections that are open. When there are too many, the one is closed that has waited longest and asks for nothing.
///
/// Refusing the newest instead, or leaving it in the queue, would let those who never ask keep out those who do.
final class Connections: Sendable {
  /// What a connection is about, in the order in which it can be spared.
  enum Phase: Int, Sendable, Comparable {
    /// Nothing is asked, or not wholly.
    case waiting
    /// What a request sends is on its way.
    case sending
    /// An answer is on its way.
    case answering
    /// An answer is being made: that is never broken off.
    case working

    static func < (a: Phase, b: Phase) -> Bool { a.rawValue < b.rawValue }
  }

  private struct Open: Sendable {
    let channel: any Channel
    var phase: Phase
    var turn: UInt64
  }

  private struct State: Sendable {
    var open: [ObjectIdentifier: Open] = [:]
    /// Counts changes, so that what is older has the smaller number.
    var turn: UInt64 = 0
    var spared = 0
  }

  private let most: Int
  private let state = Mutex(State())

  init(most: Int) { self.most = most }

  /// How many are open.
  var count: Int { state.withLock { $0.open.count } }
  /// How many were closed to make room.
  var spared: Int { state.withLock { $0.spared } }

  /// A connection is in another phase now, or new.
  func note(_ channel: any Channel, _ phase: Phase) {
    let spare = state.withLock { state -> (any Channel)? in
      state.turn += 1
      state.open[ObjectIdentifier(channel)] = Open(channel: channel, phase: phase, turn: state.turn)
      guard state.open.count > most else { return nil }
      let spare = state.open.filter { $0.value.phase != .working }
        .min { ($0.value.phase, $0.value.turn) < ($1.value.phase, $1.value.turn) }
      guard let spare else { return nil }
      state.open[spare.key] = nil
      state.spared += 1
      return spare.value.channel
    }
    spare?.close(promise: nil)
  }

  /// A connection is closed.
  func end(_ channel: any Channel) {
    state.withLock { _ = $0.open.removeValue(forKey: ObjectIdentifier(channel)) }
  }
}
