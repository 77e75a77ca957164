/// How much of one page is read, so that no page costs more than its share of time and memory: what lies beyond is left
/// unread, and a notice says so.
///
/// All limits count what is in the page and never the time: the same page is cut at the same place on every machine
/// (invariant 2). docs/limits.md lists them with those of the other rooms. Of 1,008 real pages none had more than 9,770
/// tags, and none more than 1.8 MB in all.
enum Budget {
  /// Bytes of text, furniture included: some 350,000 English words, as many as three long novels.
  static let text = 2 << 20
  /// Lines that are judged.
  static let lines = 20_000
  /// Pieces of text between two breaks of a page of markup, among which the article is looked for.
  static let pieces = 100_000
  /// Bytes of all JSON-LD scripts; the most that a real page had was 841 KB.
  static let linkedData = 4 << 20
  /// Different names of `meta` tags.
  static let metaNames = 2_000
  /// Words of a line that is looked for in others; no line that stands twice on an honest page has more.
  static let comparedWords = 400
  /// Different credits of one page.
  static let credits = 400

  /// Where a text is cut so as to have at most `most` bytes: at its last blank, if one is near, and never within a
  /// character.
  static func end(of text: UnsafeBufferPointer<UInt8>, most: Int) -> Int {
    guard text.count > most else { return text.count }
    guard most > 0 else { return 0 }
    let nearest = max(0, most - 4096)
    if let blank = text[nearest..<most].lastIndex(where: { $0 <= 0x20 }) { return blank }
    var end = most
    while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }
}
