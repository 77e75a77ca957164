import Press

/// A link seen from one of its two members.
struct Sight {
  /// The other member.
  let to: Int
  /// The link's number.
  let link: Int
  /// Coverage of the member that it is seen from, and of the other.
  let here: Double, there: Double
  /// Share of each one's lead that is shared.
  let lead: Double, leadThere: Double
  /// Words of the other.
  let wordsThere: Int
  /// Share of what is shared that stands in both in one order.
  let inOrder: Double
  /// Shared byte ranges of the member that it is seen from.
  let ranges: [Range<Int>]

  /// The smaller of the two coverages.
  var least: Double { min(here, there) }
  /// The smaller of the two shares of a lead.
  var mutualLead: Double { min(lead, leadThere) }
}

/// Members with what each sees, by the order of their ids, so that no order of input tells.
struct Component {
  let members: [Member]
  /// By member; each in the order of the others' ids.
  private(set) var sights: [[Sight]]
  /// By member, the largest coverage of it by another.
  private(set) var mostHere: [Double] = []
  /// By member, the largest share of its lead that another has which begins alike.
  private(set) var mostLead: [Double] = []

  init(members: [Member], links: [Link]) {
    let order = members.indices.sorted { members[$0].id < members[$1].id }
    var rank = Array(repeating: 0, count: members.count)
    for (position, number) in order.enumerated() { rank[number] = position }
    self.members = order.map { members[$0] }
    var sights: [[Sight]] = Array(repeating: [], count: members.count)
    for (number, link) in links.enumerated() where link.kind.isCopying || link.versions {
      let (a, b) = (rank[link.a], rank[link.b])
      let leadA = Self.share(of: self.members[a].lead, in: link.rangesA)
      let leadB = Self.share(of: self.members[b].lead, in: link.rangesB)
      sights[a].append(
        Sight(
          to: b, link: number, here: link.coverageA, there: link.coverageB, lead: leadA, leadThere: leadB,
          wordsThere: link.wordsB, inOrder: link.inOrder, ranges: link.rangesA))
      sights[b].append(
        Sight(
          to: a, link: number, here: link.coverageB, there: link.coverageA, lead: leadB, leadThere: leadA,
          wordsThere: link.wordsA, inOrder: link.inOrder, ranges: link.rangesB))
    }
    self.sights = sights.map { $0.sorted { $0.to < $1.to } }
    measure()
  }

  /// The component without the links numbered in `links`.
  mutating func drop(_ links: Set<Int>) {
    for page in sights.indices { sights[page].removeAll { links.contains($0.link) } }
    measure()
  }

  private mutating func measure() {
    mostHere = sights.map { $0.reduce(0) { max($0, $1.here) } }
    mostLead = sights.map { $0.reduce(0) { $1.isLeading ? max($0, $1.lead) : $0 } }
  }

  private static func share(of lead: [Range<Int>], in ranges: [Range<Int>]) -> Double {
    let length = Ranges.length(lead)
    return length == 0 ? 0 : Double(Ranges.overlap(lead, ranges)) / Double(length)
  }

  /// What `page` sees of `other`; `nil` where the two share nothing.
  func sight(from page: Int, to other: Int) -> Sight? {
    let own = sights[page]
    var (low, high) = (0, own.count)
    while low < high {
      let middle = (low + high) / 2
      if own[middle].to < other { low = middle + 1 } else { high = middle }
    }
    return low < own.count && own[low].to == other ? own[low] : nil
  }

  /// Whether two members share anything.
  func areLinked(_ a: Int, _ b: Int) -> Bool {
    (sights[a].count <= sights[b].count ? sight(from: a, to: b) : sight(from: b, to: a)) != nil
  }
}
