import Language
import Press

/// Whether two texts that share passages carry the same report, and how one stands to the other.
///
/// The verdict is a function of the two texts alone: not of the pile, not of their ids, not of which comes first.
///
/// Copying needs more equal words outside quotation marks (``Evidence``) the less of either text they are: from 20 where
/// they are half of one, to 40 where they are a fifth; where they are less, 44 in one passage, or 26 in more than a
/// paragraph that both begin with. What was rewritten sentence for sentence is known by many short runs in the same order
/// (``Rewording``). Where all that two texts share is a block of whole paragraphs within both, no large part of either, it
/// is taken for a notice.
///
/// What the kinds of copies mean:
/// - *verbatim*: word for word, dateline included; typography, masked lines, and a short line at either end do not count.
/// - *spun*: plain words replaced all over, by a machine (``Substitutions``). It comes before all others, because it accuses.
/// - *partial*: a good part of one text has no counterpart in the other: a copy keeps less than `keptCoverage` of its
///   source, or the source explains less than `wholeCoverage` of the copy.
/// - *edited*: the rest.
public struct PairJudge: Sendable {
  /// Share of a copy's words that its source must explain, below which the two are only partly the same.
  static let wholeCoverage = 0.7
  /// Share of the source that a copy must keep, below which only a part of it was copied.
  static let keptCoverage = 0.8

  private let aligner = Aligner()

  /// A judge; it holds nothing but its constants.
  public init() {}

  /// The pair with its passages, or `nil` when the two texts have none in common, or are pages of one series.
  public func judge(_ a: Witness, _ indexA: WordIndex, _ b: Witness, _ indexB: WordIndex) -> Pair? {
    if let series = a.series, series == b.series { return nil }
    return Self.isFirst(indexA, indexB)
      ? Judgement(a, indexA, b, indexB, aligner)?.pair : Judgement(b, indexB, a, indexA, aligner)?.pair
  }

  /// Whether the first of two texts is the one to look from: the shorter, or of two as long the one whose words hash lower.
  private static func isFirst(_ a: WordIndex, _ b: WordIndex) -> Bool {
    if a.keys.count != b.keys.count { return a.keys.count < b.keys.count }
    return !b.keys.lexicographicallyPrecedes(a.keys)
  }
}
