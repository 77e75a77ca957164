/// Cuts a stream of XML into items, holding one item at a time.
///
/// Only tags, comments and character data are told apart; the items themselves are parsed by others, one by one. An item
/// without its end tag ends where the next begins or where the feed does.
struct FeedCutter {
  enum Cut {
    /// The first so many bytes of the reservoir are an item, until the next call.
    case item(length: Int)
    /// The item from that offset on is larger than a page may be, and was passed over.
    case tooLarge(offset: Int)
    /// The stream ends within an item that begins at that offset.
    case cutItem(offset: Int)
    /// The stream ends and a tag is still open.
    case unclosed
    case end
  }

  private let reservoir: Reservoir
  private let format: FeedFormat
  private let limit: Int
  private(set) var context = FeedContext()
  /// Where the search goes on, from the first byte held.
  private var at = 0
  /// The item that was handed out last, to be dropped.
  private var current = 0
  private var isInItem = false
  private var isInHead = true

  init(_ reservoir: Reservoir, format: FeedFormat, limit: Int) {
    self.reservoir = reservoir
    self.format = format
    self.limit = limit
  }

  mutating func next() -> Cut {
    reservoir.drop(current)
    at -= current
    current = 0
    while true {
      if isInItem, at > limit { return skipItem() }
      let bytes = reservoir.bytes
      guard let mark = XMLStretch.next(UInt8(ascii: "<"), in: bytes, from: at) else {
        pass(to: bytes.count)
        if reservoir.pull() { continue }
        return finish()
      }
      let isShort = XMLStretch.isTooShort(bytes, at: mark) && !reservoir.isAtEnd
      guard !isShort, let stretch = XMLStretch(in: bytes, at: mark) else {
        // Twice as much each time: a long stretch is looked at a few times, and not once for each piece of it.
        reservoir.pull(atLeast: 2 * bytes.count - mark + 4096)
        if reservoir.bytes.count > bytes.count { continue }
        return finish()
      }
      if let cut = take(stretch, from: mark) { return cut }
    }
  }

  /// Goes behind a stretch.
  private mutating func take(_ stretch: XMLStretch, from mark: Int) -> Cut? {
    let bytes = reservoir.bytes
    let name = bytes.part(stretch.name)
    switch stretch.kind {
    case .open(let isEmpty) where format.isItem(Array(name)[...]):
      if isInItem { return item(endingAt: mark, next: mark) }
      pass(to: mark)
      isInHead = false
      isInItem = true
      at = stretch.end - mark
      return isEmpty ? item(endingAt: at, next: at) : nil
    case .close where isInItem:
      if format.isItem(Array(name)[...]) { return item(endingAt: stretch.end, next: stretch.end) }
      if context.has(name) { return item(endingAt: mark, next: mark) }
      at = stretch.end
    case .open(let isEmpty) where !isInItem:
      if !isEmpty { context.begin(name: name, tag: bytes.part(mark..<stretch.end)) }
      // What stands before the root is no part of the feed.
      if context.depth == 1 { drop(to: mark) }
      pass(to: context.depth == 1 ? stretch.end - mark : stretch.end)
    case .close:
      context.end(name: name)
      pass(to: stretch.end)
    case .declaration, .instruction:
      // The document type and what stands before the root are nobody's head.
      if isInItem { at = stretch.end } else { drop(to: stretch.end) }
    default: pass(to: stretch.end)
    }
    return nil
  }

  private mutating func item(endingAt end: Int, next: Int) -> Cut {
    isInItem = false
    current = end
    at = next
    return .item(length: end)
  }

  /// Goes to `end`; what is behind is let go, unless it is an item's.
  private mutating func pass(to end: Int) {
    guard !isInItem else {
      at = end
      return
    }
    if isInHead, context.depth > 0 { context.add(head: reservoir.bytes.part(0..<end)) }
    drop(to: end)
  }

  private mutating func drop(to end: Int) {
    reservoir.drop(end)
    at = 0
  }

  private mutating func finish() -> Cut {
    if isInItem, !reservoir.isAtEnd { return skipItem() }
    defer {
      isInItem = false
      at = 0
      reservoir.drop(reservoir.bytes.count)
    }
    if isInItem { return .cutItem(offset: reservoir.offset) }
    let isClosed = context.depth == 0 && reservoir.bytes.isEmpty
    context = FeedContext()
    return isClosed ? .end : .unclosed
  }

  /// Lets go of an item that is too large, up to its end tag or the next start tag, without holding it.
  private mutating func skipItem() -> Cut {
    let offset = reservoir.offset
    isInItem = false
    // Behind its own start tag.
    reservoir.drop(1)
    at = 0
    while true {
      guard let mark = XMLStretch.next(UInt8(ascii: "<"), in: reservoir.bytes, from: 0) else {
        reservoir.drop(reservoir.bytes.count)
        if reservoir.pull() { continue }
        return .tooLarge(offset: offset)
      }
      reservoir.drop(mark)
      reservoir.pull(atLeast: 64)
      if let isEnd = itemTag(reservoir.bytes, at: 0) {
        if isEnd { reservoir.drop(2) }
        return .tooLarge(offset: offset)
      }
      reservoir.drop(1)
    }
  }

  /// Whether an item's tag stands there: `true` for an end tag, `false` for a start tag, `nil` for anything else.
  private func itemTag(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Bool? {
    let isEnd = bytes.starts(at: start, "</")
    var end = start + (isEnd ? 2 : 1)
    let nameStart = end
    while end < bytes.count, end - nameStart < 60, !isBlank(bytes[end]), bytes[end] != UInt8(ascii: ">"),
      bytes[end] != UInt8(ascii: "/"), bytes[end] != UInt8(ascii: "<")
    { end += 1 }
    guard nameStart < end, format.isItem(Array(bytes[nameStart..<end])[...]) else { return nil }
    return isEnd
  }
}
