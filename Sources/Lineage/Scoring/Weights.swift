/// What an arrow's features are worth: a score in natural logarithms, that of a stemma being the sum of its arrows'.
///
/// In three settings, for the same sign is worth more or less in them: with lost sources that credits name ("wire"), and
/// without such, with clocks or without clocks. The score is the sum of what is stated by hand, where made traditions teach
/// little or nothing, and of decision trees that were fitted to made ones (``DecisionTrees``): a made press
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

  /// The score of an arrow with `features`.
  static func score(_ features: FeatureVector, in setting: Setting) -> Double {
    var sum = trees[setting]?.score(features) ?? 0
    for (feature, weight) in stated { sum += features[feature] * weight }
    if setting == .wire { for (feature, weight) in statedBesideLost { sum += features[feature] * weight } }
    return sum
  }

  /// Stated by hand; `STATED` of `Benchmarks/fit_lineage.py` says the same.
  static let stated: [(Feature, Double)] = [
    (.credit, 4), (.creditAgency, 4), (.namesCopy, -4), (.feed, 4), (.feedShared, 3),
    (.intoAgency, -6), (.rootAgency, 6), (.lostUpstream, 6),
    (.ownEarlier, 4), (.ownVersion, 4), (.against, -2), (.noText, -2), (.typographyBack, -1),
    (.sharedRare, -0.3), (.linesSharedRare, -0.2), (.headlineSharedRare, -0.3),
  ]

  /// Stated by hand for families with lost sources, on top of what was fitted: a page that credits a lost source has it from
  /// there, however like another client it is, unless more than likeness speaks for that one. On made traditions this costs some
  /// arrows between clients that did copy; without it pages would be called copies of their siblings.
  static let statedBesideLost: [(Feature, Double)] = [
    (.lost, 1.2), (.lostUnrivalled, 2.1), (.lostOutlet, 5), (.lostUncreditedEdited, -6),
    (.lostBesideTwin, -6),
    (.rootFeed, 4), (.against, -4), (.ownVersion, 4), (.ownEarlier, 3),
  ]

  // A table that can't be read is a fault of the build, and a test asks for each.
  private static let trees: [Setting: DecisionTrees] = Dictionary(
    uniqueKeysWithValues: Setting.allCases.compactMap { setting in
      DecisionTrees(String(decoding: setting.table, as: UTF8.self)).map { (setting, $0) }
    })
}
