// Hot loop: every word of every article passes here once. Plain integers, no allocation but the output.
import Language

/// A text as a short list of numbers, made so that texts which carry the same report have some in common, whatever
/// was done to the copy.
///
/// Two views of a text are taken, and a sample of each is kept:
///
/// - *Runs of four words*, which copying leaves alone wherever it changes nothing.
/// - *Runs of eight short words and numbers*, as they follow each other when everything else is left out. A synonym
///   machine replaces the words between them and leaves these alone. After Stamatatos (2011), "Plagiarism detection
///   using stopword n-grams"; words of three letters at most stand for a list of stop words, so that no language needs
///   one.
///
/// Which runs are kept depends on the run's hash and the text's length alone: those below a bound, and the bound of a
/// longer text is never above that of a shorter one. So of a stretch that two texts share the longer one's choice is
/// among the shorter one's.
public enum Fingerprint {
  /// Version of the rules. Features of different versions are not comparable.
  public static let rules = 1
  /// Bits of a feature.
  public static let bits = 40

  /// Words in a run.
  static let width = 4
  /// Short words and numbers in a run of them.
  static let skeletonWidth = 8

  /// Features of a text, sorted, each once, each below 2 to the power of `bits`: about as many as a short text has
  /// words, and one for every eight words of a long one.
  public static func features(of words: [Token]) -> [UInt64] {
    var features: [UInt64] = []
    features.reserveCapacity(160)
    let bound = bound(words: words.count)
    words.withUnsafeBufferPointer { words in
      if words.count >= width {
        for start in 0...(words.count - width) {
          var hash: UInt64 = 0
          for offset in 0..<width { hash = roll(hash, words[start + offset].key) }
          keep(hash, bound, &features)
        }
      }
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: words.count) { skeleton in
        var count = 0
        for word in words where !word.traits.isDisjoint(with: [.short, .number]) {
          skeleton[count] = word.key
          count += 1
        }
        if count >= skeletonWidth {
          for start in 0...(count - skeletonWidth) {
            var hash: UInt64 = 0xA076_1D64_78BD_642F
            for offset in 0..<skeletonWidth { hash = roll(hash, skeleton[start + offset]) }
            keep(hash, bound, &features)
          }
        }
      }
    }
    features.sort()
    var kept = 0
    for feature in features where kept == 0 || feature != features[kept - 1] {
      features[kept] = feature
      kept += 1
    }
    features.removeLast(features.count - kept)
    return features
  }

  /// The bound below which a hash is kept: all of a text of 100 words, one in twelve of one of 1,200 words and more.
  static func bound(words: Int) -> UInt64 {
    if words <= 100 { return .max }
    if words <= 1_200 { return .max / UInt64(words) * 100 }
    if words <= 12_000 { return .max / 12 }
    return .max / UInt64(words) * 1_000
  }

  @inline(__always)
  private static func keep(_ hash: UInt64, _ bound: UInt64, _ features: inout [UInt64]) {
    let mixed = CandidateRule.mixed(hash)
    if mixed <= bound { features.append(mixed & (1 << bits - 1)) }
  }

  @inline(__always)
  private static func roll(_ hash: UInt64, _ key: UInt32) -> UInt64 {
    (hash ^ UInt64(key)) &* 0x9E37_79B9_7F4A_7C15 ^ (hash >> 29)
  }
}
