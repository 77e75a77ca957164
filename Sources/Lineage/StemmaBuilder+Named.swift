import Press

/// Sources that a page names beside its parent: a second wire, and whoever supplied a part. What its parent has word for word
/// was handed down, and says nothing of this page.
extension StemmaBuilder {
  /// Words that a source must explain which the page names, and its parent does not.
  private static let fewestNamed = 20.0

  mutating func drawNamed(_ member: Int, _ explained: inout Explained) {
    drawContributors(member, &explained)
    // A parent that supplied a part, or that is the outlet's own page, is not the source of the whole.
    let isBeside =
      heldParent(of: member).map { material.isPart($0, of: member) || isOwn($0, member) } ?? false
    drawNamedLost(member, isBeside: isBeside)
    drawNamedPages(member, &explained, isBeside: isBeside)
  }

  // MARK: Who supplied a part

  private mutating func drawContributors(_ member: Int, _ explained: inout Explained) {
    let parent = heldParent(of: member)
    let byParent = explainedByParent(of: member)
    for claim in claims.statements[member].contributors {
      let words = SourceName.words(of: claim.credit.text)
      if let parent, material.hasLine(words, parent) { continue }
      let held = material.names.outlets(named: claim.name, words: words)
        .flatMap { material.names.outlets[$0].pages }
        .filter { $0 != member && mayContribute($0, to: member, byParent) }
      if let parent, held.contains(parent) { continue }
      if held.isEmpty {
        drawFurther(
          arrows.lostWitness(claim.name, spelled: claim.spelled), claim.credit.text, member,
          confidence: Confidence.contributed(isAgency: claim.credit.kind == .agency))
        continue
      }
      // What came later has supplied nothing, and that there was an earlier page of that name is no more than a guess.
      let early = held.filter { order.clock($0, member) != .against }
      guard let best = early.min(by: { weight($0, member) < weight($1, member) }) else { continue }
      let isDrawn = drawFurther(
        .held(best), claim.credit.text, member,
        confidence: Confidence.contributed(isGuest: tradition.witnesses[best].isGuest))
      if isDrawn, let link = tradition.link(from: best, to: member) { explained.insert(link.copyRanges) }
    }
  }

  /// Whether a page that may be meant is of this report, or shares enough with the copy.
  private func mayContribute(_ page: Int, to member: Int, _ explained: Explained) -> Bool {
    guard tradition.witnesses[page].isGuest else { return true }
    guard let link = tradition.link(from: page, to: member) else { return false }
    return unexplained(link, explained).words >= Self.fewestNamed
  }

  // MARK: Who is named for the whole

  /// Another lost source that the page names.
  private mutating func drawNamedLost(_ member: Int, isBeside: Bool) {
    let parent = backbone.parent(of: member)
    if let held = heldParent(of: member), !isBeside || !leavesText(held, of: member) { return }
    let lostParent = parent.flatMap { $0 < tradition.memberCount ? nil : $0 - tradition.memberCount }
    for lost in material.lost.ofMember[member] where tradition.memberCount + lost != parent {
      let source = material.lost.all[lost]
      guard let line = material.lost.line(of: member, naming: lost) else { continue }
      // An agency's name that stands apart from a lost outlet's was handed down with its page.
      if let lostParent, !material.lost.all[lostParent].isAgency, source.isAgency,
        material.lost.line(of: member, naming: lostParent) != line
      {
        continue
      }
      drawFurther(
        .lost(source.spelled), line, member,
        confidence: parent == nil
          ? Confidence.onlyLost : isBeside ? Confidence.besideOwn : Confidence.secondLost)
    }
  }

  /// Whether a parent leaves enough of a page for another source.
  private func leavesText(_ parent: Int, of member: Int) -> Bool {
    guard let link = tradition.link(from: parent, to: member) else { return true }
    return (1 - link.ofCopy) * Double(link.copyWords) >= Self.fewestNamed
  }

  /// Held pages that the page names as it names a source of the whole.
  private mutating func drawNamedPages(_ member: Int, _ explained: inout Explained, isBeside: Bool) {
    let parent = heldParent(of: member)
    let isPart = parent.map { material.isPart($0, of: member) } ?? false
    // What is named speaks for itself: what others of the parent's tree have may be from there as well.
    var left = parent == nil ? explained : explainedByParent(of: member)
    for naming in material.lineTable.naming[member] where !naming.isPart && !naming.isDateline {
      if let parent, material.lineTable.has(naming.line, parent) { continue }
      let pages = naming.outlets.flatMap { material.names.outlets[$0].pages }
      if parent.map(pages.contains) == true { continue }
      let found = pages.compactMap { page -> (page: Int, link: Tradition.Link)? in
        guard page != member, order.clock(page, member) != .against,
          let link = tradition.link(from: page, to: member)
        else { return nil }
        return isPart || unexplained(link, left).words >= Self.fewestNamed ? (page, link) : nil
      }
      guard let best = found.min(by: { weight($0.page, member) < weight($1.page, member) }) else { continue }
      let isOwnLine = parent == nil && material.lineTable.holders[naming.line] == 1
      let isDrawn = drawFurther(
        .held(best.page), naming.text, member,
        confidence: isBeside
          ? Confidence.besideOwn
          : Confidence.named(
            isGuest: tradition.witnesses[best.page].isGuest,
            isOwnLine: isOwnLine && backbone.parent(of: member) != nil))
      guard isDrawn else { continue }
      explained.insert(best.link.copyRanges)
      left.insert(best.link.copyRanges)
    }
  }

  @discardableResult
  private mutating func drawFurther(
    _ source: Arrows.End, _ credit: String, _ member: Int, confidence: Double
  ) -> Bool {
    var evidence = [Stemma.Evidence(kind: .credit, text: credit, article: tradition.id(member))]
    var kind = spunKind(of: member)
    if case .held(let page) = source {
      if let link = tradition.link(from: page, to: member) {
        kind = link.pair.kind
        evidence.append(Reasons.passages(link))
      }
      if let clock = Reasons.time(tradition, order, page, member) { evidence.append(clock) }
    }
    return arrows.draw(
      Arrows.Arrow(from: source, to: .held(member), kind: kind, confidence: confidence, evidence: evidence))
  }
}
