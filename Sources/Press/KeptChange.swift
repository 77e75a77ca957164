/// A change that can be laid to one page, as an archive keeps it: who had it how, and who made what of it.
public struct KeptChange: Sendable, Hashable, Codable {
  /// Id of the family.
  public let family: String
  /// What sort of change; those that alter what is said are kept, of all others the numbers only.
  public let kind: Variant.Kind
  /// Id of the page that made it.
  public let copy: String
  /// What to call that page: its outlet, else its file's name.
  public let copyLabel: String
  /// Id of the page that it is compared with.
  public let source: String
  /// What to call that one.
  public let sourceLabel: String
  /// Label of the lost source, where that is why the page is compared with another copy of it.
  public let lost: String?
  /// The words as they were.
  public let was: String
  /// The words as they are.
  public let now: String
  /// Byte range in the text of `source`; `nil` in a headline.
  public let wasRange: Range<Int>?
  /// Byte range in the text of `copy`; `nil` in a headline.
  public let nowRange: Range<Int>?
  /// Whether a synonym machine wrote the copy.
  public let isSpun: Bool

  /// Makes a change.
  public init(
    family: String, kind: Variant.Kind, copy: String, copyLabel: String, source: String, sourceLabel: String,
    lost: String?, was: String, now: String, wasRange: Range<Int>?, nowRange: Range<Int>?, isSpun: Bool
  ) {
    self.family = family
    self.kind = kind
    self.copy = copy
    self.copyLabel = copyLabel
    self.source = source
    self.sourceLabel = sourceLabel
    self.lost = lost
    self.was = was
    self.now = now
    self.wasRange = wasRange
    self.nowRange = nowRange
    self.isSpun = isSpun
  }

  enum CodingKeys: String, CodingKey {
    case family, kind, copy, copyLabel = "copy_label", source, sourceLabel = "source_label", lost, was, now
    case wasRange = "was_range", nowRange = "now_range", isSpun = "spun"
  }

  /// Reads what `encode` writes.
  public init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: CodingKeys.self)
    family = try c.decode(String.self, forKey: .family)
    kind = try c.decode(Variant.Kind.self, forKey: .kind)
    copy = try c.decode(String.self, forKey: .copy)
    copyLabel = try c.decode(String.self, forKey: .copyLabel)
    source = try c.decode(String.self, forKey: .source)
    sourceLabel = try c.decode(String.self, forKey: .sourceLabel)
    lost = try c.decodeIfPresent(String.self, forKey: .lost)
    was = try c.decode(String.self, forKey: .was)
    now = try c.decode(String.self, forKey: .now)
    wasRange = try c.decodeIfPresent(ByteRange.self, forKey: .wasRange)?.range
    nowRange = try c.decodeIfPresent(ByteRange.self, forKey: .nowRange)?.range
    isSpun = try c.decode(Bool.self, forKey: .isSpun)
  }

  /// Ranges are written as pairs of numbers, as everywhere.
  public func encode(to encoder: any Encoder) throws {
    var c = encoder.container(keyedBy: CodingKeys.self)
    try c.encode(family, forKey: .family)
    try c.encode(kind, forKey: .kind)
    try c.encode(copy, forKey: .copy)
    try c.encode(copyLabel, forKey: .copyLabel)
    try c.encode(source, forKey: .source)
    try c.encode(sourceLabel, forKey: .sourceLabel)
    try c.encode(lost, forKey: .lost)
    try c.encode(was, forKey: .was)
    try c.encode(now, forKey: .now)
    try c.encode(wasRange.map(ByteRange.init), forKey: .wasRange)
    try c.encode(nowRange.map(ByteRange.init), forKey: .nowRange)
    try c.encode(isSpun, forKey: .isSpun)
  }
}
