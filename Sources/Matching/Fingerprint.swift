// Hot loop: every word of every article passes here once. Plain integers, no allocation but the output.
import Language

/// A text as a short list of numbers, made so that texts which carry the same report have some in common, whatever
/// was done to the copy.
///
/// Two views of a text are taken, and a sample of each is kept:
///
/// - *Runs of four words*, which copying leaves alone wherever it changes nothing. Runs of short words only ("it is one
///   of") are left out: everybody writes them.
/// - *Runs of seven short words and numbers*, as they follow each other when everything else is left out. A synonym
///   machine replaces the words between them and leaves these alone. After Stamatatos (2011), "Plagiarism detection
///   using stopword n-grams"; words of three letters at most stand for a list of stop words, so that no language
///   needs one.
///
/// Which runs are kept depends on the run's hash and the text's length alone: those below a bound, and the bound of a
/// longer text is never above that of a shorter one. So of a stretch that two texts share the longer one's choice is
/// among the shorter one's. Nothing depends on case, accents, typography or marks of no width, which folding takes away.
public enum Fingerprint {
  /// Version of the rules. Features of different versions are not comparable.
  public static let rules = 2
  /// Bits of a feature.
  public static let bits = 40

  /// Words in a run.
  static let width = 4
  /// Short words and numbers in a run of them.
  static let skeletonWidth = 7
  /// Words of a text of which all runs are kept: it can afford them.
  static let shortText = 200
  /// One run in so many is kept of long texts, …
  static let sparsest = 10
  /// … but for texts longer than this, of which about as many are kept as of one of this length.
  static let longText = 10_000

  /// Features of a text, sorted, each once, each below 2 to the power of `bits`: about 100 for 800 words, about 1,200 at
  /// most.
  public static func features(of words: [Token]) -> [UInt64] {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 2 * words.count) { room in
      let all = UnsafeMutableBufferPointer(rebasing: room[..<words.count])
      let skeleton = UnsafeMutableBufferPointer(rebasing: room[words.count...])
      var short = 0
      for (place, word) in words.enumerated() {
        let isShort = !word.traits.isDisjoint(with: [.short, .number])
        let spread = spread(word.key, isShort: isShort)
        all[place] = spread
        skeleton[short] = spread
        short += isShort ? 1 : 0
      }
      return features(all: all, skeleton: UnsafeMutableBufferPointer(rebasing: skeleton[..<short]))
    }
  }

  /// Features of a text whose words, and those of its skeleton, are given as ``spread(_:isShort:)`` makes them.
  static func features(
    all: UnsafeMutableBufferPointer<UInt64>, skeleton: UnsafeMutableBufferPointer<UInt64>
  ) -> [UInt64] {
    guard all.count >= width else { return [] }
    let bound = bound(words: all.count)
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: all.count + skeleton.count) { kept in
      var count = 0
      for start in 0...(all.count - width) {
        let (a, b, c, d) = (all[start], all[start + 1], all[start + 2], all[start + 3])
        let hash = finish(join(join(a, b), join(c, d)))
        kept[count] = hash
        // The lowest bit says that a word is short.
        count += hash <= bound && a & b & c & d & 1 == 0 ? 1 : 0
      }
      if skeleton.count >= skeletonWidth {
        for start in 0...(skeleton.count - skeletonWidth) {
          var hash: UInt64 = 0xA076_1D64_78BD_642F
          for offset in 0..<skeletonWidth { hash = join(hash, skeleton[start + offset]) }
          hash = finish(hash)
          kept[count] = hash
          count += hash <= bound / 2 ? 1 : 0
        }
      }
      return sortedOnce(UnsafeMutableBufferPointer(rebasing: kept[..<count]))
    }
  }

  /// A word's key spread over 64 bits, of which the lowest tells whether the word is of the skeleton.
  @inline(__always)
  static func spread(_ key: UInt32, isShort: Bool) -> UInt64 {
    let product = (UInt64(key) | 1 << 40) &* 0x9E37_79B9_7F4A_7C15
    return (product ^ product >> 32) & ~1 | (isShort ? 1 : 0)
  }

  /// The bound at or below which a hash is kept: everything of a short text, then falling with the square of its length.
  static func bound(words: Int) -> UInt64 {
    if words <= shortText { return .max }
    let share = (shortText * shortText, words * words)
    if share.0 * sparsest > share.1 { return .max / UInt64(share.1) * UInt64(share.0) }
    return .max / UInt64(sparsest) / UInt64(max(words, longText)) * UInt64(longText)
  }

  @inline(__always)
  private static func join(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let mixed = (a ^ (b << 23 | b >> 41)) &* 0xBF58_476D_1CE4_E5B9
    return mixed ^ mixed >> 31
  }

  @inline(__always)
  private static func finish(_ hash: UInt64) -> UInt64 {
    let mixed = hash &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 32
  }

  /// The lower bits of `hashes`, which are well spread, in order, each once.
  private static func sortedOnce(_ hashes: UnsafeMutableBufferPointer<UInt64>) -> [UInt64] {
    var hashes = hashes
    for place in hashes.indices { hashes[place] &= 1 << bits - 1 }
    hashes.sort()
    return Array(unsafeUninitializedCapacity: hashes.count) { output, count in
      for hash in hashes where count == 0 || output[count - 1] != hash {
        output.initializeElement(at: count, to: hash)
        count += 1
      }
    }
  }
}
