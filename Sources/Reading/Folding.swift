/// Folds the letters of European scripts for comparison: lower case, diacritics off.
///
/// Words are compared by a 64-bit hash of their folded bytes, so that no string is made for any word of a page.
enum Folding {
  /// The hash of no bytes at all; start of every word.
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// FNV-1a (Fowler, Noll, Vo), which suits words of a few bytes.
  @inline(__always)
  static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

  /// The hash of a word as the tables spell it.
  static func hash(_ word: some StringProtocol) -> UInt64 {
    var hash = seed
    for scalar in word.unicodeScalars { hash = add(scalar: fold(scalar), to: hash) }
    return hash
  }

  /// Adds a folded scalar.
  @inline(__always)
  static func add(scalar: UInt32, to hash: UInt64) -> UInt64 {
    if scalar < 0x80 { return add(UInt8(truncatingIfNeeded: scalar), to: hash) }
    var hash = add(UInt8(truncatingIfNeeded: scalar), to: hash)
    hash = add(UInt8(truncatingIfNeeded: scalar >> 8), to: hash)
    return add(UInt8(truncatingIfNeeded: scalar >> 16), to: hash)
  }

  /// The folded form of a scalar: its base letter in lower case where the tables below know it, else itself.
  @inline(__always)
  static func fold(_ scalar: Unicode.Scalar) -> UInt32 { fold(scalar.value) }

  /// As above, on the scalar's value.
  @inline(__always)
  static func fold(_ value: UInt32) -> UInt32 {
    if value &- 0x41 < 26 { return value | 0x20 }
    return value < 0xC0 ? value : foldWide(value)
  }

  private static func foldWide(_ value: UInt32) -> UInt32 {
    switch value {
    case 0xC0...0x17F: UInt32(latin[Int(value - 0xC0)])
    case 0x218, 0x219: 0x73
    case 0x21A, 0x21B: 0x74
    case 0x391...0x3A9: value + 0x20
    case 0x410...0x42F: value + 0x20
    case 0x400...0x40F: value + 0x50
    default: value
    }
  }

  /// Base letters of U+00C0...U+017F, in order; ligatures by their first letter.
  private static let latin: [UInt8] = Array(
    ("aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
      + "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)
}
