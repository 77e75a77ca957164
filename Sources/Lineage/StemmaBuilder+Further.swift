import Press

/// Sources beside the parent that the backbone gives a page: what merges two dispatches, takes background from an older
/// article, or follows an update.
///
/// The parent explains what of the page's text the pages of its tree have. A further source has to be named, to be an
/// earlier page of the same outlet, or to explain a stretch that is left.
extension StemmaBuilder {
  mutating func drawFurtherSources() {
    let nodes = 0..<(tradition.memberCount + material.lost.all.count)
    let descent = Descent(parents: nodes.map(backbone.parent))
    for member in tradition.members {
      var explained = explained(of: member, descent)
      drawNamed(member, &explained)
      drawOlder(member, &explained)
      drawUnnamed(member, &explained, descent)
    }
  }

  /// Pages of its tree that are asked what of a page they have (invariant 12).
  private static let mostAsked = 256

  /// What of a page the pages of its parent's tree have, those below it aside.
  private func explained(of member: Int, _ descent: Descent) -> Explained {
    var explained = Explained()
    guard let parent = backbone.parent(of: member) else { return explained }
    var asked = tradition.neighbours(of: member).filter {
      $0 < tradition.memberCount && descent.top[$0] == descent.top[member] && !descent.isBelow($0, member)
    }
    if asked.count > Self.mostAsked {
      asked = Array(asked.prefix(Self.mostAsked)) + (parent < tradition.memberCount ? [parent] : [])
    }
    explained.insert(asked.flatMap { tradition.link(from: $0, to: member)?.copyRanges ?? [] })
    return explained
  }

  /// Words of a page that a source would explain and nothing else does, and their share of all that the two have.
  func unexplained(_ link: Tradition.Link, _ explained: Explained) -> (words: Double, share: Double) {
    let ranges = link.copyRanges
    let all = ranges.reduce(0) { $0 + $1.count }
    guard all > 0 else { return (0, 0) }
    let share = Double(explained.bytesLeft(of: ranges).reduce(0, +)) / Double(all)
    return (share * link.ofCopy * Double(link.copyWords), share)
  }

  // MARK: Sources that a page names

  /// What a page names beside its parent: a second wire, and whoever supplied a part. What its parent has word for word
  /// was handed down, and says nothing of this page.
  private mutating func drawNamed(_ member: Int, _ explained: inout Explained) {
    let parent = backbone.parent(of: member)
    let held = parent.flatMap { $0 < tradition.memberCount ? $0 : nil }
    drawContributors(member, held, &explained)
    // A parent that supplied a part, or that is the outlet's own page, is not the source of the whole.
    let isBeside = held.map { material.isPart($0, of: member) || isOwn($0, member) } ?? true
    if isBeside {
      for lost in material.lost.ofMember[member] where tradition.memberCount + lost != parent {
        guard let client = material.lost.all[lost].clients.first(where: { $0.member == member }) else {
          continue
        }
        drawFurther(
          .lost(material.lost.all[lost].spelled), client.claim.credit.text, member,
          confidence: held == nil ? 0.9 : 0.901)
      }
    }
    for naming in material.lineTable.naming[member] where !naming.isPart && !naming.isDateline {
      if let held, material.lineTable.has(naming.line, held) { continue }
      let pages = naming.outlets.flatMap { material.names.outlets[$0].pages }
      if held.map(pages.contains) == true { continue }
      let found = pages.compactMap { page -> (page: Int, link: Tradition.Link)? in
        guard page != member, order.clock(page, member) != .against,
          let link = tradition.link(from: page, to: member)
        else { return nil }
        let left = unexplained(link, explained)
        return left.words >= Self.fewestNamed && left.share >= Self.ownShare ? (page, link) : nil
      }
      guard let best = found.min(by: { weight($0.page, member) < weight($1.page, member) }) else { continue }
      if drawFurther(.held(best.page), naming.text, member, confidence: best.page < tradition.memberCount ? 0.802 : 0.803) {
        explained.insert(best.link.copyRanges)
      }
    }
  }

  /// Words that a source must explain which the page names, and nobody else.
  private static let fewestNamed = 20.0
  /// Part of what two pages share that nothing else may explain.
  static let ownShare = 0.6

  private mutating func drawContributors(_ member: Int, _ parent: Int?, _ explained: inout Explained) {
    for claim in claims.statements[member].contributors {
      let words = SourceName.words(of: claim.credit.text)
      if let parent, material.hasLine(words, parent) { continue }
      let held = material.names.outlets(named: claim.name, words: words)
        .flatMap { material.names.outlets[$0].pages }
        .filter {
          $0 != member && (!tradition.witnesses[$0].isGuest || tradition.link(from: $0, to: member) != nil)
        }
      if let parent, held.contains(parent) { continue }
      guard let best = held.min(by: { weight($0, member) < weight($1, member) }) else {
        drawFurther(
          arrows.lostWitness(claim.name, spelled: claim.spelled), claim.credit.text, member, confidence: 0.85)
        continue
      }
      // A page of the family supplied a part beside the parent, unless the clock speaks against it.
      let isGuest = tradition.witnesses[best].isGuest
      guard isGuest || order.clock(best, member) != .against else { continue }
      let link = tradition.link(from: best, to: member)
      let left = link.map { unexplained($0, explained).words } ?? 0
      let c = isGuest ? (link!.pair.kind.isCopying ? 0.805 : 0.806) : left >= 20 ? 0.807 : 0.808
      if drawFurther(.held(best), claim.credit.text, member, confidence: c), let link {
        explained.insert(link.copyRanges)
      }
    }
  }

  @discardableResult
  private mutating func drawFurther(
    _ source: Arrows.End, _ credit: String, _ member: Int, confidence: Double
  ) -> Bool {
    var evidence = [Stemma.Evidence(kind: .credit, text: credit, article: tradition.id(member))]
    var kind = spunKind(of: member)
    var sure = confidence
    if case .held(let page) = source {
      if let link = tradition.link(from: page, to: member) {
        kind = link.pair.kind.isCopying ? link.pair.kind : .partial
        evidence.append(Reasons.passages(link))
      }
      if let clock = Reasons.time(tradition, order, page, member) { evidence.append(clock) }
      if order.clock(page, member) == .against { sure -= 0.15 }
    }
    return arrows.draw(
      Arrows.Arrow(from: source, to: .held(member), kind: kind, confidence: sure, evidence: evidence))
  }

  // MARK: The outlet's own older page

  /// Whether two pages are one outlet's.
  private func isOwn(_ a: Int, _ b: Int) -> Bool {
    guard let outlet = tradition.witnesses[a].outlet else { return false }
    return tradition.witnesses[b].outlet?.isSame(as: outlet) == true
  }

  /// Share of a page that its outlet's older page must have.
  private static let olderShare = 0.25

  /// An outlet that prints a report again brings its page up to date, though most of the new one comes from elsewhere.
  private mutating func drawOlder(_ member: Int, _ explained: inout Explained) {
    let outlet = material.names.outletOf[member]
    guard outlet >= 0 else { return }
    let older = material.names.outlets[outlet].pages.filter { page in
      guard page != member, page < tradition.memberCount, let link = tradition.link(from: page, to: member)
      else { return false }
      let clock = order.clock(page, member)
      return (clock == .likelyBefore || clock == .surelyBefore) && link.ofCopy >= Self.olderShare
    }
    guard let best = older.min(by: { weight($0, member) < weight($1, member) }),
      backbone.parent(of: member) != best, let link = tradition.link(from: best, to: member)
    else { return }
    var evidence = [
      Stemma.Evidence(
        kind: .version, text: "An earlier page of \(tradition.witnesses[member].article.outlet ?? "") itself",
        article: tradition.id(best)),
      Reasons.passages(link),
    ]
    if let clock = Reasons.time(tradition, order, best, member) { evidence.append(clock) }
    let isDrawn = arrows.draw(
      Arrows.Arrow(
        from: .held(best), to: .held(member), kind: link.pair.kind, confidence: 0.811, evidence: evidence))
    if isDrawn { explained.insert(link.copyRanges) }
  }
}
