import Language
import Matching
import Press

extension Reuse {
  /// The numbers of two articles.
  ///
  /// - Parameter pair: The passages that matching found, where it did; else the two are aligned anew.
  public static func measured(from source: Article, to copy: Article, family: String, pair: Pair?) -> Reuse {
    let (left, right) = (Witness(source).words, Witness(copy).words)
    if let pair {
      let isForward = pair.a == source.id
      let passages = isForward ? pair.passages : pair.passages.map(\.flipped)
      let longest = passages.map { passage in
        Longest(
          words: right.indices(in: passage.b).count, similarity: passage.similarity, source: passage.a,
          copy: passage.b)
      }
      return Reuse(
        family: family, source: source.id, copy: copy.id,
        sourceShare: isForward ? pair.coverageA : pair.coverageB,
        copyShare: isForward ? pair.coverageB : pair.coverageA, longest: first(of: longest))
    }
    let alignments = Aligner().align(left, right)
    let longest = alignments.map { passage in
      Longest(
        words: passage.b.count, similarity: passage.similarity, source: bytes(left, passage.a),
        copy: bytes(right, passage.b))
    }
    return Reuse(
      family: family, source: source.id, copy: copy.id,
      sourceShare: share(alignments.reduce(0) { $0 + $1.a.count }, left.count),
      copyShare: share(alignments.reduce(0) { $0 + $1.b.count }, right.count), longest: first(of: longest))
  }

  /// The longest; of several the first in the copy.
  private static func first(of passages: [Longest]) -> Longest? {
    passages.min { ($1.words, $0.copy.lowerBound) < ($0.words, $1.copy.lowerBound) }
  }

  private static func bytes(_ words: [Token], _ range: Range<Int>) -> Range<Int> {
    Int(words[range.lowerBound].start)..<Int(words[range.upperBound - 1].end)
  }

  private static func share(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 0 : min(1, Double(part) / Double(whole))
  }
}
