// Hot loop: every byte of every article passes here, several times. Unsafe buffers, no allocation but the output.

/// Cuts texts into words.
///
/// A word is a run of letters and digits; apostrophes and hyphens part words, so that "China's" and "China’s" fold
/// to the same two. Every ideograph is a word of its own.
public enum Tokenizer {
  /// The words of `text`, in order, but for those that lie within `masked` (sorted, non-overlapping byte ranges).
  public static func tokens(of text: String, masked: [Range<Int>] = []) -> [Token] {
    var text = text
    return text.withUTF8 { bytes in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 2 * ByteClasses.room(bytes.count)) { room in
        let (classes, mostWords) = ByteClasses.classify(bytes, in: room)
        return Array(unsafeUninitializedCapacity: mostWords + masked.count) { output, count in
          Folding.table.withUnsafeBufferPointer { table in
            var scan = WordScan(bytes: bytes, classes: classes, table: table, output: output)
            scan.run(masked: masked)
            count = scan.count
          }
        }
      }
    }
  }
}

/// A walk through a text from word to word. Words of ASCII are taken whole; all else goes scalar by scalar.
private struct WordScan {
  let bytes: UnsafeBufferPointer<UInt8>
  let classes: ByteClasses
  let table: UnsafeBufferPointer<UInt32>
  let output: UnsafeMutableBufferPointer<Token>
  /// Words found.
  var count = 0

  private var quotation = QuotationTracker()
  /// What the place says of the word that comes next.
  private var context: Token.Traits = [.sentenceStart, .paragraphStart]

  init(
    bytes: UnsafeBufferPointer<UInt8>, classes: ByteClasses, table: UnsafeBufferPointer<UInt32>,
    output: UnsafeMutableBufferPointer<Token>
  ) {
    self.bytes = bytes
    self.classes = classes
    self.table = table
    self.output = output
  }

  mutating func run(masked: [Range<Int>]) {
    var at = 0
    for mask in masked where mask.upperBound > at {
      // A mask may begin within a word: what stands before it is a word of its own.
      at = words(from: at, to: min(mask.lowerBound, bytes.count))
      guard mask.contains(at) else { continue }
      at = min(mask.upperBound, bytes.count)
      // No word begins within a character, should the mask end there.
      while at < bytes.count, bytes[at] & 0xC0 == 0x80 { at += 1 }
    }
    _ = words(from: at, to: bytes.count)
  }

  /// Finds the words from `start`; returns where it stopped: at `limit`, or behind the character that `limit` cuts.
  private mutating func words(from start: Int, to limit: Int) -> Int {
    var at = start
    while at < limit {
      let start = classes.event(from: at, to: limit)
      if start >= limit { return limit }
      let byte = bytes[start]
      if byte >= 0x80 {
        at = beyondASCII(at: start, limit: limit)
        continue
      }
      // The one class that has words only: of the signs, no letter's bit is set.
      if classes.words[start >> 6] >> UInt64(start & 63) & 1 == 0 {
        see(UInt32(byte))
        at = start + 1
        continue
      }
      let end = classes.end(from: start)
      if end >= limit {
        at = limit
        plainWord(start, limit)
      } else if bytes[end] >= 0x80 {
        at = word(at: start, limit: limit)
      } else {
        at = end
        plainWord(start, end)
      }
    }
    return at
  }

  /// Notes what stands between words.
  @inline(__always)
  private mutating func see(_ scalar: UInt32) {
    switch scalar {
    case 0x0A:
      // A line's end ends what an unclosed quotation mark began.
      quotation = QuotationTracker()
      context = [.sentenceStart, .paragraphStart]
    case 0x2E, 0x21, 0x3F, 0x3002, 0xFF01, 0xFF1F: context.insert(.sentenceStart)
    default:
      quotation.see(scalar)
      if quotation.isInside { context.insert(.quoted) } else { context.remove(.quoted) }
    }
  }

  @inline(__always)
  private mutating func put(_ start: Int, _ end: Int, _ key: UInt32, _ traits: Token.Traits) {
    output.initializeElement(
      at: count, to: Token(start: Int32(start), end: Int32(end), key: key, traits: traits.union(context)))
    count += 1
    context.formIntersection(.quoted)
  }

  /// Puts a word that is all ASCII.
  @inline(__always)
  private mutating func plainWord(_ start: Int, _ end: Int) {
    let eight = ByteClasses.load(bytes, start, bytes.count)
    let length = end - start
    // Letters have the bit 64, digits have not; a capital's bit 32 is missing.
    var traits: Token.Traits = eight & 0x60 == 0x40 ? .capitalised : []
    if length <= 8 {
      let mask = UInt64.max >> UInt64(64 - 8 * length)
      if ~eight & mask & 0x4040_4040_4040_4040 != 0 { traits.insert(.number) }
      if length <= 3 { traits.insert(.short) }
      let key = WordHash.finish(WordHash.first((eight | WordHash.smallLetters) & mask))
      return put(start, end, key, traits)
    }
    var digits = ~eight
    var hash = WordHash.first(eight | WordHash.smallLetters)
    var at = start + 8
    while at < end {
      let eight = ByteClasses.load(bytes, at, bytes.count)
      let mask = UInt64.max >> UInt64(max(0, 64 - 8 * (end - at)))
      digits |= ~eight & mask
      hash = WordHash.mix(hash, (eight | WordHash.smallLetters) & mask)
      at += 8
    }
    if digits & 0x4040_4040_4040_4040 != 0 { traits.insert(.number) }
    put(start, end, WordHash.finish(hash), traits)
  }

  /// Looks at the character at `start`, which is not ASCII, and passes over it or puts the word that it begins.
  private mutating func beyondASCII(at start: Int, limit: Int) -> Int {
    let (scalar, width) = decode(start)
    if fold(scalar) > Folding.ignored { return word(at: start, limit: limit) }
    see(scalar)
    return start + width
  }

  /// Puts the word at `start`, scalar by scalar; returns where it ends.
  private mutating func word(at start: Int, limit: Int) -> Int {
    var hash = WordHash()
    var traits: Token.Traits = []
    var letters = 0
    var at = start
    repeat {
      let (scalar, width) = decode(at)
      let folded = fold(scalar)
      if folded == Folding.separator { break }
      let isIdeograph = Self.isIdeograph(scalar)
      if isIdeograph, at > start { break }
      if folded != Folding.ignored {
        if at == start, folded != scalar, Self.isCapital(scalar) { traits.insert(.capitalised) }
        hash.add(folded)
        letters += 1
        if scalar >= 0x30 && scalar <= 0x39 { traits.insert(.number) }
      }
      at += width
      if isIdeograph { break }
    } while at < limit
    if letters <= 3 { traits.insert(.short) }
    put(start, at, hash.key, traits)
    return at
  }

  @inline(__always)
  private func fold(_ scalar: UInt32) -> UInt32 {
    scalar < 0x800 ? table[Int(scalar)] : Folding.fold(scalar)
  }

  @inline(__always)
  private func decode(_ at: Int) -> (scalar: UInt32, width: Int) {
    let lead = UInt32(bytes[at])
    if lead < 0x80 { return (lead, 1) }
    // A Swift string is valid UTF-8, so that continuation bytes are there; the bounds cost nothing all the same.
    func continuation(_ offset: Int) -> UInt32 {
      at + offset < bytes.count ? UInt32(bytes[at + offset]) & 0x3F : 0
    }
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | continuation(1), 2) }
    if lead < 0xF0 { return ((lead & 0x0F) << 12 | continuation(1) << 6 | continuation(2), 3) }
    return ((lead & 0x07) << 18 | continuation(1) << 12 | continuation(2) << 6 | continuation(3), 4)
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
