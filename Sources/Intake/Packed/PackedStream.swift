/// Unpacks a stream of one or more members, a piece at a time.
///
/// Memory is a window of the packed bytes and the library's own. What was unpacked before damage, the end of a file
/// that was cut short, or a limit, has been handed out by then and is good but for the checksum.
final class PackedStream: ByteStream {
  private enum State { case betweenMembers, inMember, done(Fault?) }

  private let codec: any Codec
  private let limits: Limits
  private var window: PackedWindow
  private var state = State.inMember
  /// Whether the codec may have more to give without being given more.
  private var mayHoldBack = false
  /// Offset of the first byte of the present member.
  private var member: Int
  private var bytesOut = 0
  private var memberOut = 0
  /// Each costs what a page may cost.
  private static let mostBombs = 8
  private var bombs = 0
  /// Set where the whole stream costs too much, and not one member.
  private var isOver = false
  /// How many places may still be tried for the next member, lest rubbish that looks like members cost too much.
  private var patience = 1024

  /// Unpacks `source`, which begins at `offset` of the input.
  init(_ source: any ByteStream, codec: any Codec, offset: Int = 0, limits: Limits) {
    self.codec = codec
    self.limits = limits
    window = PackedWindow(source, offset: offset)
    member = offset
    codec.begin()
  }

  func read(into space: UnsafeMutableRawBufferPointer) -> Pull {
    while true {
      if case .done(let fault) = state { return fault.map(Pull.fault) ?? .end }
      if window.bytes.isEmpty, !mayHoldBack, let end = fill() {
        state = .done(end.value)
        continue
      }
      if case .betweenMembers = state, !beginMember() { continue }
      let made = unpack(into: space)
      bytesOut += made
      memberOut += made
      if let bomb = bomb() { state = .done(bomb) }
      if made > 0 { return .bytes(made) }
    }
  }

  /// Looks behind damage for the next member that begins with `opening`, and goes on there.
  func resume(at opening: StaticString) -> Bool {
    guard case .done(let fault?) = state, fault.kind != .noPermission, !isOver else { return false }
    // Damage shows late: members that were taken for a part of the damaged one are looked for, too.
    window.seek(member + 1)
    while patience > 0, let place = window.find(codec.magic) {
      if begins(with: opening) {
        codec.begin()
        begin(at: place)
        return true
      }
      patience -= 1
      window.seek(place + 1)
    }
    return false
  }

  /// Whether the bytes at the window's position unpack to `opening`.
  private func begins(with opening: StaticString) -> Bool {
    window.pull(atLeast: codec.probe)
    let length = opening.utf8CodeUnitCount
    codec.begin()
    return withUnsafeTemporaryAllocation(byteCount: length, alignment: 1) { space in
      var packed = UnsafeRawBufferPointer(rebasing: window.bytes.prefix(codec.probe))
      var made = 0
      while made < length {
        let step = codec.step(packed, into: UnsafeMutableRawBufferPointer(rebasing: space[made...]))
        made += step.made
        packed = UnsafeRawBufferPointer(rebasing: packed[step.taken...])
        guard step.outcome == .goesOn, step.made + step.taken > 0 else { break }
      }
      return made == length && UnsafeRawBufferPointer(space).starts(at: 0, exactly: opening)
    }
  }

  private struct End { let value: Fault? }

  /// Gets more packed bytes; says how the stream ends where there are none.
  private func fill() -> End? {
    switch window.pull(keeping: member) {
    case .bytes: return nil
    case .fault(let fault): return End(value: fault)
    case .end:
      if case .betweenMembers = state { return End(value: nil) }
      let detail =
        "The \(codec.name) file ends in the middle, at byte \(window.position), \(bytesOut) bytes inflated; what was "
        + "complete before that is kept; fetch the file again."
      return End(value: Fault(kind: .cutShort, detail: detail))
    }
  }

  private func begin(at offset: Int) {
    state = .inMember
    member = offset
    memberOut = 0
    mayHoldBack = false
  }

  /// Behind a member there may be another, zeros as padding, or something that does not belong there.
  private func beginMember() -> Bool {
    mayHoldBack = false
    guard let first = window.bytes.first else { return false }
    if codec.mayBegin(with: first) {
      codec.begin()
      begin(at: window.position)
      return true
    }
    if first == 0 {
      window.take(1)
    } else {
      member = window.position - 1
      state = .done(
        Fault(
          kind: .unreadable,
          detail:
            "Behind the \(codec.name) data, at byte \(window.position), stand bytes that are no \(codec.name); what "
            + "came before is kept; fetch the file again."))
    }
    return false
  }

  private func unpack(into space: UnsafeMutableRawBufferPointer) -> Int {
    let step = codec.step(window.bytes, into: space)
    window.take(step.taken)
    mayHoldBack = step.made == space.count
    switch step.outcome {
    case .goesOn: break
    case .ended:
      state = codec.isSingle ? .done(nil) : .betweenMembers
      mayHoldBack = false
    case .damaged(let words):
      state = .done(
        Fault(
          kind: .unreadable,
          detail:
            "The \(codec.name) data are damaged near byte \(window.position) (\(words)), \(bytesOut) bytes "
            + "inflated; what came before is kept; fetch the file again."))
    case .mismatched:
      state = .done(
        Fault(
          kind: memberOut + step.made > 0 ? .mismatched : .unreadable,
          detail:
            "The \(codec.name) data that end at byte \(window.position) do not fit their checksum, so that some "
            + "bytes are others than they were; fetch the file again.",
          extent: memberOut + step.made))
    }
    return step.made
  }

  private func bomb() -> Fault? {
    let read = window.position - member
    if isTooDense(memberOut, from: read) {
      // What bombs made does not make those beside them suspect; but that there are many does.
      bytesOut -= memberOut
      bombs += 1
      isOver = bombs > Self.mostBombs
    } else {
      // Many small bombs; the present member is judged alone.
      isOver = bytesOut > limits.inflated || isTooDense(bytesOut - memberOut, from: window.position)
      guard isOver else { return nil }
    }
    return Fault(
      kind: .tooLarge,
      detail:
        "\(read) compressed bytes inflate to more than \(memberOut), as only a bomb does; the rest was not "
        + "read; if it is no bomb, decompress it and give the result.")
  }

  private func isTooDense(_ made: Int, from read: Int) -> Bool {
    let (most, overflow) = read.multipliedReportingOverflow(by: limits.ratio)
    return made > limits.page && !overflow && made > most
  }
}

extension UnsafeRawBufferPointer {
  /// Whether `text` stands at `offset`, letter for letter.
  func starts(at offset: Int, exactly text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard offset >= 0, offset + length <= count else { return false }
    for i in 0..<length where self[offset + i] != text.utf8Start[i] { return false }
    return true
  }
}

extension PackedStream {
  /// Unpacks deflated bytes, gzip unless told otherwise.
  static func inflating(
    _ source: any ByteStream, _ wrapping: DeflateCodec.Wrapping = .gzip, limits: Limits
  ) -> any ByteStream {
    do throws(PackingFault) {
      return PackedStream(source, codec: try DeflateCodec(wrapping), limits: limits)
    } catch { return FaultStream(Fault(kind: .unreadable, detail: error.detail)) }
  }
}
