/// How often arrows of a confidence are right.
struct Calibration {
  /// One tenth of the scale.
  struct Bin {
    var count = 0
    var right = 0
    var said = 0.0

    var share: Double { ParentScore.share(right, count) }
    var mean: Double { count == 0 ? 0 : said / Double(count) }
    /// How far the share that is right lies from what was said on average.
    var gap: Double { count == 0 ? 0 : share - mean }
  }

  private(set) var bins = [Bin](repeating: Bin(), count: 10)
  private var squares = 0.0

  /// Takes an arrow.
  mutating func add(_ confidence: Double, isRight: Bool) {
    let bin = max(0, min(9, Int(confidence * 10)))
    bins[bin].count += 1
    bins[bin].right += isRight ? 1 : 0
    bins[bin].said += confidence
    squares += (confidence - (isRight ? 1 : 0)) * (confidence - (isRight ? 1 : 0))
  }

  var count: Int { bins.reduce(0) { $0 + $1.count } }
  /// Mean gap between what is said and what is so, bins weighted by their arrows.
  var expectedError: Double {
    count == 0 ? 0 : bins.reduce(0) { $0 + abs($1.gap) * Double($1.count) } / Double(count)
  }
  /// Mean squared error of the confidences (Brier 1950).
  var brier: Double { count == 0 ? 0 : squares / Double(count) }
}
