import Press

/// Sources beside the parent that the backbone gives a page: what merges two dispatches, takes background from an older
/// article, or follows an update.
///
/// The parent explains what of the page's text the pages of its tree have. A further source has to be named
/// (`StemmaBuilder+Named`), to be an earlier page of the same outlet of which something was kept, or to explain a stretch that is
/// left (`StemmaBuilder+Unnamed`).
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

  /// Pages that are asked what of a page they have (invariant 12).
  static let mostAsked = 256

  /// What of a page the pages of its parent's tree have, those below it aside.
  private func explained(of member: Int, _ descent: Descent) -> Explained {
    guard backbone.parent(of: member) != nil else { return Explained() }
    var explained = explainedByParent(of: member)
    let asked = tradition.neighbours(of: member).lazy.filter {
      $0 < tradition.memberCount && descent.top[$0] == descent.top[member] && !descent.isBelow($0, member)
    }.prefix(Self.mostAsked)
    let ranges = asked.map { tradition.link(from: $0, to: member)?.copyRanges ?? [] }
    // What one of many has may be from elsewhere in it as well.
    explained.insert(ranges.flatMap { $0 }, coveredBy: 1 + ranges.count / Self.manyAsked)
    return explained
  }

  /// Pages of a tree of which one alone does not say what the tree has.
  private static let manyAsked = 6

  /// What of a page its parent has, where that is held.
  func explainedByParent(of member: Int) -> Explained {
    var explained = Explained()
    if let parent = heldParent(of: member) {
      explained.insert(tradition.link(from: parent, to: member)?.copyRanges ?? [])
    }
    return explained
  }

  /// The backbone's parent of a page, where it is no lost one.
  func heldParent(of member: Int) -> Int? {
    backbone.parent(of: member).flatMap { $0 < tradition.memberCount ? $0 : nil }
  }

  /// Words of a stretch that is no chance, and how alike it is in both: where words differ, a nearer source is not held.
  private static let longWords = 20.0
  private static let nearlySame = 0.96

  /// What two pages share of which nothing else explains the copy's.
  struct Unexplained {
    /// Words of the copy.
    var words = 0.0
    /// Of these, such as both have alike.
    var equalWords = 0.0
    /// Where it begins, as a share of the copy's text and of the source's.
    var inCopy = 1.0
    var inSource = 1.0
  }

  /// - Parameter isStrict: Only stretches that are long and nearly the same count.
  func unexplained(_ link: Tradition.Link, _ explained: Explained, isStrict: Bool = false) -> Unexplained {
    var result = Unexplained()
    let passages = link.passages
    let bytes = passages.reduce(0) { $0 + $1.copy.count }
    guard bytes > 0 else { return result }
    let wordsPerByte = link.ofCopy * Double(link.copyWords) / Double(bytes)
    let copyEnd = Double(max(1, tradition.length(link.copy)))
    let sourceEnd = Double(max(1, tradition.length(link.source)))
    for (passage, left) in zip(passages, explained.bytesLeft(of: passages.map(\.copy))) where left > 0 {
      let words = Double(left) * wordsPerByte
      if isStrict, words < Self.longWords || passage.similarity < Self.nearlySame { continue }
      result.words += words
      result.equalWords += words * passage.similarity
      // A word or two beside what another has are no place of their own.
      guard 3 * left >= passage.copy.count else { continue }
      result.inCopy = min(result.inCopy, Double(passage.copy.lowerBound) / copyEnd)
      result.inSource = min(result.inSource, Double(passage.source.lowerBound) / sourceEnd)
    }
    return result
  }

  // MARK: The outlet's own older page

  /// Whether two pages are one outlet's.
  func isOwn(_ a: Int, _ b: Int) -> Bool {
    guard let outlet = tradition.witnesses[a].outlet else { return false }
    return tradition.witnesses[b].outlet?.isSame(as: outlet) == true
  }

  /// Share of a page that its outlet's older page must have.
  private static let olderShare = 0.25
  /// Words that tell of an older page: no desk writes so many twice.
  private static let fewestKept = 12.0

  /// An outlet that brings its page up to date takes most of the new one from elsewhere, and keeps something of the old. That
  /// it has printed the report before is not enough: it may have had each page from somebody else.
  private mutating func drawOlder(_ member: Int, _ explained: inout Explained) {
    let outlet = material.names.outletOf[member]
    guard outlet >= 0, let parent = backbone.parent(of: member) else { return }
    let older = material.names.outlets[outlet].pages.filter {
      $0 != member && $0 != parent && $0 < tradition.memberCount && isKept($0, in: member)
    }
    guard let best = older.min(by: { weight($0, member) < weight($1, member) }),
      let link = tradition.link(from: best, to: member)
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
        from: .held(best), to: .held(member), kind: link.pair.kind, confidence: Confidence.older,
        evidence: evidence))
    if isDrawn { explained.insert(link.copyRanges) }
  }

  private func isKept(_ older: Int, in member: Int) -> Bool {
    guard let link = tradition.link(from: older, to: member), link.ofCopy >= Self.olderShare else {
      return false
    }
    switch order.clock(older, member) {
    case .silent, .against: return false
    case .likelyBefore, .surelyBefore: break
    }
    // What a lost parent had nobody knows; the page takes its outlet's place in the wire's tree.
    guard let parent = heldParent(of: member) else { return true }
    let isTitled = material.headlines.isSame(older, member) && !material.headlines.isSame(parent, member)
    return isTitled || unexplained(link, explainedByParent(of: member)).words >= Self.fewestKept
  }
}
