import Press

/// The arrows of the backbone, with their reasons.
extension StemmaBuilder {
  /// A node of the backbone as an end of an arrow.
  func end(_ node: Int) -> Arrows.End {
    node < tradition.memberCount
      ? .held(node) : .lost(material.lost.all[node - tradition.memberCount].spelled)
  }

  mutating func drawBackbone() {
    let table = backbone.table
    // A lost one stands where something was copied from it.
    var isNeeded = [Bool](repeating: false, count: table.nodeCount)
    for member in tradition.members {
      var at = member
      while let parent = backbone.parent(of: at), !isNeeded[parent] {
        isNeeded[parent] = true
        at = parent
      }
    }
    for node in tradition.memberCount..<tradition.memberCount + table.lostCount where isNeeded[node] {
      if let parent = backbone.parent(of: node) { drawUpstream(from: parent, to: node) }
    }
    for member in tradition.members {
      guard let parent = backbone.parent(of: member) else { continue }
      draw(from: parent, to: member)
    }
  }

  /// The confidence of an arrow from a wire to a page that does not name it, at most, and to one that names a feed. By hand: in
  /// 1,600 traditions (seeds 31 and 32) four in five of the former were right, of the latter fewer than is said.
  private static let mostUncredited = 0.81
  private static let mostOfFeed = 0.8

  private mutating func draw(from parent: Int, to member: Int) {
    let arc = backbone.table.arcs[backbone.chosen[member]]
    let isLost = parent >= tradition.memberCount
    var confidence = backbone.confidence(of: backbone.chosen[member])
    // That a page which names nobody is one more client is a guess, and so is which feed a nameless one is.
    if isLost, arc.features[.lostUncredited] > 0 { confidence = min(confidence, Self.mostUncredited) }
    if isLost, arc.features[.lostFeed] > 0 { confidence = min(confidence, Self.mostOfFeed) }
    // Of the page's words and its clock one is wrong.
    if arc.features[.against] > 0 { confidence = min(confidence, 0.85) }
    var evidence = isLost ? lostEvidence(parent, member, arc) : heldEvidence(parent, member, arc)
    var others = backbone.alternatives(of: member)
    // That a page which names nobody is one more client is a guess: whom else it may have is always said.
    if others.isEmpty, arc.features[.lostUncredited] > 0 {
      others = backbone.alternatives(of: member, atLeast: 0, atMost: 1)
    }
    evidence += others.compactMap { alternative(backbone.table.arcs[$0].from) }
    let left = 1 - confidence
    var alternatives: [(end: Arrows.End, confidence: Double)] = []
    for other in others {
      let from = backbone.table.arcs[other].from
      // What is not drawn is no node that an alternative could name.
      if from < tradition.memberCount {
        alternatives.append((end(from), min(left, backbone.confidence(of: other))))
      }
    }
    let total = alternatives.reduce(0) { $0 + $1.confidence }
    if total > left, total > 0 {
      alternatives = alternatives.map { ($0.end, $0.confidence * left / total) }
    }
    arrows.draw(
      Arrows.Arrow(
        from: end(parent), to: .held(member), kind: isLost ? spunKind(of: member) : kind(parent, member, arc),
        confidence: confidence, evidence: evidence, alternatives: alternatives))
  }

  /// Spun, where the nearest other witness has the text in plain words; otherwise a lost parent's text is not known.
  func spunKind(of member: Int) -> CopyKind {
    let spun = tradition.neighbours(of: member).contains { other in
      !tradition.witnesses[other].isGuest && tradition.isSpun(member, from: other)
    }
    return spun ? .spun : .unknown
  }

  private func kind(_ parent: Int, _ member: Int, _ arc: ArcTable.Arc) -> CopyKind {
    if let link = tradition.link(from: parent, to: member) { return link.pair.kind }
    guard let difference = arc.difference else { return .unknown }
    return difference.isEqual ? .verbatim : .edited
  }

  // MARK: Reasons

  private func heldEvidence(_ parent: Int, _ member: Int, _ arc: ArcTable.Arc) -> [Stemma.Evidence] {
    let f = arc.features
    var evidence: [Stemma.Evidence] = material.lines(of: member, naming: parent).map {
      Stemma.Evidence(kind: .credit, text: $0, article: tradition.id(member))
    }
    if f[.feed] + f[.feedShared] > 0, let unnamed = claims.statements[member].unnamed {
      evidence.append(Stemma.Evidence(kind: .credit, text: unnamed.text, article: tradition.id(member)))
    }
    if f[.ownEarlier] + f[.ownVersion] > 0 {
      let outlet = tradition.witnesses[member].article.outlet ?? ""
      evidence.append(
        Stemma.Evidence(
          kind: .version, text: "An earlier page of \(outlet) itself", article: tradition.id(parent)))
    }
    if let shared = Reasons.shared(backbone, member, arc, tradition) { evidence.append(shared) }
    let link = tradition.link(from: parent, to: member)
    if let link {
      evidence.append(Reasons.passages(link))
    } else if let difference = arc.difference, difference.equalWords > 0 {
      evidence.append(Reasons.passages(difference, of: material.words(member)))
    }
    if isContained(member, in: parent, link, arc) {
      let share = link?.ofCopy ?? 1
      evidence.append(
        Stemma.Evidence(
          kind: .containment, text: "\(Reasons.percent(share)) of it lies within the other",
          article: tradition.id(member)))
    }
    if f[.typographyForward] > 0, f[.typographyBack] == 0 {
      evidence.append(
        Stemma.Evidence(
          kind: .direction, text: "Straight quotation marks have become typographic ones",
          article: tradition.id(member)))
    }
    if f[.headlineSame] > 0 {
      evidence.append(
        Stemma.Evidence(
          kind: .headline, text: "The same headline: \(tradition.witnesses[member].article.title ?? "")",
          article: tradition.id(parent)))
    }
    if let clock = Reasons.time(tradition, order, parent, member) { evidence.append(clock) }
    if tradition.isSpun(member, from: parent) { evidence.append(Reasons.spinning(tradition, member)) }
    if evidence.isEmpty {
      evidence.append(
        Stemma.Evidence(kind: .passages, text: "The two stand in one family", article: tradition.id(parent)))
    }
    return evidence
  }

  private func isContained(_ member: Int, in parent: Int, _ link: Tradition.Link?, _ arc: ArcTable.Arc)
    -> Bool
  {
    if let link { return link.ofCopy > 0.9 && link.ofSource < 0.8 }
    guard let difference = arc.difference else { return false }
    return difference.added + difference.replaced == 0 && difference.cut > 0
  }

  private func lostEvidence(_ parent: Int, _ member: Int, _ arc: ArcTable.Arc) -> [Stemma.Evidence] {
    let number = parent - tradition.memberCount
    let source = material.lost.all[number]
    var evidence: [Stemma.Evidence] = []
    if let client = source.clients.first(where: { $0.member == member }) {
      evidence.append(
        Stemma.Evidence(kind: .credit, text: client.claim.credit.text, article: tradition.id(member)))
    } else {
      if let unnamed = claims.statements[member].unnamed {
        evidence.append(Stemma.Evidence(kind: .credit, text: unnamed.text, article: tradition.id(member)))
      }
      evidence += sameAsClients(of: source, member)
    }
    if spunKind(of: member) == .spun { evidence.append(Reasons.spinning(tradition, member)) }
    return evidence
  }

  /// Who names a lost source, where the page itself does not.
  private func sameAsClients(of source: LostSources.Source, _ member: Int) -> [Stemma.Evidence] {
    // Some are enough to be named; all would be asked for each of the others (invariant 12).
    let related = source.clients.prefix(64).filter { tradition.link(from: $0.member, to: member) != nil }
    guard let first = related.first ?? source.clients.first else { return [] }
    var evidence = [
      Stemma.Evidence(
        kind: .credit,
        text: "\(source.spelled) is the one agency that pages of this report name as its source: "
          + first.claim.credit.text,
        article: tradition.id(first.member))
    ]
    if let link = tradition.link(from: first.member, to: member) {
      let pages = related.count == 1 ? "a page that credits" : "\(related.count) pages that credit"
      evidence.append(
        Stemma.Evidence(
          kind: .passages,
          text: "The same text as in \(pages) \(source.spelled); \(Reasons.passages(link).text)",
          article: tradition.id(first.member)))
    }
    return evidence
  }

  private func alternative(_ node: Int) -> Stemma.Evidence? {
    if node < tradition.memberCount { return Reasons.alternative(tradition, node) }
    return Stemma.Evidence(
      kind: .alternative,
      text: "\(material.lost.all[node - tradition.memberCount].spelled) would explain it as well")
  }

  private mutating func drawUpstream(from parent: Int, to node: Int) {
    let below = node - tradition.memberCount
    let source = material.lost.all[parent - tradition.memberCount]
    // A page that names the one and hands down the other.
    var evidence: [Stemma.Evidence] = []
    for client in material.lost.all[below].clients {
      let statement = claims.statements[client.member]
      if let claim = statement.agencies.first(where: { $0.name.isSame(as: source.name) }) {
        evidence.append(
          Stemma.Evidence(kind: .credit, text: claim.credit.text, article: tradition.id(client.member)))
      } else if let unnamed = statement.unnamed {
        evidence.append(
          Stemma.Evidence(kind: .credit, text: unnamed.text, article: tradition.id(client.member)))
        evidence += sameAsClients(of: source, client.member).filter { $0.kind == .credit }
      }
      if !evidence.isEmpty { break }
    }
    guard !evidence.isEmpty else { return }
    arrows.draw(
      Arrows.Arrow(
        from: end(parent), to: end(node), kind: .unknown, confidence: evidence.count > 1 ? 0.8 : 0.9,
        evidence: evidence))
  }
}
