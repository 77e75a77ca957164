/// Where a record of a web archive ends: two line ends behind its block.
enum RecordEnd {
  /// How many bytes behind a block are looked at.
  static let lookahead = 16

  enum Found: Hashable {
    /// Line ends, so many bytes of them, and then another record or the end of the input.
    case proper(Int)
    /// The block ends here, but what follows is no record.
    case followedByRubbish
    /// The input ends before the second line end.
    case cut
    /// Nothing like the end of a block: its length is wrong.
    case wrong
  }

  /// What stands behind the block that ends at `end`.
  static func of(_ reservoir: Reservoir, at end: Int) -> Found {
    let bytes = reservoir.bytes
    var next = end
    var lines = 0
    while next < bytes.count, bytes[next] == 0x0A || bytes[next] == 0x0D {
      if bytes[next] == 0x0A { lines += 1 }
      next += 1
    }
    if next == bytes.count { return lines >= 2 ? .proper(next - end) : .cut }
    if WARCHeader.mayBegin(bytes, at: next) { return .proper(next - end) }
    // A damaged byte in the line ends does not make the length wrong.
    if lines >= 2 || (1...8).contains(where: { WARCHeader.mayBegin(bytes, at: end + $0) }) {
      return .followedByRubbish
    }
    return .wrong
  }

  /// Whether `bytes`, up to where another record begins, end as a record does.
  static func isProper(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.count >= 2 && withoutLineEnd(bytes, bytes.count).flatMap { withoutLineEnd(bytes, $0) } != nil
  }

  /// The length without up to two line ends.
  static func stripped(_ bytes: UnsafeRawBufferPointer) -> Int {
    let once = withoutLineEnd(bytes, bytes.count) ?? bytes.count
    return withoutLineEnd(bytes, once) ?? once
  }

  private static func withoutLineEnd(_ bytes: UnsafeRawBufferPointer, _ end: Int) -> Int? {
    guard end > 0, bytes[end - 1] == 0x0A else { return nil }
    return end > 1 && bytes[end - 2] == 0x0D ? end - 2 : end - 1
  }
}

/// Looks for records of a web archive where they are not where they should be.
struct RecordSearch {
  private static let mark = Array("WARC/".utf8)

  private let reservoir: Reservoir

  init(_ reservoir: Reservoir) { self.reservoir = reservoir }

  /// Offset from which on the next record that is surely one is held; more is read only to see the whole of its head.
  func held(from start: Int) -> Int? {
    var at = start
    while let place = reservoir.bytes.firstOffset(of: Self.mark, from: at) {
      switch head(at: place) {
      case .header(let header, let size):
        // Text about archives seldom has all that in lines of its own.
        if header.kind != .unknown, header.id != nil || header.date != nil { return place }
        at = place + size
      case .malformed(let end): at = max(end, place + 1)
      case .incomplete: at = place + 1
      }
    }
    return nil
  }

  /// The same, reading on until `limit` bytes are held.
  func next(within limit: Int) -> Int? {
    var from = 0
    while true {
      if let place = held(from: from) { return place }
      from = max(0, reservoir.bytes.count - RecordEnd.lookahead)
      guard reservoir.bytes.count < limit, reservoir.pull() else { return nil }
    }
  }

  /// Lets go of all bytes up to the next record, the first byte at least.
  /// - Returns: whether there is one.
  func goToNext() -> Bool {
    var from = 1
    while true {
      if let place = held(from: from) {
        reservoir.drop(place)
        return true
      }
      let dropped = max(0, reservoir.bytes.count - RecordEnd.lookahead)
      reservoir.drop(dropped)
      from = max(0, from - dropped)
      guard reservoir.pull() else { return false }
    }
  }

  private func head(at place: Int) -> WARCHeader.Parsed {
    if case .incomplete = WARCHeader.parse(reservoir.bytes, at: place) {
      reservoir.pull(atLeast: place + WARCHeader.most + 1)
    }
    return WARCHeader.parse(reservoir.bytes, at: place)
  }
}
