/// What a probability that the model gives is worth.
///
/// Stretch-wise linear maps that never fall: by setting (``Weights``) and by what speaks for the arrow. Drawn beside the shares right
/// of traditions which the trees were not fitted on (`stemma bench lineage --write`; seeds 31 and 32, 200 of each profile; 33 to 38,
/// 400 mixed ones), where there are times more beside those of a made press of 9,000. BENCHMARKS.md says how near the maps
/// come on others (invariant 10).
enum Calibration {
  /// What an arrow is drawn by.
  enum Ground: CaseIterable {
    /// From a held page that the copy names, or does not; from a lost source.
    case named, likeness, lost
  }

  /// The probabilities for which the maps say what share is right.
  private static let given = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1]
  /// Nothing is surer: names are mistaken, and clocks.
  private static let most = 0.98

  private static func right(_ setting: Weights.Setting, _ ground: Ground) -> [Double] {
    switch (setting, ground) {
    case (_, .lost): [0.05, 0.13, 0.22, 0.37, 0.49, 0.56, 0.635, 0.705, 0.77, 0.855, 0.895, 0.98]
    case (.timed, .named): [0.2, 0.28, 0.36, 0.46, 0.54, 0.62, 0.68, 0.73, 0.8, 0.9, 0.962, 0.985]
    case (.timed, .likeness): [0.14, 0.2, 0.27, 0.34, 0.41, 0.505, 0.605, 0.71, 0.805, 0.89, 0.945, 0.99]
    // Few were named without times; of pages that are the same to the byte the first by id is drawn, and often is it.
    case (.untimed, .named): [0.2, 0.3, 0.4, 0.5, 0.6, 0.65, 0.68, 0.71, 0.76, 0.85, 0.95, 0.985]
    case (.untimed, .likeness): [0.1, 0.18, 0.26, 0.34, 0.4, 0.45, 0.49, 0.55, 0.64, 0.75, 0.86, 0.96]
    case (.wire, .named): [0.2, 0.3, 0.43, 0.54, 0.6, 0.65, 0.68, 0.73, 0.81, 0.88, 0.935, 0.985]
    case (.wire, .likeness): [0.02, 0.06, 0.12, 0.25, 0.34, 0.42, 0.5, 0.57, 0.645, 0.745, 0.8, 0.93]
    }
  }

  /// The confidence for an arrow of `probability` in a family of the setting.
  static func confidence(_ probability: Double, in setting: Weights.Setting, by ground: Ground) -> Double {
    let right = right(setting, ground)
    let value = min(1, max(0, probability))
    for number in given.indices.dropLast() where value <= given[number + 1] {
      let share = (value - given[number]) / (given[number + 1] - given[number])
      return min(most, right[number] + share * (right[number + 1] - right[number]))
    }
    return most
  }
}
