import Foundation

/// How often arrows that readings tell are right: measured on 240 invented traditions of 7 to 50 witnesses, a third of
/// them without contamination, half of the others with much of it, none of them real.
enum ReadingsConfidence {
  /// Of an arrow that has `share` of the likelihood of all places to which its copy could be moved, one change more being a factor
  /// of e. The share is too modest, for what speaks for one place speaks for few others.
  ///
  /// - Parameter support: Where one of its ends is lost, what the stemma would cost more without that, in twentieths of a
  ///   change: that there was a lost witness, and who descends from it, is less sure than who is near whom.
  static func arrow(share: Double, support: Int?) -> Double {
    guard let support else { return 0.96 * pow(share, 0.35) }
    let changes = Double(min(max(0, support), 8 * Int(ReadingCosts.unit))) / Double(ReadingCosts.unit)
    return (0.56 + 0.025 * changes) * share
  }

  /// Of a second parent, by what it explains above what it costs, in twentieths of a change.
  static func second(gain: Int) -> Double {
    let changes = Double(max(0, gain)) / Double(ReadingCosts.unit)
    return 0.48 + 0.36 * changes / (changes + 5)
  }

  /// By what all confidences are lowered where witnesses are cut and added to, as a press does with its pages: there the
  /// places at which words differ are few, and copyists make one cut independently. In the archive's worlds of `stemma bench
  /// lineage`, stripped of all but the texts, not half as many arrows were right.
  static func trust(rowWords: [Int]) -> Double {
    guard let longest = rowWords.max(), longest > 0 else { return 1 }
    let middle = rowWords.sorted()[rowWords.count / 2]
    let share = Double(middle) / Double(longest)
    return 0.45 + 0.55 * min(1, max(0, (share - 0.8) / 0.15))
  }
}
