@testable import Language

/// The tokenizer's slow and obvious twin: scalar by scalar, each folded by Unicode's tables, keys from whole words.
enum SlowTokenizer {
  static func tokens(of text: String, masked: [Range<Int>]) -> [Token] {
    let bytes = Array(text.utf8)
    var tokens: [Token] = []
    var quotation = QuotationTracker()
    var context: Token.Traits = [.sentenceStart, .paragraphStart]
    var at = 0
    while at < bytes.count {
      let mask = masked.first { $0.upperBound > at }
      if let mask, mask.contains(at) {
        at = min(mask.upperBound, bytes.count)
        while at < bytes.count, bytes[at] & 0xC0 == 0x80 { at += 1 }
        continue
      }
      let limit = min(mask?.lowerBound ?? bytes.count, bytes.count)
      let start = at
      var letters: [UInt32] = []
      var traits = context
      if quotation.isInside { traits.insert(.quoted) }
      while at < max(limit, start + 1) {
        let scalar = scalar(bytes, at)
        let folded = Folding.compute(scalar)
        let isIdeograph = isIdeograph(scalar)
        if folded == Folding.separator || (isIdeograph && at > start) { break }
        if folded == Folding.ignored && letters.isEmpty { break }
        if folded != Folding.ignored {
          if letters.isEmpty, folded != scalar.value, scalar.properties.isUppercase {
            traits.insert(.capitalised)
          }
          if ("0"..."9").contains(scalar) { traits.insert(.number) }
          letters.append(folded)
        }
        at += UTF8.width(scalar)
        if isIdeograph { break }
      }
      if letters.isEmpty {
        let scalar = scalar(bytes, at)
        at += UTF8.width(scalar)
        switch scalar {
        case "\n":
          quotation = QuotationTracker()
          context = [.sentenceStart, .paragraphStart]
        case ".", "!", "?", "\u{3002}", "\u{FF01}", "\u{FF1F}": context.insert(.sentenceStart)
        default: quotation.see(scalar.value)
        }
      } else {
        if letters.count <= 3 { traits.insert(.short) }
        tokens.append(Token(start: Int32(start), end: Int32(at), key: key(letters), traits: traits))
        context = []
      }
    }
    return tokens
  }

  private static func scalar(_ bytes: [UInt8], _ at: Int) -> Unicode.Scalar {
    String(decoding: bytes[at...].prefix(4), as: UTF8.self).unicodeScalars.first!
  }

  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    [0x3040..<0xA000, 0xF900..<0xFB00, 0x20000..<0x32000].contains { $0.contains(scalar.value) }
  }

  private static func key(_ letters: [UInt32]) -> UInt32 {
    let bytes = letters.flatMap { Array(String(Unicode.Scalar($0)!).utf8) }
    var hash: UInt64 = 0x2D35_8DCC_AA6C_78A5
    for start in stride(from: 0, to: bytes.count, by: 8) {
      var chunk: UInt64 = 0
      for (place, byte) in bytes[start...].prefix(8).enumerated() { chunk += UInt64(byte) << (8 * place) }
      let product = (hash ^ chunk).multipliedFullWidth(by: 0x8BB8_4B93_962E_ACC9)
      hash = product.high ^ product.low
    }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
