/// A block of the page, cut into tokens, with the looks that the judges ask for.
struct Line: Sendable {
  let block: Block
  let tokens: [Token]
  /// The text's UTF-8.
  private let utf8: [UInt8]
  /// The words, numbers included, without marks. Counted once: the judges ask for it a dozen times a line.
  let wordCount: Int
  /// The agencies and outlets that the line may name.
  let names: NameTable

  init(_ block: Block, _ names: NameTable) {
    self.block = block
    self.names = names
    utf8 = Array(block.text.utf8)
    tokens = utf8.withUnsafeBufferPointer(LineTokens.scan)
    wordCount = tokens.reduce(0) { $0 + ($1.isMark ? 0 : 1) }
  }

  init(_ text: String, _ names: NameTable) { self.init(Block(text: text), names) }

  var text: String { block.text }

  func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> { utf8[range] }

  func string(_ range: Range<Int>) -> String { String(decoding: utf8[range], as: UTF8.self) }

  /// The byte range that some tokens cover.
  func byteRange(_ span: Range<Int>) -> Range<Int> {
    span.isEmpty ? 0..<0 : tokens[span.lowerBound].start..<tokens[span.upperBound - 1].end
  }

  /// Whether the word begins with a letter of a script without capitals: Hebrew, Arabic, those of India, China, Japan
  /// and Korea. Told by the first byte; of those that open letters of both sorts, none is counted.
  func isCaseless(_ token: Int) -> Bool {
    let first = utf8[tokens[token].start]
    return first >= 0xD7 && first != 0xE1 && first != 0xE2
  }

  /// The last mark is one that ends a sentence; quotation marks and brackets may follow it.
  var endsSentence: Bool {
    for token in tokens.reversed() {
      guard token.isMark else { return false }
      if token.isMark(".") || token.isMark("!") || token.isMark("?") { return true }
      guard token.isMark("\"") || token.isMark(")") else { return false }
    }
    return false
  }

  /// Ends in a full stop, so that it is surely no headline.
  var endsInFullStop: Bool {
    for token in tokens.reversed() {
      guard token.isMark else { return false }
      if token.isMark(".") { return true }
      guard token.isMark("\"") || token.isMark(")") else { return false }
    }
    return false
  }

  /// How many sentences end inside the line, the last included.
  var sentenceCount: Int {
    var count = 0
    for (index, token) in tokens.enumerated()
    where token.isMark(".") || token.isMark("!") || token.isMark("?") {
      let next = index + 1 < tokens.count ? tokens[index + 1] : nil
      if next == nil || next?.isCapital == true || next?.isMark == true { count += 1 }
    }
    return count
  }

  /// Whether a word says that somebody spoke, as reports do.
  var tellsOfSpeech: Bool { tokens.contains { Self.speech.contains($0.hash) } }

  private static let speech = Set(
    "said says told tells according wrote added dit sagte dijo disse zei sade powiedzial сказал dedi"
      .split(separator: " ").map { Folding.hash($0) })
}
