/// How much each piece of a page speaks for its being an article, and sums of that for any region in one step.
struct PieceWeights {
  private let outline: Outline
  private let match: BodyMatch
  /// Sums from the start of the page: what counts for a region, what counts against it, and its words.
  private var gains: [Double] = [0]
  private var losses: [Double] = [0]
  private var words: [Double] = [0]
  private var linkedWords: [Double] = [0]
  private var matchedWords: [Double] = [0]

  init(_ outline: Outline, match: BodyMatch) {
    self.outline = outline
    self.match = match
    for (i, piece) in outline.pieces.enumerated() {
      let count = Double(piece.words)
      words.append(words[i] + count)
      linkedWords.append(linkedWords[i] + count * piece.linkShare)
      matchedWords.append(matchedWords[i] + (match.holds(i) ? count : 0))
      gains.append(gains[i] + gain(i))
      losses.append(losses[i] + loss(i))
    }
  }

  /// Weighs anew, the marked pieces not counted.
  mutating func weigh(without marks: [MainContent.Mark?]) {
    for i in outline.pieces.indices {
      gains[i + 1] = gains[i] + (marks[i] == nil ? gain(i) : 0)
      losses[i + 1] = losses[i] + (marks[i] == nil ? loss(i) : 0)
    }
  }

  /// What a piece counts for: its words outside links, if it reads like sentences.
  func gain(_ i: Int) -> Double {
    let piece = outline.pieces[i]
    guard piece.shape != .heading, piece.shape != .caption else { return 0 }
    let share = piece.linkShare
    guard share < 0.5 else { return 0 }
    let words = Double(piece.words)
    var gain = 0.0
    if piece.words >= 8, piece.isSentence || piece.words >= 20 { gain = words * (1 - share) }
    if piece.shape == .tableCell || piece.shape == .listItem { gain *= 0.6 }
    return match.holds(i) ? max(gain, words * 0.5) * 2 : gain
  }

  /// What a piece counts against: its words in links, if most are.
  private func loss(_ i: Int) -> Double {
    let piece = outline.pieces[i]
    let linked = Double(piece.words) * piece.linkShare
    if match.holds(i) { return 0 }
    return piece.linkShare >= 0.5 ? linked + 1 : linked * 0.2
  }

  // MARK: Regions

  var all: Double { gains[gains.count - 1] }

  func gain(of region: Region) -> Double { sum(gains, over: region) }
  func loss(of region: Region) -> Double { sum(losses, over: region) }
  func words(of region: Region) -> Double { sum(words, over: region) }
  func linkedWords(of region: Region) -> Double { sum(linkedWords, over: region) }

  /// What counts for the pieces before an end.
  func gain(from start: Int32, to end: Int32) -> Double { gains[Int(end)] - gains[Int(start)] }

  /// Whether structured data has most of a region in the article body.
  func holdsBody(_ region: Region) -> Bool {
    !match.isMatched.isEmpty && sum(matchedWords, over: region) * 2 > sum(words, over: region)
  }

  private func sum(_ sums: [Double], over region: Region) -> Double {
    sums[Int(region.pieces.upperBound)] - sums[Int(region.pieces.lowerBound)]
  }
}
