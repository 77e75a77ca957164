/// Puts a body together that was sent in chunks (RFC 9112, 7.1).
///
/// Archives keep bodies as they were sent, or joined, and what their heads say of it fits not always.
enum ChunkedBody {
  struct Joined {
    var bytes: [UInt8]
    /// Whether the last chunk was there, and nothing but blanks and trailer fields behind it.
    var isWhole: Bool
  }

  /// The joined body; `nil` where not even the first chunk is one.
  static func join(_ body: UnsafeRawBufferPointer) -> Joined? {
    var result: [UInt8] = []
    var at = 0
    guard let first = size(body, &at), first.count > 0 || first.endsBody else { return nil }
    result.reserveCapacity(body.count)
    var chunk = first
    while true {
      guard chunk.count > 0 else { return Joined(bytes: result, isWhole: endsWell(body, at)) }
      let end = min(at + chunk.count, body.count)
      result.append(contentsOf: body[at..<end])
      at = end
      // A line end stands behind every chunk.
      if at < body.count, body[at] == 0x0D { at += 1 }
      guard at < body.count, body[at] == 0x0A else { return Joined(bytes: result, isWhole: false) }
      at += 1
      guard let next = size(body, &at) else { return Joined(bytes: result, isWhole: false) }
      chunk = next
    }
  }

  /// Whether a body whose head says nothing of chunks is chunked all the same: only if all of it fits.
  static func joinIfUnsaid(_ body: UnsafeRawBufferPointer) -> [UInt8]? {
    guard let joined = join(body), joined.isWhole else { return nil }
    return joined.bytes
  }

  private struct Size {
    let count: Int
    var endsBody: Bool { count == 0 }
  }

  /// Hexadecimal digits, blanks or an extension behind `;`, and the line's end.
  private static func size(_ body: UnsafeRawBufferPointer, _ at: inout Int) -> Size? {
    var next = at
    var count = 0
    while next < body.count, let digit = Character(Unicode.Scalar(body[next])).hexDigitValue {
      guard next - at < 8 else { return nil }
      count = count << 4 | digit
      next += 1
    }
    guard next > at else { return nil }
    while next < body.count, body[next] == 0x20 || body[next] == 0x09 { next += 1 }
    if next < body.count, body[next] == UInt8(ascii: ";") {
      let most = min(body.count, next + 1024)
      while next < most, body[next] != 0x0A, body[next] != 0x0D { next += 1 }
    }
    if next < body.count, body[next] == 0x0D { next += 1 }
    guard next < body.count, body[next] == 0x0A else { return nil }
    at = next + 1
    return Size(count: count)
  }

  private static func endsWell(_ body: UnsafeRawBufferPointer, _ start: Int) -> Bool {
    let rest = body.part(start..<body.count)
    if rest.allSatisfy(isBlank) { return true }
    // Trailer fields.
    var fields = FieldLines(rest, at: 0, most: 8 << 10)
    while fields.next() != nil {}
    return fields.ending == .blankLine
  }
}
