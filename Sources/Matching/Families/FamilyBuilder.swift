import Press

/// Families from pairs: the plain front of ``ComponentBuilder`` for a whole pile.
///
/// A pile falls into components that no copying pair links; each is decided for itself.
public struct FamilyBuilder: Sendable {
  private let members: [Member]
  private let numbers: [String: Int]

  /// A builder for all articles, alone ones included.
  public init(members: [Member]) {
    self.members = members
    numbers = Dictionary(zip(members.map(\.id), members.indices), uniquingKeysWith: { first, _ in first })
  }

  /// A builder for articles of which no more is known than id and time.
  public init(ids: [String], published: [Moment?]) {
    self.init(members: zip(ids, published).map { Member(id: $0, published: $1) })
  }

  /// Every article in exactly one family, by the smallest member's id.
  public func families(pairs: [Pair]) -> [Family] { judged(pairs: pairs).families }

  /// The families, and the pairs with those re-judged that turn out to share only what many share.
  public func judged(pairs: [Pair]) -> (families: [Family], pairs: [Pair]) {
    var components = DisjointSets(count: members.count)
    var links: [(link: Link, pair: Int)] = []
    for (number, pair) in pairs.enumerated() where pair.kind.isCopying || pair.versions {
      guard let a = numbers[pair.a], let b = numbers[pair.b] else { continue }
      links.append((Link(pair, a: a, b: b), number))
      components.join(a, b)
    }
    let labels = components.labels()
    var membersOf: [Int: [Int]] = [:]
    for number in members.indices { membersOf[labels[number], default: []].append(number) }
    var linksOf: [Int: [(link: Link, pair: Int)]] = [:]
    for link in links { linksOf[labels[link.link.a], default: []].append(link) }
    var families: [Family] = []
    var pairs = pairs
    var place = Array(repeating: 0, count: members.count)
    for (label, own) in membersOf {
      guard let links = linksOf[label] else {
        families.append(contentsOf: own.map { Family(alone: members[$0].id) })
        continue
      }
      for (position, number) in own.enumerated() { place[number] = position }
      let found = ComponentBuilder.decide(
        members: own.map { members[$0] },
        links: links.map { $0.link.renumbered(a: place[$0.link.a], b: place[$0.link.b]) })
      families += found.families
      for link in found.commonSource { pairs[links[link].pair] = pairs[links[link].pair].asCommonSource }
    }
    return (families.sorted { $0.members[0] < $1.members[0] }, pairs)
  }
}

extension Link {
  func renumbered(a: Int, b: Int) -> Link { Link(self, a: a, b: b) }

  private init(_ link: Link, a: Int, b: Int) {
    self = link
    self.a = a
    self.b = b
  }
}

extension Family {
  /// A family's id: a stable short hash of its smallest member's.
  public static func id(smallest: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in smallest.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash ^= hash >> 32
    hash = hash &* 0x9E37_79B9_7F4A_7C15
    let digits = String(hash >> 20, radix: 16)
    return "f" + String(repeating: "0", count: max(0, 11 - digits.count)) + digits
  }

  /// The family of an article that shares its report with no other.
  public init(alone id: String) {
    self.init(id: Self.id(smallest: id), members: [id], representative: id, originality: [id: 1])
  }
}

extension Pair {
  /// The same pair told as no copy: what the two share is what many share who share nothing else.
  public var asCommonSource: Pair {
    Pair(
      a: a, b: b, kind: .commonSource, confidence: confidence, versions: versions, coverageA: coverageA,
      coverageB: coverageB, similarity: similarity, wordsA: wordsA, wordsB: wordsB, equalWords: equalWords,
      changes: changes, spun: spun, passages: passages)
  }
}
