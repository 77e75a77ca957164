import Press

/// Reads JSON Lines, one object at a time, whatever lies between the good lines.
///
/// An object that is spread over lines, as `jq` prints it, is known by its first line, a brace alone.
struct Records {
  private let reservoir: Reservoir
  private let limits: Limits
  private let path: Path
  private let name: String
  private var lines: Lines
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
      case .passedOver: continue
      case .cutByFault: return end()
      }
    }
    return end()
  }

  private enum Reading {
    case item(Item)
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
    var start = line.number == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var end = line.length
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private mutating func read(_ line: Lines.Line, _ range: Range<Int>) -> Reading {
    let bytes = reservoir.bytes.part(range)
    if bytes.count == 1, bytes[0] == UInt8(ascii: "{"), line.ended { return readSpread(line, range) }
    guard firstBrokenUTF8(bytes) == nil else {
      let decoded = Decoding.text(bytes)
      return decoded.bytes.withUnsafeBytes {
        parse($0, raw: bytes, line, start: range.lowerBound, encoding: decoded.warning)
      }
    }
    return parse(bytes, raw: bytes, line, start: range.lowerBound, encoding: nil)
  }

  private func parse(
    _ bytes: UnsafeRawBufferPointer, raw: UnsafeRawBufferPointer, _ line: Lines.Line, start: Int,
    encoding: String?
  ) -> Reading {
    guard bytes[0] == UInt8(ascii: "{") else { return refuse(bytes, JSONFault.noObject, line, start) }
    var scanner = JSONScanner(bytes)
    guard let members = scanner.members(most: 1 << 16) else {
      return refuse(bytes, scanner.fault ?? .noObject, line, start)
    }
    guard scanner.isAtEnd() else { return refuse(bytes, .trailing(at: scanner.at), line, start) }
    return item(JSONObject(bytes: bytes, members: members), raw: raw, line.number, encoding)
  }

  private func item(
    _ object: JSONObject, raw: UnsafeRawBufferPointer, _ number: Int, _ encoding: String?
  ) -> Reading {
    let line = RecordLine(
      object: object, source: "\(name)#\(number)",
      hash: { Identity.of(path: path, record: number, content: raw) }, encoding: encoding)
    return line.item().map(Reading.item) ?? .passedOver
  }

  /// Reads an object that goes on behind its first line, which is a brace alone.
  private mutating func readSpread(_ line: Lines.Line, _ range: Range<Int>) -> Reading {
    var fault = JSONFault.noObject
    while patience > 0 {
      let held = reservoir.bytes
      let bytes = held.part(range.lowerBound..<held.count)
      var scanner = JSONScanner(bytes)
      if let members = scanner.members(most: 1 << 16) {
        let length = scanner.at
        let raw = bytes.part(0..<length)
        guard firstBrokenUTF8(raw) == nil else { break }
        let further = range.lowerBound + length - line.length
        let newlines = raw.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
        let reading = item(JSONObject(bytes: bytes, members: members), raw: raw, line.number, nil)
        // What follows the object on its last line is the next line's; its newline is that of the last.
        lines.extend(by: further, lines: newlines - 1)
        return reading
      }
      fault = scanner.fault ?? .noObject
      guard bytes.count <= limits.page else {
        patience -= bytes.count
        isPassingDebris = true
        return .item(tooLong(line, length: bytes.count))
      }
      guard fault.endsEarly else {
        patience -= bytes.count
        break
      }
      let wanted = held.count * 2
      reservoir.pull(atLeast: wanted)
      guard reservoir.bytes.count > held.count else {
        patience -= bytes.count
        break
      }
    }
    isPassingDebris = true
    return refuse(
      reservoir.bytes.part(range.lowerBound..<reservoir.bytes.count), fault, line, range.lowerBound)
  }

  private func refuse(_ bytes: UnsafeRawBufferPointer, _ fault: JSONFault, _ line: Lines.Line, _ start: Int)
    -> Reading
  {
    let isCut = fault.endsEarly && (isPassingDebris || !line.ended)
    if isCut, reservoir.isAtEnd, reservoir.fault != nil { return .cutByFault }
    let at = line.offset + start + fault.at
    let rest =
      isPassingDebris
      ? "it was passed over up to the next line that begins with {" : "the other lines are read"
    let found = fault.at < bytes.count ? " but “\(shortened(excerpt(bytes, fault.at)))” stands there" : ""
    let detail =
      isCut
      ? "The input ends in the middle of this line, at byte \(at), where \(fault.expected) was to come; fetch or "
        + "write the file again."
      : "This is no JSON object: at byte \(at) (line \(line.number)) \(fault.expected) was to come"
        + "\(found.isEmpty ? ", but the line ends" : found); mend it, \(rest)."
    return .item(
      .refusal(
        Refusal(source: "\(name)#\(line.number)", reason: isCut ? .cutShort : .badJSON, detail: detail)))
  }

  private func excerpt(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> String {
    String(decoding: bytes[at..<min(at + 20, bytes.count)], as: UTF8.self)
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
      case .unreadable: .unreadable
      case .cutShort: .cutShort
      case .tooLarge: .tooLarge
      case .noPermission: .noPermission
      }
    return Refusal(
      source: source, reason: reason, detail: lines == 0 ? detail : "Behind line \(lines): \(detail)")
  }
}
