/// A word of a text: where it stands, what it is after folding, and what its surroundings say of it.
public struct Token: Sendable, Hashable {
  /// Half-open UTF-8 byte range in the text.
  public let start: Int32
  /// Byte behind the last.
  public let end: Int32
  /// Hash of the folded word: equal for words that differ only in case, accents, typography or zero-width marks.
  public let key: UInt32
  /// What its surroundings and letters say of it.
  public let traits: Traits

  /// What can be seen of a word without a dictionary.
  public struct Traits: OptionSet, Sendable, Hashable {
    /// The traits as bits.
    public let rawValue: UInt8
    /// Traits from bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Begins with a capital letter.
    public static let capitalised = Traits(rawValue: 1)
    /// Holds a digit.
    public static let number = Traits(rawValue: 2)
    /// Stands within quotation marks.
    public static let quoted = Traits(rawValue: 4)
    /// First word of a sentence.
    public static let sentenceStart = Traits(rawValue: 8)
    /// First word of a paragraph.
    public static let paragraphStart = Traits(rawValue: 16)
    /// Has three letters or digits at most after folding, as the words that hold sentences together have.
    public static let short = Traits(rawValue: 32)
  }

  /// The word's byte range as integers of the usual size.
  public var range: Range<Int> { Int(start)..<Int(end) }

  /// Whether the word reads as part of a name: capitalised, though no sentence begins here.
  public var isNameLike: Bool {
    traits.contains(.capitalised) && !traits.contains(.sentenceStart) && !traits.contains(.number)
  }
}
