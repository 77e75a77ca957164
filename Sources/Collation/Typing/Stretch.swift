import Language
import Press

/// Consecutive words of a witness's text, or a place between two of them.
public struct Stretch: Sendable {
  /// The text that it is a part of, with all that stands around it.
  public let text: CollatedText
  /// Places in the text's `words`; empty for a place between two of them.
  public let range: Range<Int>

  /// A stretch of words.
  public init(_ text: CollatedText, _ range: Range<Int>) {
    self.text = text
    self.range = range
  }

  var isEmpty: Bool { range.isEmpty }
  var count: Int { range.count }
  var words: ArraySlice<Token> { text.words[range] }

  /// Whether a sentence begins with the stretch, and another behind it.
  var isWholeSentences: Bool {
    guard !isEmpty, text.beginsSentence(range.lowerBound) else { return false }
    return range.upperBound == text.words.count || text.beginsSentence(range.upperBound)
  }

  /// Byte range of the words; that of an empty stretch is empty and stands where its first word would.
  public var place: Range<Int> {
    guard let first = words.first, let last = words.last else {
      let place =
        range.lowerBound < text.words.count ? Int(text.words[range.lowerBound].start) : text.bytes.count
      return place..<place
    }
    return Int(first.start)..<Int(last.end)
  }

  /// The stretch as a reading of its witness.
  public var reading: Variant.Reading {
    Variant.Reading(
      text: String(decoding: text.bytes[place], as: UTF8.self),
      witnesses: [Variant.Place(article: text.id, range: place)])
  }

  /// The bytes of the words.
  var slice: ArraySlice<UInt8> { text.bytes[place] }

  func bytes(of word: Int) -> ArraySlice<UInt8> { text.bytes[text.words[word].range] }
}
