import Synchronization

/// A wish that a run end soon, which may come from any thread at any moment.
///
/// A run that is given one looks at it between pieces of work. What it had finished by then stays; nothing is left half done.
public final class StopRequest: Sendable {
  private let requested = Atomic(false)

  /// Not wished yet.
  public init() {}

  /// Asks the run to end. Safe in a signal's handler; asking again changes nothing.
  public func request() { requested.store(true, ordering: .releasing) }

  /// Whether the run was asked to end.
  public var isRequested: Bool { requested.load(ordering: .acquiring) }

  /// Ends the work that calls it, where that was asked for.
  func check() throws { if isRequested { throw Stopped() } }
}

/// Thrown through work that was asked to end; it never leaves the desk.
struct Stopped: Error {}
