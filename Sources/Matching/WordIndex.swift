import Language

/// The words of a text, and where its short runs stand: what comparing two texts needs of each, made once a text.
public struct WordIndex: Sendable {
  /// The words, in order.
  public let words: [Token]
  /// Hashes of all runs of `Aligner.seedWidth` words (upper half) with their places (lower half), sorted.
  let positions: [UInt64]

  /// Indexes `words`.
  public init(_ words: [Token]) {
    self.words = words
    var list: [UInt64] = []
    if words.count >= Aligner.seedWidth {
      list.reserveCapacity(words.count)
      for start in 0...(words.count - Aligner.seedWidth) {
        list.append(Shingles.hash(words, start, Aligner.seedWidth) & 0xFFFF_FFFF_0000_0000 | UInt64(start))
      }
      list.sort()
    }
    positions = list
  }
}

/// The indexes used last, so that a family's members are not cut into words again for each of its pairs.
public struct WordIndexCache: Sendable {
  private let capacity: Int
  private var held: [Int: WordIndex] = [:]
  private var order: [Int] = []
  private var next = 0

  /// A cache of `capacity` texts.
  public init(capacity: Int = 256) { self.capacity = capacity }

  /// The index of text `number`, made by `make` if it is not held.
  public mutating func index(_ number: Int, _ make: () -> WordIndex) -> WordIndex {
    if let known = held[number] { return known }
    let made = make()
    if order.count < capacity {
      order.append(number)
    } else {
      held[order[next]] = nil
      order[next] = number
      next = (next + 1) % capacity
    }
    held[number] = made
    return made
  }
}
