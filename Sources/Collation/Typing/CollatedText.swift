import Language
import Matching
import Press

/// A witness's text made ready for collation: its words, and what the typing of changes asks of it.
///
/// A class, since every stretch refers to it.
public final class CollatedText: Sendable {
  /// The article's id.
  public let id: String
  /// The article's text in UTF-8.
  public let bytes: [UInt8]
  /// The words in their order; those of furniture, credits and the dateline may be left out.
  public let words: [Token]

  let language: WrittenLanguage?
  /// What stands between quotation marks: byte ranges, sorted, disjoint.
  let quotations: [Range<Int>]
  /// For each word the quotation that it stands in, -1 for none.
  private let quotationOfWord: [Int32]
  /// Numbers, dates and times, in their order.
  let figures: [Figure]
  /// For each word the figure that it is a part of, -1 for none.
  private let figureOfWord: [Int32]
  private let names: [Bool]

  /// Makes a text of the words that carry the report.
  public convenience init(_ article: Article) {
    self.init(id: article.id, text: article.text, words: Witness(article).words, language: article.language)
  }

  /// Makes a text of the words given, which must be words of `text` in their order.
  ///
  /// - Parameter language: BCP 47 code; found out from the words where none is given.
  public init(id: String, text: String, words: [Token], language: String? = nil) {
    self.id = id
    self.bytes = Array(text.utf8)
    self.words = words
    self.language = WrittenLanguage(stated: language, words: words)
    quotations = Quotations.ranges(in: bytes)
    quotationOfWord = Self.quotationOfWord(words, quotations)
    figures = FigureScan(bytes: bytes, words: words, language: self.language).figures()
    var figureOfWord = [Int32](repeating: -1, count: words.count)
    for (number, figure) in figures.enumerated() {
      for word in figure.words { figureOfWord[word] = Int32(number) }
    }
    self.figureOfWord = figureOfWord
    names = NameScan(words: words, bytes: bytes, quotationOfWord, figureOfWord, self.language).names()
  }

  /// The quotation that a word stands in, by its place in ``quotations``; `nil` outside of them.
  func quotation(of word: Int) -> Int? {
    guard words.indices.contains(word), quotationOfWord[word] >= 0 else { return nil }
    return Int(quotationOfWord[word])
  }

  /// The number, date or time that a word is a part of.
  func figure(of word: Int) -> Figure? { figureOfWord[word] >= 0 ? figures[Int(figureOfWord[word])] : nil }

  /// Whether a word reads as part of a name.
  func isName(_ word: Int) -> Bool { names[word] }

  /// The word before `at`, where nothing but an apostrophe parts the two.
  func elided(before at: Int) -> Int? {
    guard at > 0 else { return nil }
    let between = bytes[Int(words[at - 1].end)..<max(Int(words[at - 1].end), Int(words[at].start))]
    return between.elementsEqual([0x27]) || between.elementsEqual([0xE2, 0x80, 0x99]) ? at - 1 : nil
  }

  /// Whether a sentence or a paragraph begins with a word.
  func beginsSentence(_ word: Int) -> Bool { words[word].traits.contains(.sentenceStart) }

  /// Whether a mark that one pauses at stands before a word: a full stop, a comma, a dash.
  func hasPause(before word: Int) -> Bool {
    guard word > 0, word < words.count else { return true }
    let between = bytes[Int(words[word - 1].end)..<Int(words[word].start)]
    // Of what is not ASCII, dashes and the ellipsis; blanks and quotation marks are none.
    return between.contains { ",.;:!?\u{2D}()".utf8.contains($0) } || Self.hasDash(between)
  }

  /// Whether an ellipsis stands before a word: what was left out there is admitted.
  func hasEllipsis(before word: Int) -> Bool {
    guard word > 0, word < words.count else { return false }
    let between = Array(bytes[Int(words[word - 1].end)..<Int(words[word].start)])
    return String(decoding: between, as: UTF8.self).contains("…")
      || zip(between, zip(between.dropFirst(), between.dropFirst(2))).contains {
        $0 == 0x2E && $1.0 == 0x2E && $1.1 == 0x2E
      }
  }

  private static func hasDash(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.contains { "–—―…。、，".unicodeScalars.contains($0) }
  }

  private static func quotationOfWord(_ words: [Token], _ quotations: [Range<Int>]) -> [Int32] {
    var at = 0
    return words.map { word in
      while at < quotations.count, quotations[at].upperBound <= Int(word.start) { at += 1 }
      return at < quotations.count && quotations[at].lowerBound <= Int(word.start) ? Int32(at) : -1
    }
  }
}
