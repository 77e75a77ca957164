import Press

/// Looks at the beginning of an input and decides how it is read.
struct Opening {
  enum Result {
    case item(Item)
    case records(Records)
    case feed(Feed)
  }

  private let reservoir: Reservoir
  /// `nil` for the standard input.
  private let path: Path?
  private let limits: Limits
  private let name: String

  init(_ reservoir: Reservoir, path: Path?, limits: Limits) {
    self.reservoir = reservoir
    self.path = path
    self.limits = limits
    name = path?.text ?? "-"
  }

  /// Reads one page, or gets ready to read records.
  func open() -> Result {
    var isInflated = false
    var utf16: Decoded?
    while true {
      fillWindow()
      guard !reservoir.bytes.isEmpty else { return nothing(isInflated: isInflated) }
      switch Kind.of(reservoir.bytes, path: path) {
      case .gzip where !isInflated:
        isInflated = true
        reservoir.attach(GzipStream(reservoir.release(), limits: limits))
      case .gzip: return refuse(.unsupported, "This is gzip within gzip; decompress it once: gzip -dc FILE.")
      case .utf16 where utf16 != nil:
        return refuse(.notText, "This is no text, though it has the mark of UTF-16.")
      case .utf16:
        guard reservoir.pullAll() else { return tooLarge() }
        if let fault = reservoir.fault { return .item(.refusal(fault.refusal(source: name))) }
        let decoded = Decoding.text(reservoir.bytes)
        reservoir.attach(MemoryStream(decoded.bytes))
        utf16 = decoded
      case .unfit(.unsupported, let advice):
        return refuse(.unsupported, "This is \(advice.found); it was not read; \(advice.advice).")
      case .unfit(.notText, let advice):
        return refuse(.notText, "This is no text: it has \(advice.found); \(advice.advice), or leave it out.")
      case .jsonLines:
        // There is no single page that the warning could go with.
        if let warning = utf16?.warning { return refuse(.unreadable, warning) }
        return .records(Records(reservoir, path: placeForID, name: name, limits: limits))
      case .feed(let format):
        return .feed(
          Feed(reservoir, format, path: placeForID, name: name, limits: limits, warning: utf16?.warning))
      case .html: return page(isHTML: true, warning: utf16?.warning)
      case .text: return page(isHTML: false, warning: utf16?.warning)
      }
    }
  }

  private var placeForID: Path { path?.place ?? Path("-") }

  /// A stream from a program may be slow: as soon as its first line shows that it is JSON, enough is known.
  private func fillWindow() {
    while reservoir.bytes.count < Kind.window, reservoir.pull() {
      if path == nil, reservoir.bytes.contains(0x0A), Kind.of(reservoir.bytes, path: nil) == .jsonLines {
        return
      }
    }
  }

  private func nothing(isInflated: Bool) -> Result {
    if let fault = reservoir.fault { return .item(.refusal(fault.refusal(source: name))) }
    let found = path == nil ? "Nothing came on the standard input" : "The file is empty"
    return refuse(
      .empty, isInflated ? "The gzip file holds nothing; leave it out." : "\(found); leave it out.")
  }

  private func page(isHTML: Bool, warning: String?) -> Result {
    guard reservoir.pullAll() else { return tooLarge() }
    let raw = reservoir.bytes
    if let fault = reservoir.fault, fault.kind == .tooLarge {
      return .item(.refusal(fault.refusal(source: name)))
    }
    if let fault = unfit(raw, isHTML: isHTML) {
      return refuse(.notText, "This is no text: it has \(fault.found); \(fault.advice), or leave it out.")
    }
    let mark = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard raw.dropFirst(mark).contains(where: { !isBlank($0) }) else {
      if let fault = reservoir.fault { return .item(.refusal(fault.refusal(source: name))) }
      return refuse(.empty, "There is nothing but blanks; leave it out.")
    }
    let decoded = isHTML ? Decoding.html(raw) : Decoding.text(raw)
    let id = Identity.of(path: placeForID, record: nil, content: raw)
    var notices: [Notice] = []
    if let warning = warning ?? decoded.warning { notices.append(notice(.brokenEncoding, warning)) }
    if let fault = reservoir.fault { notices.append(notice(.partial, fault.detail)) }
    let content: Page.Content = isHTML ? .html(decoded.bytes) : .text(decoded.bytes)
    return .item(.page(Page(id: id, source: name, content: content), notices: notices))
  }

  /// HTML with a stray zero byte is read all the same, as browsers read it.
  private func unfit(_ raw: UnsafeRawBufferPointer, isHTML: Bool) -> Kind.Advice? {
    guard isHTML else { return Plainness.fault(in: raw) }
    let zeros = raw.reduce(0) { $0 + ($1 == 0 ? 1 : 0) }
    return zeros * 10 > raw.count ? Plainness.fault(in: raw) : nil
  }

  private func tooLarge() -> Result {
    refuse(
      .tooLarge,
      "This has more than \(limits.page) bytes, more than a page may have; it was not read; split it, or write its "
        + "articles as JSON Lines.")
  }

  private func notice(_ reason: Notice.Reason, _ detail: String) -> Notice {
    Notice(source: name, reason: reason, detail: detail)
  }

  private func refuse(_ reason: Refusal.Reason, _ detail: String) -> Result {
    .item(.refusal(Refusal(source: name, reason: reason, detail: detail)))
  }
}
