import Language

/// What stands between the equal words of two texts' passages, and whether a synonym machine put it there.
///
/// A machine replaces one plain word by another that means as much or nearly: all over the text, as chance has it, and
/// nothing else. Names, numbers and the small words stay, nothing is inserted or left out, and no word is merely bent or
/// spelled otherwise. An editor changes some sentences and leaves others, inserts and strikes out, and changes names and
/// numbers as readily as other words; a scanner puts letters for letters.
struct Substitutions {
  /// Words that a substitution replaces at most; more is rewriting.
  static let longest = 5
  /// Plain words replaced, without which nothing is called spun.
  static let least = 6
  /// Aligned words over which an editor's change and a busy machine's differ: the machine leaves no such stretch alone.
  static let window = 25
  /// Aligned words a replaced word, up to which a machine may have done it, at its busiest stretch and at its laziest.
  static let dense = 14, sparse = 80

  /// Places where plain words stand for other plain words.
  private(set) var plain = 0
  /// Of these, those with one word for one word.
  private(set) var single = 0
  /// Of these, those whose two words are one but for ending, spelling or scanner.
  private(set) var near = 0
  /// Places where a name or a number was replaced.
  private(set) var marked = 0
  /// Places where words were inserted, left out, or rewritten.
  private(set) var edits = 0
  /// Places of plain substitutions, as words from the beginning of the aligned ones.
  private(set) var places: [Int] = []
  /// Words of the first text that passages span.
  private(set) var words = 0
  /// How many more wrong indefinite articles stand before the replaced words of the first text than of the second.
  private(set) var articleErrors = 0

  init(_ alignments: [Alignment], _ a: [Token], _ b: [Token], _ textA: String, _ textB: String) {
    var (textA, textB) = (textA, textB)
    textA.withUTF8 { bytesA in
      textB.withUTF8 { bytesB in
        for alignment in alignments {
          for (before, after) in zip(alignment.runs, alignment.runs.dropFirst()) {
            add(
              before, after, a, b, bytesA, bytesB,
              at: words + before.a + before.count - alignment.a.lowerBound)
          }
          words += alignment.a.count
        }
      }
    }
  }

  private mutating func add(
    _ before: Alignment.Run, _ after: Alignment.Run, _ a: [Token], _ b: [Token],
    _ bytesA: UnsafeBufferPointer<UInt8>, _ bytesB: UnsafeBufferPointer<UInt8>, at place: Int
  ) {
    let left = a[(before.a + before.count)..<after.a]
    let right = b[(before.b + before.count)..<after.b]
    guard !left.isEmpty, !right.isEmpty, left.count <= Self.longest,
      right.count <= Self.longest
    else {
      edits += 1
      return
    }
    articleErrors +=
      Self.articleErrors(around: left, a, bytesA) - Self.articleErrors(around: right, b, bytesB)
    if left.contains(where: Self.isMarked) || right.contains(where: Self.isMarked) {
      marked += 1
      return
    }
    plain += 1
    places.append(place)
    if left.count == right.count {
      single += 1
      let bent = zip(left, right).contains { Letters.areNear(bytesA[$0.range], bytesB[$1.range]) }
      if bent { near += 1 }
    }
  }

  /// Wrong indefinite articles in `gap`, or where it meets the words before and behind it.
  private static func articleErrors(
    around gap: ArraySlice<Token>, _ words: [Token], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let end = min(gap.endIndex, words.count - 1)
    return (max(0, gap.startIndex - 1)..<end).count {
      IndefiniteArticles.isError(words[$0], words[$0 + 1], in: bytes)
    }
  }

  private static func isMarked(_ word: Token) -> Bool { word.isNameLike || word.traits.contains(.number) }

  /// Whether common words were replaced all over the text while names and numbers were left alone.
  var areSpinning: Bool {
    guard plain >= Self.least, plain >= 3 * near else { return false }
    return isDense || isSparse
  }

  /// Whether hardly a sentence was left alone: then what else was done to the text counts only where it is more than that.
  /// Who rewords by hand turns phrases into phrases of another length, inserts and leaves out.
  private var isDense: Bool {
    guard plain >= 8, plain >= 4 * marked, 3 * single >= 2 * plain, 2 * edits <= plain,
      Self.dense * plain >= words
    else { return false }
    let windows = max(1, (words + Self.window / 2) / Self.window)
    return 10 * touched(windows, Self.window) >= 7 * windows
  }

  /// Whether single words were replaced here and there, and nothing else was changed.
  private var isSparse: Bool {
    Self.sparse * plain >= words && 10 * single >= 9 * plain && 8 * (edits + marked) <= plain && isEven
  }

  /// Whether places lie as chance lays them, and not in some sentences only.
  ///
  /// Of `n` stretches, `n` places that fall independently touch all but one in e (Johnson and Kotz 1977, "Urn models and
  /// their application"); and that any of the `n + 1` distances between them is the share `g` of the whole has a chance
  /// below `(n + 1)(1 - g)^n`. Words that can be replaced are not as even as that, so that both are asked mildly.
  private var isEven: Bool {
    let count = places.count
    if 2 * touched(count, max(1, words / count)) < count { return false }
    var widest = places[0]
    for (before, after) in zip(places, places.dropFirst()) { widest = max(widest, after - before) }
    widest = max(widest, words - places[count - 1])
    var chance = Double(count + 1)
    for _ in 0..<count { chance *= 1 - Double(widest) / Double(max(1, words)) }
    return chance >= 0.001
  }

  /// Stretches of `width` words, `count` of them, in which a place lies.
  private func touched(_ count: Int, _ width: Int) -> Int {
    var last = -1
    var sum = 0
    for place in places {
      let stretch = min(count - 1, place / width)
      if stretch > last { sum += 1 }
      last = max(last, stretch)
    }
    return sum
  }
}
