import Foundation
import Press

/// What a family's possible arrows are measured by.
struct Material {
  let tradition: Tradition
  let claims: Claims
  let names: HeldNames
  let lost: LostSources
  let order: WitnessOrder
  let times: Times
  let headlines: Headlines
  let lineTable: LineTable
  let habits: Habits
  private(set) var texts: TextTable?
  /// By member: how many others name its outlet.
  let namedCount: [Int]
  /// By member: whether others name its outlet as the agency.
  let isNamedAgency: [Bool]
  /// By lost source: its client whom most name, how many do, and how many name the next.
  private let mostNamed: [(member: Int, count: Int, second: Int)]
  /// By member: the fewest places in which another member differs from it.
  private let fewestChanges: [Int]
  /// By member, then outlet.
  private let naming:
    [[Int: (own: Bool, shared: Bool, ownDateline: Bool, sharedDateline: Bool, lines: [Int])]]

  init(_ tradition: Tradition, _ claims: Claims, _ apparatus: Apparatus?) {
    self.tradition = tradition
    self.claims = claims
    let names = HeldNames(tradition)
    self.names = names
    let lost = LostSources(tradition, claims, names)
    self.lost = lost
    habits = Habits(tradition, claims, lost)
    let table = LineTable(tradition, claims, names)
    lineTable = table
    var naming: [[Int: (own: Bool, shared: Bool, ownDateline: Bool, sharedDateline: Bool, lines: [Int])]] = []
    var namedBy = [Int](repeating: 0, count: names.outlets.count)
    for member in tradition.members {
      var byOutlet: [Int: (own: Bool, shared: Bool, ownDateline: Bool, sharedDateline: Bool, lines: [Int])] =
        [:]
      for one in table.naming[member] where !one.isPart {
        let isOwn = table.holders[one.line] == 1
        for outlet in one.outlets {
          var entry = byOutlet[outlet] ?? (false, false, false, false, [])
          if one.isDateline {
            if isOwn { entry.ownDateline = true } else { entry.sharedDateline = true }
          } else if isOwn {
            entry.own = true
          } else {
            entry.shared = true
          }
          entry.lines.append(one.line)
          byOutlet[outlet] = entry
        }
      }
      for outlet in byOutlet.keys { namedBy[outlet] += 1 }
      naming.append(byOutlet)
    }
    self.naming = naming
    fewestChanges = tradition.members.map { member in
      tradition.neighbours(of: member).filter(tradition.members.contains).compactMap {
        tradition.link(from: $0, to: member)?.pair.changes
      }.min() ?? 0
    }
    namedCount = tradition.members.map { names.outletOf[$0] < 0 ? 0 : namedBy[names.outletOf[$0]] }
    let namedCount = namedCount
    mostNamed = lost.all.map { source in
      var most = (member: -1, count: 0, second: 0)
      for client in source.clients {
        let count = namedCount[client.member]
        if most.member < 0 || count > most.count {
          most = (client.member, count, most.count)
        } else {
          most.second = max(most.second, count)
        }
      }
      return most
    }
    let heads = Set(names.outlets.indices.filter { namedBy[$0] > 0 }.flatMap { names.outlets[$0].pages })
    order = WitnessOrder(tradition, heads: heads)
    times = Times(tradition, order)
    headlines = Headlines(tradition)
    isNamedAgency = tradition.members.map { member in
      guard let outlet = tradition.witnesses[member].outlet else { return false }
      return claims.agencies.keys.contains { $0.isSame(as: outlet) }
    }
    let order = order
    let times = times
    texts = apparatus.flatMap {
      TextTable(
        $0, tradition, rank: tradition.members.map(order.rank),
        isUndated: tradition.members.map { times.hours[$0] == nil },
        lost: lost.all.count)
    }
    for (number, source) in lost.all.enumerated() where !source.clients.isEmpty {
      texts?.reconstruct(tradition.memberCount + number, from: source.clients.map(\.member))
    }
  }

  /// Words of a member's text, furniture aside.
  func words(_ member: Int) -> Int { texts?.length[member] ?? tradition.witnesses[member].words }

  /// Members that `copy` names.
  func named(by copy: Int) -> [Int] {
    naming[copy].keys.sorted().flatMap { names.outlets[$0].pages }.filter {
      $0 < tradition.memberCount && $0 != copy
    }
  }

  /// How many name a held client of a lost source, at most: the report was in the family before they had it.
  func namedAmongClients(of lost: Int, but copy: Int) -> Int {
    let most = mostNamed[lost]
    return most.member == copy ? most.second : most.count
  }

  /// What lies between two texts: by the apparatus, else by what matching counted.
  func difference(_ source: Int, _ copy: Int) -> TextTable.Difference? {
    if let texts { return texts.difference(from: source, to: copy) }
    guard let link = tradition.link(from: source, to: copy) else { return nil }
    var d = TextTable.Difference()
    let pair = link.pair
    d.equalWords = pair.equalWords
    d.addedWords = max(0, link.copyWords - pair.equalWords)
    d.cutWords = max(0, link.sourceWords - pair.equalWords)
    d.replacedWords = min(d.addedWords, d.cutWords)
    // What another explains has been written once, and not again.
    d.shared = max(0, pair.changes - fewestChanges[copy])
    // Places are counted, not what sort they are of.
    let places = max(pair.changes, d.addedWords + d.cutWords > 0 ? 1 : 0)
    if d.addedWords > 0, d.cutWords > 0 {
      let one = places / 3
      if d.cutWords > 2 * d.addedWords {
        d.cut = max(1, one)
      } else if d.addedWords > 2 * d.cutWords {
        d.added = max(1, one)
      }
      d.replaced = max(0, places - d.cut - d.added)
    } else if d.cutWords > 0 {
      d.cut = places
    } else if d.addedWords > 0 {
      d.added = places
    }
    return d
  }

  /// The lines of `copy` that name `source`, and that `source` has not.
  func lines(of copy: Int, naming source: Int) -> [String] {
    let outlet = names.outletOf[source]
    return lineTable.naming[copy].filter { $0.outlets.contains(outlet) && !lineTable.has($0.line, source) }
      .map(\.text)
  }

  /// Whether a page says that somebody other than `source` supplied a part of it, in a line that `source` has not.
  func hasPart(_ copy: Int, beside source: Int) -> Bool {
    guard lost.ofMember[copy].isEmpty else { return false }
    return claims.statements[copy].contributors.contains { claim in
      !hasLine(SourceName.words(of: claim.credit.text), source)
        && tradition.witnesses[source].outlet?.isSame(as: claim.name) != true
    }
  }

  /// Whether `copy` names `source` for a part of its text, and nowhere for the whole.
  func isPart(_ source: Int, of copy: Int) -> Bool {
    let outlet = names.outletOf[source]
    let lines = lineTable.naming[copy].filter { $0.outlets.contains(outlet) }
    return !lines.isEmpty && lines.allSatisfy(\.isPart)
  }

  /// Whether a member has a line of these words.
  func hasLine(_ words: [String], _ member: Int) -> Bool { lineTable.has(words, member) }

  func lines(_ source: Int, _ copy: Int, _ f: inout FeatureVector) {
    let (from, to) = (lineTable.apart[source], lineTable.apart[copy])
    guard !from.isEmpty || !to.isEmpty else { return }
    var gained = 0.0
    for line in to where !lineTable.has(line, source) {
      gained += 1
      let holders = Double(lineTable.holders[line])
      f[.linesGainedRare] += 1 / holders
      guard holders > 1 else { continue }
      // Others than the copy have it, the source not.
      let rare = log(Double(tradition.memberCount + 1) / holders)
      f[.linesShared] += 1
      f[.linesSharedRare] += rare
      if lineTable.isDateline[line] { f[.datelineSharedRare] += rare }
    }
    var dropped = 0.0
    for line in from where !lineTable.has(line, copy) {
      dropped += 1
      let lacking = Double(tradition.memberCount - lineTable.holders[line])
      guard lacking > 1 else { continue }
      f[.linesDroppedShared] += 1
      f[.linesDroppedSharedRare] += log(Double(tradition.memberCount + 1) / lacking)
    }
    f[.linesDroppedShared] = min(6, f[.linesDroppedShared])
    f[.linesDroppedSharedRare] = min(12, f[.linesDroppedSharedRare])
    f[.linesGained] = log1p(gained)
    f[.linesGainedCount] = min(4, gained)
    f[.linesDropped] = log1p(dropped)
    f[.linesDroppedCount] = min(4, dropped)
    f[.linesShared] = min(6, f[.linesShared])
    f[.linesSharedRare] = min(12, f[.linesSharedRare])
    if gained + dropped == 0 {
      f[.linesSame] = 1
    } else if to.count > 1 {
      let others = lineTable.withSameLines[to] ?? 1
      if others > 1 { f[.linesAllShared] = log(Double(tradition.memberCount + 1) / Double(others)) }
    }
  }

  /// Part of a page that is nearly all of it.
  private static let nearlyWhole = 0.8

  /// What a page says of its source.
  ///
  /// - Parameter share: Part of the copy's words that the source has.
  func credits(_ source: Int, _ copy: Int, share: Double, _ f: inout FeatureVector) {
    let from = names.outletOf[source]
    let to = names.outletOf[copy]
    var namesSource = false
    if from >= 0, let entry = naming[copy][from], entry.lines.contains(where: { !lineTable.has($0, source) })
    {
      if entry.own { f[.credit] = 1 }
      if entry.shared { f[.creditShared] = 1 }
      let isElsewhere = entry.shared || entry.sharedDateline || entry.ownDateline
      if isElsewhere, creditsAgency(copy, from) { f[.creditAgency] = 1 }
      if entry.ownDateline { f[.dateline] = 1 }
      if entry.sharedDateline { f[.datelineShared] = 1 }
      namesSource = entry.own
    }
    // "With inputs from X" below a page that is X's all but a few words is a credit like any other; else the text decides.
    if from >= 0, !namesSource, share >= Self.nearlyWhole {
      let parts = lineTable.naming[copy].filter {
        $0.isPart && $0.outlets.contains(from) && !lineTable.has($0.line, source)
      }
      if let own = parts.first(where: { lineTable.holders[$0.line] == 1 }) ?? parts.first {
        namesSource = lineTable.holders[own.line] == 1
        f[namesSource ? .credit : .creditShared] = 1
      }
    }
    if !namesSource, naming[copy].contains(where: { $0.key != from && $0.value.own }) { f[.creditOther] = 1 }
    if to >= 0, to != from, let entry = naming[source][to], entry.own { f[.namesCopy] = 1 }
    let others = namedCount[source] - (from >= 0 && naming[copy][from] != nil ? 1 : 0)
    f[.named] = log1p(Double(max(0, others)))
    // A notice in spun words stood on the page that was spun: it says where that one has its text from.
    if let unnamed = claims.statements[copy].unnamed, !unnamed.spun, claims.agencies.count == 1,
      isNamedAgency[source]
    {
      f[lineTable.isAlone(SourceName.words(of: unnamed.text)) ? .feed : .feedShared] = 1
    }
    if isNamedAgency[copy] { f[.intoAgency] = 1 }
  }

  /// Whether a page credits an outlet as an agency: all its clients do so in the same words.
  private func creditsAgency(_ copy: Int, _ outlet: Int) -> Bool {
    tradition.witnesses[copy].article.credits.contains { credit in
      credit.kind == .agency
        && names.outlets(named: SourceName(credit.name), words: SourceName.words(of: credit.text))
          .contains(outlet)
    }
  }
}
