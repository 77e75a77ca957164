import Press

/// Sources that a page does not name, in its family or another: they have a stretch of it that nothing else explains.
///
/// A page begins with its own report. So what stands at its head is no further source's, but that other page has taken it from
/// here or from where this one has it; unless that page is of another family, was there before and begins with it as well, as
/// where a digest begins with the first of its reports. And a page of the family that is no kin of the parent is a source
/// only if what the two share is that page's own report, which stands at its head.
extension StemmaBuilder {
  /// Words of the page, and their share of it, that a source must explain beside others.
  private static let fewestWords = 25.0
  private static let leastShare = 0.05
  /// Share of a page that counts as its head.
  private static let head = 0.12
  /// Sources that a page may have beside its parent without naming them.
  private static let mostUnnamed = 3
  /// What another source may explain less than the best, and be as good.
  private static let nearlyAll = 0.98

  /// A page that may have supplied a stretch.
  private struct Supplier {
    let page: Int
    let link: Tradition.Link
    let unexplained: Unexplained
  }

  mutating func drawUnnamed(_ member: Int, _ explained: inout Explained, _ descent: Descent) {
    // Without a parent there is nothing to be beside; and what a page names supplied what is left.
    // But a page that stands alone in its family has its text from another, if from anywhere.
    let hasParent = arrows.hasParent(.held(member))
    guard hasParent || tradition.memberCount == 1, !hasOwnContributors(member) else { return }
    var candidates = candidates(for: member, descent, beside: hasParent)
    for _ in 0..<Self.mostUnnamed where !candidates.isEmpty {
      let suppliers = candidates.compactMap { supplier($0, of: member, explained, beside: hasParent) }
      guard let most = suppliers.map(\.unexplained.equalWords).max() else { return }
      let good = suppliers.filter { $0.unexplained.equalWords >= Self.nearlyAll * most }
      guard let best = good.min(by: { weight($0.page, member) < weight($1.page, member) }) else { return }
      candidates.removeAll { $0 == best.page }
      if draw(best, to: member, rivals: good.map(\.page)) { explained.insert(best.link.copyRanges) }
    }
  }

  private func candidates(for member: Int, _ descent: Descent, beside hasParent: Bool) -> [Int] {
    let found = tradition.neighbours(of: member).filter { other in
      if other < tradition.memberCount, descent.top[other] == descent.top[member] { return false }
      guard let link = tradition.link(from: other, to: member) else { return false }
      return mayBeSource(other, of: member, link, beside: hasParent)
    }
    guard found.count > Self.mostAsked else { return found }
    let shares = found.map { (page: $0, share: tradition.link(from: $0, to: member)?.ofCopy ?? 0) }
    return shares.sorted { ($1.share, $0.page) < ($0.share, $1.page) }.prefix(Self.mostAsked).map(\.page)
  }

  private func hasOwnContributors(_ member: Int) -> Bool {
    let parent = heldParent(of: member)
    return claims.statements[member].contributors.contains { claim in
      parent.map { !material.hasLine(SourceName.words(of: claim.credit.text), $0) } ?? true
    }
  }

  private func supplier(_ page: Int, of member: Int, _ explained: Explained, beside hasParent: Bool)
    -> Supplier?
  {
    guard let link = tradition.link(from: page, to: member) else { return nil }
    let left = unexplained(link, explained, isStrict: true)
    guard left.words >= Self.fewestWords, left.words >= Self.leastShare * Double(link.copyWords),
      left.inCopy >= Self.head || !hasParent || isDigested(page, member, left),
      page >= tradition.memberCount || left.inSource <= Self.head
    else { return nil }
    return Supplier(page: page, link: link, unexplained: left)
  }

  /// Whether a page of another family, there before, begins with what stands at this one's head.
  private func isDigested(_ page: Int, _ member: Int, _ left: Unexplained) -> Bool {
    page >= tradition.memberCount && left.inSource <= Self.head
      && order.clock(page, member) == .surelyBefore
  }

  private func mayBeSource(_ source: Int, of member: Int, _ link: Tradition.Link, beside hasParent: Bool)
    -> Bool
  {
    // Two that credit one agency are siblings here as well.
    let agencies = claims.statements[member].agencies + claims.statements[member].contributors
    let shared = claims.statements[source].agencies.contains { claim in
      agencies.contains { $0.name.isSame(as: claim.name) }
    }
    if shared || tradition.isSpun(source, from: member) { return false }
    switch order.clock(source, member) {
    case .against: return false
    case .likelyBefore, .surelyBefore: return true
    case .silent: return hasParent && order.canPrecede(source, member)
    }
  }

  private mutating func draw(_ supplier: Supplier, to member: Int, rivals: [Int]) -> Bool {
    let (source, link) = (supplier.page, supplier.link)
    var evidence = [Reasons.passages(link)]
    evidence += rivals.filter { $0 != source }.prefix(3).map { Reasons.alternative(tradition, $0) }
    let clock = order.clock(source, member)
    if let clock = Reasons.time(tradition, order, source, member) { evidence.append(clock) }
    return arrows.draw(
      Arrows.Arrow(
        from: .held(source), to: .held(member), kind: link.pair.kind, confidence: Confidence.unnamed(clock),
        evidence: evidence))
  }
}
