import Archive
import Matching
import Press
import Reading

/// Finds which families of an archive are others than before: those of the components of linked articles in which a pair
/// changed. All others stay as they are.
struct FamilyRenewal {
  let archive: Archive
  let lines: SiteLines

  /// What is other than before.
  struct Outcome {
    /// Ids of families that there are no longer, or not so.
    var removed: [String] = []
    /// Families that there are now.
    var added: [Family] = []
    /// Pairs that are something else in the light of their families than they are now in the archive.
    var regraded: [Pair] = []
    /// Ids of families that stay, and whose stemmata have to be drawn anew.
    var redrawn: Set<String> = []
  }

  func run(_ pairs: PairRenewal.Outcome) throws -> Outcome {
    var bound: [Int64: [Int64]] = [:]
    for (keys, pair) in pairs.added where pair.kind.isCopying || pair.versions {
      bound[keys.low, default: []].append(keys.high)
      bound[keys.high, default: []].append(keys.low)
    }
    var touched = pairs.changed
    for pair in pairs.removed { touched.formUnion([pair.low, pair.high]) }
    for pair in pairs.added.keys { touched.formUnion([pair.low, pair.high]) }
    let component = try reach(from: touched, bound, without: pairs)
    let outlines = try archive.outlines(keys: component.sorted()).sorted { $0.id < $1.id }
    let judged = try links(of: component, pairs)
    let found = FamilyBuilder(members: try members(outlines)).judged(pairs: judged.map(\.pair))
    return try compare(found, outlines, judged, pairs)
  }

  /// Members as the index remembers them; of one that it does not, the text is read.
  private func members(_ outlines: [Archive.Outline]) throws -> [Member] {
    try outlines.map { outline in
      if let member = MemberBytes.read(outline) { return member }
      guard let article = try archive.articles(keys: [outline.key])[outline.key] else {
        return Member(id: outline.id, published: outline.published, outlet: outline.outlet)
      }
      let witness = Witness(lines.marking(article))
      return Member(witness, words: witness.words)
    }
  }

  /// All articles that hang together with `touched`.
  private func reach(
    from touched: Set<Int64>, _ bound: [Int64: [Int64]], without pairs: PairRenewal.Outcome
  ) throws -> Set<Int64> {
    var reached = touched
    var front = touched
    while !front.isEmpty {
      var next: Set<Int64> = []
      for link in try archive.links(touching: front.sorted()) where link.binds {
        guard !pairs.removed.contains(PairRenewal.KeyPair(link.a, link.b)) else { continue }
        next.formUnion([link.a, link.b])
      }
      for key in front { next.formUnion(bound[key] ?? []) }
      front = next.subtracting(reached)
      reached.formUnion(front)
    }
    return reached
  }

  /// All pairs of a component as the two texts alone tell them, by ids, with what they are in the archive.
  private func links(
    of component: Set<Int64>, _ changes: PairRenewal.Outcome
  ) throws -> [(keys: PairRenewal.KeyPair, pair: Pair, kept: CopyKind?)] {
    var found: [(keys: PairRenewal.KeyPair, pair: Pair, kept: CopyKind?)] = []
    for key in component.sorted() {
      for link in try archive.judgedPairs(touching: key) {
        let keys = PairRenewal.KeyPair(link.a, link.b)
        // Once, by the smaller key; both ends of a pair of copies are in one component.
        guard keys.low == key || !component.contains(keys.low), !changes.removed.contains(keys) else {
          continue
        }
        found.append((keys, link.pair, link.kind))
      }
    }
    for (keys, pair) in changes.added { found.append((keys, pair, nil)) }
    return found.sorted { ($0.pair.a, $0.pair.b) < ($1.pair.a, $1.pair.b) }
  }

  private func compare(
    _ found: (families: [Family], pairs: [Pair]), _ outlines: [Archive.Outline],
    _ judged: [(keys: PairRenewal.KeyPair, pair: Pair, kept: CopyKind?)], _ changes: PairRenewal.Outcome
  ) throws -> Outcome {
    var outcome = Outcome()
    let old = Dictionary(
      try archive.families(of: outlines.map(\.key)).map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    let new = Dictionary(found.families.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    outcome.removed = old.values.filter { new[$0.id] != $0 }.map(\.id).sorted()
    outcome.added = new.values.filter { old[$0.id] != $0 }.sorted { $0.id < $1.id }
    var familyOf: [String: String] = [:]
    for family in found.families { for member in family.members { familyOf[member] = family.id } }
    var oldFamilyOf: [String: String] = [:]
    for family in old.values { for member in family.members { oldFamilyOf[member] = family.id } }
    let ids = Dictionary(uniqueKeysWithValues: outlines.map { ($0.key, $0.id) })
    // Articles of which a stemma may tell something else now.
    var other: Set<String> = []
    for key in changes.changed { if let id = ids[key] { other.insert(id) } }
    for pair in changes.removed {
      for key in [pair.low, pair.high] { if let id = ids[key] { other.insert(id) } }
    }
    for (member, family) in familyOf where oldFamilyOf[member] != family { other.insert(member) }
    for (judged, now) in zip(judged, found.pairs) {
      let isOther = now.kind != (judged.kept ?? judged.pair.kind)
      if isOther { outcome.regraded.append(now) }
      if isOther || judged.kept == nil { other.formUnion([now.a, now.b]) }
    }
    for id in other { if let family = familyOf[id] { outcome.redrawn.insert(family) } }
    for pair in found.pairs where pair.kind.isCopying {
      if other.contains(pair.a), let family = familyOf[pair.b] { outcome.redrawn.insert(family) }
      if other.contains(pair.b), let family = familyOf[pair.a] { outcome.redrawn.insert(family) }
    }
    outcome.redrawn.subtract(outcome.added.map(\.id))
    return outcome
  }
}
