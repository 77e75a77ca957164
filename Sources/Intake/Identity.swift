/// The id of a page that has none of its own: 64 bits over where it lies and what it holds, as 16 hex digits.
///
/// Hashed are, in this order: the name of the file and of the folder that it really lies in (`Path.place`); for a
/// record in a stream, `#` and its line number; a zero byte; the raw bytes as they lie in the input (inflated, and
/// not yet decoded, but for UTF-16). So a page keeps its id however its path is spelled and wherever its folder is
/// moved, while a text that two outlets' folders hold word for word is two pages.
///
/// The hash takes eight bytes at a time, little-endian: `h = rotate(h ^ word * p, 31) * q` with odd `p` and
/// `q`, which loses nothing for a given word, as in Collet's xxHash; the end is mixed by the finaliser of
/// Appleby's MurmurHash3, so that every input bit can turn every output bit. It is no defence against someone
/// who looks for collisions.
struct Identity {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  static func of(path: Path, record: Int?, content: UnsafeRawBufferPointer) -> String {
    var identity = Identity()
    var place = path.normalized.bytes
    if let record { place += Array("#\(record)".utf8) }
    place.append(0)
    place.withUnsafeBytes { identity.add($0) }
    identity.add(content)
    return identity.digits
  }

  /// Adds a stretch of bytes. Its length counts, so that where one stretch ends and the next begins matters.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var at = 0
    while at + 8 <= bytes.count {
      mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
      at += 8
    }
    var tail: UInt64 = 0
    var shift: UInt64 = 0
    while at < bytes.count {
      tail |= UInt64(bytes[at]) << shift
      shift += 8
      at += 1
    }
    mix(tail)
    mix(UInt64(bytes.count))
  }

  /// The hash itself.
  var value: UInt64 {
    var h = state
    h ^= h >> 33
    h &*= 0xFF51_AFD7_ED55_8CCD
    h ^= h >> 33
    h &*= 0xC4CE_B9FE_1A85_EC53
    return h ^ h >> 33
  }

  var digits: String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: 16 - text.utf8.count) + text
  }

  @inline(__always)
  private mutating func mix(_ word: UInt64) {
    let mixed = state ^ (word &* 0xC2B2_AE3D_27D4_EB4F)
    state = ((mixed << 31) | (mixed >> 33)) &* 0x9E37_79B1_85EB_CA87
  }
}
