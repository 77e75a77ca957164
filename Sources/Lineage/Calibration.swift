/// What a probability that the model gives is worth.
///
/// Stretch-wise linear maps that never fall, one a setting (``Weights``), drawn beside the shares right that
/// `Benchmarks/fit_lineage.py` prints. Sure arrows are as sure as the model says; of unsure ones more are right, for the stemma
/// has the best of several that are as likely. BENCHMARKS.md says how near they come on others (invariant 10).
enum Calibration {
  /// The probabilities for which the maps say what share is right.
  private static let given = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1]
  private static let timed = [0.15, 0.2, 0.28, 0.35, 0.44, 0.54, 0.63, 0.73, 0.82, 0.91, 0.95, 1]
  private static let untimed = [0.15, 0.24, 0.36, 0.46, 0.54, 0.6, 0.66, 0.74, 0.82, 0.9, 0.94, 1]
  private static let wire = [0.15, 0.25, 0.34, 0.43, 0.51, 0.56, 0.62, 0.72, 0.81, 0.9, 0.95, 1]
  /// Nothing is surer: names are mistaken, and clocks.
  private static let most = 0.98

  /// The confidence for an arrow of `probability` in a family of the setting.
  static func confidence(_ probability: Double, in setting: Weights.Setting) -> Double {
    let right =
      switch setting {
      case .timed: timed
      case .untimed: untimed
      case .wire: wire
      }
    let value = min(1, max(0, probability))
    for number in given.indices.dropLast() where value <= given[number + 1] {
      let share = (value - given[number]) / (given[number + 1] - given[number])
      return min(most, right[number] + share * (right[number + 1] - right[number]))
    }
    return most
  }
}
