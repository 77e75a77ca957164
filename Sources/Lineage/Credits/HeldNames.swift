import Press

/// Which held pages a name on a page may mean.
///
/// Tables know the great agencies and outlets; what the pages of one family call themselves, only the family knows. A
/// line that has the whole name by which a held page calls itself names that page, whatever a table made of a part of it.
struct HeldNames {
  /// An outlet with pages in the family.
  struct Outlet {
    let name: SourceName
    /// Witnesses, in rising order.
    let pages: [Int]
  }

  /// By folded name.
  let outlets: [Outlet]
  /// Outlet of each witness; -1 where it has none.
  let outletOf: [Int]
  private let byFirstWord: [String: [Int]]
  private let byFolded: [String: [Int]]

  init(_ tradition: Tradition) {
    var pages: [String: [Int]] = [:]
    for (number, witness) in tradition.witnesses.enumerated() {
      if let outlet = witness.outlet, !outlet.folded.isEmpty {
        pages[outlet.folded, default: []].append(number)
      }
    }
    outlets = pages.keys.sorted().compactMap { key in
      guard let held = pages[key], let name = tradition.witnesses[held[0]].outlet else { return nil }
      return Outlet(name: name, pages: held)
    }
    var outletOf = [Int](repeating: -1, count: tradition.witnesses.count)
    var first: [String: [Int]] = [:]
    var folded: [String: [Int]] = [:]
    for (number, outlet) in outlets.enumerated() {
      for page in outlet.pages { outletOf[page] = number }
      if let word = outlet.name.words.first { first[word, default: []].append(number) }
      folded[outlet.name.folded, default: []].append(number)
      if !outlet.name.initials.isEmpty { folded[outlet.name.initials, default: []].append(number) }
    }
    self.outletOf = outletOf
    byFirstWord = first
    byFolded = folded
  }

  /// Outlets whose whole name stands among `words`; a name within a longer one that stands there too is left out.
  func outlets(in words: [String]) -> [Int] {
    var found: [(range: Range<Int>, outlet: Int)] = []
    for start in words.indices {
      for number in byFirstWord[words[start]] ?? [] {
        let name = outlets[number].name.words
        if words[start...].starts(with: name) { found.append((start..<start + name.count, number)) }
      }
    }
    let kept = found.filter { one in
      !found.contains { other in
        other.range.count > one.range.count && other.range.lowerBound <= one.range.lowerBound
          && other.range.upperBound >= one.range.upperBound
      }
    }
    return Set(kept.map(\.outlet)).sorted()
  }

  /// Outlets that a claim may mean: those whose names its own words have; else those of the name as it was read.
  func outlets(named name: SourceName, words: [String]) -> [Int] {
    let spelled = outlets(in: words).filter { number in
      let outlet = outlets[number].name
      // The words may name others as well: of "Courier and Herald" the claim of the one is not that of the other.
      return outlet.isSame(as: name) || overlap(outlet.words, name.words)
    }
    if !spelled.isEmpty { return spelled }
    var found = Set(byFolded[name.folded] ?? [])
    if !name.initials.isEmpty { found.formUnion(byFolded[name.initials] ?? []) }
    if found.isEmpty, let word = name.words.first {
      found.formUnion((byFirstWord[word] ?? []).filter { outlets[$0].name.isSection(of: name) })
    }
    return found.sorted()
  }

  /// Whether the words of one stand within the other.
  private func overlap(_ a: [String], _ b: [String]) -> Bool {
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    guard !short.isEmpty else { return false }
    return long.indices.contains { long[$0...].starts(with: short) }
  }
}
