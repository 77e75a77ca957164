/// Whether a change alters what somebody is quoted as saying.
///
/// Not every change within quotation marks does. Who ends a quotation earlier, at a mark where one pauses, quotes less of
/// it; who leaves something out and sets an ellipsis says so; who takes one quotation out and puts another in its place
/// has altered neither.
enum AlteredQuotation {
  /// Words up to which a quotation that was replaced whole is taken for the same quotation altered.
  private static let mostReplaced = 6

  /// Whether both texts quote, and not the same words.
  static func isAltered(_ a: Stretch, _ b: Stretch) -> Bool {
    if a.isEmpty || b.isEmpty { return isPut(b.isEmpty ? a : b, into: b.isEmpty ? b : a) }
    guard isQuoted(a), isQuoted(b) else { return false }
    let (left, right) = (quotation(a), quotation(b))
    if max(left.count, right.count) <= mostReplaced { return true }
    return hasKeptWords(a) && hasKeptWords(b) && isSame(a.text, left, b.text, right)
  }

  private static func isQuoted(_ stretch: Stretch) -> Bool {
    stretch.range.allSatisfy { stretch.text.quotation(of: $0) != nil }
  }

  /// Words on either side of a change that are looked at in its quotation.
  private static let reach = 40

  /// The words of the quotation around a stretch that is not empty, as far as they are looked at.
  private static func quotation(_ stretch: Stretch) -> Range<Int> {
    let text = stretch.text
    var (start, end) = (stretch.range.lowerBound, stretch.range.upperBound)
    let (first, last) = (text.quotation(of: start), text.quotation(of: end - 1))
    while stretch.range.lowerBound - start < reach, text.quotation(of: start - 1) == first { start -= 1 }
    while end - stretch.range.upperBound < reach, text.quotation(of: end) == last { end += 1 }
    return start..<end
  }

  /// Whether a third of the words of the shorter quotation are in the other too: two sentences that have nothing to do with
  /// each other share one in five.
  private static func isSame(_ a: CollatedText, _ left: Range<Int>, _ b: CollatedText, _ right: Range<Int>)
    -> Bool
  {
    var counts: [UInt32: Int] = [:]
    for word in a.words[left] { counts[word.key, default: 0] += 1 }
    var shared = 0
    for word in b.words[right] where counts[word.key, default: 0] > 0 {
      counts[word.key]! -= 1
      shared += 1
    }
    return 3 * shared >= min(left.count, right.count)
  }

  /// Whether the quotation that the stretch is in begins before it or ends behind it.
  private static func hasKeptWords(_ stretch: Stretch) -> Bool {
    let text = stretch.text
    let (first, last) = (stretch.range.lowerBound, stretch.range.upperBound - 1)
    return text.quotation(of: first - 1) == text.quotation(of: first)
      || text.quotation(of: last + 1) == text.quotation(of: last)
  }

  /// Whether `words`, which the other text lacks at `place`, stand within a quotation that both have.
  private static func isPut(_ words: Stretch, into place: Stretch) -> Bool {
    guard isQuoted(words) else { return false }
    let (long, short) = (words.text, place.text)
    let (first, last) = (words.range.lowerBound, words.range.upperBound - 1)
    let here = long.quotation(of: first)
    guard here == long.quotation(of: last) else { return false }
    let quotedBefore = here == long.quotation(of: first - 1)
    let quotedAfter = here == long.quotation(of: last + 1)
    let before = short.quotation(of: place.range.lowerBound - 1)
    let after = short.quotation(of: place.range.lowerBound)
    if let before, before == after {
      return quotedBefore && quotedAfter && !short.hasEllipsis(before: place.range.lowerBound)
    }
    // At the end of the quotation, or at its head: a matter of where it was cut.
    if before != nil, quotedBefore, after == nil || !quotedAfter { return !long.hasPause(before: first) }
    if after != nil, quotedAfter, before == nil || !quotedBefore { return !long.hasPause(before: last + 1) }
    return false
  }
}
