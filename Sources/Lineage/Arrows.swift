import Press

/// The arrows of one stemma while it is being made: several for a copy, never a circle.
struct Arrows {
  /// An end of an arrow: a witness by its number, or a lost one by its name.
  enum End: Hashable {
    case held(Int)
    case lost(String)
  }

  /// An arrow with its reasons.
  struct Arrow {
    let from: End
    let to: End
    let kind: CopyKind
    let confidence: Double
    var evidence: [Stemma.Evidence]
    var alternatives: [(end: End, confidence: Double)] = []
  }

  private(set) var all: [Arrow] = []
  private var parents: [End: Set<End>] = [:]
  /// All from which an arrow leads.
  private var sources: Set<End> = []
  /// Lost witnesses from which an arrow leads to a page that we hold.
  private(set) var lostWithPages: Set<End> = []
  /// Lost witnesses by folded name, with the spelling that was met first.
  private var lost: [(name: SourceName, end: End)] = []

  /// The lost witness of a name, one for all spellings.
  mutating func lostWitness(_ name: SourceName, spelled: String) -> End {
    if let known = lost.first(where: { $0.name.isSame(as: name) }) { return known.end }
    let end = End.lost(spelled)
    lost.append((name, end))
    return end
  }

  /// Draws an arrow; one that is there already keeps the better reasons. An arrow that would close a circle is not
  /// drawn (invariant 9).
  ///
  /// - Returns: whether the arrow stands.
  @discardableResult
  mutating func draw(_ arrow: Arrow) -> Bool {
    guard arrow.from != arrow.to, !descends(arrow.from, from: arrow.to) else { return false }
    if parents[arrow.to]?.contains(arrow.from) == true,
      let index = all.firstIndex(where: { $0.from == arrow.from && $0.to == arrow.to })
    {
      if all[index].confidence < arrow.confidence { all[index] = arrow }
      return true
    }
    all.append(arrow)
    parents[arrow.to, default: []].insert(arrow.from)
    sources.insert(arrow.from)
    if case .lost = arrow.from, case .held = arrow.to { lostWithPages.insert(arrow.from) }
    return true
  }

  /// Whether any arrow leads to `end`.
  func hasParent(_ end: End) -> Bool { parents[end] != nil }

  /// The direct parents of `end`.
  func parents(of end: End) -> Set<End> { parents[end] ?? [] }

  /// Whether `end` is `ancestor` or stands below it.
  func descends(_ end: End, from ancestor: End) -> Bool {
    // Most pages are nobody's source; to climb from each to the top of its family would be quadratic.
    guard end == ancestor || sources.contains(ancestor) else { return false }
    var seen: Set<End> = [end]
    var stack = [end]
    while let at = stack.popLast() {
      if at == ancestor { return true }
      for parent in parents[at] ?? [] where seen.insert(parent).inserted { stack.append(parent) }
    }
    return false
  }
}
