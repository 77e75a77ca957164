/// A line that names where the text came from: "SOURCE: AFP", "(Reuters)", "published from a syndicated feed".
public struct Credit: Sendable, Hashable, Codable {
  /// What sort of source is named.
  public enum Kind: String, Sendable, Hashable, Codable {
    case agency, outlet
    /// A syndicated feed or "agencies": a source is admitted, none is named. `name` is then empty.
    case unnamed
  }

  /// What the named one did for the text.
  public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
    /// The text is theirs, and no more is said: "SOURCE: AFP", an agency in the dateline or byline.
    case source
    /// They published it before: "first appeared on …", a disclaimer that names the outlet it was written for.
    case originated
    /// It came from them by contract: "provided by", "by arrangement with", "from a syndicated feed".
    case supplied
    /// A part of it is theirs: "with inputs from", "additional reporting by".
    case contributed
    /// Their desk went over it: "Editing by".
    case edited

    /// The role that an earlier version of the lines and archives called `published`.
    public static let formerNameOfOriginated = "published"
  }

  /// The source as the tables of agencies and outlets spell it, or as the page does where no table has it.
  public var name: String
  /// What sort of source it is.
  public var kind: Kind
  /// What the named one did for the text.
  public var role: Role
  /// The words on the page that say so.
  public var text: String
  /// Where those words stand: in the article's text, in its furniture, or in the page's metadata.
  public var place: Place
  /// Their range in the article's `text`, when they stand there.
  public var range: Range<Int>?
  /// The source's address on the web, where it is given as one ("syndication-source", `<source url>`).
  public var address: String?
  /// Which line of the article's `furniture` they stand in, when they stand in one.
  public var line: Int?
  /// Their range in that line, in bytes; never there without `line`.
  public var lineRange: Range<Int>?
  /// Whether the words are a known phrase with its words replaced, as a synonym machine leaves it.
  public var spun: Bool

  /// Where a credit was found.
  public enum Place: String, Sendable, Hashable, Codable { case text, furniture, metadata }

  /// Makes a credit as found.
  public init(
    name: String, kind: Kind, role: Role, text: String, place: Place, range: Range<Int>? = nil,
    address: String? = nil, line: Int? = nil, lineRange: Range<Int>? = nil, spun: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.role = role
    self.text = text
    self.place = place
    self.range = range
    self.address = address
    self.line = line
    self.lineRange = lineRange
    self.spun = spun
  }

  enum CodingKeys: String, CodingKey {
    case name, kind, role, text, place = "where", range, address = "url", line, lineRange = "line_range", spun
  }

  /// Reads the shape that the JSON lines promise.
  public init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: CodingKeys.self)
    name = try c.decode(String.self, forKey: .name)
    kind = try c.decode(Kind.self, forKey: .kind)
    let roleName = try c.decode(String.self, forKey: .role)
    role =
      try roleName == Role.formerNameOfOriginated ? .originated : c.decode(Role.self, forKey: .role)
    text = try c.decode(String.self, forKey: .text)
    place = try c.decode(Place.self, forKey: .place)
    range = try c.decodeIfPresent(ByteRange.self, forKey: .range)?.range
    address = try c.decodeIfPresent(String.self, forKey: .address)
    line = try c.decodeIfPresent(Int.self, forKey: .line)
    lineRange = try c.decodeIfPresent(ByteRange.self, forKey: .lineRange)?.range
    spun = try c.decodeIfPresent(Bool.self, forKey: .spun) ?? false
  }

  /// Writes the shape that the JSON lines promise.
  public func encode(to encoder: any Encoder) throws {
    var c = encoder.container(keyedBy: CodingKeys.self)
    try c.encode(name, forKey: .name)
    try c.encode(kind, forKey: .kind)
    try c.encode(role, forKey: .role)
    try c.encode(text, forKey: .text)
    try c.encode(place, forKey: .place)
    try c.encode(range.map(ByteRange.init), forKey: .range)
    try c.encodeIfPresent(address, forKey: .address)
    try c.encodeIfPresent(line, forKey: .line)
    try c.encodeIfPresent(lineRange.map(ByteRange.init), forKey: .lineRange)
    if spun { try c.encode(spun, forKey: .spun) }
  }
}
