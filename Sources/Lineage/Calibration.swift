/// What a probability that the model gives is worth.
///
/// Stretch-wise linear maps that never fall: by setting (``Weights``), and where there are lost sources for arrows from held
/// pages and from lost ones. Drawn beside what `Benchmarks/fit_lineage.py` prints and beside the shares right of traditions which the
/// trees were not fitted on (`stemma bench lineage --write`; seeds 31 and 32, 200 of each profile; 33 to 38, 400 mixed ones).
/// BENCHMARKS.md says how near the maps come on others (invariant 10).
enum Calibration {
  /// The probabilities for which the maps say what share is right.
  private static let given = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1]
  private static let timed = [0.14, 0.2, 0.28, 0.36, 0.44, 0.535, 0.635, 0.73, 0.825, 0.915, 0.955, 0.995]
  private static let untimed = [0.1, 0.18, 0.26, 0.35, 0.42, 0.47, 0.52, 0.6, 0.7, 0.82, 0.9, 0.98]
  private static let besideLost = [0.02, 0.06, 0.11, 0.26, 0.36, 0.44, 0.51, 0.58, 0.67, 0.81, 0.9, 0.985]
  private static let fromLost = [0.1, 0.2, 0.3, 0.37, 0.44, 0.53, 0.62, 0.69, 0.75, 0.83, 0.905, 0.98]
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
