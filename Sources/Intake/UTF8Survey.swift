/// Whether bytes are UTF-8, and what is broken where they are not. The hot loop of every page read.
struct UTF8Survey {
  /// Offset of the first byte that is no part of a character.
  var firstBroken: Int?
  /// Broken stretches, each of which becomes one U+FFFD (the maximal subparts of Unicode, chapter 3.9).
  var broken = 0
  /// Characters of two bytes and more that are as they should be.
  var multibyte = 0

  /// Mostly UTF-8: what is broken is damage and not another character set. Text in another set hardly ever
  /// has a valid sequence by chance, let alone two for each broken one.
  var isMostlyUTF8: Bool { broken == 0 || multibyte >= 2 * broken }

  /// Looks at all of `bytes`.
  init(of bytes: UnsafeRawBufferPointer) {
    var at = 0
    while true {
      at = skipASCII(bytes, from: at)
      guard at < bytes.count else { return }
      let length = sequenceLength(bytes, at: at)
      if length > 0 {
        multibyte += 1
        at += length
      } else {
        if firstBroken == nil { firstBroken = at }
        broken += 1
        at -= length
      }
    }
  }

  /// The bytes with each broken stretch replaced by U+FFFD.
  static func repaired(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var at = 0
    var copied = 0
    while true {
      at = skipASCII(bytes, from: at)
      guard at < bytes.count else { break }
      let length = sequenceLength(bytes, at: at)
      if length > 0 {
        at += length
      } else {
        result.append(contentsOf: bytes[copied..<at])
        result.append(contentsOf: replacementCharacter)
        at -= length
        copied = at
      }
    }
    result.append(contentsOf: bytes[copied...])
    return result
  }
}

/// U+FFFD, which stands where a character could not be read.
let replacementCharacter: [UInt8] = [0xEF, 0xBF, 0xBD]

/// Offset of the first byte that is no part of a valid character, `nil` where all are.
func firstBrokenUTF8(_ bytes: UnsafeRawBufferPointer) -> Int? {
  var at = 0
  while true {
    at = skipASCII(bytes, from: at)
    guard at < bytes.count else { return nil }
    let length = sequenceLength(bytes, at: at)
    guard length > 0 else { return at }
    at += length
  }
}

/// Offset of the first byte from `start` that is not ASCII, or the end.
@inline(__always)
func skipASCII(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
  var at = start
  // Text in other scripts has few ASCII runs: the wide steps are for those that are worth it.
  while at + 32 <= bytes.count {
    let word = bytes.loadUnaligned(fromByteOffset: at, as: SIMD4<UInt64>.self)
    let any = (word[0] | word[1]) | (word[2] | word[3])
    if any & 0x8080_8080_8080_8080 != 0 { break }
    at += 32
  }
  while at + 8 <= bytes.count {
    let high =
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)) & 0x8080_8080_8080_8080
    if high != 0 { return at + high.trailingZeroBitCount / 8 }
    at += 8
  }
  while at < bytes.count, bytes[at] < 0x80 { at += 1 }
  return at
}

/// Length of the character of two to four bytes at `at`; where it is broken, minus the length of the broken
/// stretch.
@inline(__always)
func sequenceLength(_ bytes: UnsafeRawBufferPointer, at: Int) -> Int {
  let lead = bytes[at]
  let left = bytes.count - at
  guard lead >= 0xC2, lead <= 0xF4 else { return -1 }
  guard left > 1 else { return -1 }
  let second = bytes[at + 1]
  if lead < 0xE0 { return second & 0xC0 == 0x80 ? 2 : -1 }
  // What the second byte may be rules out overlong forms, surrogates and what lies behind U+10FFFF.
  let low: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
  let high: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
  guard second >= low, second <= high else { return -1 }
  guard left > 2, bytes[at + 2] & 0xC0 == 0x80 else { return -2 }
  if lead < 0xF0 { return 3 }
  guard left > 3, bytes[at + 3] & 0xC0 == 0x80 else { return -3 }
  return 4
}
