/// Aligns a line with the skeleton of a phrase, to recognise the phrase after a synonym machine has been at it.
///
/// Such a machine replaces words one by one and leaves their order and number nearly alone. So a global alignment
/// (Needleman and Wunsch, 1970) of the line's words with the skeleton's tells a spun disclaimer from a sentence
/// that shares some of its words: the equal words must be many, in order, and nearly all the others must stand one
/// for one in the place of a word of the phrase. Nothing here knows a synonym.
struct PhraseAlignment {
  /// Words of the skeleton that the line has, in order.
  let equal: Int
  /// Words of the skeleton that another word stands for.
  let replaced: Int
  /// Words of the skeleton that are gone, and words of the line that stand for nothing.
  let unmatched: Int
  /// The tokens that each slot took.
  let captures: [Phrase.Capture]

  /// Share of the phrase's words that are equal, in 0...1.
  var share: Double { Double(equal) / Double(max(1, equal + replaced + unmatched)) }

  /// Whether this is the phrase, whole or spun.
  ///
  /// The threshold has a wide margin: of 136,000 lines of news that are no disclaimer the nearest shared a third of its
  /// words, while a disclaimer with every replaceable word replaced still shares its small words, which are above half.
  var isPhrase: Bool { equal >= 7 && share >= 0.54 && unmatched * 5 <= equal + replaced }

  /// Whether what is known for a disclaimer is this one: words changed, order kept.
  var isNear: Bool { equal >= 5 && share >= 0.4 && unmatched * 4 <= equal + replaced }

  private static let replacedScore = 0
  private static let equalScore = 3
  private static let gapScore = -2
  /// A slot takes a few words; more would let it swallow a sentence.
  private static let slotLimit = 5

  /// The best alignment of the words in `tokens[span]` with `skeleton`; marks are left out.
  init(_ skeleton: [Phrase.Bone], _ tokens: [Token], _ span: Range<Int>) {
    let words = span.filter { !tokens[$0].isMark }
    let rows = skeleton.count
    let columns = words.count
    var score = [Int](repeating: 0, count: (rows + 1) * (columns + 1))
    var step = [UInt8](repeating: 0, count: score.count)
    func index(_ row: Int, _ column: Int) -> Int { row * (columns + 1) + column }
    for column in 1...max(1, columns) where column <= columns {
      score[index(0, column)] = column * Self.gapScore
      step[index(0, column)] = Self.left
    }
    for row in 1...max(1, rows) where row <= rows {
      for column in 0...columns {
        let here = index(row, column)
        switch skeleton[row - 1] {
        case .words(let set):
          var best = score[index(row - 1, column)] + Self.gapScore
          step[here] = Self.up
          if column > 0 {
            let isEqual = set.contains(tokens[words[column - 1]].hash)
            let across = score[index(row - 1, column - 1)] + (isEqual ? Self.equalScore : Self.replacedScore)
            if across >= best { best = across; step[here] = isEqual ? Self.same : Self.other }
            let over = score[index(row, column - 1)] + Self.gapScore
            if over > best { best = over; step[here] = Self.left }
          }
          score[here] = best
        case .slot:
          // A slot takes up to `slotLimit` words for nothing; the step is how many.
          var best = score[index(row - 1, column)]
          var taken = 0
          for count in 1...Self.slotLimit
          where count <= column && score[index(row - 1, column - count)] > best {
            best = score[index(row - 1, column - count)]
            taken = count
          }
          score[here] = best
          step[here] = UInt8(taken)
        }
      }
    }
    var (equal, replaced, unmatched) = (0, 0, 0)
    var captures: [Phrase.Capture] = []
    var (row, column) = (rows, columns)
    while row > 0 || column > 0 {
      if row > 0, case .slot(let slot) = skeleton[row - 1] {
        let taken = Int(step[index(row, column)])
        if taken > 0 {
          captures.append(Phrase.Capture(slot: slot, tokens: words[column - taken]..<(words[column - 1] + 1)))
        }
        row -= 1
        column -= taken
        continue
      }
      switch row == 0 ? Self.left : step[index(row, column)] {
      case Self.same: equal += 1; row -= 1; column -= 1
      case Self.other: replaced += 1; row -= 1; column -= 1
      case Self.up: unmatched += 1; row -= 1
      default: unmatched += 1; column -= 1
      }
    }
    self.equal = equal
    self.replaced = replaced
    self.unmatched = unmatched
    self.captures = captures.reversed()
  }

  private static let same: UInt8 = 101
  private static let other: UInt8 = 102
  private static let up: UInt8 = 103
  private static let left: UInt8 = 104
}
