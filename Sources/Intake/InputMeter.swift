import Synchronization

/// A reading seen from outside while it goes on: how much of the input was read, and whether it is to end.
public final class InputMeter: Sendable {
  private let count = Atomic<Int>(0)
  private let stopped: @Sendable () -> Bool

  /// - Parameter isStopped: Asked before every read, from the thread that reads. Once it says yes every input is at its end;
  ///   what comes of an input that was cut off so is not to be used.
  public init(isStopped: @escaping @Sendable () -> Bool = { false }) { stopped = isStopped }

  /// Bytes read so far, as they lie on the disk: packed ones are counted packed.
  public var bytes: Int { count.load(ordering: .relaxed) }

  /// Whether it is to end.
  public var isStopped: Bool { stopped() }

  func add(_ bytes: Int) { count.wrappingAdd(bytes, ordering: .relaxed) }
}
