import Language
import Matching
import Press

/// A text that one or more witnesses have, byte for byte: cut into words, each of which takes along what stands between
/// it and the next.
struct DistinctText {
  /// Id and stated language of the first witness that has it.
  let id: String
  let language: String?
  let bytes: [UInt8]
  let tokens: [Token]
  /// By word, whether it is no part of the report.
  let isApart: [Bool]
  /// Byte at which each word's share of the text begins; the text's end behind them. Blanks and punctuation go with the
  /// word before, but for the marks that open the next word; what stands before the first word goes with it.
  let cuts: [Int]
  /// The witnesses that have it: places in the sorted list, rising.
  let witnesses: [Int]
  /// Which row of the table its words are.
  var row = 0

  init(_ text: String, masked: [Range<Int>], witnesses: [Int], id: String, language: String?) {
    self.id = id
    self.language = language
    self.witnesses = witnesses
    let bytes = Array(text.utf8)
    self.bytes = bytes
    tokens = Tokenizer.tokens(of: text)
    isApart = Self.apart(tokens, masked)
    cuts = Self.cuts(tokens, bytes)
  }

  /// The bytes that go with words `range`.
  func range(of words: Range<Int>) -> Range<Int> { cuts[words.lowerBound]..<cuts[words.upperBound] }

  private static func apart(_ tokens: [Token], _ masked: [Range<Int>]) -> [Bool] {
    var mask = 0
    return tokens.map { token in
      while mask < masked.count, masked[mask].upperBound <= Int(token.start) { mask += 1 }
      return mask < masked.count && masked[mask].lowerBound <= Int(token.start)
    }
  }

  private static func cuts(_ tokens: [Token], _ bytes: [UInt8]) -> [Int] {
    guard !tokens.isEmpty else { return [] }
    var cuts: [Int] = [0]
    cuts.reserveCapacity(tokens.count + 1)
    for (before, after) in zip(tokens, tokens.dropFirst()) {
      var at = Int(after.start)
      while at > Int(before.end), !Blank.ends(bytes, at) { at -= 1 }
      cuts.append(at > Int(before.end) ? at : Int(after.start))
    }
    cuts.append(bytes.count)
    return cuts
  }
}

/// White space in UTF-8.
enum Blank {
  /// Whether a blank ends before byte `at`.
  @inline(__always)
  static func ends(_ bytes: [UInt8], _ at: Int) -> Bool {
    let last = bytes[at - 1]
    if last < 0x80 { return last == 0x20 || (last >= 0x09 && last <= 0x0D) }
    if last == 0xA0, at >= 2, bytes[at - 2] == 0xC2 { return true }
    guard at >= 3 else { return false }
    if bytes[at - 3] == 0xE3 { return bytes[at - 2] == 0x80 && last == 0x80 }
    guard bytes[at - 3] == 0xE2 else { return false }
    return bytes[at - 2] == 0x80 && (last <= 0x8A || last == 0xA8 || last == 0xA9 || last == 0xAF)
  }

  /// `range` without blanks at either end.
  static func trimmed(_ range: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while high > low, ends(bytes, high) {
      high -= 1
      while high > low, bytes[high] & 0xC0 == 0x80 { high -= 1 }
    }
    while low < high {
      var next = low + 1
      while next < high, bytes[next] & 0xC0 == 0x80 { next += 1 }
      guard ends(bytes, next) else { break }
      low = next
    }
    return low..<high
  }
}
