import Press

/// Sources beside the parent that the backbone gives a page.
extension StemmaBuilder {
  /// What a page names beside its parent: a second wire, and whoever supplied a part. What its parent has word for word
  /// was handed down, and says nothing of this page.
  mutating func drawFurtherSources() {
    for member in tradition.members {
      let parent = backbone.parent(of: member)
      let statement = claims.statements[member]
      if parent.map({ $0 >= tradition.memberCount }) ?? true {
        for lost in material.lost.ofMember[member] where tradition.memberCount + lost != parent {
          guard let client = material.lost.all[lost].clients.first(where: { $0.member == member }) else {
            continue
          }
          drawFurther(.lost(material.lost.all[lost].spelled), client.claim, member, confidence: 0.9)
        }
      }
      for claim in statement.contributors {
        let words = SourceName.words(of: claim.credit.text)
        if let parent, parent < tradition.memberCount, material.hasLine(words, parent) { continue }
        let held = material.names.outlets(named: claim.name, words: words)
          .flatMap { material.names.outlets[$0].pages }
          .filter {
            $0 != member && (!tradition.witnesses[$0].isGuest || tradition.link(from: $0, to: member) != nil)
          }
        if held.contains(where: { $0 == parent }) { continue }
        if let best = held.min(by: { weight($0, member) < weight($1, member) }) {
          // A page of the family supplied a part beside the parent, unless the clock speaks against it.
          guard tradition.witnesses[best].isGuest || order.clock(best, member) != .against else { continue }
          drawFurther(.held(best), claim, member, confidence: 0.8)
        } else {
          drawFurther(arrows.lostWitness(claim.name, spelled: claim.spelled), claim, member, confidence: 0.85)
        }
      }
    }
  }

  private mutating func drawFurther(
    _ source: Arrows.End, _ claim: Claims.Claim, _ member: Int, confidence: Double
  ) {
    var evidence = [Stemma.Evidence(kind: .credit, text: claim.credit.text, article: tradition.id(member))]
    var kind = spunKind(of: member)
    var sure = confidence
    if case .held(let page) = source {
      if let link = tradition.link(from: page, to: member) {
        kind = link.pair.kind
        evidence.append(Reasons.passages(link))
      }
      if let clock = Reasons.time(tradition, order, page, member) { evidence.append(clock) }
      if order.clock(page, member) == .against { sure -= 0.15 }
    }
    arrows.draw(
      Arrows.Arrow(from: source, to: .held(member), kind: kind, confidence: sure, evidence: evidence))
  }
}
