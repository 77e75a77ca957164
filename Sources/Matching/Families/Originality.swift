import Press

/// What each member of a family has for itself, and which stands best for all.
enum Originality {
  /// The families that the labels tell of, by smallest member.
  static func families(_ component: Component, labels: [Int]) -> [Family] {
    var families: [Int: [Int]] = [:]
    for number in component.members.indices { families[labels[number], default: []].append(number) }
    return families.keys.sorted().compactMap { families[$0] }.map { family($0, component, labels) }
  }

  private static func family(
    _ numbers: [Int], _ component: Component, _ labels: [Int]
  ) -> Family {
    let members = numbers.map { component.members[$0] }
    guard numbers.count > 1 else { return Family(alone: members[0].id) }
    var best: (words: Double, number: Int)?
    var originality: [String: Double] = [:]
    for number in numbers {
      let own = component.sights[number].filter { labels[$0.to] == labels[number] }
      let words = own.reduce(0) { $0 + $1.there * Double($1.wordsThere) }
      if let known = best, !isBetter(words, number, than: known, component) {} else { best = (words, number) }
      originality[component.members[number].id] = share(ownOf: own)
    }
    return Family(
      id: Family.id(smallest: members[0].id), members: members.map(\.id),
      representative: best.map { component.members[$0.number].id }, originality: originality)
  }

  /// More of what the others have, then earlier, then the smaller id.
  private static func isBetter(
    _ words: Double, _ number: Int, than known: (words: Double, number: Int), _ component: Component
  ) -> Bool {
    if words != known.words { return words > known.words }
    switch (component.members[number].published, component.members[known.number].published) {
    case (let here?, let there?):
      if here.isLikelyBefore(there) { return true }
      if there.isLikelyBefore(here) { return false }
    case (.some, nil): return true
    case (nil, .some): return false
    case (nil, nil): break
    }
    return number < known.number
  }

  /// Share of a member's words that none of the sights covers, to the hundredth: of what the best does not cover, only
  /// bytes are known, and they are taken for words by the sights' words a byte.
  private static func share(ownOf sights: [Sight]) -> Double {
    guard let best = sights.max(by: { $0.here < $1.here }) else { return 1 }
    let bytes = sights.reduce(0) { $0 + Ranges.length($1.ranges) }
    let more = Ranges.length(Ranges.union(sights.flatMap(\.ranges))) - Ranges.length(best.ranges)
    let rest = bytes == 0 ? 0 : sights.reduce(0) { $0 + $1.here } * Double(more) / Double(bytes)
    return Double(Int(min(1, max(0, 1 - best.here - rest)) * 100 + 0.5)) / 100
  }
}
