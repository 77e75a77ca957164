/// An article as the index has it.
public struct Fingerprinted: Sendable, Hashable {
  /// The article's row number in this archive.
  public let key: Int64
  /// A hash of its text, by which the same text is found again.
  public let textHash: UInt64
  /// Its place among many that share a feature.
  public let place: UInt64
  /// Its features: rising, each once, below 2 to the power of 40.
  public let features: [UInt64]
  /// What the finding of families needs of its text, as bytes that mean nothing to the archive.
  public let member: [UInt8]

  /// What the index will have of an article.
  public init(key: Int64, textHash: UInt64, place: UInt64, features: [UInt64], member: [UInt8] = []) {
    self.key = key
    self.textHash = textHash
    self.place = place
    self.features = features
    self.member = member
  }

  /// Bits of a feature.
  static let featureBits: UInt64 = 40

  /// Tells one set of features from another, whatever the order in which they are met.
  static func digest(adding feature: UInt64, to digest: UInt64) -> UInt64 {
    var mixed = feature &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return digest &+ (mixed ^ (mixed >> 31))
  }

  /// Sum of the mixed features.
  public static func digest(_ features: some Sequence<UInt64>) -> UInt64 {
    features.reduce(0) { digest(adding: $1, to: $0) }
  }
}

/// What has to be done before an archive's findings are right for an article again.
public enum Due: Int, Sendable, Hashable, Comparable {
  /// Nothing.
  case nothing
  /// It may have lost or won candidates; its own text and masks are as they were.
  case candidates
  /// It is indexed as it is now, and its pairs are to be judged anew.
  case pairs
  /// It changed since it was indexed.
  case index

  /// By how much is to be done.
  public static func < (a: Due, b: Due) -> Bool { a.rawValue < b.rawValue }
}
