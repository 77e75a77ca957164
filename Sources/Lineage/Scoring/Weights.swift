/// What each feature of an arrow is worth, in natural logarithms.
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

  /// What traditions without a second root or a lost source cannot teach.
  private static let stated: [Feature: Double] = [
    .root: -14, .rootBesideLost: 9, .rootAgency: 6,
    .lost: 7, .lostOutlet: 9, .lostFeed: 5, .lostUncredited: 3.5, .lostNamed: -4, .lostRoot: 0,
    .lostUpstream: 6,
    .noText: -4, .spun: 2, .namesCopy: -5, .feed: 7, .intoAgency: -6, .ownEarlier: 2, .ownVersion: 4,
  ]

  private static let fitted: [Feature: (first: Double, second: Double)] = [
    .rootFirst: (1.6, 1.25), .rootLate: (0, 0), .rootNamed: (3.6, 3.6), .rootHeadlineOdd: (-1, -1),
    .rootWords: (-0.3, -0.47), .rootCopied: (0, 0.7),
    .cutEvents: (-1.1, -1.8), .cutCount: (0, 0.4), .cutWords: (-0.2, -0.2), .cutEnd: (-1.1, -1),
    .addedEvents: (0.1, 1), .addedCount: (-0.36, -0.38), .addedWords: (-0.6, -0.8),
    .addedHundreds: (-0.26, -0.47),
    .replacedEvents: (-0.3, -0.26), .replacedCount: (-0.26, -0.32), .replacedWords: (-0.3, -0.14),
    .replacedShare: (0.56, 1.3), .undoneEvents: (0.1, 0.35), .undoneWords: (-0.17, -0.17),
    .sharedEvents: (-1, -1.2), .sharedCount: (-0.66, -0.6), .equal: (0.7, 0.9),
    .typographyForward: (-1.5, -1.4), .typographyBack: (-6, -5),
    .linesGained: (-1.9, -2.7), .linesGainedCount: (-0.37, -0.15), .linesGainedRare: (0.3, 0.67),
    .linesDropped: (-0.95, -0.48), .linesDroppedCount: (-0.7, -0.86), .linesShared: (-0.1, 0.27),
    .linesSharedRare: (-0.1, -0.27), .datelineSharedRare: (-1.1, -1.1),
    .headlineSame: (1, 1.1), .headlineShared: (-5, -4),
    .credit: (4, 4), .creditShared: (-0.2, -0.2), .dateline: (0.5, 0.4), .datelineShared: (0, -0.2),
    .creditOther: (-0.3, -0.1), .named: (1.5, 0.9),
    .against: (-4.5, -5.3), .againstHours: (-0.1, -0.1), .delayHour: (0.35, 0.3),
    .delayMorning: (-0.29, -0.29),
    .delayDay: (-0.27, -0.3), .delayLog: (-0.2, -0.2), .first: (2.7, 1.7), .firstOfMany: (-0.65, -0.37),
    .copied: (0, 0.56),
  ]
}
