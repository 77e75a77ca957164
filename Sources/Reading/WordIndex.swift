/// An immutable map from word hashes to small values, by open addressing.
///
/// The keys are hashes already, so hashing them again, as a dictionary does, would be most of the cost of a look-up,
/// and every token of every page is looked up.
struct WordIndex<Value: Sendable>: Sendable {
  private let keys: [UInt64]
  private let values: [Value?]
  private let mask: Int

  init(_ table: [UInt64: Value]) {
    var capacity = 16
    while capacity < table.count * 2 { capacity *= 2 }
    var keys = [UInt64](repeating: 0, count: capacity)
    var values = [Value?](repeating: nil, count: capacity)
    for (key, value) in table {
      var at = Self.home(key, capacity - 1)
      while values[at] != nil { at = (at + 1) & (capacity - 1) }
      keys[at] = key
      values[at] = value
    }
    self.keys = keys
    self.values = values
    mask = capacity - 1
  }

  subscript(key: UInt64) -> Value? {
    var at = Self.home(key, mask)
    while let value = values[at] {
      if keys[at] == key { return value }
      at = (at + 1) & mask
    }
    return nil
  }

  /// FNV leaves its best bits at the top.
  private static func home(_ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: key ^ (key >> 32)) & mask
  }
}
