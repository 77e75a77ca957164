import NIOCore
import Synchronization

/// The connections that are open. When there are too many, those are closed that have waited longest and ask for nothing.
///
/// Refusing the newest instead, or leaving them in the queue, would let those who never ask keep out those who do. Room is
/// made a moment later and not at once: when thousands come together, what the last of them asks has arrived but has not
/// been looked at yet.
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
    var since: NIODeadline
  }

  private struct State: Sendable {
    var open: [ObjectIdentifier: Open] = [:]
    /// Counts changes, so that what is older has the smaller number.
    var turn: UInt64 = 0
    var spared = 0
    /// Whether room will be made.
    var isDue = false
  }

  /// How long a connection is left alone in each phase.
  private static let moment = TimeAmount.milliseconds(250)

  private let most: Int
  private let state = Mutex(State())

  init(most: Int) { self.most = most }

  /// How many are open.
  var count: Int { state.withLock { $0.open.count } }
  /// How many were closed to make room.
  var spared: Int { state.withLock { $0.spared } }

  /// A connection is in another phase now, or new.
  func note(_ channel: any Channel, _ phase: Phase) {
    let isCrowded = state.withLock { state in
      state.turn += 1
      state.open[ObjectIdentifier(channel)] = Open(
        channel: channel, phase: phase, turn: state.turn, since: .now())
      defer { state.isDue = state.isDue || state.open.count > most }
      return state.open.count > most && !state.isDue
    }
    if isCrowded { makeRoomLater(on: channel.eventLoop) }
  }

  private func makeRoomLater(on loop: any EventLoop) {
    loop.scheduleTask(in: Self.moment) {
      if self.makeRoom() { self.makeRoomLater(on: loop) }
    }
  }

  /// Closes those that can be spared best; `true` when there are still too many.
  private func makeRoom() -> Bool {
    let (spared, isDue) = state.withLock { state -> ([any Channel], Bool) in
      let settled = NIODeadline.now() - Self.moment
      let spared = state.open.filter { $0.value.phase != .working && $0.value.since <= settled }
        .sorted { ($0.value.phase, $0.value.turn) < ($1.value.phase, $1.value.turn) }
        .prefix(max(0, state.open.count - most))
      for (key, _) in spared { state.open[key] = nil }
      state.spared += spared.count
      state.isDue = state.open.count > most
      return (spared.map(\.value.channel), state.isDue)
    }
    for channel in spared { channel.close(promise: nil) }
    return isDue
  }

  /// A connection is closed.
  func end(_ channel: any Channel) {
    state.withLock { _ = $0.open.removeValue(forKey: ObjectIdentifier(channel)) }
  }
}
