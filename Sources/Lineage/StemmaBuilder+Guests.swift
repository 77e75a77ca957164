import Press

/// Parents in other families: what a page merged from several reports takes from those that it does not belong to.
extension StemmaBuilder {
  /// Part of a copy's shared words that must be shared with no member, for a guest to be a parent.
  private static let guestsOwn = 0.6
  /// Share of the copy's words that a guest must supply beside a parent within the family.
  private static let guestsShare = 0.2
  /// The same for a page that has no other source.
  private static let onlyShare = 0.08

  mutating func drawGuests() {
    for member in tradition.members {
      let neighbours = tradition.neighbours(of: member)
      let guests = neighbours.filter { tradition.witnesses[$0].isGuest }
      if guests.isEmpty { continue }
      let family = neighbours.filter(tradition.members.contains).flatMap {
        tradition.link(from: $0, to: member)?.copyRanges ?? []
      }
      var best: [String: Int] = [:]
      let least = arrows.hasParent(.held(member)) ? Self.guestsShare : Self.onlyShare
      for guest in guests {
        guard let link = tradition.link(from: guest, to: member), link.ofCopy >= least,
          link.share(outside: family) >= Self.guestsOwn,
          mayBeSource(guest, of: member, link),
          let other = tradition.witnesses[guest].otherFamily
        else { continue }
        if let known = best[other], weight(known, member) <= weight(guest, member) { continue }
        best[other] = guest
      }
      for guest in best.values.sorted() { drawGuest(guest, to: member) }
    }
  }

  private func mayBeSource(_ guest: Int, of member: Int, _ link: Tradition.Link) -> Bool {
    // Two that credit one agency are siblings here as well.
    let agencies = claims.statements[member].agencies + claims.statements[member].contributors
    let shared = claims.statements[guest].agencies.contains { claim in
      agencies.contains { $0.name.isSame(as: claim.name) }
    }
    if shared || tradition.isSpun(guest, from: member) { return false }
    switch order.clock(guest, member) {
    case .against: return false
    case .likelyBefore, .surelyBefore: return true
    case .silent: return link.ofSource >= 0.5 && order.canPrecede(guest, member)
    }
  }

  private mutating func drawGuest(_ guest: Int, to member: Int) {
    guard let link = tradition.link(from: guest, to: member) else { return }
    var evidence = [Reasons.passages(link)]
    if let clock = Reasons.time(tradition, order, guest, member) { evidence.append(clock) }
    arrows.draw(
      Arrows.Arrow(
        from: .held(guest), to: .held(member), kind: link.pair.kind,
        confidence: Confidence.guest(order.clock(guest, member)), evidence: evidence))
  }
}
