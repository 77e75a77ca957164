import Archive
import Export
import Press

/// Which stretch of a page comes from where: its sources' passages, the surest source first. What no source has is the
/// page's own.
struct Origins {
  /// Sources that are told apart by colour; further ones share the last.
  static let most = 5

  struct Source {
    let id: String
    let label: String
    /// How it stands to the page: "its source", "another copy of the lost KTB".
    let role: String
    /// Share of the page's bytes, in 0...1.
    let share: Double
    /// Arrow to the page, where there is one.
    let hasArrow: Bool
  }

  let sources: [Source]
  /// Disjoint stretches of the page's text, in its order, each with the number of its source.
  let stretches: [(range: Range<Int>, source: Int)]
  /// Share of the bytes that no source has.
  let own: Double

  init(_ article: Article, stemma: Stemma?, pairs: [Pair]) {
    let count = article.text.utf8.count
    var owner = [Int](repeating: -1, count: count)
    var sources: [Source] = []
    let byOther = Dictionary(
      pairs.map { ($0.a == article.id ? $0.b : $0.a, $0) }, uniquingKeysWith: { first, _ in first })
    for candidate in Self.candidates(article.id, stemma, pairs) {
      guard let pair = byOther[candidate.id] else { continue }
      var taken = 0
      for passage in pair.passages {
        let range = (pair.a == article.id ? passage.a : passage.b).clamped(to: 0..<count)
        for at in range where owner[at] < 0 {
          owner[at] = sources.count
          taken += 1
        }
      }
      // A source that adds no more than a stray word says nothing.
      guard taken >= 20 else {
        for at in owner.indices where owner[at] == sources.count { owner[at] = -1 }
        continue
      }
      sources.append(
        Source(
          id: candidate.id, label: candidate.label, role: candidate.role,
          share: Double(taken) / Double(max(1, count)), hasArrow: candidate.hasArrow))
    }
    self.sources = sources
    own = count == 0 ? 0 : Double(owner.count { $0 < 0 }) / Double(count)
    stretches = Self.stretches(owner)
  }

  private struct Candidate {
    let id: String
    let label: String
    let role: String
    let hasArrow: Bool
  }

  /// Sources that the stemma names, the surest first; where one is lost, the other copies of it that do not descend from
  /// the page.
  private static func candidates(_ id: String, _ stemma: Stemma?, _ pairs: [Pair]) -> [Candidate] {
    guard let stemma else { return [] }
    let nodes = Dictionary(stemma.nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var children: [String: [String]] = [:]
    for edge in stemma.edges { children[edge.from, default: []].append(edge.to) }
    var below: Set<String> = [id]
    var front = [id]
    while let at = front.popLast() {
      for child in children[at] ?? [] where below.insert(child).inserted { front.append(child) }
    }
    var found: [Candidate] = []
    let arrows = stemma.edges.filter { $0.to == id }.sorted {
      ($1.confidence, $0.from) < ($0.confidence, $1.from)
    }
    for edge in arrows {
      guard let node = nodes[edge.from] else { continue }
      if !node.lost {
        found.append(
          Candidate(id: node.id, label: TextTree.clean(node.label), role: "its source", hasArrow: true))
        continue
      }
      let near = pairs.filter(\.kind.isCopying).sorted { ($0.changes, $0.a, $0.b) < ($1.changes, $1.a, $1.b) }
      for pair in near {
        let other = pair.a == id ? pair.b : pair.a
        guard let held = nodes[other], !below.contains(other) else { continue }
        found.append(
          Candidate(
            id: other, label: TextTree.clean(held.label),
            role: "another copy: \(TextTree.clean(node.label)), its source, is lost", hasArrow: false))
        if found.count >= most { break }
      }
    }
    return found
  }

  private static func stretches(_ owner: [Int]) -> [(range: Range<Int>, source: Int)] {
    var stretches: [(range: Range<Int>, source: Int)] = []
    var start = 0
    while start < owner.count {
      var end = start + 1
      while end < owner.count, owner[end] == owner[start] { end += 1 }
      if owner[start] >= 0 { stretches.append((start..<end, owner[start])) }
      start = end
    }
    return stretches
  }

  /// The number of a source's colour, from 1.
  static func colour(_ source: Int) -> Int { min(source, most - 1) + 1 }

  /// The letter of a source, beside its colour.
  static func letter(_ source: Int) -> String { ApparatusPage.siglum(source) }
}
