import Press

/// Reads a feed or a message in XML item by item; memory is bounded by the largest item.
struct Feed: ItemSource {
  private let reservoir: Reservoir
  private let path: Path
  private let name: String
  private let format: FeedFormat
  private let set: CharacterSet?
  private let limits: Limits
  /// What was wrong with the feed as a whole; goes with its first item.
  private var warning: String?
  private var cutter: FeedCutter
  private var number = 0
  private var channel: Page.Stated?
  private var isDone = false

  /// Reads what `reservoir` is attached to; `name` is what `source` says.
  init(
    _ reservoir: Reservoir, _ format: FeedFormat, path: Path, name: String, limits: Limits, warning: String?
  ) {
    self.reservoir = reservoir
    self.format = format
    self.path = path
    self.name = name
    self.limits = limits
    self.warning = warning
    set = Prescan.declared(in: UnsafeRawBufferPointer(rebasing: reservoir.bytes.prefix(1024)))
    cutter = FeedCutter(reservoir, format: format, limit: limits.page)
  }

  /// The next item, `nil` at the end of the feed.
  mutating func next() -> Item? {
    guard !isDone else { return nil }
    switch cutter.next() {
    case .item(let length):
      number += 1
      return read(reservoir.bytes.part(0..<length))
    case .tooLarge(let offset):
      number += 1
      return refusal(
        .tooLarge,
        "This item, from byte \(offset), has more than \(limits.page) bytes, more than a page may have; it was passed "
          + "over and the other items are read; leave it out.")
    case .cutItem(let offset):
      isDone = true
      number += 1
      if let fault = reservoir.fault { return refusal(fault.refusal(source: "").reason, fault.detail) }
      return refusal(
        .cutShort,
        "The \(format.name) ends in the middle of this item, which begins at byte \(offset); the \(number - 1) before it "
          + "are kept; fetch it again.")
    case .unclosed: return end(isClosed: false)
    case .end: return end(isClosed: true)
    }
  }

  /// What has to be told when no more items come.
  private mutating func end(isClosed: Bool) -> Item? {
    isDone = true
    let behind = number == 0 ? "" : "Behind item \(number): "
    if let fault = reservoir.fault {
      return .refusal(
        Refusal(source: name, reason: fault.refusal(source: name).reason, detail: behind + fault.detail))
    }
    if !isClosed {
      return .refusal(
        Refusal(
          source: name, reason: .cutShort,
          detail:
            "\(behind)The \(format.name) ends without its end tag; what was complete is kept; fetch it again."
        ))
    }
    guard number == 0 else { return nil }
    return .refusal(
      Refusal(source: name, reason: .empty, detail: "This is an \(format.name) without items; leave it out."))
  }

  private func refusal(_ reason: Refusal.Reason, _ detail: String) -> Item {
    .refusal(Refusal(source: "\(name)#\(number)", reason: reason, detail: detail))
  }

  // MARK: One item

  private mutating func read(_ raw: UnsafeRawBufferPointer) -> Item {
    let source = "\(name)#\(number)"
    let context = cutter.context
    let (mended, encoding) = mended(raw, context)
    let tree = XMLParsing.parse(mended.bytes)
    let damage =
      tree.complaint
      ?? (mended.stripped > 0 ? "there are more than \(XMLMending.mostAttributes) attributes on a tag" : nil)
    var element = tree.root
    for _ in 0..<context.depth { element = element?.children.first }
    guard let element else { return unreadable(damage ?? "nothing is in it") }
    let item = read(element).item(
      source: source, hash: { Identity.of(path: path, record: number, content: raw) },
      notices: notices(encoding, mended.mended, damage, source))
    if case .refusal = item, let damage { return unreadable(damage) }
    return item
  }

  private func unreadable(_ damage: String) -> Item {
    refusal(
      .unreadable, "No text can be read in this item: its XML is damaged (\(damage)); fetch the feed again.")
  }

  /// The item between the tags that are open around it, fit to be parsed, and what was wrong with its encoding.
  private func mended(_ raw: UnsafeRawBufferPointer, _ context: FeedContext) -> (XMLMending, String?) {
    var mending = XMLMending(opening: context.openings, room: raw.count)
    let isPlain = set.map { $0 == .utf8 || $0 == .windows1252 } ?? true
    var warning: String?
    // What is UTF-8 is not copied once more.
    if isPlain, firstBrokenUTF8(raw) == nil {
      mending.add(raw)
    } else {
      let decoded = Decoding.xml(raw, declared: set)
      decoded.bytes.withUnsafeBytes { mending.add($0) }
      warning = decoded.warning
    }
    mending.close(with: context.closings)
    return (mending, warning)
  }

  private mutating func read(_ element: XMLElement) -> FeedItem {
    switch format {
    case .rss: return RSSItem.read(element, channel: known { RSSItem.channel($0) })
    case .atom: return AtomItem.read(element, channel: known { AtomItem.channel($0) })
    case .newsML: return NewsMLItem.read(element)
    case .nitf: return NITFDocument.read(element)
    }
  }

  /// What the feed says for all its items, read once.
  private mutating func known(_ read: (XMLTree) -> Page.Stated) -> Page.Stated {
    if let channel { return channel }
    let stated = read(cutter.context.headTree(set))
    channel = stated
    return stated
  }

  private mutating func notices(
    _ encoding: String?, _ mended: Int, _ damage: String?, _ source: String
  ) -> [Notice] {
    var notices: [Notice] = []
    for warning in [warning, encoding].compactMap({ $0 }) {
      notices.append(Notice(source: source, reason: .brokenEncoding, detail: warning))
    }
    warning = nil
    if mended > 0 {
      notices.append(
        Notice(
          source: source, reason: .brokenEncoding,
          detail:
            "XML does not allow \(mended) sign(s) in this item where they stand, as an ampersand that means itself; "
            + "they were read as they stand; fetch the feed again if they matter."))
    }
    if let damage {
      notices.append(
        Notice(
          source: source, reason: .partial,
          detail:
            "The XML of this item is damaged (\(damage)); what could be read is kept; fetch the feed again."))
    }
    return notices
  }
}
