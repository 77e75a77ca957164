import Language
import Matching
import Press

/// Lays all witnesses of a family side by side, together and not pair by pair.
///
/// Texts that are the same word for word are one row. Rows join a table of columns one after the other (partial order
/// alignment; Lee, Grasso and Sharlow 2002, "Multiple sequence alignment using partial order graphs"), in an order that
/// depends on what they say alone. Long shared runs of words come first, then passages that stand elsewhere, then what lies
/// between. Neighbouring columns that part the witnesses alike become one segment.
public enum Collator {
  /// Different texts that are aligned at most.
  public static let mostRows = 2_000
  /// Words of all different texts together at most.
  public static let mostWords = 4_000_000
  /// Cells, of all segments and witnesses, that an apparatus may have.
  public static let mostCells = 10_000_000

  /// The apparatus of the family's witnesses.
  ///
  /// - Parameters:
  ///   - articles: In any order: the order changes nothing.
  ///   - family: Id of the family.
  ///   - level: Which differences make readings two. Alignment is always by folded words.
  /// - Returns: `nil` where there are no texts, or more than ``mostRows``, ``mostWords`` or ``mostCells`` allow.
  public static func apparatus(
    of articles: [Article], family: String, level: Apparatus.Level = .folded
  ) -> Apparatus? {
    let sorted = articles.sorted { ($0.id, $0.text) < ($1.id, $1.text) }
    guard sorted.contains(where: { !$0.text.isEmpty }) else { return nil }
    guard var texts = distinctTexts(sorted) else { return nil }
    let rows = WordRows(&texts)
    guard rows.count <= mostRows, rows.keys.count <= mostWords else { return nil }
    var aligner = TableAligner(rows)
    let table = aligner.table()
    var segmenter = Segmenter(table: table, texts: texts, level: level, witnessCount: sorted.count)
    guard let segments = segmenter.segments(upTo: mostCells / sorted.count) else { return nil }
    return Apparatus(family: family, witnesses: sorted.map(\.id), level: level, segments: segments)
  }

  /// The texts, each once, with its witnesses; `nil` if there are too many words to hold.
  private static func distinctTexts(_ sorted: [Article]) -> [DistinctText]? {
    struct Text: Hashable {
      let text: String
      let masked: [Range<Int>]
    }
    var holders: [Text: [Int]] = [:]
    var order: [Text] = []
    for (index, article) in sorted.enumerated() where !article.text.isEmpty {
      let text = Text(text: article.text, masked: Witness(article).masked)
      if holders[text] == nil { order.append(text) }
      holders[text, default: []].append(index)
    }
    var texts: [DistinctText] = []
    var words = 0
    for text in order {
      let witnesses = holders[text] ?? []
      let first = sorted[witnesses[0]]
      let made = DistinctText(
        text.text, masked: text.masked, witnesses: witnesses, id: first.id, language: first.language)
      words += made.tokens.count
      guard words <= 8 * mostWords else { return nil }
      texts.append(made)
    }
    return texts
  }
}
