import Press

/// Looks at the beginning of an input and decides how it is read.
struct Opening {
  enum Result {
    case item(Item)
    case records(any ItemSource)
  }

  private let reservoir: Reservoir
  private let input: Input
  private let limits: Limits
  private let seen: SeenRecords
  private let name: String

  init(_ reservoir: Reservoir, _ input: Input, limits: Limits, seen: SeenRecords) {
    self.reservoir = reservoir
    self.input = input
    self.limits = limits
    self.seen = seen
    name = input.name
  }

  /// Reads one page, or gets ready to read records.
  func open() -> Result {
    var packing = Packing.none
    var utf16: Decoded?
    while true {
      fillWindow()
      guard !reservoir.bytes.isEmpty else { return nothing(isInflated: packing != .none) }
      let kind = Kind.of(reservoir.bytes, path: input.entry == nil ? path : nil)
      if input.entry != nil, ![.gzip, .zstd, .warc].contains(kind) {
        return refuse(.unsupported, "This file within a web archive is no WARC file; leave it out.")
      }
      switch kind {
      case .gzip where packing == .none, .zstd where packing == .none:
        packing = kind == .gzip ? .gzip : .zstd
        reservoir.attach(packing.unpacked(reservoir.release(), limits))
      case .gzip:
        return refuse(.unsupported, "This is gzip within a packed file; decompress it once: gzip -dc FILE.")
      case .zstd:
        return refuse(
          .unsupported, "This is Zstandard within a packed file; decompress it once: zstd -dc FILE.")
      case .warc: return .records(archive(packing))
      case .zip: return zip(packing)
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
        return .records(Records(reservoir, path: input.place, name: name, limits: limits))
      case .feed(let format):
        return .records(
          Feed(reservoir, format, path: input.place, name: name, limits: limits, warning: utf16?.warning))
      case .html: return page(isHTML: true, warning: utf16?.warning)
      case .text: return page(isHTML: false, warning: utf16?.warning)
      }
    }
  }

  private var path: Path? { input.path }

  /// How the whole input is packed.
  private enum Packing {
    case none, gzip, zstd

    func unpacked(_ stream: any ByteStream, _ limits: Limits) -> any ByteStream {
      switch self {
      case .none: stream
      case .gzip: PackedStream.inflating(stream, limits: limits)
      case .zstd: ZstdOpening.stream(stream, limits: limits)
      }
    }
  }

  private func archive(_ packing: Packing) -> WARCRecords {
    let reopen = input.reopen.map { [limits] reopen in { reopen().map { packing.unpacked($0, limits) } } }
    return WARCRecords(
      reservoir, path: input.place, name: name, limits: limits, seen: seen, reopen: reopen)
  }

  /// A ZIP archive is read from its end, so that it must be a file.
  private func zip(_ packing: Packing) -> Result {
    guard let path, packing == .none, input.entry == nil else {
      return refuse(
        .unsupported, "This is a ZIP archive, which is read only from a file of its own; give its path.")
    }
    guard case .success(let descriptor) = Disk.open(path) else {
      return refuse(.unreadable, "The file was there and is gone; try again.")
    }
    do throws(ZipFile.Damage) {
      let zip = try ZipFile(descriptor: descriptor)
      if let records = WACZRecords(zip, input, reservoir, limits: limits, seen: seen) {
        return .records(records)
      }
    } catch {
      return refuse(
        .cutShort,
        "This ZIP archive is damaged or was cut: \(error.detail); nothing of it was read; fetch it again.")
    }
    return refuse(
      .unsupported,
      "This is a ZIP archive, or a document or book in one, without WARC files in a folder “archive”; it was not read; "
        + "unpack it and give the folder.")
  }

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
      .empty, isInflated ? "The packed file holds nothing; leave it out." : "\(found); leave it out.")
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
    let id = Identity.of(path: input.place, record: nil, content: raw)
    var notices: [Notice] = []
    if let warning = warning ?? decoded.warning { notices.append(notice(.brokenEncoding, warning)) }
    if let fault = reservoir.fault { notices.append(notice(.partial, fault.detail)) }
    let content: Page.Content = isHTML ? .html(decoded.bytes) : .text(decoded.bytes)
    return .item(.page(Page(id: id, source: name, content: content), notices: notices))
  }

  /// HTML with a stray zero byte is read all the same, as browsers read it.
  private func unfit(_ raw: UnsafeRawBufferPointer, isHTML: Bool) -> Kind.Advice? {
    guard isHTML, !Plainness.isMostlyZeros(raw) else { return Plainness.fault(in: raw) }
    return nil
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
