/// A half-open UTF-8 byte range as the JSON shapes write it: `[start, end]`.
public struct ByteRange: Sendable, Hashable, Codable {
  /// The range; its bounds are bytes.
  public let range: Range<Int>

  /// Wraps a range for writing.
  public init(_ range: Range<Int>) { self.range = range }

  /// Reads the shape that the JSON lines promise.
  public init(from decoder: any Decoder) throws {
    var c = try decoder.unkeyedContainer()
    let start = try c.decode(Int.self)
    let end = try c.decode(Int.self)
    guard 0 <= start, start <= end, c.isAtEnd else {
      throw DecodingError.dataCorruptedError(
        in: c, debugDescription: "a range is [start, end] with 0 ≤ start ≤ end")
    }
    range = start..<end
  }

  /// Writes the shape that the JSON lines promise.
  public func encode(to encoder: any Encoder) throws {
    var c = encoder.unkeyedContainer()
    try c.encode(range.lowerBound)
    try c.encode(range.upperBound)
  }
}
