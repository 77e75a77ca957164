import Language

/// Two words seen letter by letter, where the words of a text alone do not tell how one came to stand for the other.
enum Letters {
  /// Letters of a word that are compared; longer ones are not words that anybody would mistake.
  static let most = 24

  /// Whether one word is the other but for its ending, its spelling or a scanner's error: what editors, countries and
  /// machines that read paper change, and synonym machines do not.
  static func areNear(_ x: Slice<UnsafeBufferPointer<UInt8>>, _ y: Slice<UnsafeBufferPointer<UInt8>>) -> Bool
  {
    let longer = max(x.count, y.count)
    guard longer <= most, min(x.count, y.count) > 0 else { return false }
    let stem = zip(x, y).prefix { folded($0) == folded($1) }.count
    if stem >= 4 && longer - stem <= 3 { return true }
    let most = max(1, (longer + 1) / 4)
    return longer - min(x.count, y.count) <= most && distance(x, y) <= most
  }

  private static func folded(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  /// Letters inserted, left out or put for others (Levenshtein 1966), in bytes.
  private static func distance(_ x: Slice<UnsafeBufferPointer<UInt8>>, _ y: Slice<UnsafeBufferPointer<UInt8>>)
    -> Int
  {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: y.count + 1) { row in
      for j in 0...y.count { row[j] = j }
      for (i, letter) in x.enumerated() {
        var diagonal = i
        row[0] = i + 1
        for (j, other) in y.enumerated() {
          let cost = diagonal + (folded(letter) == folded(other) ? 0 : 1)
          diagonal = row[j + 1]
          row[j + 1] = min(cost, min(row[j], diagonal) + 1)
        }
      }
      return row[y.count]
    }
  }
}
