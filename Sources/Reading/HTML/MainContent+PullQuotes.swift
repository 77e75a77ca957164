/// Quotations that are set large beside the text and say again what it says.
extension MainContent {
  /// Words of a pull quote.
  private static let pullQuoteWords: ClosedRange<Int32> = 5...80

  /// Marks quotations whose words all stand in the text too.
  mutating func markPullQuotes(_ region: Region) {
    let quotes = region.pieces.filter {
      let piece = outline.pieces[Int($0)]
      return marks[Int($0)] == nil && piece.shape == .quotation && Self.pullQuoteWords.contains(piece.words)
    }
    guard !quotes.isEmpty else { return }
    var runs: Set<UInt64> = []
    for i in region.pieces where marks[Int(i)] == nil && outline.pieces[Int(i)].shape != .quotation {
      BodyMatch.eachRun(words(i)) { runs.insert($0) }
    }
    for i in quotes {
      let words = words(i)
      var isRepeated = words.count >= BodyMatch.run
      BodyMatch.eachRun(words) { if !runs.contains($0) { isRepeated = false } }
      if isRepeated { marks[Int(i)] = .furniture(.caption) }
    }
  }

  private func words(_ i: Int32) -> [UInt64] {
    let piece = outline.pieces[Int(i)]
    return outline.bytes.withUnsafeBufferPointer {
      BodyMatch.words(UnsafeBufferPointer(rebasing: $0[Int(piece.start)..<Int(piece.end)]))
    }
  }
}
