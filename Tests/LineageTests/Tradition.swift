import Matching
import Press
import Testing

@testable import Lineage

/// Invented news as it travels, and what a stemma says of it.
enum News {
  static let sentences = [
    "The ferry Margit Olsen ran onto a sandbank outside Torvik harbour on Tuesday night with 214 passengers on board.",
    "Nobody was hurt, the coast guard said, but the ship lay fast until the morning tide lifted her off again.",
    "Tugs from three ports tried to pull the vessel free before midnight and gave up when a towing line broke.",
    "The passengers spent the night in the dining rooms, where the crew handed out blankets and hot soup.",
    "The harbour office had warned masters of shifting sand after the storms of last month.",
    "A new chart of the channel was due in spring, and no money had been found for it until now.",
    "The transport ministry opened an inquiry and closed the channel to large ships for two weeks.",
    "The company said that the hull was sound and that sailings would begin again on Friday.",
  ]

  static let vote = [
    "Parliament in Kestrel City passed the water bill by 88 votes to 61 after a debate of eleven hours.",
    "The law gives towns the right to buy back pipes and wells that were sold twenty years ago.",
    "Farmers had driven sixty tractors to the square and blew their horns through all of the speeches.",
    "Lawyers of the largest water company announced that they would go to the constitutional court.",
  ]

  /// The ferry report as a synonym machine leaves it.
  static let spun = [
    "The ferry Margit Olsen ran onto a sandbar outside Torvik harbour on Tuesday evening with 214 travelers on board.",
    "Nobody was injured, the coast guard stated, but the boat lay fast until the early tide lifted her off once more.",
    "Tugs from three harbors tried to drag the vessel free before midnight and surrendered when a hauling line broke.",
    "The travelers spent the night in the eating rooms, where the staff handed out covers and warm soup.",
    "The harbour workplace had warned masters of moving sand after the tempests of last month.",
    "A brand-new chart of the channel was due in springtime, and no cash had been found for it until now.",
    "The transport ministry opened a investigation and shut the channel to big ships for two weeks.",
    "The business stated that the hull was solid and that cruisings would start again on Friday.",
  ]

  static func article(
    _ id: String, outlet: String? = nil, published: String? = nil, credits: [Credit] = [],
    _ text: [String] = News.sentences
  ) -> Article {
    Article(
      id: id, source: "pile/\(id).html", outlet: outlet, published: published.flatMap { Moment(iso: $0) },
      credits: credits, text: text.joined(separator: "\n\n"))
  }

  static func agency(_ name: String, line: String? = nil, spun: Bool = false) -> Credit {
    Credit(
      name: name, kind: .agency, role: .source, text: line ?? "SOURCE: \(name)", place: .furniture, spun: spun
    )
  }

  static func first(_ outlet: String, spun: Bool = false) -> Credit {
    Credit(
      name: outlet, kind: .outlet, role: .originated, text: "First appeared in \(outlet)", place: .furniture,
      spun: spun)
  }

  static func inputs(_ name: String) -> Credit {
    Credit(name: name, kind: .agency, role: .contributed, text: "With inputs from \(name)", place: .furniture)
  }

  static func feed(spun: Bool = false) -> Credit {
    Credit(
      name: "", kind: .unnamed, role: .source, text: "Published from a syndicated feed", place: .furniture,
      spun: spun)
  }

  /// The stemma of members that are one family, every pair of articles judged.
  static func stemma(_ members: [Article], guests: [(article: Article, family: String)] = []) -> Stemma {
    StemmaBuilder.stemma(
      of: Family(id: "f1", members: members.map(\.id)), members: members, guests: guests,
      pairs: pairs(members + guests.map(\.article)))
  }

  static func pairs(_ articles: [Article]) -> [Pair] {
    let witnesses = articles.map { article in
      let witness = Witness(article)
      return (witness, witness.wordIndex)
    }
    var pairs: [Pair] = []
    for (number, a) in witnesses.enumerated() {
      for b in witnesses[(number + 1)...] {
        if let pair = PairJudge().judge(a.0, a.1, b.0, b.1) { pairs.append(pair) }
      }
    }
    return pairs
  }
}

extension Stemma {
  /// The arrows as "from -> to", sorted.
  var arrows: [String] { edges.map { "\($0.from) -> \($0.to)" }.sorted() }

  func arrow(_ from: String, _ to: String) -> Edge? { edges.first { $0.from == from && $0.to == to } }

  func parents(of id: String) -> [String] { edges.filter { $0.to == id }.map(\.from) }

  /// What every stemma owes (invariants 6 and 9), whatever the pages claim.
  func checkLaws(_ articles: [Article], _ location: SourceLocation = #_sourceLocation) {
    let ids = Set(nodes.map(\.id))
    #expect(ids.count == nodes.count, sourceLocation: location)
    #expect(Set(edges.map { [$0.from, $0.to] }).count == edges.count, sourceLocation: location)
    var open: [String: Int] = [:]
    for edge in edges {
      #expect(ids.contains(edge.from) && ids.contains(edge.to), sourceLocation: location)
      #expect(!edge.evidence.isEmpty && (0...1).contains(edge.confidence), sourceLocation: location)
      #expect(edge.evidence.allSatisfy { !$0.text.isEmpty }, sourceLocation: location)
      open[edge.to, default: 0] += 1
    }
    // Acyclic: taking away what has no parent leaves nothing.
    var ready = nodes.map(\.id).filter { open[$0] == nil }
    var taken = 0
    while let id = ready.popLast() {
      taken += 1
      for edge in edges where edge.from == id {
        open[edge.to, default: 0] -= 1
        if open[edge.to] == 0 { ready.append(edge.to) }
      }
    }
    #expect(taken == nodes.count, "a circle", sourceLocation: location)
    for node in nodes where node.lost {
      let below = edges.filter { $0.from == node.id }
      let isNamed = (below + edges.filter { $0.to == node.id }).contains {
        $0.evidence.contains { $0.kind == .credit }
      }
      #expect(!below.isEmpty && (isNamed || below.count >= 2), sourceLocation: location)
    }
    let published = Dictionary(
      articles.map { ($0.id, $0.published) }, uniquingKeysWith: { first, _ in first })
    for edge in edges {
      guard let from = published[edge.from] ?? nil, let to = published[edge.to] ?? nil,
        to.isLikelyBefore(from)
      else {
        continue
      }
      #expect(edge.evidence.contains { $0.kind == .conflict }, "\(edge)", sourceLocation: location)
    }
  }
}
