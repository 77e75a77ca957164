/// What each feature of an arrow is worth, in natural logarithms.
///
/// In three settings, for the same sign is worth more or less in them: with lost sources that credits name ("wire"), and
/// without such, with clocks or without clocks. Those of families without lost sources were fitted by `Benchmarks/fit_lineage.py
/// --setting` on a made press (`make_copies.py` of the evaluation data, seed 23, with its times and without them) and on
/// traditions of `stemma bench lineage --write` (seeds 21 and 22, 250 of each profile). Those of wires were fitted on less
/// (seed 7), and a score of them set by hand so that two clients of one wire stay siblings unless much speaks for copying;
/// a credit that names a held page, and an agency's held page, were set by hand in all.
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

  private static let ofWires = Stages(wire)
  private static let ofTimed = Stages(timed)
  private static let ofUntimed = Stages(untimed)

  /// The weights of a family with stamps to compare or without, and with lost sources or without.
  static func stages(isTimed: Bool, hasLost: Bool) -> Stages {
    hasLost ? ofWires : isTimed ? ofTimed : ofUntimed
  }
}
