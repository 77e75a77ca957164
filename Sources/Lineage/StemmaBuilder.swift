import Press

/// Draws the stemma of one family.
///
/// Credits speak first: a page that names an outlet descends from that outlet's page, one that names an agency from the
/// agency's, and where no such page is held, from a lost one; two clients of one wire are siblings, however alike. A
/// page that names no one descends from the earlier witness that explains its wording with the fewest changes. What
/// takes passages from another family as well has a parent there too.
public struct StemmaBuilder {
  private let family: Family
  private let tradition: Tradition
  private let claims: Claims
  private let order: WitnessOrder
  private var arrows = Arrows()

  /// Draws the stemma of `family`.
  ///
  /// - Parameters:
  ///   - members: The family's articles, in any order.
  ///   - guests: Articles of other families that share passages with a member, each with its family's id.
  ///   - pairs: All pairs that link two of these articles.
  public static func stemma(
    of family: Family, members: [Article], guests: [(article: Article, family: String)] = [], pairs: [Pair]
  ) -> Stemma {
    var builder = StemmaBuilder(family, members, guests, pairs)
    builder.drawCredits()
    builder.drawInferred()
    builder.drawGuests()
    return builder.finish()
  }

  private init(
    _ family: Family, _ members: [Article], _ guests: [(article: Article, family: String)], _ pairs: [Pair]
  ) {
    self.family = family
    tradition = Tradition(members: members, guests: guests, pairs: pairs)
    claims = Claims(tradition)
    let claims = claims
    let tradition = tradition
    var heads: Set<Int> = []
    for statement in claims.statements {
      for claim in statement.outlets + statement.agencies + statement.contributors {
        heads.formUnion(tradition.witnesses(named: claim.name))
      }
    }
    order = WitnessOrder(tradition, heads: heads)
  }

  // MARK: Credits

  private mutating func drawCredits() {
    for member in tradition.members {
      if let version = earlierVersion(of: member) {
        drawVersion(version, of: member)
        continue
      }
      let statement = claims.statements[member]
      if !statement.outlets.isEmpty {
        for claim in statement.outlets { drawOutlet(claim, member, statement) }
      } else {
        for claim in statement.agencies { drawCredit(claim, to: member, confidence: 0.96) }
      }
      for claim in statement.contributors { drawCredit(claim, to: member, confidence: 0.85) }
    }
    // A feed without a name is the family's agency where there is only one; all names must be known before.
    for member in tradition.members where !arrows.hasParent(.held(member)) && !isNamedAgency(member) {
      guard let unnamed = claims.statements[member].unnamed, let agency = onlyAgency else { continue }
      drawUnnamed(unnamed, agency, to: .held(member), seenIn: member)
    }
  }

  /// Share of the newer page's words that the older must have, for the two to be versions of one.
  private static let versionShare = 0.8

  /// An earlier page of the same outlet with the same text, the last before `member`: an outlet corrects and updates
  /// its own page, whatever that page's credit.
  private func earlierVersion(of member: Int) -> Int? {
    guard let outlet = tradition.witnesses[member].outlet else { return nil }
    return tradition.members.filter { other in
      guard other != member, tradition.witnesses[other].outlet?.isSame(as: outlet) == true,
        let link = tradition.link(from: other, to: member), link.ofCopy >= Self.versionShare
      else { return false }
      let clock = order.clock(other, member)
      return clock == .likelyBefore || clock == .surelyBefore
    }.max { order.rank(of: $0) < order.rank(of: $1) }
  }

  private mutating func drawVersion(_ version: Int, of member: Int) {
    guard let link = tradition.link(from: version, to: member) else { return }
    let outlet = tradition.witnesses[member].article.outlet ?? ""
    var evidence = [
      Stemma.Evidence(
        kind: .version, text: "An earlier page of \(outlet) itself", article: tradition.id(version)),
      Reasons.passages(link),
    ]
    if let clock = Reasons.time(tradition, order, version, member) { evidence.append(clock) }
    arrows.draw(
      Arrows.Arrow(
        from: .held(version), to: .held(member), kind: link.pair.kind, confidence: 0.9, evidence: evidence))
  }

  private var onlyAgency: Claims.Claim? { claims.agencies.count == 1 ? claims.agencies.values.first : nil }

  private mutating func drawCredit(_ claim: Claims.Claim, to member: Int, confidence: Double) {
    let from = source(named: claim, for: member)
    arrows.draw(arrow(from: from, to: member, credit: claim.credit, confidence: confidence))
  }

  private mutating func drawOutlet(_ claim: Claims.Claim, _ member: Int, _ statement: Claims.Statement) {
    let from = source(named: claim, for: member)
    arrows.draw(arrow(from: from, to: member, credit: claim.credit, confidence: 0.95))
    guard case .lost = from else { return }
    // The page hands down what the lost one said of its own source.
    for agency in statement.agencies {
      drawUpstream(agency, to: from, seenIn: member, credit: agency.credit, confidence: 0.9, extra: [])
    }
    if statement.agencies.isEmpty, let unnamed = statement.unnamed, let agency = onlyAgency {
      drawUnnamed(unnamed, agency, to: from, seenIn: member)
    }
  }

  private mutating func drawUnnamed(
    _ unnamed: Credit, _ agency: Claims.Claim, to end: Arrows.End, seenIn member: Int
  ) {
    let reason = Stemma.Evidence(
      kind: .credit,
      text: "\(agency.spelled) is the only agency that this family credits: \(agency.credit.text)",
      article: tradition.members.first {
        claims.statements[$0].agencies.contains { $0.name.isSame(as: agency.name) }
      }
      .map(tradition.id))
    drawUpstream(agency, to: end, seenIn: member, credit: unnamed, confidence: 0.8, extra: [reason])
  }

  private mutating func drawUpstream(
    _ agency: Claims.Claim, to end: Arrows.End, seenIn member: Int, credit: Credit, confidence: Double,
    extra: [Stemma.Evidence]
  ) {
    let from = source(named: agency, for: member)
    if case .held = from, case .held = end {
      // Both pages are held: what they share and what the clock says are evidence as well.
      var arrow = arrow(from: from, to: member, credit: credit, confidence: confidence)
      arrow.evidence += extra
      arrows.draw(arrow)
      return
    }
    let seen = Stemma.Evidence(kind: .credit, text: credit.text, article: tradition.id(member))
    arrows.draw(
      Arrows.Arrow(from: from, to: end, kind: .unknown, confidence: confidence, evidence: [seen] + extra))
  }

  /// The page of the one that a credit names, or a lost witness where none is held.
  private mutating func source(named claim: Claims.Claim, for member: Int) -> Arrows.End {
    let held = tradition.witnesses(named: claim.name).filter { witness in
      guard witness != member else { return false }
      // A page of another report is the source of this one only if the two share text.
      return !tradition.witnesses[witness].isGuest || tradition.link(from: witness, to: member) != nil
    }
    let best = held.min { weight($0, member) < weight($1, member) }
    if let best { return .held(best) }
    return arrows.lostWitness(claim.name, spelled: claim.spelled)
  }

  /// Of several pages of one source: those that share text, those not after the copy, the nearest, the earliest.
  private func weight(_ source: Int, _ copy: Int) -> (Int, Int, Int, Int) {
    let link = tradition.link(from: source, to: copy)
    let late = order.clock(source, copy) == .against ? 1 : 0
    return (link == nil ? 1 : 0, late, link?.pair.changes ?? 0, order.rank(of: source))
  }

  private func arrow(from: Arrows.End, to member: Int, credit: Credit, confidence: Double) -> Arrows.Arrow {
    var evidence = [Stemma.Evidence(kind: .credit, text: credit.text, article: tradition.id(member))]
    var sure = credit.spun ? confidence - 0.05 : confidence
    var kind = spunKind(of: member)
    if case .held(let source) = from {
      if let link = tradition.link(from: source, to: member) {
        kind = link.pair.kind
        evidence.append(Reasons.passages(link))
      } else {
        sure -= 0.3
        kind = .unknown
      }
      if let clock = Reasons.time(tradition, order, source, member) { evidence.append(clock) }
      if order.clock(source, member) == .against { sure -= 0.15 }
    }
    if kind == .spun { evidence += Reasons.spinning(tradition, member) }
    return Arrows.Arrow(from: from, to: .held(member), kind: kind, confidence: sure, evidence: evidence)
  }

  /// Spun, where the nearest other witness has the text in plain words; otherwise a lost parent's text is not known.
  private func spunKind(of member: Int) -> CopyKind {
    let spun = tradition.neighbours(of: member).contains { other in
      guard !tradition.witnesses[other].isGuest, let link = tradition.link(from: other, to: member) else {
        return false
      }
      return link.pair.kind == .spun
        && tradition.witnesses[other].spinning < tradition.witnesses[member].spinning
    }
    return spun ? .spun : .unknown
  }

  // MARK: Pages that name no one

  private mutating func drawInferred() {
    let search = ParentSearch(tradition, order)
    for member in tradition.members.sorted(by: { order.rank(of: $0) < order.rank(of: $1) })
    where !arrows.hasParent(.held(member)) {
      // The page that a credit points to is where the named text comes from: it needs no parent.
      if isNamedAgency(member) { continue }
      let candidates = search.candidates(for: member).filter {
        !arrows.descends(.held($0.witness), from: .held(member))
      }
      guard let best = candidates.first else {
        drawFromWire(member, alternatives: [])
        continue
      }
      let ties = candidates.dropFirst().filter { $0.cost < best.cost + 1 }
      let siblings = ([best] + ties).filter { !wires(of: $0.witness).isEmpty }
      if siblings.count > 1, drawFromWire(member, alternatives: siblings) { continue }
      draw(best, to: member, ties: Array(ties))
    }
  }

  private func isNamedAgency(_ member: Int) -> Bool {
    guard let outlet = tradition.witnesses[member].outlet else { return false }
    return claims.agencies.keys.contains { $0.isSame(as: outlet) }
  }

  /// The lost agencies that a witness was copied from directly.
  private func wires(of witness: Int) -> Set<Arrows.End> {
    arrows.parents(of: .held(witness)).filter(isLostAgency)
  }

  private func isLostAgency(_ end: Arrows.End) -> Bool {
    guard case .lost(let name) = end else { return false }
    return claims.agencies.keys.contains { $0.isSame(as: SourceName(name)) }
  }

  /// A page that names no one and is as near to several clients of one lost dispatch is taken for another client.
  @discardableResult
  private mutating func drawFromWire(_ member: Int, alternatives: [ParentSearch.Candidate]) -> Bool {
    let wires = arrows.lostWithPages.filter(isLostAgency)
    guard wires.count == 1, let wire = wires.first, case .lost(let name) = wire else { return false }
    let related = tradition.neighbours(of: member).filter(tradition.members.contains).filter { other in
      guard arrows.parents(of: .held(other)).contains(wire),
        let link = tradition.link(from: other, to: member)
      else { return false }
      return link.ofCopy >= ParentSearch.leastExplained
    }
    guard let witness = related.first, let link = tradition.link(from: witness, to: member) else {
      return false
    }
    var evidence = [
      Stemma.Evidence(
        kind: .sharedReading,
        text:
          "The same text as in \(related.count == 1 ? "a page" : "\(related.count) pages") that credit \(name); "
          + Reasons.passages(link).text, article: tradition.id(witness))
    ]
    evidence += alternatives.map { Reasons.alternative(tradition, $0.witness) }
    return arrows.draw(
      Arrows.Arrow(
        from: wire, to: .held(member), kind: spunKind(of: member),
        confidence: alternatives.isEmpty ? 0.7 : 0.55,
        evidence: evidence))
  }

  private mutating func draw(_ best: ParentSearch.Candidate, to member: Int, ties: [ParentSearch.Candidate]) {
    var evidence = [Reasons.passages(best.link)]
    if best.link.ofCopy > 0.9, best.link.ofSource < 0.8 {
      evidence.append(
        Stemma.Evidence(
          kind: .containment,
          text: "All but \(Reasons.percent(1 - best.link.ofCopy)) of it lies within the other",
          article: tradition.id(member)))
    }
    if let clock = Reasons.time(tradition, order, best.witness, member) { evidence.append(clock) }
    if best.link.pair.kind == .spun { evidence += Reasons.spinning(tradition, member) }
    evidence += ties.map { Reasons.alternative(tradition, $0.witness) }
    arrows.draw(
      Arrows.Arrow(
        from: .held(best.witness), to: .held(member), kind: best.link.pair.kind,
        confidence: Confidence.inferred(ties: ties.count, clock: order.clock(best.witness, member)),
        evidence: evidence))
  }

  // MARK: Pages of other reports

  /// Part of a copy's shared words that must be shared with no member, for a guest to be a parent.
  private static let guestsOwn = 0.6
  /// Share of the copy's words that a guest must supply.
  private static let guestsShare = 0.15

  private mutating func drawGuests() {
    for member in tradition.members {
      let neighbours = tradition.neighbours(of: member)
      let guests = neighbours.filter { tradition.witnesses[$0].isGuest }
      if guests.isEmpty { continue }
      let family = neighbours.filter(tradition.members.contains).flatMap {
        tradition.link(from: $0, to: member)?.copyRanges ?? []
      }
      var best: [String: Int] = [:]
      for guest in guests {
        guard let link = tradition.link(from: guest, to: member), link.ofCopy >= Self.guestsShare,
          Self.share(of: link.copyRanges, outside: family) >= Self.guestsOwn,
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
    if shared { return false }
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
        confidence: Confidence.inferred(ties: 0, clock: order.clock(guest, member)), evidence: evidence))
  }

  private static func share(of ranges: [Range<Int>], outside others: [Range<Int>]) -> Double {
    var all = 0
    var outside = 0
    for range in ranges {
      all += range.count
      var at = range.lowerBound
      for other in others.sorted(by: { $0.lowerBound < $1.lowerBound }) where other.upperBound > at {
        guard other.lowerBound < range.upperBound else { break }
        outside += max(0, min(other.lowerBound, range.upperBound) - at)
        at = max(at, other.upperBound)
      }
      outside += max(0, range.upperBound - at)
    }
    return all == 0 ? 0 : Double(outside) / Double(all)
  }

  // MARK: The graph

  private func finish() -> Stemma {
    let held = Set(tradition.witnesses.map(\.article.id))
    func id(_ end: Arrows.End) -> String {
      switch end {
      case .held(let witness): return tradition.id(witness)
      case .lost(let name):
        // An article's own id may look like ours; to share it would weld the two, and close circles.
        var id = "lost:" + name
        while held.contains(id) { id += "~" }
        return id
      }
    }
    var ends = Set(tradition.members.map { Arrows.End.held($0) })
    for arrow in arrows.all { ends.formUnion([arrow.from, arrow.to]) }
    let nodes = ends.map { end -> Stemma.Node in
      switch end {
      case .lost(let name): return Stemma.Node(id: id(end), lost: true, label: name)
      case .held(let number):
        let witness = tradition.witnesses[number]
        let label =
          witness.article.outlet ?? witness.article.source.split(separator: "/").last.map(String.init)
        return Stemma.Node(
          id: id(end), lost: false, label: label ?? witness.article.id, otherFamily: witness.otherFamily)
      }
    }
    return Stemma(
      family: family.id, nodes: nodes,
      edges: arrows.all.map {
        Stemma.Edge(
          from: id($0.from), to: id($0.to), kind: $0.kind, confidence: $0.confidence, evidence: $0.evidence)
      })
  }
}
