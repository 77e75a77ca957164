import Language
import Matching
import Press

extension Reuse {
  /// Words that one side of a replacement has at most; what is longer has nothing to do with what stands in its place.
  private static let mostReplaced = 12

  /// The numbers of two articles.
  public static func measured(from source: Article, to copy: Article, family: String) -> Reuse {
    let (left, right) = (Witness(source).words, Witness(copy).words)
    let passages = Gaps.joined(Aligner().align(left, right))
    let shared = passages.reduce(0) { $0 + Self.shared($1) }
    let longest = passages.map { passage in
      Longest(
        words: passage.b.count, similarity: passage.similarity, source: bytes(left, passage.a),
        copy: bytes(right, passage.b))
    }
    return Reuse(
      family: family, source: source.id, copy: copy.id, sourceShare: share(shared, left.count),
      copyShare: share(shared, right.count),
      // Of several that are as long the first in the copy.
      longest: longest.min { ($1.words, $0.copy.lowerBound) < ($0.words, $1.copy.lowerBound) })
  }

  /// Words of a passage that both have, the same or others in their place; what one of the two lacks is left out.
  private static func shared(_ passage: Alignment) -> Int {
    var count = passage.equal
    for (before, after) in zip(passage.runs, passage.runs.dropFirst()) {
      let (left, right) = (after.a - before.a - before.count, after.b - before.b - before.count)
      if max(left, right) <= mostReplaced { count += min(left, right) }
    }
    return count
  }

  private static func bytes(_ words: [Token], _ range: Range<Int>) -> Range<Int> {
    Int(words[range.lowerBound].start)..<Int(words[range.upperBound - 1].end)
  }

  private static func share(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 0 : min(1, Double(part) / Double(whole))
  }
}
