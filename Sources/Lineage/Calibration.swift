/// What a probability that the model gives is worth.
///
/// Stretch-wise linear maps that never fall: by setting (``Weights``), and where there are lost sources for arrows from held
/// pages and from lost ones. Drawn beside what `Benchmarks/fit_lineage.py` prints and beside the shares right of 1,600 traditions
/// (`stemma bench lineage --write`, seeds 31 and 32, 200 of each profile), which the trees were not fitted on. A page that
/// credits a lost source is drawn from there against what the model says of others (`Weights.statedBesideLost`): so it is less sure.
/// BENCHMARKS.md says how near the maps come on others (invariant 10).
enum Calibration {
  /// The probabilities for which the maps say what share is right.
  private static let given = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1]
  private static let timed = [0.15, 0.21, 0.29, 0.37, 0.46, 0.56, 0.66, 0.755, 0.845, 0.925, 0.96, 0.995]
  private static let untimed = [0.1, 0.18, 0.27, 0.36, 0.45, 0.52, 0.58, 0.65, 0.75, 0.87, 0.93, 0.985]
  private static let besideLost = [0.03, 0.08, 0.15, 0.23, 0.33, 0.4, 0.52, 0.6, 0.68, 0.8, 0.88, 0.97]
  private static let fromLost = [0.1, 0.15, 0.2, 0.25, 0.3, 0.36, 0.5, 0.68, 0.81, 0.88, 0.93, 0.975]
  /// Nothing is surer: names are mistaken, and clocks.
  private static let most = 0.98

  /// The confidence for an arrow of `probability` in a family of the setting.
  static func confidence(_ probability: Double, in setting: Weights.Setting, isFromLost: Bool) -> Double {
    let right =
      switch setting {
      case .timed: timed
      case .untimed: untimed
      case .wire: isFromLost ? fromLost : besideLost
      }
    let value = min(1, max(0, probability))
    for number in given.indices.dropLast() where value <= given[number + 1] {
      let share = (value - given[number]) / (given[number + 1] - given[number])
      return min(most, right[number] + share * (right[number + 1] - right[number]))
    }
    return most
  }
}
