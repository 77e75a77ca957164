import CZlib

/// Inflates a gzip stream (RFC 1952) of one or more members, a piece at a time.
///
/// Memory is one piece of the compressed bytes and zlib's window. What was inflated before damage, the end of
/// a file that was cut short, or a limit, has been handed out by then and is good but for the checksum.
final class GzipStream: ByteStream {
  private enum State { case betweenMembers, inMember, done(Fault?) }

  private let source: any ByteStream
  private let limits: Limits
  /// On the heap, since zlib insists that it stays where it was made.
  private let inflater = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private var state = State.inMember
  private let compressed = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
  /// What zlib has not yet taken of `compressed`.
  private var pending = 0..<0
  private var bytesIn = 0
  private var bytesOut = 0

  init(_ source: any ByteStream, limits: Limits) {
    self.source = source
    self.limits = limits
    inflater.initialize(to: z_stream())
    // 15 bits of window, and 16 to ask for a gzip head.
    let status = inflateInit2_(inflater, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    if status != Z_OK {
      state = .done(
        Fault(kind: .unreadable, detail: "zlib could not start (status \(status)); free some memory."))
    }
  }

  deinit {
    inflateEnd(inflater)
    inflater.deallocate()
    compressed.deallocate()
  }

  func read(into space: UnsafeMutableRawBufferPointer) -> Pull {
    while true {
      if case .done(let fault) = state { return fault.map(Pull.fault) ?? .end }
      if pending.isEmpty, let fault = fill() {
        state = .done(fault.value)
        continue
      }
      if case .betweenMembers = state, !beginMember() { continue }
      let made = inflatePiece(into: space)
      bytesOut += made
      if let bomb = bomb() { state = .done(bomb) }
      if made > 0 { return .bytes(made) }
    }
  }

  private struct End { let value: Fault? }

  /// Gets more compressed bytes; says how the stream ends where there are none.
  private func fill() -> End? {
    switch source.read(into: compressed) {
    case .bytes(let count):
      pending = 0..<count
      bytesIn += count
      return nil
    case .fault(let fault): return End(value: fault)
    case .end:
      if case .betweenMembers = state { return End(value: nil) }
      let detail =
        "The gzip file ends in the middle, at byte \(bytesIn), \(bytesOut) bytes inflated; what was complete "
        + "before that is kept; fetch the file again."
      return End(value: Fault(kind: .cutShort, detail: detail))
    }
  }

  /// Behind a member there may be another, zeros as padding, or something that does not belong there.
  private func beginMember() -> Bool {
    let first = compressed[pending.lowerBound]
    if first == 0x1F {
      inflateReset(inflater)
      state = .inMember
      return true
    }
    if first == 0 {
      pending = pending.lowerBound + 1..<pending.upperBound
    } else {
      let at = bytesIn - pending.count
      state = .done(
        Fault(
          kind: .unreadable,
          detail:
            "Behind the gzip data, at byte \(at), stand bytes that are no gzip; what came before is kept; "
            + "fetch the file again."))
    }
    return false
  }

  private func inflatePiece(into space: UnsafeMutableRawBufferPointer) -> Int {
    let input = compressed.baseAddress?.advanced(by: pending.lowerBound)
    inflater.pointee.next_in = input?.assumingMemoryBound(to: UInt8.self)
    inflater.pointee.avail_in = UInt32(pending.count)
    inflater.pointee.next_out = space.baseAddress?.assumingMemoryBound(to: UInt8.self)
    inflater.pointee.avail_out = UInt32(min(space.count, 1 << 30))
    let offered = Int(inflater.pointee.avail_out)
    let status = inflate(inflater, Z_NO_FLUSH)
    pending = pending.upperBound - Int(inflater.pointee.avail_in)..<pending.upperBound
    switch status {
    case Z_STREAM_END: state = .betweenMembers
    case Z_OK, Z_BUF_ERROR: break
    default: state = .done(damage())
    }
    return offered - Int(inflater.pointee.avail_out)
  }

  private func damage() -> Fault {
    let reason = inflater.pointee.msg.map { String(cString: $0) } ?? "no gzip data"
    return Fault(
      kind: .unreadable,
      detail: "The gzip data are damaged near byte \(bytesIn - pending.count) (\(reason)), \(bytesOut) bytes "
        + "inflated; what came before is kept; fetch the file again.")
  }

  private func bomb() -> Fault? {
    let read = bytesIn - pending.count
    let (most, overflow) = read.multipliedReportingOverflow(by: limits.ratio)
    let tooDense = bytesOut > limits.page && !overflow && bytesOut > most
    guard tooDense || bytesOut > limits.inflated else { return nil }
    return Fault(
      kind: .tooLarge,
      detail:
        "\(read) compressed bytes inflate to more than \(bytesOut), as only a bomb does; the rest was not "
        + "read; if it is no bomb, decompress it and give the result.")
  }
}
