/// What a probability that the model gives is worth.
///
/// A stretch-wise linear map that never falls, fitted on made traditions of known truth, so that of arrows drawn with 0.8
/// four in five are right (invariant 10).
enum Calibration {
  private static let points: [(given: Double, right: Double)] = [
    (0, 0.1), (0.2, 0.3), (0.4, 0.49), (0.5, 0.57), (0.6, 0.65), (0.7, 0.73), (0.8, 0.8), (0.9, 0.88),
    (0.97, 0.93), (1, 0.985),
  ]
  /// Nothing is surer: names are mistaken, and clocks.
  private static let most = 0.98

  static func confidence(_ probability: Double) -> Double {
    let given = min(1, max(0, probability))
    for (low, high) in zip(points, points.dropFirst()) where given <= high.given {
      let share = (given - low.given) / (high.given - low.given)
      return min(most, low.right + share * (high.right - low.right))
    }
    return most
  }
}
