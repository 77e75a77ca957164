import Newsroom

/// What was found of the harder things: lost witnesses, several parents, and parents by what was done to a copy.
struct LineageDetails {
  /// So many of so many.
  struct Tally {
    var right = 0
    var all = 0
    var share: Double { ParentScore.share(right, all) }

    mutating func add(_ isRight: Bool) {
      all += 1
      if isRight { right += 1 }
    }
  }

  /// Of the agencies that a page names and of which nothing is held.
  var agencyRecall = Tally()
  /// Of the lost nodes that are called by an agency's name.
  var agencyPrecision = Tally()
  /// Of the lost pages that a page below names.
  var namedPages = Tally()
  /// Of the lost nodes of which only shared readings tell.
  var readPages = Tally()
  /// Of the lost nodes that are called by no agency's name.
  var lostPrecision = Tally()
  /// Both parents, of pages that take paragraphs of another report, where both are held or named.
  var merged = Tally()
  /// Of these, where something tells which pages those two are.
  var mergedTold = Tally()
  /// The same of all such pages.
  var mergedAll = Tally()
  /// The same of pages that take paragraphs of an older article.
  var background = Tally()
  /// Both parents, of pages that an outlet brought up to date.
  var followed = Tally()
  /// The nearest held parent by the main source, by what was done.
  var byOperation: [Tradition.Operation: Tally] = [:]
  /// Where nothing was done.
  var verbatim = Tally()
  /// Arrows that are against the clock, and right.
  var conflicts = Tally()

  mutating func add(_ found: FoundLineage) {
    let truth = found.truth
    addLost(found)
    for page in truth.held {
      let arrows = truth.arrows[page]
      for arrow in arrows where arrow.part != .main {
        guard let main = arrows.first(where: { $0.part == .main }) else { continue }
        let isBoth = found.hasFound(main.from, of: page) && found.hasFound(arrow.from, of: page)
        let isFindable = isFindable(main.from, page, truth) && isFindable(arrow.from, page, truth)
        switch arrow.part {
        case .merged:
          mergedAll.add(isBoth)
          if isFindable { merged.add(isBoth) }
          if isFindable, truth.isTold(main.from, of: page), truth.isTold(arrow.from, of: page) {
            mergedTold.add(isBoth)
          }
        case .background: if isFindable { background.add(isBoth) }
        case .older: if isFindable { followed.add(isBoth) }
        case .main: break
        }
      }
      addOperations(page, found)
    }
    for edge in found.edges where edge.hasConflict { conflicts.add(found.isRight(edge)) }
  }

  private mutating func addLost(_ found: FoundLineage) {
    let truth = found.truth
    let (real, told) = (truth.lostAgencies, found.lostAgencies)
    for agency in real { agencyRecall.add(told.contains(agency)) }
    let nodes = truth.tradition.nodes
    for agency in told {
      agencyPrecision.add(
        nodes.contains { $0.isDispatch && $0.lost && LineageTruth.folded($0.label) == agency })
    }
    let meant = found.lost.reduce(into: Set<Int>()) { $0.formUnion($1.meant) }
    for page in truth.lostByCredit { namedPages.add(meant.contains(page)) }
    for page in truth.lostByReadings { readPages.add(meant.contains(page)) }
    for lost in found.lost where !Tradition.agencies.contains(LineageTruth.folded(lost.label)) {
      // Of a lost node above nothing but pages of other traditions nothing can be said here.
      if !lost.heldBelow.isEmpty { lostPrecision.add(!lost.meant.isEmpty) }
    }
  }

  private mutating func addOperations(_ page: Int, _ found: FoundLineage) {
    guard let main = found.truth.arrows[page].first(where: { $0.part == .main }) else { return }
    let nodes = found.truth.tradition.nodes
    let nearest = nodes[main.from].lost ? found.truth.heldParents[main.from] : [main.from]
    guard !nearest.isEmpty else { return }
    let isRight = !nearest.isDisjoint(with: found.parents[page])
    if main.operations.isEmpty { verbatim.add(isRight) }
    for operation in Set(main.operations) { byOperation[operation, default: Tally()].add(isRight) }
  }

  /// Whether anything tells of a source: it is held, or the page names it, or a page between does.
  private func isFindable(_ source: Int, _ page: Int, _ truth: LineageTruth) -> Bool {
    let node = truth.tradition.nodes[source]
    return !node.lost || truth.tradition.nodes[page].credited.contains(node.label)
      || !truth.heldParents[source].isEmpty
  }
}
