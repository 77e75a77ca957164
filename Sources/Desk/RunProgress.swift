/// Where a run stands, for whoever watches it.
public struct RunProgress: Sendable {
  /// What is being done.
  public enum Stage: String, Sendable {
    case reading, indexing, comparing, lineage, storing, checking, copying
  }

  /// What is being done.
  public let stage: Stage
  /// Pages read, articles indexed or compared, families drawn.
  public let done: Int
  /// How many there are in all, where that is known.
  public let total: Int?
  /// Pages refused so far.
  public let refused: Int

  /// A standing of `done` out of `total`.
  public init(stage: Stage, done: Int, total: Int? = nil, refused: Int = 0) {
    self.stage = stage
    self.done = done
    self.total = total
    self.refused = refused
  }
}

/// Called now and then during a run, from any thread.
public typealias ProgressHandler = @Sendable (RunProgress) -> Void
