/// A page's sketch as bytes, so that it can be kept without its page.
extension SitePage {
  /// Version of what a sketch remembers. Sketches of other versions are to be made anew.
  public static let rules = 1

  /// One byte that says whether lines are missing; then how many lines there are, in a byte; the lines, of eight bytes
  /// each, and the sketch, of four, the lowest byte first.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = [isCut ? 1 : 0, UInt8(lines.count)]
    bytes.reserveCapacity(2 + 8 * lines.count + 4 * sketch.count)
    for line in lines {
      for byte in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: line >> (8 * UInt64(byte)))) }
    }
    for hash in sketch {
      for byte in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: hash >> (8 * UInt32(byte)))) }
    }
    return bytes
  }

  /// The page of `outlet` that `bytes` were written of; `nil` where they were not written so.
  public init?(outlet: UInt64, bytes: [UInt8]) {
    guard bytes.count >= 2, Int(bytes[1]) <= Self.mostLines else { return nil }
    let count = Int(bytes[1])
    let rest = bytes.count - 2 - 8 * count
    guard rest >= 0, rest % 4 == 0, rest / 4 <= Self.sketched else { return nil }
    func number(at start: Int, _ size: Int) -> UInt64 {
      (0..<size).reduce(0) { $0 | UInt64(bytes[start + $1]) << (8 * UInt64($1)) }
    }
    self.outlet = outlet
    isCut = bytes[0] & 1 == 1
    lines = (0..<count).map { number(at: 2 + 8 * $0, 8) }
    sketch = (0..<(rest / 4)).map { UInt32(number(at: 2 + 8 * count + 4 * $0, 4)) }
  }

  /// Whether the page may have one of these lines of its outlet.
  public func mayHave(anyOf wanted: Set<UInt64>) -> Bool { isCut || lines.contains(where: wanted.contains) }
}
