import Press

/// Sources that a page does not name, in its family or another: they have a stretch of it that nothing else explains.
extension StemmaBuilder {
  /// Words of the page, and their share of it, that a source must explain beside others; and where it would be the only one.
  private static let fewestWords = 25.0
  private static let leastBeside = 0.08
  private static let leastAlone = 0.08
  /// Sources that a page may have beside its parent without naming them.
  private static let mostUnnamed = 3
  /// What another source may explain less than the best, and be as good.
  private static let nearlyAll = 0.9

  mutating func drawUnnamed(_ member: Int, _ explained: inout Explained, _ descent: Descent) {
    var candidates = tradition.neighbours(of: member).filter { other in
      guard let link = tradition.link(from: other, to: member), link.pair.kind.isCopying else { return false }
      if other < tradition.memberCount, descent.top[other] == descent.top[member] { return false }
      return mayBeSource(other, of: member, link)
    }
    for _ in 0..<Self.mostUnnamed where !candidates.isEmpty {
      let least = arrows.hasParent(.held(member)) ? Self.leastBeside : Self.leastAlone
      let left = candidates.compactMap { source -> (source: Int, words: Double)? in
        guard let link = tradition.link(from: source, to: member) else { return nil }
        let (words, share) = unexplained(link, explained)
        guard share >= Self.ownShare, words >= Self.fewestWords, words >= least * Double(link.copyWords)
        else { return nil }
        return (source, words)
      }
      guard let most = left.map(\.words).max() else { return }
      let good = left.filter { $0.words >= Self.nearlyAll * most }.map(\.source)
      guard let best = good.min(by: { weight($0, member) < weight($1, member) }),
        let link = tradition.link(from: best, to: member)
      else { return }
      candidates.removeAll { $0 == best }
      if drawUnnamed(best, to: member, link, rivals: good.count - 1) { explained.insert(link.copyRanges) }
    }
  }

  private func mayBeSource(_ source: Int, of member: Int, _ link: Tradition.Link) -> Bool {
    // Two that credit one agency are siblings here as well.
    let agencies = claims.statements[member].agencies + claims.statements[member].contributors
    let shared = claims.statements[source].agencies.contains { claim in
      agencies.contains { $0.name.isSame(as: claim.name) }
    }
    if shared || tradition.isSpun(source, from: member) { return false }
    switch order.clock(source, member) {
    case .against: return false
    case .likelyBefore, .surelyBefore: return true
    case .silent: return link.ofSource >= 0.5 && order.canPrecede(source, member)
    }
  }

  private mutating func drawUnnamed(_ source: Int, to member: Int, _ link: Tradition.Link, rivals: Int)
    -> Bool
  {
    var evidence = [Reasons.passages(link)]
    let clock = order.clock(source, member)
    if let clock = Reasons.time(tradition, order, source, member) { evidence.append(clock) }
    let c = (clock == .silent ? 0.82 : 0.84) + Double(min(9, rivals)) / 1000 + (source < tradition.memberCount ? 0.01 : 0)
    return arrows.draw(
      Arrows.Arrow(
        from: .held(source), to: .held(member), kind: link.pair.kind, confidence: c, evidence: evidence))
  }
}
