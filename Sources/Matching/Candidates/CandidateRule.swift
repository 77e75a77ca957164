/// Which texts are worth comparing word by word: a pure rule over ``Fingerprint`` features.
///
/// Two texts are candidates when `isEnough` says so of the features that link them. A feature links
///
/// - any two texts that carry it, while at most `frequencyCap` do;
/// - beyond that, each text to the next before and the next behind it among the feature's carriers, sorted by
///   `order(of:)` and then by id. Fifty thousand copies of one page are a chain then, and cost linear work
///   (invariant 12). Since every feature is sorted alike, two copies that stand next to each other are linked by all
///   that they share, and a chain through a feature holds together what carries it.
///
/// The candidates of a pile are thus a function of the set of its texts: not of their numbers, of the order in which
/// they were read, or of threads.
///
/// **Incremental law.** A text that joins changes the links of a feature only if it carries that feature. Where the
/// carriers stay within the cap, it adds links of its own and takes none from others. Where it makes them cross the
/// cap, links between the `frequencyCap` older carriers go. Beyond the cap, it parts two neighbours. So the
/// candidacy of two older texts can only end, never begin, and only for texts that share with the new one a feature
/// that crosses the cap or is beyond it. A pair that was confirmed stays true: nobody has to forget it.
public enum CandidateRule {
  /// Texts that may carry a feature for it to link each of them to all the others.
  public static let frequencyCap = 128

  /// Whether two texts that are linked by `shared` features are worth comparing, given how many features each has.
  ///
  /// One stock phrase yields two features that overlap, so two prove little. A text of sixty words or less, of which a
  /// long page keeps six features at most, has none to spare.
  @inlinable public static func isEnough(shared: Int, featuresA: Int, featuresB: Int) -> Bool {
    shared >= (min(featuresA, featuresB) <= 70 ? 2 : 3)
  }

  /// A text's place in the order that features beyond the cap go by: a hash of its id (FNV-1a, 64 bits, mixed).
  public static func order(of id: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return mixed(hash)
  }

  /// Spreads a hash's bits (the finisher of SplitMix64; Steele, Lea and Flood 2014).
  @inline(__always)
  static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
