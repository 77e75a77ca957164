// Hot loop: eight bytes at a time in one 64-bit word.

/// Which bytes of a text belong to words and which mean something between them, as bits: bit `n % 64` of element
/// `n / 64` is byte `n`'s.
struct ByteClasses {
  /// Letters and digits of ASCII.
  let words: UnsafeMutableBufferPointer<UInt64>
  /// What needs a look: ends of lines and sentences, quotation marks, and all that is not ASCII.
  let signs: UnsafeMutableBufferPointer<UInt64>

  /// Elements that `count` bytes need in each list. One more stands behind, so that a search may end there.
  static func room(_ count: Int) -> Int { count / 64 + 2 }

  /// Classes of `bytes`, in `room`, which holds twice what ``room(_:)`` says; and how many words there are at most.
  static func classify(
    _ bytes: UnsafeBufferPointer<UInt8>, in room: UnsafeMutableBufferPointer<UInt64>
  ) -> (classes: ByteClasses, mostWords: Int) {
    let blocks = Self.room(bytes.count)
    let words = UnsafeMutableBufferPointer(rebasing: room[..<blocks])
    let signs = UnsafeMutableBufferPointer(rebasing: room[blocks..<(2 * blocks)])
    var most = 0
    var before: UInt64 = 0
    for block in 0..<blocks {
      var (word, sign): (UInt64, UInt64) = (0, 0)
      var at = block * 64
      let end = min(at + 64, bytes.count)
      var shift: UInt64 = 0
      while at < end {
        let eight = load(bytes, at, end)
        let (wordly, marks) = classes(eight)
        word |= gather(wordly) << shift
        sign |= gather(marks) << shift
        // The first byte of a character may begin a word: it has both its upper bits set.
        most += (eight & eight << 1 & high).nonzeroBitCount
        shift += 8
        at += 8
      }
      words[block] = word
      signs[block] = sign
      most += (word & ~(word << 1 | before)).nonzeroBitCount
      before = word >> 63
    }
    return (ByteClasses(words: words, signs: signs), most)
  }

  private static let high: UInt64 = 0x8080_8080_8080_8080

  @inline(__always)
  private static func each(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

  /// The upper bit of each byte that is a letter or digit of ASCII, and of each that is a sign.
  @inline(__always)
  private static func classes(_ eight: UInt64) -> (words: UInt64, signs: UInt64) {
    let low = eight & ~high
    let small = low | WordHash.smallLetters
    // A byte of seven bits plus 128 - n has its upper bit set if it is n or more; nothing is carried over.
    let letters = (small &+ each(0x80 - 0x61)) & ~(small &+ each(0x80 - 0x7B))
    let digits = (low &+ each(0x80 - 0x30)) & ~(low &+ each(0x80 - 0x3A))
    // "!" and the straight quotation mark stand next to each other.
    let marks = (low &+ each(0x80 - 0x21)) & ~(low &+ each(0x80 - 0x23))
    let others =
      ~((low ^ each(0x0A)) &+ each(0x7F)) | ~((low ^ each(0x2E)) &+ each(0x7F))
      | ~((low ^ each(0x3F)) &+ each(0x7F))
    return ((letters | digits) & ~eight & high, (marks | others | eight) & high)
  }

  /// The upper bits of eight bytes, side by side.
  @inline(__always)
  private static func gather(_ bits: UInt64) -> UInt64 { ((bits >> 7) &* 0x0102_0408_1020_4080) >> 56 }

  /// Eight bytes, or what there is before `end` with zeros behind.
  @inline(__always)
  static func load(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> UInt64 {
    if at + 8 <= end {
      return UnsafeRawPointer(bytes.baseAddress! + at).loadUnaligned(as: UInt64.self).littleEndian
    }
    var eight: UInt64 = 0
    for place in at..<end { eight |= UInt64(bytes[place]) << UInt64(8 * (place - at)) }
    return eight
  }

  /// The first byte from `at` that begins a word of ASCII or needs a look; `limit` or more when there is none before it.
  @inline(__always)
  func event(from at: Int, to limit: Int) -> Int {
    var block = at >> 6
    var bits = (words[block] | signs[block]) >> UInt64(at & 63)
    if bits != 0 { return at + bits.trailingZeroBitCount }
    while (block + 1) << 6 < limit {
      block += 1
      bits = words[block] | signs[block]
      if bits != 0 { return (block << 6) + bits.trailingZeroBitCount }
    }
    return limit
  }

  /// The first byte from `at` that is no letter or digit of ASCII.
  @inline(__always)
  func end(from at: Int) -> Int {
    var block = at >> 6
    var bits = ~words[block] >> UInt64(at & 63)
    if bits != 0 { return at + bits.trailingZeroBitCount }
    while true {
      block += 1
      bits = ~words[block]
      if bits != 0 { return (block << 6) + bits.trailingZeroBitCount }
    }
  }
}
