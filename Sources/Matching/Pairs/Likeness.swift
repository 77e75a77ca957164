import Language

/// Whether texts that have every other word in common at most have it by chance, or because both fill in one form, and not
/// because one was rewritten.
///
/// Then word stands for word, and of the words replaced as many are short as of all. A synonym machine spares the short
/// words, which hold the sentences together; a writer's sentences change in length; a scanner's errors leave words that
/// are near in letters.
struct Likeness {
  /// Share of equal words below which a passage is looked at.
  static let loose = 0.6
  /// Words of such passages from which on anything is to be seen.
  static let leastWords = 60
  /// Share of the gaps between equal words that are as long in one text as in the other, from which on word stands for word.
  static let leastEven = 0.6
  /// Share of short words among those replaced, beside their share of all, that a machine leaves at most.
  static let mostShort = 0.5
  /// Letters of a longer word, and the share of such pairs that are near in letters, that tell of a scanner.
  static let longWord = 5, leastNear = 0.25

  /// Words of the first text that are alike by chance; none where anything else may have made them alike.
  private(set) var words = 0

  /// - Parameters:
  ///   - alignments: The passages of two texts.
  ///   - a: Words of the first, of `textA`; likewise for `b`.
  init(_ alignments: [Alignment], _ a: [Token], _ b: [Token], _ textA: String, _ textB: String) {
    let passages = alignments.filter { $0.similarity < Self.loose }
    let words = passages.reduce(0) { $0 + $1.a.count }
    guard words >= Self.leastWords else { return }
    let replaced = Replaced(passages)
    guard Double(replaced.pairs.count) >= Self.leastEven * Double(replaced.gaps) else { return }
    func short(_ range: Range<Int>) -> Int { a[range].count { $0.traits.contains(.short) } }
    let equal = passages.reduce(0) { $0 + $1.equal }
    let all = passages.reduce(0) { $0 + short($1.a) }
    let kept = passages.reduce(0) { sum, passage in
      passage.runs.reduce(sum) { $0 + short($1.a..<($1.a + $1.count)) }
    }
    guard Double((all - kept) * words) > Self.mostShort * Double(all * (words - equal)) else { return }
    if !replaced.areMisread(a, b, textA, textB) { self.words = words }
  }

  /// Whether a passage is one of those that prove nothing.
  func covers(_ passage: Alignment) -> Bool { words > 0 && passage.similarity < Self.loose }
}

/// The gaps between equal words in which each word has one that stands for it.
private struct Replaced {
  private(set) var gaps = 0
  private(set) var pairs: [(a: Range<Int>, b: Range<Int>)] = []

  init(_ passages: [Alignment]) {
    for passage in passages {
      for (before, after) in zip(passage.runs, passage.runs.dropFirst()) {
        gaps += 1
        let pair = (a: (before.a + before.count)..<after.a, b: (before.b + before.count)..<after.b)
        if pair.a.count == pair.b.count { pairs.append(pair) }
      }
    }
  }

  /// Whether many of the words that stand for each other are near in letters.
  func areMisread(_ a: [Token], _ b: [Token], _ textA: String, _ textB: String) -> Bool {
    var (textA, textB) = (textA, textB)
    var (long, near) = (0, 0)
    textA.withUTF8 { bytesA in
      textB.withUTF8 { bytesB in
        for pair in pairs {
          for (x, y) in zip(a[pair.a], b[pair.b])
          where max(x.range.count, y.range.count) >= Likeness.longWord {
            long += 1
            near += Letters.areNear(bytesA[x.range], bytesB[y.range]) ? 1 : 0
          }
        }
      }
    }
    return Double(near) >= Likeness.leastNear * Double(long)
  }
}
