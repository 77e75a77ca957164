/// Scripts that put no blanks between words: how many words there may be shows in the letters only.
public enum UnspacedScripts {
  /// About as many words as there are behind the first of each run: two ideographs a word; five letters and signs in
  /// Thai, Lao, Burmese and Khmer. (Inlinable: it is asked of every piece of a page, from other modules.)
  @inlinable public static func words(in utf8: some Sequence<UInt8>) -> Int {
    var ideographs = 0
    var letters = 0
    var lead: UInt8 = 0
    for byte in utf8 {
      if byte >= 0xE3, byte <= 0xE9 { ideographs += 1 }
      if lead == 0xE0, byte >= 0xB8, byte <= 0xBB { letters += 1 }
      if lead == 0xE1, (0x80...0x82).contains(byte) || byte == 0x9E || byte == 0x9F { letters += 1 }
      lead = byte
    }
    return ideographs / 2 + letters / 5
  }
}
