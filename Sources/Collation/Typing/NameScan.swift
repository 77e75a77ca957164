import Language

/// Finds which words of a text are parts of names, without a dictionary.
///
/// A name is capitalised where nothing else asks for it: neither the beginning of a sentence or a quotation, nor the
/// calendar, nor German, which capitalises all nouns. Where a word stands so once, it is a name at the head of a
/// sentence too.
struct NameScan {
  let words: [Token]
  let bytes: [UInt8]
  let quotations: [Int32]
  let figures: [Int32]
  let language: WrittenLanguage?

  init(
    words: [Token], bytes: [UInt8], _ quotations: [Int32], _ figures: [Int32], _ language: WrittenLanguage?
  ) {
    self.words = words
    self.bytes = bytes
    self.quotations = quotations
    self.figures = figures
    self.language = language
  }

  /// For each word whether it is part of a name.
  func names() -> [Bool] {
    var names = words.indices.map {
      isCapital($0) && !isForced($0) && (language != .german || hasCompany($0))
    }
    let known = Set(words.indices.filter { names[$0] }.map { words[$0].key })
    for at in words.indices where !names[at] && isCapital(at) && isForced(at) {
      names[at] = known.contains(words[at].key)
    }
    return names
  }

  private func isCapital(_ at: Int) -> Bool {
    words[at].traits.contains(.capitalised) && !words[at].traits.contains(.number) && figures[at] < 0
      && !Self.pronouns.contains(words[at]) && !(language ?? .english).common.contains(words[at])
  }

  /// Whether any word would be capitalised here.
  private func isForced(_ at: Int) -> Bool {
    if words[at].traits.contains(.sentenceStart) { return true }
    guard at > 0 else { return true }
    if quotations[at] >= 0, quotations[at] != quotations[at - 1] { return true }
    return bytes[Int(words[at - 1].end)..<Int(words[at].start)].contains(UInt8(ascii: ":"))
  }

  /// Whether a capitalised word stands directly beside: "Ilse Brandt", "Minister Brandt". Nouns rarely do.
  private func hasCompany(_ at: Int) -> Bool {
    func isBeside(_ a: Int, _ b: Int) -> Bool {
      a >= 0 && b < words.count && isCapital(a) && isCapital(b) && words[b].start == words[a].end + 1
        && bytes[Int(words[a].end)] == 0x20
    }
    return isBeside(at - 1, at) || isBeside(at, at + 1)
  }

  private static let pronouns = WordList(
    "i he she it they we you his her its their our your my this that these those there here mr mrs ms dr sir herr frau mme monsieur madame señor señora"
  )
}
