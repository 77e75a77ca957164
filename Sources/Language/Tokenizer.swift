// Hot loop: every byte of every article passes here, several times. Unsafe buffers, no allocation but the output.

/// Cuts texts into words.
///
/// A word is a run of letters and digits; apostrophes and hyphens part words, so that "China's" and "China’s" fold
/// to the same two. Every ideograph is a word of its own.
public enum Tokenizer {
  /// The words of `text`, in order, but for those that lie within `masked` (sorted, non-overlapping byte ranges).
  public static func tokens(of text: String, masked: [Range<Int>] = []) -> [Token] {
    var text = text
    return text.withUTF8 { scan($0, masked: masked) }
  }

  private static func scan(_ bytes: UnsafeBufferPointer<UInt8>, masked: [Range<Int>]) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count / 6 + 4)
    var quotation = QuotationTracker()
    var at = 0
    var nextMask = 0
    var sentenceStart = true
    var paragraphStart = true
    Folding.table.withUnsafeBufferPointer { table in
      while at < bytes.count {
        while nextMask < masked.count, masked[nextMask].upperBound <= at { nextMask += 1 }
        if nextMask < masked.count, masked[nextMask].contains(at) {
          at = min(masked[nextMask].upperBound, bytes.count)
          // No word begins within a character, should the mask end there.
          while at < bytes.count, bytes[at] & 0xC0 == 0x80 { at += 1 }
          continue
        }
        let byte = bytes[at]
        var scalar = UInt32(byte)
        var width = 1
        if byte >= 0x80 { (scalar, width) = decode(bytes, at) }
        let folded = scalar < 0x800 ? table[Int(scalar)] : Folding.fold(scalar)
        if folded <= Folding.ignored {
          switch scalar {
          case 0x0A:
            // A line's end ends what an unclosed quotation mark began.
            quotation = QuotationTracker()
            paragraphStart = true
            sentenceStart = true
          case 0x2E, 0x21, 0x3F, 0x3002, 0xFF01, 0xFF1F: sentenceStart = true
          default: quotation.see(scalar)
          }
          at += width
          continue
        }
        // A mask may begin within a word: what stands before it is a word of its own.
        let limit = nextMask < masked.count ? min(masked[nextMask].lowerBound, bytes.count) : bytes.count
        let start = at
        var hash: UInt32 = 0x811C_9DC5
        var traits: Token.Traits = quotation.isInside ? .quoted : []
        if sentenceStart { traits.insert(.sentenceStart) }
        if paragraphStart { traits.insert(.paragraphStart) }
        if folded != scalar && isCapital(scalar) { traits.insert(.capitalised) }
        var letters = 0
        if isIdeograph(scalar) {
          hash = mix(hash, folded)
          letters = 1
          at += width
        } else {
          repeat {
            let byte = bytes[at]
            scalar = UInt32(byte)
            width = 1
            if byte >= 0x80 { (scalar, width) = decode(bytes, at) }
            let folded = scalar < 0x800 ? table[Int(scalar)] : Folding.fold(scalar)
            if folded == Folding.separator || isIdeograph(scalar) { break }
            if folded != Folding.ignored {
              hash = mix(hash, folded)
              letters += 1
              if scalar >= 0x30 && scalar <= 0x39 { traits.insert(.number) }
            }
            at += width
          } while at < limit
        }
        if letters <= 3 { traits.insert(.short) }
        tokens.append(Token(start: Int32(start), end: Int32(at), key: finish(hash), traits: traits))
        sentenceStart = false
        paragraphStart = false
      }
    }
    return tokens
  }

  @inline(__always)
  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (UInt32, Int) {
    let lead = UInt32(bytes[at])
    // A Swift string is valid UTF-8, so that continuation bytes are there; the bounds cost nothing all the same.
    func continuation(_ offset: Int) -> UInt32 {
      at + offset < bytes.count ? UInt32(bytes[at + offset]) & 0x3F : 0
    }
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | continuation(1), 2) }
    if lead < 0xF0 { return ((lead & 0x0F) << 12 | continuation(1) << 6 | continuation(2), 3) }
    return ((lead & 0x07) << 18 | continuation(1) << 12 | continuation(2) << 6 | continuation(3), 4)
  }

  @inline(__always)
  private static func mix(_ hash: UInt32, _ value: UInt32) -> UInt32 { (hash ^ value) &* 0x0100_0193 }

  /// FNV-1a leaves its low bits weak; two rounds of xor and multiply (Murmur3's finisher) spread them.
  @inline(__always)
  private static func finish(_ hash: UInt32) -> UInt32 {
    var h = hash
    h ^= h >> 16
    h = h &* 0x85EB_CA6B
    h ^= h >> 13
    h = h &* 0xC2B2_AE35
    return h ^ (h >> 16)
  }

  @inline(__always)
  private static func isIdeograph(_ scalar: UInt32) -> Bool {
    scalar >= 0x3040
      && (scalar < 0xA000 || (scalar >= 0xF900 && scalar < 0xFB00) || (scalar >= 0x20000 && scalar < 0x32000))
  }

  private static func isCapital(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar >= 0x41 && scalar <= 0x5A }
    return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  }
}

/// Follows quotation marks through a paragraph. The mark that opened decides which one closes.
struct QuotationTracker {
  private var closing: UInt32 = 0

  var isInside: Bool { closing != 0 }

  mutating func see(_ scalar: UInt32) {
    if isInside {
      if scalar == closing || (closing == 0x201D && scalar == 0x22) { closing = 0 }
      return
    }
    switch scalar {
    case 0x22: closing = 0x22
    case 0x201C: closing = 0x201D
    case 0x201E: closing = 0x201C
    case 0xAB: closing = 0xBB
    case 0xBB: closing = 0xAB
    case 0x300C: closing = 0x300D
    default: break
    }
  }
}
