import Archive
import Desk
import Export
import Press

/// What the page of a report is made of, within bounds: a report of thousands of pages must not keep anybody waiting, and
/// what is left out is said.
struct FamilyMaterial {
  /// Pages that are drawn and listed at most; those that were copied themselves come first.
  static let mostPages = 500
  /// Copies that are compared with their sources, and the bytes of text of these copies, at most.
  static let mostCompared = 60
  static let mostBytes = 250_000
  /// Changes of what is said that are listed at most.
  static let mostKept = 400
  /// Pages of a report, at most, whose pairs are read to find who stands in for a lost source.
  static let mostPaired = 400

  let family: Family
  /// All that is known.
  let stemma: Stemma
  /// The part that is drawn.
  let view: FamilyView
  let descent: Descent
  let articles: [String: Article]
  /// What the copies changed beside what is said.
  let changes: [Desk.Changes]
  /// What was changed of what is said: quotations, numbers, names and the like, of all copies.
  let kept: [KeptChange]
  let report: Report?
  let isCorrected: Bool
  /// Copies that were not compared.
  let notCompared: Int
  /// Pages that are not drawn.
  let notDrawn: Int

  init?(_ id: String, in archive: Archive) throws {
    guard let shown = try archive.shown(family: id) else { return nil }
    try self.init(
      shown.family, shown.stemma, in: archive, report: try archive.report(id),
      kept: try archive.keptChanges(family: id, limit: Self.mostKept), isCorrected: shown.isCorrected)
  }

  /// - Parameter extra: A text that is not in the archive, and has its place in the stemma.
  init(
    _ family: Family, _ stemma: Stemma, in archive: Archive, report: Report? = nil, kept: [KeptChange] = [],
    isCorrected: Bool = false, with extra: Article? = nil
  ) throws {
    let stemma = stemma.nodes.isEmpty ? Self.unlinked(family) : stemma
    self.family = family
    self.stemma = stemma
    self.report = report
    self.kept = kept
    self.isCorrected = isCorrected
    let drawn = Self.excerpt(stemma, keeping: extra?.id)
    notDrawn = stemma.nodes.count - drawn.nodes.count
    let held = drawn.nodes.filter { !$0.lost }.map(\.id)
    let articles = try archive.articles(ids: held) + (extra.map { [$0] } ?? [])
    self.articles = Dictionary(articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    descent = Descent(drawn)
    let part = Self.comparable(drawn, descent, self.articles)
    let copies = Set(drawn.edges.map(\.to)).count
    notCompared = stemma.nodes.count - drawn.nodes.count + copies - Set(part.edges.map(\.to)).count
    let pairs =
      drawn.nodes.contains(where: \.lost) && family.members.count <= Self.mostPaired
      ? try archive.pairs(family: family.id) : []
    changes = Desk.changes(along: part, articles: articles, pairs: pairs)
    view = FamilyView(family: family, stemma: drawn, articles: articles)
  }

  /// A family for which nothing was drawn.
  private static func unlinked(_ family: Family) -> Stemma {
    Stemma(
      family: family.id,
      nodes: family.members.map { Stemma.Node(id: $0, lost: false, label: $0) }, edges: [])
  }

  /// The nodes from which others were copied, and as many of the rest as there is room for, with their arrows.
  private static func excerpt(_ stemma: Stemma, keeping: String?) -> Stemma {
    guard stemma.nodes.count > mostPages else { return stemma }
    let descent = Descent(stemma)
    var kept: Set<String> = []
    /// A node is kept with all its ancestors or not at all, or the drawing would hang in the air.
    func keep(_ id: String) {
      var line = [id]
      while let edge = descent.main[line[line.count - 1]], !kept.contains(edge.from) {
        line.append(edge.from)
      }
      if kept.count + line.count <= mostPages { kept.formUnion(line) }
    }
    if let keeping { keep(keeping) }
    for id in descent.order where !(descent.children[id] ?? []).isEmpty { keep(id) }
    for id in descent.order { keep(id) }
    return Stemma(
      family: stemma.family, nodes: stemma.nodes.filter { kept.contains($0.id) },
      edges: stemma.edges.filter { kept.contains($0.from) && kept.contains($0.to) })
  }

  /// The part of which the changes are looked for.
  private static func comparable(_ stemma: Stemma, _ descent: Descent, _ articles: [String: Article])
    -> Stemma
  {
    var left = mostBytes
    var kept: Set<String> = []
    for id in descent.order where descent.main[id] != nil && descent.nodes[id]?.lost == false {
      left -= articles[id]?.text.utf8.count ?? 0
      guard left > 0, kept.count < mostCompared else { break }
      kept.insert(id)
    }
    return Stemma(
      family: stemma.family, nodes: stemma.nodes,
      edges: stemma.edges.filter { kept.contains($0.to) })
  }

  // MARK: What it says

  var title: String { report?.title.map(Wording.headline) ?? view.title }

  func label(_ id: String) -> String { TextTree.clean(descent.nodes[id]?.label ?? id) }

  /// A name that leads to the page; a lost witness has none.
  func link(_ id: String) -> HTML {
    guard let node = descent.nodes[id] else { return HTML(escaping: TextTree.clean(id)) }
    if node.lost {
      return "<i class=\"lostname\">\(label(id))</i> <span title=\"lost: no page is held\">†</span>"
    }
    return "<a href=\"\(Link.article(id))\">\(label(id))</a>"
  }

  /// Where the arrow to a copy is explained.
  func arrow(_ edge: Stemma.Edge) -> String { Link.arrow(family.id, from: edge.from, to: edge.to) }

  var outlets: Int { report?.reach ?? Set(articles.values.compactMap(\.outlet)).count }
  var lost: Int { stemma.nodes.count { $0.lost && $0.otherFamily == nil } }

  /// The pages that state a time, the earliest first.
  var dated: [Article] {
    articles.values.filter { $0.published != nil && descent.nodes[$0.id]?.otherFamily == nil }.sorted {
      ($0.published?.earliest ?? 0, $0.id) < ($1.published?.earliest ?? 0, $1.id)
    }
  }

  /// From the first page to the last, in seconds.
  var span: Double? {
    if let span = report?.span { return Double(span) }
    guard let first = dated.first?.published, let last = dated.last?.published, dated.count > 1 else {
      return nil
    }
    return Double(max(0, last.earliest - first.earliest))
  }

  /// Who stands at the beginning of the line that leads to `id`: whose text it was.
  func origin(of id: String) -> String {
    var at = id
    while let edge = descent.main[at] { at = edge.from }
    return at
  }
}
