import Markup

/// A run of text between two breaks of a page, before anyone has judged it. Its bytes lie in the outline's buffer.
struct Piece {
  var start: Int32
  var end: Int32
  /// Bytes that stand inside a link.
  var linkBytes: Int32
  /// Bytes that are set in italics.
  var italicBytes: Int32
  /// Words, as white space counts them; two ideographs count as a word.
  var words: Int32
  /// The region that it stands in.
  var region: Int32
  /// How many boxes had begun on the page when it ended.
  var boxes: Int32
  var shape: Block.Shape
  /// Level of the heading that it stands in, 0 for none.
  var headingLevel: UInt8
  /// Whether a picture stands right before it.
  var followsPicture = false
  /// Whether it ends as a sentence does.
  var isSentence: Bool

  /// Whether all of it is set in italics, punctuation at its ends aside.
  var isItalic: Bool { italicBytes > 0 && end - start - italicBytes <= 3 }

  var linkShare: Double { end > start ? Double(linkBytes) / Double(end - start) : 0 }
}

/// An element that makes a box, with the pieces inside it: a contiguous run, because both are in reading order.
struct Region {
  var node: NodeID
  var parent: Int32
  var pieces: Range<Int32>
  /// Number of the element's name.
  var name: UInt16
  /// What class, id, role or the element itself suggest that the box is.
  var hint: Hint?

  func `is`(_ known: HTMLName) -> Bool { name == known.rawValue }
}
