/// What each feature of an arrow is worth, in natural logarithms.
///
/// Fitted by `Benchmarks/fit_lineage.py`, in four settings, for the same sign is worth more or less in them: with clocks or
/// without, and with lost sources that credits name or without. A handful are stated, since made traditions have too few
/// of them to learn from.
struct Weights {
  /// By ``Feature``.
  let values: [Double]

  private init(_ named: some Sequence<(Feature, Double)>) {
    var values = [Double](repeating: 0, count: Feature.count)
    for (feature, weight) in named { values[feature.rawValue] = weight }
    self.values = values
  }

  /// The weights of one setting: those for a family of which nothing is known yet, and those for when it is known how
  /// often each page seems to be copied.
  struct Stages {
    let first: Weights
    let second: Weights

    init(_ fitted: [Feature: (first: Double, second: Double)]) {
      first = Weights(fitted.map { ($0, $1.first) })
      second = Weights(fitted.map { ($0, $1.second) })
    }
  }

  private static let stages = [untimed, timed, untimedWire, timedWire].map(Stages.init)

  /// The weights of a family with stamps to compare or without, and with lost sources or without.
  static func stages(isTimed: Bool, hasLost: Bool) -> Stages {
    stages[(isTimed ? 1 : 0) + (hasLost ? 2 : 0)]
  }
}
