/// Which pieces of a page are in the article body that its structured data states.
///
/// Both are compared as runs of five words, folded to ASCII letters, digits and the bytes beyond, so that typography
/// does not matter.
struct BodyMatch {
  /// For each piece; empty where there is nothing to compare with.
  private(set) var isMatched: [Bool] = []
  /// Share of the stated body's words that stand on the page.
  private(set) var coverage = 0.0
  private(set) var bodyWords = 0

  static let run = 5

  /// Whether a piece is in the stated body.
  func holds(_ piece: Int) -> Bool { !isMatched.isEmpty && isMatched[piece] }

  /// Whether the stated body is the article, and what the page shows is not: another text, which a script was to
  /// replace, or the beginning of the same.
  func isMore(than shown: Int) -> Bool {
    guard bodyWords > 2 * shown else { return false }
    return coverage < 0.3 || coverage * Double(bodyWords) > 0.7 * Double(shown)
  }

  init(_ outline: Outline, body: String?) {
    guard let body, body.utf8.count >= 200 else { return }
    let words = Array(body.utf8).withUnsafeBufferPointer { Self.words($0) }
    guard words.count >= 30 else { return }
    bodyWords = words.count
    var runs = Set<UInt64>(minimumCapacity: words.count)
    Self.eachRun(words) { runs.insert($0) }
    var matchedWords = 0
    outline.bytes.withUnsafeBufferPointer { bytes in
      isMatched = outline.pieces.map { piece in
        let words = Self.words(UnsafeBufferPointer(rebasing: bytes[Int(piece.start)..<Int(piece.end)]))
        guard words.count >= Self.run + 1 else { return false }
        var hits = 0
        Self.eachRun(words) { if runs.contains($0) { hits += 1 } }
        let matches = Double(hits) >= 0.7 * Double(words.count - Self.run + 1)
        if matches { matchedWords += words.count }
        return matches
      }
    }
    coverage = Double(matchedWords) / Double(words.count)
    // A body that the page hardly shows tells nothing of its parts.
    if coverage < 0.2 { isMatched = [] }
  }

  static func eachRun(_ words: [UInt64], _ body: (UInt64) -> Void) {
    guard words.count >= run else { return }
    for start in 0...(words.count - run) {
      var hash: UInt64 = 0
      for word in words[start..<(start + run)] { hash = hash &* 0x9E37_79B9_7F4A_7C15 &+ word }
      body(hash)
    }
  }

  /// A hash for each word.
  static func words(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt64] {
    var words: [UInt64] = []
    var hash: UInt64 = 0
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      let letter = byte &- 0x41 < 26 ? byte | 0x20 : byte
      // General punctuation (“ ” ’ – …) parts words, as ASCII's does; an apostrophe does in both.
      if byte == 0xE2, at + 2 < bytes.count, bytes[at + 1] == 0x80 {
        if hash != 0 { words.append(hash) }
        hash = 0
        at += 3
        continue
      }
      if letter &- 0x61 < 26 || letter &- 0x30 < 10 || (letter >= 0x80 && !(byte == 0xC2)) {
        hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3 &+ 1
      } else if hash != 0 {
        words.append(hash)
        hash = 0
      }
      at += 1
    }
    if hash != 0 { words.append(hash) }
    return words
  }
}
