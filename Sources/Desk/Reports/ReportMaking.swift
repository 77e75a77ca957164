import Archive
import Press

/// Makes of a family and its stemma what a desk lists, sorts and counts.
enum ReportMaking {
  /// Changes of what is said, which are kept one by one; all others are counted.
  static let kept: Set<Variant.Kind> = [
    .quotation, .negation, .number, .date, .name, .attribution, .headline,
  ]
  /// Changes of one copy that are kept at most: a synonym machine makes hundreds.
  static let mostKept = 100

  /// - Parameters:
  ///   - articles: of the members, and of guests where they are a source.
  ///   - pairs: of the members, with guests too.
  ///   - standIns: of the members alone.
  static func entry(
    of family: Family, _ stemma: Stemma, articles: [Article], pairs: [Pair], standIns: [Pair],
    isCorrected: Bool = false
  ) -> ReportEntry {
    let byID = Dictionary(articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let members = family.members.compactMap { byID[$0] }
    let changes = Desk.changes(along: stemma, articles: articles, pairs: standIns).filter(\.isDecided)
    var counts: [Variant.Kind: Int] = [:]
    for change in changes { for variant in change.variants { counts[variant.kind, default: 0] += 1 } }
    let labels = Dictionary(
      stemma.nodes.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
    let pages = pages(of: family, stemma, members, pairs)
    let times = members.compactMap(\.published)
    let first = times.min { ($0.earliest, $0.latest, $0.iso) < ($1.earliest, $1.latest, $1.iso) }
    let last = times.max { ($0.earliest, $0.latest, $0.iso) < ($1.earliest, $1.latest, $1.iso) }
    let own = stemma.nodes.filter { $0.otherFamily == nil }
    var kinds: [CopyKind: Int] = [:]
    for edge in stemma.edges { kinds[edge.kind, default: 0] += 1 }
    let outlets = Set(members.compactMap(\.outlet)).sorted()
    let report = Report(
      id: family.id, title: title(of: family, stemma, byID), size: family.members.count,
      reach: outlets.count, lost: own.count(where: \.lost), first: first, last: last,
      span: times.count > 1 ? first.flatMap { first in last.map { Int($0.earliest - first.earliest) } } : nil,
      outlets: outlets, agencies: Set(own.filter(\.lost).map(\.label)).sorted(), kinds: kinds,
      changes: counts, isCorrected: isCorrected)
    return ReportEntry(
      report: report, members: pages, changes: changes.flatMap { keptChanges($0, family.id, labels) },
      flows: flows(stemma, byID, labels))
  }

  /// The headline of the first page: of those that were copied from nobody, else of all but those that the
  /// clock puts before their own source.
  private static func title(of family: Family, _ stemma: Stemma, _ byID: [String: Article]) -> String? {
    let copies = Set(stemma.edges.map(\.to))
    let doubtful = Set(stemma.edges.filter { $0.evidence.contains { $0.kind == .conflict } }.map(\.to))
    let held = family.members.compactMap { byID[$0] }
    let tops = held.filter { !copies.contains($0.id) }
    // A day without an hour comes after the hours of that day.
    func time(_ page: Article) -> String { (page.published?.iso ?? "") + "~" }
    let first = (tops.isEmpty ? held.filter { !doubtful.contains($0.id) } : tops)
      .min { (time($0), $0.id) < (time($1), $1.id) }
    let titles = [first?.title, family.representative.flatMap { byID[$0]?.title }] + held.map(\.title)
    return titles.lazy.compactMap(\.self).first { !$0.isEmpty }
  }

  // MARK: Pages

  private static func pages(
    of family: Family, _ stemma: Stemma, _ members: [Article], _ pairs: [Pair]
  ) -> [ReportEntry.Member] {
    var sources: [String: [String]] = [:]
    for edge in stemma.edges { sources[edge.to, default: []].append(edge.from) }
    let lost = Set(stemma.nodes.filter(\.lost).map(\.id))
    // Of a page, how much of it stands in each other.
    var covered: [String: [String: Double]] = [:]
    for pair in pairs where pair.kind.isCopying {
      covered[pair.a, default: [:]][pair.b] = pair.coverageA
      covered[pair.b, default: [:]][pair.a] = pair.coverageB
    }
    let originality = Dictionary(
      zip(family.members, family.originality).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
    return members.map { page in
      let parents = sources[page.id] ?? []
      let held = parents.filter { !lost.contains($0) }
      let own: Double
      if parents.isEmpty {
        own = 1
      } else if held.isEmpty {
        // What no other copy of the lost source has may be its own; where there is no other, nothing tells.
        own = members.count > 1 ? originality[page.id] ?? 0 : 0
      } else {
        own = 1 - min(1, held.reduce(0) { $0 + (covered[page.id]?[$1] ?? 1) })
      }
      return ReportEntry.Member(
        article: page.id, outlet: page.outlet, day: page.published?.day, words: words(in: page.text),
        own: own, sources: parents.count)
    }
  }

  private static func words(in text: String) -> Int {
    var count = 0
    var isInWord = false
    for byte in text.utf8 {
      let isBlank = byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
      if !isBlank, !isInWord { count += 1 }
      isInWord = !isBlank
    }
    return count
  }

  // MARK: Changes and flows

  private static func keptChanges(
    _ changes: Desk.Changes, _ family: String, _ labels: [String: String]
  ) -> [KeptChange] {
    guard let source = changes.compared.first else { return [] }
    let copy = changes.copy
    let variants = changes.variants.filter { kept.contains($0.kind) }
    let byWeight = Variant.Kind.byWeight.flatMap { kind in variants.filter { $0.kind == kind } }
    return byWeight.prefix(mostKept).compactMap { variant in
      guard let was = variant.readings.first, let now = variant.readings.last else { return nil }
      return KeptChange(
        family: family, kind: variant.kind, copy: copy.id, copyLabel: labels[copy.id] ?? copy.id,
        source: source.id, sourceLabel: labels[source.id] ?? source.id, lost: changes.lost, was: was.text,
        now: now.text, wasRange: was.witnesses.first?.range, nowRange: now.witnesses.first?.range,
        isSpun: changes.isSpun)
    }
  }

  private static func flows(
    _ stemma: Stemma, _ byID: [String: Article], _ labels: [String: String]
  ) -> [Flow] {
    struct Ends: Hashable {
      let source: String
      let isLost: Bool
      let copy: String
    }
    let lost = Set(stemma.nodes.filter(\.lost).map(\.id))
    var counts: [Ends: Int] = [:]
    for edge in stemma.edges {
      guard let copy = byID[edge.to]?.outlet else { continue }
      let isLost = lost.contains(edge.from)
      guard let source = isLost ? labels[edge.from] : byID[edge.from]?.outlet else { continue }
      counts[Ends(source: source, isLost: isLost, copy: copy), default: 0] += 1
    }
    return counts.map { Flow(source: $0.source, isLost: $0.isLost, copy: $0.copy, arrows: $1) }
      .sorted { ($0.source, $0.isLost ? 1 : 0, $0.copy) < ($1.source, $1.isLost ? 1 : 0, $1.copy) }
  }
}
