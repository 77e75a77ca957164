/// From the strength of the evidence to a probability.
///
/// The strength is how many times the evidence is what copying needs at least (``PairJudge``). The table is monotone, and was
/// set by hand after the shares of copies among labelled pairs of each strength; BENCHMARKS.md has its reliability.
enum Confidence {
  /// Strength, and the share of pairs of that strength that are copies.
  static let table: [(strength: Double, share: Double)] = [
    (0, 0), (0.5, 0.005), (0.75, 0.08), (0.99, 0.18), (1, 0.6), (1.3, 0.85), (2, 0.96), (4, 0.99),
    (10, 0.999),
  ]

  /// How likely two texts are copies whose evidence has this strength, in 0...1.
  static func copying(_ strength: Double) -> Double {
    for (low, high) in zip(table, table.dropFirst()) where strength < high.strength {
      return low.share + (high.share - low.share) * (strength - low.strength) / (high.strength - low.strength)
    }
    return table[table.count - 1].share
  }
}
