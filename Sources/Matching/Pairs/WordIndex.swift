// Hot loop: made once a text, asked once a word for each text that it is compared with. Plain arrays of integers.

import Language

/// The words of a text, and where its short runs stand: what comparing two texts needs of each, made once a text.
///
/// The runs of ``SharedRuns/seedWidth`` words lie in an open-addressed table: a slot names the first place of a run, and
/// each place the next.
public struct WordIndex: Sendable {
  /// The words, in order.
  public let words: [Token]
  /// The words' keys alone, side by side, for comparing.
  let keys: [UInt32]
  /// Hash of the run that begins at each word.
  let seeds: [UInt32]
  /// How often the run that begins at each word stands in the text; 255 is "or more".
  let multiplicity: [UInt8]
  private let first: [Int32]
  private let following: [Int32]

  /// Indexes `words`.
  public init(_ words: [Token]) {
    self.words = words
    let keys = words.map(\.key)
    self.keys = keys
    let count = max(0, words.count - SharedRuns.seedWidth + 1)
    seeds = (0..<count).map { Self.hash(keys[$0], keys[$0 + 1], keys[$0 + 2]) }
    var size = 4
    while size < 2 * count { size *= 2 }
    var first = [Int32](repeating: -1, count: size)
    var following = [Int32](repeating: -1, count: count)
    var multiplicity = [UInt8](repeating: 1, count: count)
    // From the end, so that the places of a run come out rising.
    for place in stride(from: count - 1, through: 0, by: -1) {
      var slot = Int(seeds[place]) & (size - 1)
      while first[slot] >= 0, seeds[Int(first[slot])] != seeds[place] { slot = (slot + 1) & (size - 1) }
      let next = first[slot]
      following[place] = next
      if next >= 0 {
        let known = multiplicity[Int(next)]
        multiplicity[place] = known == .max ? known : known + 1
      }
      first[slot] = Int32(place)
    }
    for place in 0..<count where following[place] >= 0 {
      multiplicity[Int(following[place])] = multiplicity[place]
    }
    self.first = first
    self.following = following
    self.multiplicity = multiplicity
  }

  /// The first place of the run with hash `seed`, or -1.
  @inline(__always)
  func first(of seed: UInt32) -> Int {
    var slot = Int(seed) & (first.count - 1)
    while first[slot] >= 0 {
      if seeds[Int(first[slot])] == seed { return Int(first[slot]) }
      slot = (slot + 1) & (first.count - 1)
    }
    return -1
  }

  /// The next place of the run that begins at `place`, or -1.
  @inline(__always)
  func next(after place: Int) -> Int { Int(following[place]) }

  @inline(__always)
  private static func hash(_ x: UInt32, _ y: UInt32, _ z: UInt32) -> UInt32 {
    var value = UInt64(x) &* 0x9E37_79B9_7F4A_7C15
    value = (value ^ (value >> 29) ^ UInt64(y)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 32) ^ UInt64(z)) &* 0x94D0_49BB_1331_11EB
    return UInt32(truncatingIfNeeded: value >> 32)
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
