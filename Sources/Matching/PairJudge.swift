import Language
import Press

/// Whether two texts that share passages carry the same report, and how one stands to the other.
///
/// Shared text is told from what two reporters share who wrote independently: quotations that everyone carries, and
/// a sentence here and there.
public struct PairJudge: Sendable {
  /// Equal words outside quotation marks without which nothing is called a copy.
  static let leastOwnWords = 20
  /// The same for texts so short that most of one is the other.
  static let leastOwnWordsOfShort = 10
  /// Share of either text that must lie within passages, unless one passage alone is long.
  static let leastCoverage = 0.2
  /// Equal words outside quotation marks in one passage that prove copying whatever the texts' lengths.
  static let longPassage = 45
  /// Share of a copy's words that its source must explain, below which the two are only partly the same.
  static let wholeCoverage = 0.7
  /// Share of the source that a copy must keep, below which only a part of it was copied.
  static let keptCoverage = 0.8

  private let aligner = Aligner()

  /// A judge; it holds nothing but its constants.
  public init() {}

  /// The pair with its passages, or `nil` when neither text was copied from the other, nor both from a third.
  public func judge(_ a: Witness, _ indexA: WordIndex, _ b: Witness, _ indexB: WordIndex) -> Pair? {
    if let series = a.series, series == b.series { return nil }
    let alignments = aligner.align(indexA, indexB)
    let (wordsA, wordsB) = (indexA.words, indexB.words)
    guard !alignments.isEmpty else { return nil }
    let coverageA = Self.coverage(alignments.map(\.a), of: wordsA.count)
    let coverageB = Self.coverage(alignments.map(\.b), of: wordsB.count)
    guard Self.isCopying(alignments, wordsA, wordsB, coverage: max(coverageA, coverageB)) else { return nil }
    let equal = alignments.reduce(0) { $0 + $1.equal }
    let unequal = alignments.reduce(0) { $0 + $1.unequal }
    let similarity = Double(equal) / Double(equal + unequal)
    let kind = Self.kind(alignments, wordsA, wordsB, coverageA, coverageB, similarity)
    return Pair(
      a: a.id, b: b.id, kind: kind,
      versions: Versions.areVersions(a, b, coverage: min(coverageA, coverageB)),
      coverageA: coverageA, coverageB: coverageB, similarity: similarity, wordsA: wordsA.count,
      wordsB: wordsB.count, equalWords: equal, changes: Self.changes(alignments, wordsA.count, wordsB.count),
      spun: kind == .spun ? Self.spun(a, b) : nil,
      passages: alignments.map { alignment in
        Passage(
          a: Self.bytes(alignment.a, wordsA), b: Self.bytes(alignment.b, wordsB),
          similarity: alignment.similarity)
      })
  }

  private static func bytes(_ range: Range<Int>, _ words: [Token]) -> Range<Int> {
    Int(words[range.lowerBound].start)..<Int(words[range.upperBound - 1].end)
  }

  private static func coverage(_ ranges: [Range<Int>], of count: Int) -> Double {
    Double(ranges.reduce(0) { $0 + $1.count }) / Double(max(1, count))
  }

  /// Which of two texts a machine wrote, by the wrong indefinite articles that replacing words leaves behind.
  private static func spun(_ a: Witness, _ b: Witness) -> String? {
    let errorsA = IndefiniteArticles.errors(in: a.text)
    let errorsB = IndefiniteArticles.errors(in: b.text)
    return errorsA == errorsB ? nil : errorsA > errorsB ? a.id : b.id
  }

  /// Places at which two texts differ. `alignments` come in the order of `a`.
  private static func changes(_ alignments: [Alignment], _ countA: Int, _ countB: Int) -> Int {
    var places = alignments.reduce(0) { $0 + $1.runs.count - 1 }
    let orderB = alignments.indices.sorted { alignments[$0].b.lowerBound < alignments[$1].b.lowerBound }
    var rank = [Int](repeating: 0, count: alignments.count)
    for (position, index) in orderB.enumerated() { rank[index] = position }
    for (index, (before, after)) in zip(alignments, alignments.dropFirst()).enumerated() {
      let inOrder = rank[index + 1] == rank[index] + 1
      if !inOrder || before.a.upperBound < after.a.lowerBound || before.b.upperBound < after.b.lowerBound {
        places += 1
      }
    }
    if alignments[0].a.lowerBound > 0 || alignments[orderB[0]].b.lowerBound > 0 { places += 1 }
    let last = alignments.count - 1
    if alignments[last].a.upperBound < countA || alignments[orderB[last]].b.upperBound < countB {
      places += 1
    }
    return places
  }

  /// A word that either text puts in quotation marks is somebody's words, whatever the other made of the marks.
  private static func isCopying(
    _ alignments: [Alignment], _ a: [Token], _ b: [Token], coverage: Double
  ) -> Bool {
    var own = 0
    var longest = 0
    for alignment in alignments {
      var here = 0
      for run in alignment.runs {
        for offset in 0..<run.count {
          let traits = a[run.a + offset].traits.union(b[run.b + offset].traits)
          if !traits.contains(.quoted) { here += 1 }
        }
      }
      own += here
      longest = max(longest, here)
    }
    if longest >= longPassage { return true }
    if coverage >= wholeCoverage { return own >= leastOwnWordsOfShort }
    return coverage >= leastCoverage && own >= leastOwnWords
  }

  private static func kind(
    _ alignments: [Alignment], _ a: [Token], _ b: [Token], _ coverageA: Double, _ coverageB: Double,
    _ similarity: Double
  ) -> CopyKind {
    let most = max(coverageA, coverageB)
    let least = min(coverageA, coverageB)
    if Substitutions(alignments, a, b).areSpinning { return .spun }
    if most < wholeCoverage || least < keptCoverage { return .partial }
    return least >= 0.98 && similarity >= 0.995 ? .verbatim : .edited
  }
}

/// The places in passages where a few words stand for a few others.
struct Substitutions {
  /// Words that a substitution replaces at most; more is rewriting.
  static let longest = 5
  /// Aligned words over which an editor's change and a machine's differ: the machine leaves no such stretch alone.
  static let window = 25

  private var plain = 0
  private var marked = 0
  private var windows = 0
  private var touched = 0

  init(_ alignments: [Alignment], _ a: [Token], _ b: [Token]) {
    for alignment in alignments {
      var places: [Int] = []
      for (before, after) in zip(alignment.runs, alignment.runs.dropFirst()) {
        let left = a[(before.a + before.count)..<after.a]
        let right = b[(before.b + before.count)..<after.b]
        guard !left.isEmpty, !right.isEmpty, left.count <= Self.longest, right.count <= Self.longest else {
          continue
        }
        if (left + right).contains(where: { $0.isNameLike || $0.traits.contains(.number) }) {
          marked += 1
        } else {
          plain += 1
        }
        places.append(before.a + before.count - alignment.a.lowerBound)
      }
      let count = max(1, (alignment.a.count + Self.window / 2) / Self.window)
      windows += count
      touched += Set(places.map { min(count - 1, $0 / Self.window) }).count
    }
  }

  /// Whether common words were replaced all over the text while names and numbers were left alone.
  ///
  /// Synonym machines work sentence for sentence and on plain words only; editors change some sentences, and names
  /// and numbers as readily as other words.
  var areSpinning: Bool {
    plain >= 8 && plain >= 4 * marked && 10 * touched >= 7 * windows && 14 * plain >= windows * Self.window
  }
}
