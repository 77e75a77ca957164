import Press

/// Reads JSON Lines, one object at a time, whatever lies between the good lines.
///
/// An object that is spread over lines, as `jq` prints it, is one record and has the number of its first
/// line.
struct Records: ItemSource {
  private let reservoir: Reservoir
  private let limits: Limits
  private let path: Path
  private let name: String
  private var lines: Lines
  /// A feed in JSON, whose items are handed out before the next line is read.
  private var feed: JSONFeed?
  /// Set behind a spread object that could not be read: its other lines are part of that refusal.
  private var isPassingDebris = false
  /// How many bytes may still be read in vain for spread objects, lest every brace cost the rest of the file.
  private var patience: Int

  /// Reads what `reservoir` is attached to; `name` is what `source` says.
  init(_ reservoir: Reservoir, path: Path, name: String, limits: Limits) {
    self.reservoir = reservoir
    self.limits = limits
    self.path = path
    self.name = name
    lines = Lines(reservoir, limit: limits.page)
    patience = limits.page
  }

  /// The next item, `nil` at the end of the stream.
  mutating func next() -> Item? {
    if let item = feed?.nextItem() { return item }
    while let line = lines.next() {
      if line.tooLong { return tooLong(line, length: line.length) }
      let range = inked(line)
      if range.isEmpty { continue }
      if isPassingDebris {
        guard reservoir.bytes[range.lowerBound] == UInt8(ascii: "{") else { continue }
        isPassingDebris = false
      }
      switch read(line, range) {
      case .item(let item): return item
      case .feed(let opened):
        feed = opened
        if let item = feed?.nextItem() { return item }
      case .passedOver: continue
      case .cutByFault: return end()
      }
    }
    return end()
  }

  private enum Reading {
    case item(Item)
    case feed(JSONFeed)
    case passedOver
    /// The last line is incomplete because the stream broke off, which is told once.
    case cutByFault
  }

  private var hasTold = false

  private mutating func end() -> Item? {
    guard let fault = reservoir.fault, !hasTold else { return nil }
    hasTold = true
    return .refusal(fault.refusal(source: name, behind: lines.number))
  }

  /// What of the line is neither blank nor a byte order mark.
  private func inked(_ line: Lines.Line) -> Range<Int> {
    let bytes = reservoir.bytes
    // Files with a mark, one behind the other, have it on later lines too.
    var start = line.length >= 3 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var end = line.length
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private mutating func read(_ line: Lines.Line, _ range: Range<Int>) -> Reading {
    let bytes = reservoir.bytes.part(range)
    guard firstBrokenUTF8(bytes) == nil else {
      let decoded = Decoding.text(bytes)
      return decoded.bytes.withUnsafeBytes {
        switch parse($0, raw: bytes, line.number, encoding: decoded.warning) {
        case .success(let reading): reading
        case .failure(let fault): refuse($0, fault, line, range.lowerBound)
        }
      }
    }
    switch parse(bytes, raw: bytes, line.number, encoding: nil) {
    case .success(let reading): return reading
    case .failure(let fault) where fault.endsEarly && !fault.inString && line.ended:
      return readSpread(line, range, fault)
    case .failure(let fault): return refuse(bytes, fault, line, range.lowerBound)
    }
  }

  private func parse(
    _ bytes: UnsafeRawBufferPointer, raw: UnsafeRawBufferPointer, _ number: Int, encoding: String?
  ) -> Result<Reading, JSONFault> {
    guard bytes[0] == UInt8(ascii: "{") else { return .failure(.noObject) }
    var scanner = JSONScanner(bytes)
    guard let members = scanner.members(most: 1 << 16) else { return .failure(scanner.fault ?? .noObject) }
    guard scanner.isAtEnd() else { return .failure(.trailing(at: scanner.at)) }
    let object = JSONObject(bytes: bytes, members: members)
    if let feed = JSONFeed(object, path: path, name: number == 1 ? name : "\(name)#\(number)") {
      return .success(feed.count > 0 ? .feed(feed) : .item(noItems(number)))
    }
    let line = RecordLine(
      object: object, source: "\(name)#\(number)",
      hash: { Identity.of(path: path, record: number, content: raw) }, encoding: encoding)
    return .success(line.item().map(Reading.item) ?? .passedOver)
  }

  private func noItems(_ number: Int) -> Item {
    .refusal(
      Refusal(
        source: "\(name)#\(number)", reason: .empty,
        detail: "This is a JSON Feed without items; leave it out."))
  }

  /// Tries whether the object goes on behind its first line, which ends with `first`. A line that was merely
  /// cut never does: what follows it is another object, where a key or a comma was to come.
  private mutating func readSpread(_ line: Lines.Line, _ range: Range<Int>, _ first: JSONFault) -> Reading {
    var fault = first
    while patience > 0 {
      let held = reservoir.bytes.count
      let bytes = reservoir.bytes.part(range.lowerBound..<held)
      var scanner = JSONScanner(bytes)
      if scanner.members(most: 1 << 16) != nil { return take(bytes.part(0..<scanner.at), line, range) }
      fault = scanner.fault ?? first
      patience -= fault.at
      if fault.endsEarly { reservoir.pull(atLeast: held * 2) }
      if reservoir.bytes.count == held { break }
    }
    let isBrace = range.count == 1
    isPassingDebris = isBrace
    if isBrace, !reservoir.isAtEnd, reservoir.bytes.count > limits.page {
      return .item(tooLong(line, length: reservoir.bytes.count))
    }
    let bytes = reservoir.bytes.part(range.lowerBound..<(isBrace ? reservoir.bytes.count : range.upperBound))
    return refuse(bytes, isBrace ? fault : first, line, range.lowerBound)
  }

  /// Takes an object that is spread over lines, up to its closing brace.
  private mutating func take(
    _ raw: UnsafeRawBufferPointer, _ line: Lines.Line, _ range: Range<Int>
  ) -> Reading {
    let isBroken = firstBrokenUTF8(raw) != nil
    let decoded = isBroken ? Decoding.text(raw) : Decoded(bytes: Array(raw))
    let reading = decoded.bytes.withUnsafeBytes {
      switch parse($0, raw: raw, line.number, encoding: decoded.warning) {
      case .success(let reading): reading
      case .failure(let fault): refuse($0, fault, line, range.lowerBound)
      }
    }
    let newlines = raw.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    // What follows the object on its last line is the next line's; its newline is that of the last.
    lines.extend(by: range.lowerBound + raw.count - line.length, lines: newlines - 1)
    return reading
  }

  private func refuse(
    _ bytes: UnsafeRawBufferPointer, _ fault: JSONFault, _ line: Lines.Line, _ start: Int
  ) -> Reading {
    let isCut = fault.endsEarly && (isPassingDebris || !line.ended)
    if isCut, reservoir.isAtEnd, reservoir.fault != nil { return .cutByFault }
    let at = line.offset + start + fault.at
    let detail =
      isCut
      ? "The input ends in the middle of this line, at byte \(at), where \(fault.expected) was to come; fetch or "
        + "write the file again."
      : "This is no JSON object: at byte \(at) (line \(line.number)) \(fault.expected) was to come, "
        + "\(found(bytes, fault.at)); mend it, \(rest)."
    return .item(
      .refusal(
        Refusal(source: "\(name)#\(line.number)", reason: isCut ? .cutShort : .badJSON, detail: detail)))
  }

  private var rest: String {
    isPassingDebris
      ? "what is up to the next line that begins with { was passed over" : "the other lines are read"
  }

  private func found(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> String {
    guard at < bytes.count else { return "but the line ends" }
    let excerpt = String(decoding: bytes[at..<min(at + 20, bytes.count)], as: UTF8.self)
    return "but “\(shortened(excerpt))” stands there"
  }

  private func tooLong(_ line: Lines.Line, length: Int) -> Item {
    .refusal(
      Refusal(
        source: "\(name)#\(line.number)", reason: .tooLarge,
        detail:
          "This line, from byte \(line.offset), has \(length) bytes or more; a page may have \(limits.page); it was "
          + "passed over and the other lines are read; split it or leave it out."))
  }
}

extension JSONFault {
  static let noObject = JSONFault(at: 0, expected: "an object in braces", endsEarly: false, inString: false)

  static func trailing(at offset: Int) -> JSONFault {
    JSONFault(at: offset, expected: "the end of the line", endsEarly: false, inString: false)
  }
}

extension Fault {
  /// As a refusal of the whole input, behind so many lines that were read.
  func refusal(source: String, behind lines: Int = 0) -> Refusal {
    let reason: Refusal.Reason =
      switch kind {
      case .unreadable, .mismatched: .unreadable
      case .cutShort: .cutShort
      case .tooLarge: .tooLarge
      case .noPermission: .noPermission
      }
    return Refusal(
      source: source, reason: reason, detail: lines == 0 ? detail : "Behind line \(lines): \(detail)")
  }
}
