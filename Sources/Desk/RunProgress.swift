/// Where a run stands, for whoever watches it.
public struct RunProgress: Sendable {
  /// What is being done.
  public enum Stage: String, Sendable {
    case reading, indexing, comparing, lineage, storing, checking, writing, copying
  }

  /// What is being done.
  public let stage: Stage
  /// Pages read, articles indexed or compared, families drawn, lines written.
  public let done: Int
  /// How many there are in all, where that is known.
  public let total: Int?
  /// Pages refused so far.
  public let refused: Int
  /// Bytes of the input read so far, packed ones as they are; `nil` where none are read.
  public let bytes: Int?

  /// A standing of `done` out of `total`.
  public init(stage: Stage, done: Int, total: Int? = nil, refused: Int = 0, bytes: Int? = nil) {
    self.stage = stage
    self.done = done
    self.total = total
    self.refused = refused
    self.bytes = bytes
  }
}

/// Called now and then during a run, from any thread.
public typealias ProgressHandler = @Sendable (RunProgress) -> Void
