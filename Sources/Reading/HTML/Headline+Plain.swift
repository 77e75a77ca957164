/// The same as `words` and `folded` of most headlines, by bytes: Unicode is slow to ask, and headings are compared many
/// times a page. A test holds the two against each other.
extension Headline {
  /// The words of a text of ASCII, typographic marks and hard blanks; `nil` of any other.
  static func plainWords(_ text: UnsafeBufferPointer<UInt8>) -> [String]? {
    guard let runs = plainRuns(text) else { return nil }
    return runs.map { lower(text[$0], count: $0.count) }
  }

  /// The letters and digits of such a text.
  static func plainFolded(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    guard isPlain(text) else { return nil }
    return lower(text.lazy.filter(isLetterOrDigit), count: text.count)
  }

  private static func lower(_ bytes: some Sequence<UInt8>, count: Int) -> String {
    String(unsafeUninitializedCapacity: count) { space in
      var length = 0
      for byte in bytes {
        space[length] = byte &- 0x41 < 26 ? byte | 0x20 : byte
        length += 1
      }
      return length
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// The stretches of letters and digits; `nil` where the text is not plain.
  private static func plainRuns(_ text: UnsafeBufferPointer<UInt8>) -> [Range<Int>]? {
    guard isPlain(text) else { return nil }
    var runs: [Range<Int>] = []
    var start = 0
    for at in 0...text.count where at == text.count || !isLetterOrDigit(text[at]) {
      if at > start { runs.append(start..<at) }
      start = at + 1
    }
    return runs
  }

  /// Whether all that is not ASCII are marks that stand for themselves: U+00A0, and dashes, quotation marks and dots from
  /// U+2010 to U+2027.
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    while at < text.count {
      if text[at] < 0x80 {
        at += 1
      } else if text[at] == 0xC2, at + 1 < text.count, text[at + 1] == 0xA0 {
        at += 2
      } else if text[at] == 0xE2, at + 2 < text.count, text[at + 1] == 0x80,
        (0x90...0xA7).contains(text[at + 2])
      {
        at += 3
      } else {
        return false
      }
    }
    return true
  }
}
