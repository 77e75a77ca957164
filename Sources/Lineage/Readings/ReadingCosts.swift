/// What it costs a scribe to make one reading of another, in twentieths of a change.
///
/// Costs are of a direction: a word becomes a misspelling more readily than the reverse tells of kinship, for whoever copies
/// a misspelling may put it right without having seen the word; and words once left out do not come back.
struct ReadingCosts: Hashable {
  /// One change.
  static let unit: Int32 = 20
  /// More than any stemma costs at one place.
  static let never: Int32 = 1 << 20

  let count: Int
  /// Whether the readings are having words and lacking them.
  let isGap: Bool
  /// From reading `a` to reading `b` at `a * count + b`.
  let change: [Int32]
  /// For standing at the head of the tradition.
  let first: [Int32]

  /// What it costs a witness that alone reads `own` to have handed down `reading` to all who copied it: to slip, and to
  /// be put right. However many put it right, the slip was plain to see once; `nil` where it was not.
  func meant(_ reading: Int, by own: Int) -> Int32? {
    let (slip, back) = (change[reading * count + own], change[own * count + reading])
    return back < Self.unit && !isGap ? slip + back - 1 : nil
  }

  /// Having words (0) and lacking them (1).
  static func gap(words: Int) -> ReadingCosts {
    // Three words and more do not come back to mind.
    words >= 3
      ? ReadingCosts(count: 2, isGap: true, change: [0, 26, 60, 0], first: [0, 3])
      : ReadingCosts(count: 2, isGap: true, change: [0, 20, 24, 0], first: [0, 3])
  }

  /// Words in place of each other.
  ///
  /// - Parameters:
  ///   - texts: The readings.
  ///   - counts: How many rows have each.
  static func words(_ texts: [String], counts: [Int], _ vocabulary: Vocabulary) -> ReadingCosts {
    let n = texts.count
    var change = [Int32](repeating: unit, count: n * n)
    let all = Int32(max(1, counts.reduce(0, +)))
    let most = Int32(counts.max() ?? 0)
    // What most have is rather what stood at the head.
    var first = counts.map { 6 * (most - Int32($0)) / all }
    let letters = texts.map(Vocabulary.letters)
    for a in 0..<n {
      change[a * n + a] = 0
      for b in 0..<n where b != a && Vocabulary.isNear(letters[a], letters[b]) {
        if isSlip(a, of: b) {
          // A slip is put right by who copies it, and is no more than a slip at the head.
          change[a * n + b] = 9
          first[a] = 45
        } else if !isSlip(b, of: a) {
          change[a * n + b] = 16
        }
      }
    }
    return ReadingCosts(count: n, isGap: false, change: change, first: first)

    /// Whether reading `a` is no word that the tradition has elsewhere, and `b` is one, or is the more common here.
    func isSlip(_ a: Int, of b: Int) -> Bool {
      vocabulary.places(of: letters[a]) <= 1
        && (vocabulary.places(of: letters[b]) > 1 || counts[b] > counts[a])
    }
  }
}
