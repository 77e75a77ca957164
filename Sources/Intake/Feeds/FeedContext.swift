/// What stands around the items of a feed: the tags that are open, which declare the namespaces, and the head before the
/// first item, which names the feed.
struct FeedContext {
  /// As much of a feed's head as is looked at.
  private static let mostHead = 1 << 20
  /// Tags together longer than this are kept without their attributes: all of them are read once more before every item.
  /// A root that declares twenty namespaces has about 1 KiB.
  private static let mostTags = 8 << 10
  private static let mostDepth = 64

  private struct Tag {
    let name: [UInt8]
    let bytes: [UInt8]
  }

  private var open: [Tag] = []
  /// Bytes of the open tags.
  private var size = 0
  private var head: [UInt8] = []

  /// How many tags are open.
  var depth: Int { open.count }
  /// The name of the outermost open tag.
  var root: String { open.first.map { String(decoding: $0.name, as: UTF8.self) } ?? "" }

  mutating func begin(name: UnsafeRawBufferPointer, tag: UnsafeRawBufferPointer) {
    guard open.count < Self.mostDepth else { return }
    let name = Array(name.prefix(200))
    let isLong = size + tag.count > Self.mostTags
    let bytes = isLong ? [UInt8(ascii: "<")] + name + [UInt8(ascii: ">")] : Array(tag)
    open.append(Tag(name: name, bytes: bytes))
    size += bytes.count
  }

  mutating func end(name: UnsafeRawBufferPointer) {
    guard let index = index(of: name) else { return }
    size -= open[index...].reduce(0) { $0 + $1.bytes.count }
    open.removeLast(open.count - index)
  }

  /// Whether a tag of that name is open.
  func has(_ name: UnsafeRawBufferPointer) -> Bool { index(of: name) != nil }

  private func index(of name: UnsafeRawBufferPointer) -> Int? {
    open.lastIndex { $0.name.elementsEqual(name.prefix(200)) }
  }

  /// Keeps a stretch of the head.
  mutating func add(head bytes: UnsafeRawBufferPointer) {
    if head.count + bytes.count <= Self.mostHead { head.append(contentsOf: bytes) }
  }

  /// The head as a tree; all that is known of the feed itself is in it.
  func headTree(_ set: CharacterSet?) -> XMLTree {
    let decoded = head.withUnsafeBytes { Decoding.xml($0, declared: set) }
    var mended = decoded.bytes.withUnsafeBytes { XMLMending($0) }
    mended.close(with: closings)
    return XMLParsing.parse(mended.bytes)
  }

  /// The open tags, as a piece of XML to stand before an item.
  var openings: [UInt8] { open.flatMap(\.bytes) }

  /// What closes them.
  var closings: [UInt8] {
    open.reversed().flatMap { Array("</".utf8) + $0.name + [UInt8(ascii: ">")] }
  }
}
