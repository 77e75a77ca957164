/// What the tokenizer found next. Texts and values are half-open ranges of a tree's byte space: the input, and
/// behind it the side buffer that holds what could not be left as it stood in the input.
struct Token {
  enum Kind: UInt8 { case startTag, endTag, characters, comment, doctype, end }

  var kind: Kind = .end
  var selfClosing = false
  /// Whether a text may hold U+0000, which the tree builder drops or replaces.
  var hasNull = false
  /// Number of a tag's name.
  var name: UInt16 = 0
  /// Range of a text or comment.
  var start: Int32 = 0
  var end: Int32 = 0
  /// A start tag's attributes, in the flat list of attributes.
  var firstAttribute: Int32 = 0
  var attributeCount: Int32 = 0

  /// A tag's name, where it is a known one.
  @inline(__always)
  var known: HTMLName { name < HTMLName.count ? HTMLName(rawValue: name) ?? .other : .other }
}

/// One attribute of one tag.
@usableFromInline
struct Attribute: Sendable {
  /// Number of its name.
  @usableFromInline var name: UInt16
  @usableFromInline var valueStart: Int32
  @usableFromInline var valueEnd: Int32
}

/// What a page says it is written in.
public struct Doctype: Sendable, Hashable {
  /// In lower case; `nil` when it is missing.
  public var name: String?
  /// The public identifier, as quoted.
  public var publicID: String?
  /// The system identifier, as quoted.
  public var systemID: String?
  /// Whether it was broken, which makes a page a quirky one.
  public var forcesQuirks = false
}
