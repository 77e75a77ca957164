/// Hash of a folded word: a function of its letters in UTF-8, taken eight bytes at a time.
///
/// Words of ASCII are hashed from the text as it stands, all others letter by letter; both ways give the same number
/// for the same folded letters. Each step multiplies to 128 bits and folds them (as in wyhash; Wang Yi 2019).
struct WordHash {
  private static let seed: UInt64 = 0x2D35_8DCC_AA6C_78A5
  private static let factor: UInt64 = 0x8BB8_4B93_962E_ACC9
  /// The bit in which small and capital letters of ASCII differ, and which every digit has.
  static let smallLetters: UInt64 = 0x2020_2020_2020_2020

  private var hash = Self.seed
  private var chunk: UInt64 = 0
  private var filled: UInt64 = 0

  /// Adds a folded scalar.
  @inline(__always)
  mutating func add(_ scalar: UInt32) {
    if scalar < 0x80 {
      add(byte: scalar)
    } else if scalar < 0x800 {
      add(byte: 0xC0 | scalar >> 6)
      add(byte: 0x80 | scalar & 0x3F)
    } else if scalar < 0x10000 {
      add(byte: 0xE0 | scalar >> 12)
      add(byte: 0x80 | scalar >> 6 & 0x3F)
      add(byte: 0x80 | scalar & 0x3F)
    } else {
      add(byte: 0xF0 | scalar >> 18)
      add(byte: 0x80 | scalar >> 12 & 0x3F)
      add(byte: 0x80 | scalar >> 6 & 0x3F)
      add(byte: 0x80 | scalar & 0x3F)
    }
  }

  @inline(__always)
  private mutating func add(byte: UInt32) {
    chunk |= UInt64(byte) << filled
    filled += 8
    if filled == 64 {
      hash = Self.mix(hash, chunk)
      chunk = 0
      filled = 0
    }
  }

  /// The word's key.
  @inline(__always)
  var key: UInt32 { Self.finish(filled == 0 ? hash : Self.mix(hash, chunk)) }

  /// The hash behind a chunk of eight bytes, or of fewer with zeros behind them.
  @inline(__always)
  static func mix(_ hash: UInt64, _ chunk: UInt64) -> UInt64 {
    let product = (hash ^ chunk).multipliedFullWidth(by: factor)
    return product.high ^ product.low
  }

  /// The hash behind the first chunk.
  @inline(__always)
  static func first(_ chunk: UInt64) -> UInt64 { mix(seed, chunk) }

  @inline(__always)
  static func finish(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash ^ hash >> 32) }
}
