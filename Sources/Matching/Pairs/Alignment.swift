/// Two texts laid against each other, word by word, along one passage.
///
/// `runs` are the stretches of equal words, rising in both texts; what lies between two runs was changed.
public struct Alignment: Sendable, Hashable {
  /// Consecutive words that are equal after folding: `count` words from word `a` of one text and `b` of the other.
  public struct Run: Sendable, Hashable {
    /// First word in the first text.
    public var a: Int
    /// First word in the second text.
    public var b: Int
    /// Words in the run.
    public var count: Int

    /// Makes a run.
    public init(a: Int, b: Int, count: Int) {
      self.a = a
      self.b = b
      self.count = count
    }
  }

  /// Never empty.
  public let runs: [Run]

  /// Makes an alignment of at least one run.
  public init(runs: [Run]) { self.runs = runs }

  /// Words of the first text that the passage spans.
  public var a: Range<Int> { runs[0].a..<(runs[runs.count - 1].a + runs[runs.count - 1].count) }
  /// Words of the second text that the passage spans.
  public var b: Range<Int> { runs[0].b..<(runs[runs.count - 1].b + runs[runs.count - 1].count) }

  /// Words that are equal.
  public var equal: Int { runs.reduce(0) { $0 + $1.count } }

  /// Words between the runs, counted on the side that has more.
  public var unequal: Int {
    var sum = 0
    for (before, after) in zip(runs, runs.dropFirst()) {
      sum += max(after.a - before.a - before.count, after.b - before.b - before.count)
    }
    return sum
  }

  /// Share of aligned words that are equal, in 0...1.
  public var similarity: Double { Double(equal) / Double(equal + unequal) }
}
