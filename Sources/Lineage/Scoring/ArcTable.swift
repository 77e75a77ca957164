import Foundation
import Press

/// Every arrow that a family's stemma might have, with its features.
///
/// Nodes are the members by number, then the lost sources; ``root`` stands for what nobody knows of.
struct ArcTable {
  /// A possible arrow.
  struct Arc {
    let from: Int
    let to: Int
    var features: FeatureVector
    let difference: TextTable.Difference?
  }

  /// Members beyond which a page is weighed against its nearest alone (invariant 12).
  static let mostCompared = 160
  /// How many those are.
  static let nearest = 24

  let memberCount: Int
  let lostCount: Int
  private(set) var arcs: [Arc] = []
  /// By node: the arrows that may lead to it.
  private(set) var into: [[Int]]
  let isWhole: Bool

  /// Whether any two pages have stamps that can be told apart or set beside each other.
  var isTimed: Bool {
    arcs.contains {
      $0.features[.delayLog] != 0 || $0.features[.delayHour] != 0 || $0.features[.against] != 0
    }
  }

  var root: Int { memberCount + lostCount }
  var nodeCount: Int { memberCount + lostCount + 1 }

  private let tradition: Tradition
  private let material: Material

  init(_ tradition: Tradition, _ material: Material) {
    self.tradition = tradition
    self.material = material
    memberCount = tradition.memberCount
    lostCount = material.lost.all.count
    isWhole = memberCount <= Self.mostCompared
    into = Array(repeating: [], count: memberCount + lostCount)
    for copy in tradition.members {
      for source in sources(of: copy) { add(pair(source, copy)) }
      for lost in lostSources(of: copy) { add(self.lost(lost, copy)) }
      compareWithNearest(copy)
      add(Arc(from: root, to: copy, features: rootFeatures(copy), difference: nil))
    }
    for (number, source) in material.lost.all.enumerated() {
      for below in source.upstreamOf {
        var features = FeatureVector()
        features[.lostUpstream] = 1
        add(Arc(from: memberCount + number, to: memberCount + below, features: features, difference: nil))
      }
      var features = FeatureVector()
      features[.lostRoot] = 1
      add(Arc(from: root, to: memberCount + number, features: features, difference: nil))
    }
  }

  private mutating func add(_ arc: Arc) {
    into[arc.to].append(arcs.count)
    arcs.append(arc)
  }

  // MARK: Who may be a parent

  /// Share of a copy's words that a parent must have.
  private static let leastExplained = 0.25

  private func sources(of copy: Int) -> [Int] {
    var found: [Int]
    if isWhole, material.texts != nil {
      found = tradition.members.filter { $0 != copy }
    } else {
      found = tradition.neighbours(of: copy).filter { tradition.members.contains($0) && $0 != copy }
    }
    let named = material.named(by: copy)
    if !named.isEmpty { found = Set(found).union(named.prefix(Self.nearest)).subtracting([copy]).sorted() }
    found = found.filter { source in
      // Nobody makes plain text of spun; and what was spun before this page was there was spun from another.
      !tradition.isSpun(source, from: copy)
        && !(tradition.isSpun(copy, from: source) && material.order.clock(source, copy) == .against)
    }
    guard !isWhole, found.count > Self.nearest else { return found }
    let namedSet = Set(named)
    let ranked = found.sorted { a, b in cheapness(a, copy, namedSet) < cheapness(b, copy, namedSet) }
    return ranked.prefix(Self.nearest).sorted()
  }

  private func cheapness(_ source: Int, _ copy: Int, _ named: Set<Int>) -> (Int, Int, Int, Int) {
    let link = tradition.link(from: source, to: copy)
    let late = material.order.clock(source, copy) == .against ? 1 : 0
    let missing = link.map { $0.pair.changes + max(0, $0.copyWords - $0.pair.equalWords) } ?? .max
    return (named.contains(source) ? 0 : 1, late, missing, material.order.rank(of: source))
  }

  private func lostSources(of copy: Int) -> [Int] {
    let own = material.lost.ofMember[copy]
    if !own.isEmpty || lostCount == 0 { return own }
    // Who credits nobody may be one more client of the only agency.
    let agencies = material.lost.all.indices.filter {
      material.lost.all[$0].isAgency && !material.lost.all[$0].clients.isEmpty
    }
    guard agencies.count == 1, material.claims.agencies.count == 1, !material.isNamedAgency[copy],
      material.named(by: copy).isEmpty
    else { return [] }
    return agencies
  }

  // MARK: Features

  private func rootFeatures(_ copy: Int) -> FeatureVector {
    var f = FeatureVector()
    f[.root] = 1
    if material.times.isFirst[copy] { f[.rootFirst] = 1 }
    f[.rootLate] = min(48, material.times.hoursAfterFirst(copy) ?? 0)
    f[.rootNamed] = log1p(Double(material.namedCount[copy]))
    if memberCount > 2, material.headlines.isOdd(copy) { f[.rootHeadlineOdd] = 1 }
    f[.rootWords] = Double(material.words(copy)) / 100
    if material.claims.statements[copy].unnamed != nil { f[.rootFeed] = 1 }
    if material.isNamedAgency[copy] { f[.rootAgency] = 1 }
    if lostCount > 0 { f[.rootBesideLost] = 1 }
    return f
  }

  private func lost(_ lost: Int, _ copy: Int) -> Arc {
    let source = material.lost.all[lost]
    var f = FeatureVector()
    if material.lost.ofMember[copy].contains(lost) {
      f[source.isAgency ? .lost : .lostOutlet] = 1
      if material.lineTable.isAlone(material.lost.words(of: copy, naming: lost)) { f[.lostAlone] = 1 }
      if !material.named(by: copy).isEmpty { f[.lostBesideHeld] = 1 }
    } else if material.claims.statements[copy].unnamed != nil {
      f[.lostFeed] = 1
    } else {
      f[.lostUncredited] = 1
    }
    f[.lostNamed] = log1p(Double(material.namedAmongClients(of: lost, but: copy)))
    material.habits.features(of: lost, copy, &f, memberCount: memberCount)
    if let delay = material.times.hoursAfterFirst(copy) { f[.lostDelay] = log1p(max(0, delay)) }
    var difference: TextTable.Difference?
    if let texts = material.texts {
      let d = texts.difference(from: memberCount + lost, to: copy)
      text(d, &f, copy)
      difference = d
    } else if let d = farthest(from: source.clients.map(\.member), copy) {
      text(d, &f, copy)
      difference = d
    }
    if f[.lostUncredited] > 0, let difference, difference.shared > 0 { f[.lostUncreditedEdited] = 1 }
    if f[.lostNamed] == 0, f[.lost] + f[.lostFeed] > 0 { f[.lostUnrivalled] = 1 }
    return Arc(from: memberCount + lost, to: copy, features: f, difference: difference)
  }

  /// Where nobody can say what a lost one had: what lies between the page and that client which is farthest from it.
  private func farthest(from clients: [Int], _ copy: Int) -> TextTable.Difference? {
    clients.filter { $0 != copy }.prefix(Self.nearest).compactMap { material.difference($0, copy) }
      .max { $0.cutWords + $0.addedWords < $1.cutWords + $1.addedWords }
  }

  private func pair(_ source: Int, _ copy: Int) -> Arc {
    var f = FeatureVector()
    let difference = material.difference(source, copy)
    if let difference, difference.equalWords > 0 {
      text(difference.explained(byPart: material.hasPart(copy, beside: source)), &f, copy)
    } else {
      f[.noText] = 1
    }
    if let difference, Double(difference.equalWords) < Self.leastExplained * Double(material.words(copy)) {
      f[.noText] = 1
    }
    if tradition.isSpun(copy, from: source) { f[.spun] = 1 }
    if isIdentical(source, copy) { f[.identical] = 1 }
    material.lines(source, copy, &f)
    material.headlines.features(source, copy, &f)
    material.credits(
      source, copy, share: Double(difference?.equalWords ?? 0) / Double(max(1, material.words(copy))), &f)
    material.times.features(source, copy, &f, order: material.order, memberCount: memberCount)
    version(source, copy, &f)
    if material.isPart(source, of: copy) { f[.part] = 1 }
    if material.hasPart(copy, beside: source) { f[.partOfOther] = 1 }
    let lost = material.lost.ofMember[copy]
    if !lost.isEmpty {
      let shared = lost.filter { material.lost.ofMember[source].contains($0) }
      f[shared.isEmpty ? .copyOfLost : .bothOfLost] = 1
      let isAlike = shared.contains {
        material.lost.words(of: copy, naming: $0) == material.lost.words(of: source, naming: $0)
      }
      if isAlike {
        f[.bothOfLostAlike] = 1
      }
    }
    return Arc(from: source, to: copy, features: f, difference: difference)
  }

  /// Sets what each arrow to a page asks for beyond the page's nearest possible source.
  private mutating func compareWithNearest(_ copy: Int) {
    struct Distance {
      var events = 0.0, words = 0.0, lines = 0.0, headline = 0.0
      var all: Double { events + lines + headline }
    }
    func distance(_ arc: Arc) -> Distance? {
      guard let d = arc.difference else { return nil }
      let f = arc.features
      return Distance(
        events: Double(d.cut + d.added + d.replaced), words: Double(d.cutWords + d.addedWords),
        lines: exp(f[.linesGained]) + exp(f[.linesDropped]) - 2, headline: 1 - f[.headlineSame])
    }
    // What the clock speaks against is no measure, unless there is nothing else.
    let held = into[copy].filter { arcs[$0].from < memberCount && arcs[$0].difference != nil }
    let before = held.filter { arcs[$0].features[.against] == 0 }
    let measures = (before.isEmpty ? held : before).compactMap { distance(arcs[$0]) }
    guard let all = measures.map(\.all).min(), let words = measures.map(\.words).min(),
      let lines = measures.map(\.lines).min(), let headline = measures.map(\.headline).min()
    else { return }
    var nearest: [Int] = []
    for number in into[copy] {
      guard let own = distance(arcs[number]) else {
        arcs[number].features[.beyondNearest] = 8
        continue
      }
      let beyond = max(0, own.all - all)
      arcs[number].features[.beyondNearest] = min(8, beyond)
      arcs[number].features[.beyondNearestWords] = log1p(max(0, own.words - words))
      arcs[number].features[.beyondNearestLines] = min(6, max(0, own.lines - lines))
      arcs[number].features[.beyondNearestHeadline] = max(0, own.headline - headline)
      if beyond < 0.5 {
        arcs[number].features[.nearest] = 1
        if arcs[number].from < memberCount { nearest.append(number) }
      }
    }
    for number in nearest {
      arcs[number].features[.nearestCount] = log(Double(max(1, nearest.count)))
      let rank = material.order.rank(of: arcs[number].from)
      if !nearest.contains(where: { material.order.rank(of: arcs[$0].from) < rank }) {
        arcs[number].features[.nearestFirst] = 1
      }
      if !nearest.contains(where: { material.order.rank(of: arcs[$0].from) > rank }) {
        arcs[number].features[.nearestLast] = 1
      }
    }
  }

  private func isIdentical(_ source: Int, _ copy: Int) -> Bool {
    let (from, to) = (tradition.witnesses[source].article, tradition.witnesses[copy].article)
    return !to.text.isEmpty && from.title == to.title && from.text.utf8.count == to.text.utf8.count
      && from.text == to.text
  }

  private func version(_ source: Int, _ copy: Int, _ f: inout FeatureVector) {
    guard let link = tradition.link(from: source, to: copy) else { return }
    let clock = material.order.clock(source, copy)
    let isEarlier = clock == .likelyBefore || clock == .surelyBefore
    guard isEarlier, let outlet = tradition.witnesses[source].outlet,
      tradition.witnesses[copy].outlet?.isSame(as: outlet) == true
    else { return }
    if link.pair.versions { f[.ownVersion] = 1 }
    if link.ofCopy >= 0.8 { f[.ownEarlier] = 1 }
  }

  private func text(_ d: TextTable.Difference, _ f: inout FeatureVector, _ copy: Int) {
    f[.cutEvents] = log1p(Double(d.cut))
    f[.cutCount] = min(4, Double(d.cut))
    f[.cutWords] = log1p(Double(d.cutWords))
    f[.cutEnd] = d.cutsEnd ? 1 : 0
    f[.addedEvents] = log1p(Double(d.added))
    f[.addedCount] = min(4, Double(d.added))
    f[.addedWords] = log1p(Double(d.addedWords))
    f[.addedHundreds] = min(20, Double(d.addedWords) / 100)
    f[.replacedEvents] = log1p(Double(d.replaced))
    f[.replacedCount] = min(8, Double(d.replaced))
    f[.replacedWords] = log1p(Double(d.replacedWords))
    f[.replacedShare] = min(0.5, 2 * Double(d.replaced) / Double(max(40, material.words(copy))))
    f[.undoneEvents] = log1p(Double(d.undone))
    f[.undoneWords] = log1p(Double(d.undoneWords))
    f[.sharedEvents] = log1p(Double(d.shared))
    f[.sharedCount] = min(4, Double(d.shared))
    f[.sharedRare] = min(12, d.sharedRare)
    f[.cutShared] = min(4, Double(d.cutShared))
    f[.cutSharedRare] = min(12, d.cutSharedRare)
    f[.explained] = Double(d.equalWords) / Double(max(1, d.equalWords + d.addedWords))
    f[.taken] = Double(d.equalWords) / Double(max(1, d.equalWords + d.cutWords))
    f[.equal] = d.isEqual ? 1 : 0
    f[.typographyForward] = d.straightToCurly > 0 ? 1 : 0
    f[.typographyBack] = d.curlyToStraight > 0 ? 1 : 0
    if d.straightToCurly + d.curlyToStraight > 0, let texts = material.texts {
      let alike = texts.styleCount[Int(texts.style[copy])]
      f[.typographySharedRare] = log(Double(memberCount + 1) / Double(max(1, alike)))
    }
  }
}
