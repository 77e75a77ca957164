import Language

/// What of the passages that two texts share speaks for copying.
///
/// A word that either text puts in quotation marks is somebody's words, whatever the other made of the marks, and proves
/// nothing. A name or a number is what all must write who tell of the same thing, and proves half.
struct Evidence {
  /// What a word passed over costs, where an equal word gains one.
  static let unequal = 0.5
  /// What a passage costs before it gains: that it stands anywhere in two long texts is worth less than its words.
  static let opening = 4.0
  /// What an equal name or number gains.
  static let name = 0.5

  /// How many words a lead may begin late, and how alike two must be to be one.
  static let leadSlack = 4, leadSimilarity = 0.95

  /// Equal words outside quotation marks.
  private(set) var own = 0
  /// Equal words within the quotation marks of either text.
  private(set) var quoted = 0
  /// Equal words outside quotation marks that are names or numbers.
  private(set) var names = 0
  /// What all passages gain, in words.
  private(set) var gain = 0.0
  /// What the passage gains that gains most.
  private(set) var greatest = 0.0

  /// What the passage gains that both texts begin with, where it is more than a paragraph: a report's first sentences are
  /// its own, and no notice or caption.
  private(set) var lead = 0.0

  /// - Parameter likeness: What of the passages is alike by chance, and proves nothing.
  init(_ alignments: [Alignment], _ a: [Token], _ b: [Token], _ likeness: Likeness) {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        for alignment in alignments where !likeness.covers(alignment) { add(alignment, a, b) }
      }
    }
  }

  /// Whether a paragraph ends within a stretch, and some words of the next stand in it too.
  private static func isBroken(_ range: Range<Int>, _ words: UnsafeBufferPointer<Token>) -> Bool {
    range.dropFirst().dropLast(leadSlack).contains { words[$0].traits.contains(.paragraphStart) }
  }

  private mutating func add(
    _ alignment: Alignment, _ a: UnsafeBufferPointer<Token>, _ b: UnsafeBufferPointer<Token>
  ) {
    var (own, quoted, names) = (0, 0, 0)
    for run in alignment.runs {
      for offset in 0..<run.count {
        let (x, y) = (a[run.a + offset].traits, b[run.b + offset].traits)
        let traits = x.union(y).rawValue
        let isQuoted = traits & Token.Traits.quoted.rawValue != 0
        // A capital at a sentence's beginning says nothing of the word.
        let isName =
          traits & Token.Traits.number.rawValue != 0
          || (traits & Token.Traits.capitalised.rawValue != 0
            && traits & Token.Traits.sentenceStart.rawValue == 0)
        quoted += isQuoted ? 1 : 0
        own += isQuoted ? 0 : 1
        names += isName && !isQuoted ? 1 : 0
      }
    }
    self.own += own
    self.quoted += quoted
    self.names += names
    guard own > 0 else { return }
    let passedOver = Double(alignment.unequal) * Double(own) / Double(own + quoted)
    let here =
      Double(own) - (1 - Self.name) * Double(names) - Self.unequal * passedOver - Self.opening
    guard here > 0 else { return }
    gain += here
    greatest = max(greatest, here)
    if max(alignment.a.lowerBound, alignment.b.lowerBound) <= Self.leadSlack,
      alignment.similarity >= Self.leadSimilarity,
      Self.isBroken(alignment.a, a), Self.isBroken(alignment.b, b)
    {
      lead = here
    }
  }
}
