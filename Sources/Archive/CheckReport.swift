/// What a check of an archive found.
public struct CheckReport: Sendable, Hashable {
  /// Every invariant that is broken; none in a sound archive.
  public var violations: [Violation] = []
  /// What could not be looked at, and why.
  public var omissions: [String] = []
  /// Whether articles came or changed since families were computed. A reading that was stopped leaves an archive so; the next
  /// ends what it began.
  public var isUnfinished = false

  /// Nothing found yet.
  public init() {}
}

/// What a check is at.
public enum CheckStep: String, Sendable, CaseIterable {
  /// SQLite's own check of the file and its references.
  case file
  /// Pages and refusals, ids and sources.
  case pages
  /// Articles as they are read, and the ranges into them.
  case articles
  /// Pairs, families and stemmata.
  case findings
  /// The index of features, as it is written.
  case index
  /// The same against the texts.
  case features
  /// The search index against the texts.
  case search
}

/// Called now and then during a check: the step, how far it is, and how far it goes, where that is known.
public typealias CheckProgress = (_ step: CheckStep, _ done: Int, _ total: Int?) -> Void
