import Press

/// Draws the stemma of one family.
///
/// Credits speak first: a page that names an outlet descends from that outlet's page, one that names an agency from the
/// agency's, and where no such page is held, from a lost one; two clients of one wire are siblings, however alike. A
/// page that names no one descends from the earlier witness that explains its wording with the fewest changes. What
/// takes passages from another family as well has a parent there too.
public struct StemmaBuilder {
  private let family: Family
  let tradition: Tradition
  let claims: Claims
  let order: WitnessOrder
  var arrows = Arrows()

  /// Draws the stemma of `family`.
  ///
  /// - Parameters:
  ///   - members: The family's articles, in any order.
  ///   - guests: Articles of other families that share passages with a member, each with its family's id.
  ///   - pairs: All pairs that link two of these articles.
  ///   - apparatus: The members side by side; without it readings cannot be asked.
  public static func stemma(
    of family: Family, members: [Article], guests: [(article: Article, family: String)] = [], pairs: [Pair],
    apparatus: Apparatus? = nil
  ) -> Stemma {
    var builder = StemmaBuilder(family, members, guests, pairs)
    if let apparatus, builder.hasReadingsAlone, builder.drawReadings(apparatus) { return builder.finish() }
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
    // Each name once: half a family may name the other half.
    var names: Set<SourceName> = []
    for statement in claims.statements {
      for claim in statement.outlets + statement.agencies + statement.contributors {
        names.insert(claim.name)
      }
    }
    order = WitnessOrder(tradition, heads: Set(names.flatMap(tradition.witnesses(named:))))
  }

  // MARK: Credits

  private mutating func drawCredits() {
    var late: [Arrows.Arrow] = []
    for member in tradition.members {
      if let version = earlierVersion(of: member) {
        drawVersion(version, of: member)
        continue
      }
      let statement = claims.statements[member]
      if !statement.outlets.isEmpty {
        for claim in statement.outlets { drawOutlet(claim, member, statement, &late) }
      } else {
        for claim in statement.agencies { drawCredit(claim, to: member, confidence: 0.96, &late) }
      }
      for claim in statement.contributors { drawCredit(claim, to: member, confidence: 0.85, &late) }
    }
    // Where two pages name each other, the one that the clock speaks for has drawn its arrow first.
    for arrow in late { arrows.draw(arrow) }
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
    return tradition.neighbours(of: member).filter { other in
      guard other != member, tradition.members.contains(other),
        tradition.witnesses[other].outlet?.isSame(as: outlet) == true,
        let link = tradition.link(from: other, to: member),
        link.pair.versions || link.ofCopy >= Self.versionShare
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

  /// Draws what a credit says, or keeps it for `late` where the clock speaks against it.
  @discardableResult
  private mutating func drawCredit(
    _ claim: Claims.Claim, to member: Int, confidence: Double, _ late: inout [Arrows.Arrow]
  ) -> Arrows.End {
    let from = source(named: claim, for: member)
    let arrow = arrow(from: from, to: member, credit: claim.credit, confidence: confidence)
    if arrow.evidence.contains(where: { $0.kind == .conflict }) {
      late.append(arrow)
    } else {
      arrows.draw(arrow)
    }
    return from
  }

  private mutating func drawOutlet(
    _ claim: Claims.Claim, _ member: Int, _ statement: Claims.Statement, _ late: inout [Arrows.Arrow]
  ) {
    let from = drawCredit(claim, to: member, confidence: 0.95, &late)
    guard case .lost = from else { return }
    // The page hands down what the lost one said of its own source.
    for agency in statement.agencies {
      // "Source: Courier, NPA" names two sources; that the one had it from the other nobody said.
      if agency.credit.text == claim.credit.text {
        drawCredit(agency, to: member, confidence: 0.9, &late)
      } else {
        drawUpstream(agency, to: from, seenIn: member, credit: agency.credit, confidence: 0.9, extra: [])
      }
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
      text:
        "\(agency.spelled) is the one agency that pages of this report name as its source: \(agency.credit.text)",
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
  func weight(_ source: Int, _ copy: Int) -> (Int, Int, Int, Int) {
    let link = tradition.link(from: source, to: copy)
    let late = order.clock(source, copy) == .against ? 1 : 0
    return (link == nil ? 1 : 0, late, link?.pair.changes ?? 0, order.rank(of: source))
  }

  private func arrow(from: Arrows.End, to member: Int, credit: Credit, confidence: Double) -> Arrows.Arrow {
    var evidence = [Stemma.Evidence(kind: .credit, text: credit.text, article: tradition.id(member))]
    var sure = credit.spun ? confidence - 0.05 : confidence
    var kind = spunKind(of: member)
    var isSpun = kind == .spun
    if case .held(let source) = from {
      isSpun = tradition.isSpun(member, from: source)
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
    if isSpun { evidence.append(Reasons.spinning(tradition, member)) }
    return Arrows.Arrow(from: from, to: .held(member), kind: kind, confidence: sure, evidence: evidence)
  }

  /// Spun, where the nearest other witness has the text in plain words; otherwise a lost parent's text is not known.
  private func spunKind(of member: Int) -> CopyKind {
    let spun = tradition.neighbours(of: member).contains { other in
      !tradition.witnesses[other].isGuest && tradition.isSpun(member, from: other)
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
      // The best, and those that would do as well; the rest are not asked, for asking climbs to the root.
      var candidates: [ParentSearch.Candidate] = []
      for candidate in search.candidates(for: member) {
        if let best = candidates.first, candidate.cost >= best.cost + 1 { break }
        if arrows.descends(.held(candidate.witness), from: .held(member)) { continue }
        if !comesAfter(candidate.witness, member) { candidates.append(candidate) }
      }
      guard let best = candidates.first else {
        drawFromWire(member, alternatives: [])
        continue
      }
      let ties = candidates.dropFirst()
      let siblings = ([best] + ties).filter { !wires(of: $0.witness).isEmpty }
      if siblings.count > 1, drawFromWire(member, alternatives: siblings) { continue }
      draw(best, to: member, ties: Array(ties))
    }
  }

  /// Whether something that `source` was copied from was published after `copy`: a stamp without an hour may come
  /// before both, and the chain would lead back in time.
  private func comesAfter(_ source: Int, _ copy: Int) -> Bool {
    var stack = [Arrows.End.held(source)]
    var seen = Set(stack)
    while let end = stack.popLast() {
      if case .held(let ancestor) = end, order.clock(ancestor, copy) == .against { return true }
      for parent in arrows.parents(of: end) where seen.insert(parent).inserted { stack.append(parent) }
    }
    return false
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
          "The same text as in \(related.count == 1 ? "a page that credits" : "\(related.count) pages that credit") \(name); "
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
          text: "\(Reasons.percent(best.link.ofCopy)) of it lies within the other",
          article: tradition.id(member)))
    }
    if let clock = Reasons.time(tradition, order, best.witness, member) { evidence.append(clock) }
    if tradition.isSpun(member, from: best.witness) { evidence.append(Reasons.spinning(tradition, member)) }
    evidence += ties.map { Reasons.alternative(tradition, $0.witness) }
    arrows.draw(
      Arrows.Arrow(
        from: .held(best.witness), to: .held(member), kind: best.link.pair.kind,
        confidence: Confidence.inferred(ties: ties.count, clock: order.clock(best.witness, member)),
        evidence: evidence))
  }

  // MARK: The graph

  private func finish() -> Stemma {
    // A page may be called "lost:NPA" by its input; it keeps the name.
    let given = Set(tradition.witnesses.map(\.article.id).filter { $0.hasPrefix("lost:") })
    var lostIDs: [String: String] = [:]
    for case .lost(let name) in arrows.all.flatMap({ [$0.from, $0.to] }) where lostIDs[name] == nil {
      var id = "lost:" + name
      while given.contains(id) { id += "~" }
      lostIDs[name] = id
    }
    func id(_ end: Arrows.End) -> String {
      switch end {
      case .held(let witness): tradition.id(witness)
      case .lost(let name): lostIDs[name] ?? "lost:" + name
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
          from: id($0.from), to: id($0.to), kind: $0.kind,
          confidence: ($0.confidence * 1000).rounded() / 1000, evidence: $0.evidence)
      })
  }
}
