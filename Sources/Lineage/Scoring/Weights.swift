/// What each feature of an arrow is worth, in natural logarithms.
///
/// Fitted by `Benchmarks/fit_lineage.py` on what `stemma bench lineage-features` measures of traditions of
/// `stemma bench lineage --write` (seed 7, 350 traditions) and of a made press (`make_copies.py` of the evaluation data, seed
/// 23), the press with its times and without them, with `--prior 0.1 --steps 90`.
///
/// The first are for a family of which nothing is known yet, the second for when it is known how often each page seems to be
/// copied.
struct Weights {
  /// By ``Feature``.
  let values: [Double]

  init(_ named: [Feature: Double]) {
    var values = [Double](repeating: 0, count: Feature.count)
    for (feature, weight) in named { values[feature.rawValue] = weight }
    self.values = values
  }

  static let first = Weights(fitted.mapValues(\.first).merging(stated) { $1 })
  static let second = Weights(fitted.mapValues(\.second).merging(stated) { $1 })

  /// Stated, not fitted: what made traditions have too little of.
  private static let stated: [Feature: Double] = [
    .rootAgency: 6, .lostUpstream: 6, .feed: 7, .intoAgency: -6, .noText: -4, .ownEarlier: 4.5,
    .ownVersion: 4.5, .typographyForward: -1.5, .typographyBack: -3.5, .lost: 5, .lostOutlet: 7,
    .lostFeed: 4.5, .lostUncredited: 2.8, .rootBesideLost: 14, .root: -20, .lostNamed: -3, .against: -4.5,
    .againstHours: -0.12, .addedCount: 0, .undoneEvents: 0, .undoneWords: 0, .credit: 6, .namesCopy: -7,
  ]

  private static let fitted: [Feature: (first: Double, second: Double)] = [
    .rootFirst: (-0.57, -0.50),
    .rootLate: (-0.07, -0.07),
    .rootNamed: (2.63, 2.69),
    .rootHeadlineOdd: (-1.28, -1.20),
    .rootWords: (0.23, 0.23),
    .rootCopied: (0.00, -0.23),
    .cutEvents: (-0.58, -0.58),
    .cutCount: (-0.01, -0.01),
    .cutWords: (-0.40, -0.40),
    .cutEnd: (-0.15, -0.16),
    .addedEvents: (0.21, 0.22),
    .addedWords: (-0.48, -0.48),
    .addedHundreds: (-0.78, -0.77),
    .replacedEvents: (-0.02, -0.02),
    .replacedCount: (0.06, 0.06),
    .replacedWords: (0.27, 0.27),
    .replacedShare: (5.64, 5.38),
    .sharedEvents: (-2.23, -2.23),
    .sharedCount: (0.08, 0.07),
    .equal: (0.74, 0.73),
    .spun: (1.59, 1.60),
    .linesGained: (-2.56, -2.56),
    .linesGainedCount: (0.67, 0.68),
    .linesGainedRare: (0.91, 0.90),
    .linesDropped: (-2.77, -2.76),
    .linesDroppedCount: (0.53, 0.54),
    .linesShared: (-0.00, -0.01),
    .linesSharedRare: (-0.52, -0.52),
    .datelineSharedRare: (-1.39, -1.45),
    .headlineSame: (3.05, 3.05),
    .headlineShared: (0.29, 0.28),
    .creditShared: (0.07, 0.08),
    .dateline: (-0.56, -0.65),
    .datelineShared: (-0.57, -0.50),
    .creditOther: (2.45, 2.46),
    .named: (1.37, 1.09),
    .delayHour: (0.39, 0.34),
    .delayMorning: (-0.51, -0.52),
    .delayDay: (-0.24, -0.24),
    .delayLog: (0.94, 0.94),
    .first: (1.53, 1.50),
    .firstOfMany: (-0.42, -0.43),
    .copied: (0.00, 0.28),
  ]
}
