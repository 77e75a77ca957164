import Press

/// Invariant 4 of ARCHITECTURE.md: ranges lie in the text, on the boundaries of characters, and slice to the quoted words.
enum Laws {
  static func hold(_ article: Article) {
    let text = Array(article.text.utf8)
    func slice(_ range: Range<Int>, _ what: String) -> String {
      precondition(
        range.lowerBound >= 0 && range.upperBound <= text.count, "\(what): the range is not in the text")
      for end in [range.lowerBound, range.upperBound] where end < text.count {
        precondition(text[end] & 0xC0 != 0x80, "\(what): the range cuts a character")
      }
      return String(decoding: text[range], as: UTF8.self)
    }
    for credit in article.credits {
      if let range = credit.range { precondition(slice(range, "credit") == credit.text, "credit") }
    }
    for credit in article.credits {
      guard let line = credit.line else { continue }
      precondition(article.furniture.indices.contains(line), "credit: there is no such line")
      guard let range = credit.lineRange else { continue }
      let bytes = Array(article.furniture[line].text.utf8)
      precondition(
        range.lowerBound >= 0 && range.upperBound <= bytes.count, "credit: the range is not in the line")
      precondition(String(decoding: bytes[range], as: UTF8.self) == credit.text, "credit in furniture")
    }
    var end = 0
    for block in article.blocks {
      precondition(!slice(block.range, "block").isEmpty && block.range.lowerBound >= end, "block")
      end = block.range.upperBound
    }
    for line in article.furniture {
      if let range = line.range { precondition(slice(range, "furniture") == line.text, "furniture") }
    }
    if let range = article.dateline?.range { _ = slice(range, "dateline") }
  }
}
