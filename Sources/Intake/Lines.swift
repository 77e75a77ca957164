import Glibc

/// Cuts what a reservoir holds into lines.
struct Lines {
  /// A line without its end.
  struct Line {
    /// Counted from 1.
    let number: Int
    /// Offset in the stream of its first byte.
    let offset: Int
    /// How many bytes it has, its end included.
    let length: Int
    /// Whether a newline ends it.
    let ended: Bool
    /// Whether it is longer than the limit. It has been skipped then, and is not held.
    let tooLong: Bool
  }

  private let reservoir: Reservoir
  private let limit: Int
  private(set) var number = 0
  /// The line that is held at the head of the reservoir, to be dropped before the next is looked for.
  private var current = 0

  init(_ reservoir: Reservoir, limit: Int) {
    self.reservoir = reservoir
    self.limit = limit
  }

  /// The next line. Its bytes are the first `length` of the reservoir, unless it is too long.
  mutating func next() -> Line? {
    reservoir.drop(current)
    current = 0
    let offset = reservoir.offset
    var searched = 0
    while true {
      let bytes = reservoir.bytes
      if let newline = newline(in: bytes, from: searched) {
        number += 1
        let length = newline + 1
        current = length
        return Line(number: number, offset: offset, length: length, ended: true, tooLong: newline > limit)
      }
      searched = bytes.count
      if searched > limit { return skip(from: offset) }
      if reservoir.pull() { continue }
      guard searched > 0 else { return nil }
      number += 1
      current = searched
      return Line(number: number, offset: offset, length: searched, ended: false, tooLong: false)
    }
  }

  /// Makes the current line `count` bytes longer, `lines` further lines with it.
  mutating func extend(by count: Int, lines: Int) {
    current += count
    number += lines
  }

  private mutating func skip(from offset: Int) -> Line {
    number += 1
    while true {
      let bytes = reservoir.bytes
      if let newline = newline(in: bytes, from: 0) {
        reservoir.drop(newline + 1)
        return Line(
          number: number, offset: offset, length: reservoir.offset - offset, ended: true, tooLong: true)
      }
      reservoir.drop(bytes.count)
      guard reservoir.pull() else {
        return Line(
          number: number, offset: offset, length: reservoir.offset - offset, ended: false, tooLong: true)
      }
    }
  }

  private func newline(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress else { return nil }
    return memchr(base + start, 0x0A, bytes.count - start).map { UnsafeRawPointer($0) - base }
  }
}
