/// The lines around the main heading, where pages print who wrote the article and when.
struct ShownLines {
  /// What stands behind the heading, in order, then what stands right before it.
  let texts: [String]

  /// Lines that are looked at: behind the heading, and before it.
  private static let behind = (lines: 28, words: 110)
  private static let before = (lines: 6, words: 24)
  /// Bytes of the longest line that still is one of names and dates.
  private static let longest = 200

  /// The lines around the heading that is the title, or the first heading that is long enough for one.
  init(_ outline: Outline, title: String?) {
    guard let heading = Self.heading(outline, title) else {
      texts = []
      return
    }
    var found: [String] = []
    var words = 0
    for piece in outline.pieces[(heading + 1)...].prefix(Self.behind.lines) {
      if words > Self.behind.words { break }
      words += Int(piece.words)
      if piece.end - piece.start <= Self.longest { found.append(outline.text(piece)) }
    }
    words = 0
    var before: [String] = []
    for piece in outline.pieces[..<heading].suffix(Self.before.lines).reversed() {
      words += Int(piece.words)
      if words > Self.before.words { break }
      if piece.end - piece.start <= Self.longest { before.append(outline.text(piece)) }
    }
    texts = found + before.reversed()
  }

  private static func heading(_ outline: Outline, _ title: String?) -> Int? {
    let like = HTMLPage.headlinePiece(outline, title: title).map(Int.init)
    if let like, outline.pieces[like].headingLevel == 1 { return like }
    return outline.pieces.firstIndex { $0.headingLevel == 1 && $0.words >= 3 } ?? like
      ?? plain(outline, title)
  }

  /// The title as a line that markup does not call a heading, on pages that are all boxes.
  private static func plain(_ outline: Outline, _ title: String?) -> Int? {
    guard let title, title.utf8.count <= Headline.longest else { return nil }
    return outline.pieces.firstIndex { piece in
      piece.words >= 3 && piece.linkShare < 0.5 && Int(piece.end - piece.start) <= title.utf8.count
        && Headline.isSame(title, outline.text(piece))
    }
  }
}
