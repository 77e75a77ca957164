import Press

/// What stands before and behind the text: where the article begins, and where it ends.
extension MainContent {
  /// The end of what stands above the text: the headline and whatever is before it, unless that is text itself.
  func endOfHead(_ region: Region) -> Int32 {
    guard let headline, region.pieces.contains(headline) else { return region.pieces.lowerBound }
    let before = weights.gain(from: region.pieces.lowerBound, to: headline)
    return before > 0.1 * weights.gain(of: region) ? region.pieces.lowerBound : headline + 1
  }

  /// The paragraph between headline and text that belongs to the article though its box is another: its standfirst.
  func leadPiece(_ standfirst: String?, before end: Int32) -> Int32? {
    if let stated = standfirstPiece(standfirst, before: end) { return stated }
    guard let headline, headline + 1 < end else { return nil }
    return ((headline + 1)..<min(end, headline + Self.nearHeadline)).first {
      let piece = outline.pieces[Int($0)]
      guard marks[Int($0)] == nil, piece.shape == .paragraph || piece.headingLevel > 1 else { return false }
      return Self.leadWords.contains(piece.words)
        && (piece.isSentence || piece.headingLevel > 1 && piece.words >= Self.longLead)
        && !piece.isItalic && piece.linkShare < 0.3
    }
  }

  /// How many pieces behind the headline a standfirst is looked for.
  private static let nearHeadline: Int32 = 8
  /// Words of a standfirst.
  private static let leadWords: ClosedRange<Int32> = 8...70
  /// Words from which a heading of lower level is one that ends as no sentence does.
  private static let longLead: Int32 = 15

  private func standfirstPiece(_ standfirst: String?, before end: Int32) -> Int32? {
    guard let standfirst, standfirst.utf8.count >= 30 else { return nil }
    let wanted = Headline.folded(standfirst)
    let start = max(headline ?? 0, end - 40, 0)
    guard start < end else { return nil }
    return (start..<end).first { i in
      let piece = outline.pieces[Int(i)]
      guard marks[Int(i)] != .hidden, piece.end - piece.start < 4000, piece.headingLevel != 1,
        piece.words >= 5, i != headline
      else {
        return false
      }
      let text = Headline.folded(outline.text(piece))
      return text == wanted
        || (text.utf8.count > 40 && (wanted.hasPrefix(text) || text.hasPrefix(wanted.prefix(60))))
    }
  }

  /// Where structured data states the body and nearly all of it is on the page, what stands before its first and
  /// behind its last paragraph is not text: lines of dates and makers, boxes for readers.
  mutating func markBeyondBody(_ root: Region) {
    guard match.coverage > 0.85, match.coverage < 1.3,
      let first = root.pieces.first(where: { match.holds(Int($0)) }),
      let last = root.pieces.last(where: { match.holds(Int($0)) })
    else { return }
    // A stated body may be cut short: where much text follows it, the page knows better.
    var words = 0
    for i in (last + 1)..<max(root.pieces.upperBound, last + 1) where marks[Int(i)] == nil {
      words += Int(outline.pieces[Int(i)].words)
    }
    guard words * 8 < match.bodyWords else { return }
    for i in root.pieces where marks[Int(i)] == nil {
      if i > first, i < last, isForeign(i) { marks[Int(i)] = .furniture(.metadata) }
      if i > last { marks[Int(i)] = .furniture(.metadata) }
      if i < first, !outline.pieces[Int(i)].isSentence { marks[Int(i)] = .furniture(.metadata) }
    }
  }

  /// Whether a paragraph between those of the stated body is not in it: a tweet, a box for readers.
  private func isForeign(_ i: Int32) -> Bool {
    let piece = outline.pieces[Int(i)]
    return !match.holds(Int(i)) && piece.words >= 12 && piece.shape == .paragraph
  }

  /// How many pieces of italics behind the text are taken for notes of the house; more may be a letter, a poem.
  private static let mostNotes = 3

  /// Notes of the house behind the text, set in italics: who the author is, what to subscribe to.
  mutating func markNotes(_ region: Region) {
    let text = region.pieces.filter { marks[Int($0)] == nil && outline.pieces[Int($0)].headingLevel == 0 }
    let last = text.last {
      let piece = outline.pieces[Int($0)]
      return !piece.isItalic && piece.words >= 5
    }
    guard let last else { return }
    let notes = text.filter { $0 > last && isNote(outline.pieces[Int($0)]) }
    let words = notes.reduce(0) { $0 + outline.pieces[Int($1)].words }
    let all = text.reduce(0) { $0 + outline.pieces[Int($1)].words }
    guard notes.count <= Self.mostNotes, words * 10 <= all else { return }
    for i in notes { marks[Int(i)] = .furniture(.bylineBox) }
  }

  private func isNote(_ piece: Piece) -> Bool {
    guard piece.isItalic, piece.shape == .paragraph else { return false }
    // What is quoted in italics is the report's.
    let text = outline.bytes[Int(piece.start)..<Int(piece.end)]
    return !Self.quotes.contains { text.starts(with: $0) }
  }

  /// " “ „ «
  private static let quotes: [[UInt8]] = [[0x22], [0xE2, 0x80, 0x9C], [0xE2, 0x80, 0x9E], [0xC2, 0xAB]]
}
