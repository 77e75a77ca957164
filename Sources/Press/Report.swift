/// One family as a desk lists it: what a line, a sort and a facet need to know of it, without its texts.
public struct Report: Sendable, Hashable, Codable {
  /// Id of the family.
  public let id: String
  /// The headline of the page that stands for it.
  public let title: String?
  /// How many pages it has.
  public let size: Int
  /// How many outlets ran it.
  public let reach: Int
  /// How many lost witnesses were inferred.
  public let lost: Int
  /// The first time that a page states.
  public let first: Moment?
  /// The last.
  public let last: Moment?
  /// Seconds from the first to the last; `nil` where fewer than two pages state a time.
  public let span: Int?
  /// Outlets of its pages, sorted.
  public let outlets: [String]
  /// Lost sources that its pages credit, sorted.
  public let agencies: [String]
  /// Arrows of each kind; kinds without one are left out.
  public let kinds: [CopyKind: Int]
  /// What its copies changed, by kind, as far as it can be laid to one page; kinds without any are left out.
  public let changes: [Variant.Kind: Int]
  /// Whether somebody has corrected what was found.
  public let isCorrected: Bool

  /// Makes a summary.
  public init(
    id: String, title: String?, size: Int, reach: Int, lost: Int, first: Moment?, last: Moment?, span: Int?,
    outlets: [String], agencies: [String], kinds: [CopyKind: Int], changes: [Variant.Kind: Int],
    isCorrected: Bool = false
  ) {
    self.id = id
    self.title = title
    self.size = size
    self.reach = reach
    self.lost = lost
    self.first = first
    self.last = last
    self.span = span
    self.outlets = outlets
    self.agencies = agencies
    self.kinds = kinds
    self.changes = changes
    self.isCorrected = isCorrected
  }

  enum CodingKeys: String, CodingKey {
    case id, title, size, reach, lost, first, last, span, outlets, agencies, kinds, changes
    case isCorrected = "corrected"
  }

  /// Reads what `encode` writes.
  public init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: CodingKeys.self)
    func counts<Kind: RawRepresentable<String>>(_ key: CodingKeys) throws -> [Kind: Int] {
      let named = try c.decode([String: Int].self, forKey: key)
      return [Kind: Int](
        named.compactMap { name, count in Kind(rawValue: name).map { ($0, count) } },
        uniquingKeysWith: { first, _ in first })
    }
    id = try c.decode(String.self, forKey: .id)
    title = try c.decodeIfPresent(String.self, forKey: .title)
    size = try c.decode(Int.self, forKey: .size)
    reach = try c.decode(Int.self, forKey: .reach)
    lost = try c.decode(Int.self, forKey: .lost)
    first = try c.decodeIfPresent(Moment.self, forKey: .first)
    last = try c.decodeIfPresent(Moment.self, forKey: .last)
    span = try c.decodeIfPresent(Int.self, forKey: .span)
    outlets = try c.decode([String].self, forKey: .outlets)
    agencies = try c.decode([String].self, forKey: .agencies)
    kinds = try counts(.kinds)
    changes = try counts(.changes)
    isCorrected = try c.decode(Bool.self, forKey: .isCorrected)
  }

  /// Kinds become the names of an object's fields.
  public func encode(to encoder: any Encoder) throws {
    var c = encoder.container(keyedBy: CodingKeys.self)
    func named<Kind: RawRepresentable<String>>(_ counts: [Kind: Int]) -> [String: Int] {
      [String: Int](counts.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
    try c.encode(id, forKey: .id)
    try c.encode(title, forKey: .title)
    try c.encode(size, forKey: .size)
    try c.encode(reach, forKey: .reach)
    try c.encode(lost, forKey: .lost)
    try c.encode(first, forKey: .first)
    try c.encode(last, forKey: .last)
    try c.encode(span, forKey: .span)
    try c.encode(outlets, forKey: .outlets)
    try c.encode(agencies, forKey: .agencies)
    try c.encode(named(kinds), forKey: .kinds)
    try c.encode(named(changes), forKey: .changes)
    try c.encode(isCorrected, forKey: .isCorrected)
  }
}
