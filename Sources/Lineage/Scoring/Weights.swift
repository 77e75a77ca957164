/// What an arrow's features are worth: a score in natural logarithms, that of a stemma being the sum of its arrows'.
///
/// In three settings, for the same sign is worth more or less in them: with lost sources that credits name ("wire"), and
/// without such, with clocks or without clocks. How likely an arrow is, is the sum of what is stated by hand, where made traditions
/// teach little or nothing, and of decision trees that were fitted to made ones (``DecisionTrees``): a made press
/// (`make_copies.py` of the evaluation data, with its times and without them), and those of `stemma bench lineage --write`.
/// `Benchmarks/fit_lineage.py` says how, and BENCHMARKS.md with which seeds.
enum Weights {
  /// What a family has to go by.
  enum Setting: CaseIterable {
    case timed, untimed, wire

    init(isTimed: Bool, hasLost: Bool) { self = hasLost ? .wire : isTimed ? .timed : .untimed }

    /// The fitted trees' table, as it lies in `Scoring/Tables`.
    var table: [UInt8] {
      switch self {
      case .timed: PackageResources.timed_trees
      case .untimed: PackageResources.untimed_trees
      case .wire: PackageResources.wire_trees
      }
    }
  }

  /// What an arrow with `features` is worth when the stemma is chosen, and when arrows' probabilities are told.
  static func scores(_ features: FeatureVector, in setting: Setting) -> (choice: Double, likelihood: Double) {
    var fitted = trees[setting]?.score(features) ?? 0
    for (feature, weight) in stated { fitted += features[feature] * weight }
    guard setting == .wire else { return (fitted, fitted) }
    for (feature, weight) in statedBesideLost { fitted += features[feature] * weight }
    var cautious = 0.0
    for (feature, weight) in caution { cautious += features[feature] * weight }
    return (fitted + cautious, fitted + cautious * shareOfCaution)
  }

  /// Stated by hand; `STATED` of `Benchmarks/fit_lineage.py` says the same.
  static let stated: [(Feature, Double)] = [
    (.credit, 4), (.creditAgency, 4), (.namesCopy, -4), (.feed, 4), (.feedShared, 3),
    (.intoAgency, -6), (.rootAgency, 6), (.lostUpstream, 6),
    (.ownEarlier, 4), (.ownVersion, 4), (.against, -2), (.noText, -2), (.typographyBack, -1),
    (.sharedRare, -0.3), (.linesSharedRare, -0.2), (.headlineSharedRare, -0.3),
  ]

  /// Stated by hand for families with lost sources, on top of what was fitted.
  static let statedBesideLost: [(Feature, Double)] = [
    (.lostOutlet, 5), (.credit, 1), (.rootFeed, 4), (.against, -4), (.ownVersion, 4), (.ownEarlier, 3),
  ]

  /// The same, for caution: a page that credits a lost source has it from there, however like another client it is, unless more
  /// than likeness speaks for that one. On made traditions this costs an arrow or two in a hundred, between clients that did copy;
  /// without it pages would be called copies of their siblings.
  static let caution: [(Feature, Double)] = [
    (.lost, 1.2), (.lostUnrivalled, 2.1), (.lostUncreditedEdited, -1),
  ]

  /// How much of the caution is taken for knowledge of the world, where pages have agencies' texts from agencies more often than in
  /// made traditions: an arrow drawn by caution alone is not surer for it.
  private static let shareOfCaution = 0.5

  // A table that can't be read is a fault of the build, and a test asks for each.
  private static let trees: [Setting: DecisionTrees] = Dictionary(
    uniqueKeysWithValues: Setting.allCases.compactMap { setting in
      DecisionTrees(String(decoding: setting.table, as: UTF8.self)).map { (setting, $0) }
    })
}
