// Hot loop: every posting of a lookup or a merge passes here. Bytes in plain arrays, no allocation but the output.

/// A feature and the articles that carry it.
struct Posting: Hashable, Sendable {
  var feature: UInt64
  /// Keys of articles, rising, each once; never empty.
  var keys: [Int64]
}

/// Postings of a range of features as the bytes of one cell, features rising.
///
/// Numbers are written seven bits a byte, the lowest first, the eighth bit saying that more follow. A posting is: twice
/// the distance from the feature before it, plus one where several articles carry it; then, for several, how many more
/// than two; then the first key, and the distance of each further key from the one before.
struct PostingBlock {
  private(set) var bytes: [UInt8] = []
  private(set) var first: UInt64 = 0
  private(set) var last: UInt64 = 0
  /// How many articles, over all features.
  private(set) var count = 0

  /// Bytes from which on a block takes no further feature: a page of SQLite holds it, or few do.
  static let fullSize = 3_800

  var isEmpty: Bool { bytes.isEmpty }
  var isFull: Bool { bytes.count >= Self.fullSize }

  /// Adds a feature above all that are in it.
  mutating func add(_ feature: UInt64, _ keys: some Collection<Int64>) {
    if isEmpty { first = feature }
    add((feature - (isEmpty ? feature : last)) << 1 | (keys.count > 1 ? 1 : 0))
    last = feature
    if keys.count > 1 { add(UInt64(keys.count - 2)) }
    var before: Int64 = 0
    for key in keys {
      add(UInt64(bitPattern: key &- before))
      before = key
    }
    count += keys.count
  }

  private mutating func add(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}

/// Reads the postings of a block one after another. What no Stemma wrote is an error, never a trap.
struct PostingBlockReader {
  private let bytes: [UInt8]
  private var at = 0
  private var feature: UInt64

  /// - Parameter first: The feature that the block begins with.
  init(_ bytes: [UInt8], first: UInt64) {
    self.bytes = bytes
    feature = first
  }

  /// The next feature, with its keys in `keys`; `nil` behind the last.
  mutating func next(_ keys: inout [Int64]) throws -> UInt64? {
    guard at < bytes.count else { return nil }
    let isFirst = at == 0
    let head = try number()
    let distance = head >> 1
    guard isFirst ? distance == 0 : distance > 0, feature <= UInt64(Int64.max) - distance else {
      throw Self.damage
    }
    feature += distance
    keys.removeAll(keepingCapacity: true)
    var left: UInt64 = 1
    if head & 1 == 1 {
      left = try number()
      // Each key takes a byte at least.
      guard left < UInt64(bytes.count - at) else { throw Self.damage }
      left += 2
    }
    var key: UInt64 = 0
    while left > 0 {
      let distance = try number()
      guard distance > 0, distance <= UInt64(Int64.max) - key else { throw Self.damage }
      key += distance
      keys.append(Int64(key))
      left -= 1
    }
    return feature
  }

  @inline(__always)
  private mutating func number() throws -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while at < bytes.count, shift < 63 {
      let byte = bytes[at]
      at += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    throw Self.damage
  }

  static var damage: Damage { Damage(what: "a block of the index that cannot be read") }
}
