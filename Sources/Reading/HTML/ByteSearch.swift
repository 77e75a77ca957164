/// Searches by bytes, for the ASCII signs and short words that titles and names are cut at. The library's own search asks
/// Unicode where every character begins; on a page's titles that took a fifteenth of all time.
///
/// They take the place of the library's functions of the same names wherever these would be called with a string.
extension StringProtocol {
  /// The first place of `other`, `nil` where it is not.
  func firstRange(of other: String) -> Range<Index>? {
    var text = Substring(self)
    var other = other
    let found = text.withUTF8 { text in other.withUTF8 { ByteSearch.first($0, in: text) } }
    guard let found else { return nil }
    let start = utf8.index(startIndex, offsetBy: found)
    return start..<utf8.index(start, offsetBy: other.utf8.count)
  }

  /// Whether `other` stands in it.
  func contains(_ other: String) -> Bool {
    var text = Substring(self)
    var other = other
    return text.withUTF8 { text in other.withUTF8 { ByteSearch.first($0, in: text) != nil } }
  }
}

enum ByteSearch {
  /// Offset of the first place of `part` in `whole`. Time is their product at worst: for short parts.
  static func first(_ part: UnsafeBufferPointer<UInt8>, in whole: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = part.first, part.count <= whole.count else { return part.isEmpty ? 0 : nil }
    for start in 0...(whole.count - part.count) where whole[start] == first {
      var at = 1
      while at < part.count, whole[start + at] == part[at] { at += 1 }
      if at == part.count { return start }
    }
    return nil
  }
}
