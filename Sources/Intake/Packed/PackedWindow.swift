import Glibc

/// The packed bytes of a stream that are in memory: those not yet unpacked, and behind damage those that may hold
/// the next member.
struct PackedWindow {
  /// Enough for any member that one would look for again, and little beside a page.
  private static let capacity = 2 << 20

  private let source: any ByteStream
  private let space = PackedSpace(capacity: Self.capacity)
  /// Offset in the stream of the first byte of `space`.
  private var base = 0
  private var next = 0
  private var end = 0

  init(_ source: any ByteStream, offset: Int) {
    self.source = source
    base = offset
  }

  /// Offset in the stream of the next byte to unpack.
  var position: Int { base + next }

  /// What is to be unpacked next.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: space.bytes[next..<end]) }

  mutating func take(_ count: Int) { next += count }

  /// Goes to `offset`, or to the nearest byte behind it that is still held.
  mutating func seek(_ offset: Int) { next = min(max(offset - base, 0), end) }

  /// Reads once; keeps what is held from `offset` on, as far as there is room.
  mutating func pull(keeping offset: Int) -> Pull {
    if end == Self.capacity { makeRoom(keeping: offset) }
    let room = UnsafeMutableRawBufferPointer(
      rebasing: space.bytes[end..<min(end + 64 << 10, Self.capacity)])
    let pull = source.read(into: room)
    if case .bytes(let count) = pull { end += count }
    return pull
  }

  /// Offset of the next place from `position` on where `magic` stands; goes there. `nil` at the end.
  mutating func find(_ magic: [UInt8]) -> Int? {
    while true {
      let held = bytes
      if let found = held.firstOffset(of: magic) {
        take(found)
        return position
      }
      // The beginning of what is sought may stand at the end.
      take(max(0, held.count - magic.count + 1))
      guard case .bytes = pull(keeping: position) else { return nil }
    }
  }

  /// Reads until `count` bytes are held from `position` on, or all.
  mutating func pull(atLeast count: Int) {
    while bytes.count < count {
      guard case .bytes = pull(keeping: position) else { return }
    }
  }

  private mutating func makeRoom(keeping offset: Int) {
    var kept = min(max(offset - base, 0), next)
    // What is held from so far back leaves no room to go on: the older half is let go.
    if kept < Self.capacity / 2 { kept = min(next, Self.capacity / 2) }
    space.bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: space.bytes[kept..<end]))
    base += kept
    next -= kept
    end -= kept
  }
}

/// Memory that goes with its owner.
private final class PackedSpace {
  let bytes: UnsafeMutableRawBufferPointer
  init(capacity: Int) { bytes = .allocate(byteCount: capacity, alignment: 16) }
  deinit { bytes.deallocate() }
}

extension UnsafeRawBufferPointer {
  /// Offset of the first place from `start` on where `wanted` stands.
  func firstOffset(of wanted: [UInt8], from start: Int = 0) -> Int? {
    guard let first = wanted.first, let base = baseAddress, start >= 0 else { return nil }
    var at = start
    while at + wanted.count <= count, let found = memchr(base + at, Int32(first), count - at) {
      let place = UnsafeRawPointer(found) - base
      guard place + wanted.count <= count else { return nil }
      if memcmp(found, wanted, wanted.count) == 0 { return place }
      at = place + 1
    }
    return nil
  }
}
