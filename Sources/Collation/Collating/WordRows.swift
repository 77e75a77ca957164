import Language

/// The rows to be aligned: the distinct sequences of folded words, each once, however many witnesses have it.
///
/// Rows stand in the order of their words, so that a row's number is a function of the set of texts. All rows' words lie
/// side by side: row `r` has `bounds[r]..<bounds[r + 1]`.
struct WordRows {
  /// Hash of each folded word; words that are no part of the report never equal those that are.
  let keys: [UInt32]
  /// What longer words begin with, so that forms of one word and slips of the pen are known; 0 for short ones.
  let stems: [UInt32]
  let marks: [Marks]
  let bounds: [Int]
  /// By word: its row.
  let row: [Int32]

  struct Marks: OptionSet {
    let rawValue: UInt8
    static let apart = Marks(rawValue: 1)
    static let short = Marks(rawValue: 2)
    static let number = Marks(rawValue: 4)
    /// Begins a sentence, a paragraph.
    static let sentence = Marks(rawValue: 8)
    static let paragraph = Marks(rawValue: 16)
    static let quoted = Marks(rawValue: 32)
  }

  var count: Int { bounds.count - 1 }

  func words(of row: Int) -> Range<Int> { bounds[row]..<bounds[row + 1] }

  /// Gathers the rows of `texts`, and tells each text its row.
  init(_ texts: inout [DistinctText]) {
    let sequences = texts.map { text in
      zip(text.tokens, text.isApart).map { $1 ? $0.key ^ Self.salt : $0.key }
    }
    let order = texts.indices.sorted { sequences[$0].lexicographicallyPrecedes(sequences[$1]) }
    var keys: [UInt32] = []
    var stems: [UInt32] = []
    var marks: [Marks] = []
    var bounds = [0]
    var last: Int?
    for text in order {
      if let last, sequences[last] == sequences[text] {
        texts[text].row = bounds.count - 2
        continue
      }
      last = text
      texts[text].row = bounds.count - 1
      keys += sequences[text]
      for (token, isApart) in zip(texts[text].tokens, texts[text].isApart) {
        stems.append(Self.stem(token, texts[text].bytes))
        var mark: Marks = isApart ? .apart : []
        if token.traits.contains(.short) { mark.insert(.short) }
        if token.traits.contains(.number) { mark.insert(.number) }
        if token.traits.contains(.sentenceStart) { mark.insert(.sentence) }
        if token.traits.contains(.quoted) { mark.insert(.quoted) }
        if token.traits.contains(.paragraphStart) { mark.insert(.paragraph) }
        marks.append(mark)
      }
      bounds.append(keys.count)
    }
    self.keys = keys
    self.stems = stems
    self.marks = marks
    self.bounds = bounds
    row = (0..<bounds.count - 1).flatMap { row in
      repeatElement(Int32(row), count: bounds[row + 1] - bounds[row])
    }
  }

  private static let salt: UInt32 = 0x9E37_79B9

  /// The first letters of a word of five bytes or more: four of ASCII, or six bytes of other letters.
  private static func stem(_ token: Token, _ bytes: [UInt8]) -> UInt32 {
    let (start, end) = (Int(token.start), Int(token.end))
    guard end - start >= 5 else { return 0 }
    let width = bytes[start] < 0x80 ? 4 : min(6, end - start)
    var stem: UInt32 = 1
    for at in start..<start + width { stem = (stem ^ UInt32(bytes[at] | 0x20)) &* 0x0100_0193 }
    return stem
  }
}
