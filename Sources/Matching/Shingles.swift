import Language

/// Runs of consecutive words as numbers, for finding texts that share any.
public enum Shingles {
  /// Words in a shingle. Four survive a synonym machine that leaves two words in three alone about once in five
  /// places; three are shared by everyone who writes about the same thing.
  public static let width = 4

  /// Hashes of all shingles of a text, sorted, each once; 40 bits each, so that a hash and a text's number fit one
  /// word of the index.
  public static func hashes(of words: [Token]) -> [UInt64] {
    guard words.count >= width else { return [] }
    var hashes: [UInt64] = []
    hashes.reserveCapacity(words.count)
    for start in 0...(words.count - width) { hashes.append(hash(words, start, width) >> 24) }
    hashes.sort()
    var kept = 0
    for hash in hashes where kept == 0 || hash != hashes[kept - 1] {
      hashes[kept] = hash
      kept += 1
    }
    hashes.removeLast(hashes.count - kept)
    return hashes
  }

  /// Hash of `width` words from `start`.
  @inline(__always)
  static func hash(_ words: [Token], _ start: Int, _ width: Int) -> UInt64 {
    var value: UInt64 = 0
    for offset in 0..<width {
      value = (value ^ UInt64(words[start + offset].key)) &* 0x9E37_79B9_7F4A_7C15
      value ^= value >> 29
    }
    return value &* 0xBF58_476D_1CE4_E5B9
  }
}
