import Archive
import Desk
import Export
import Press

/// An article that is new in an archive, and what was found out about it.
struct News: Encodable {
  struct Parent: Encodable {
    let id: String
    let label: String
    let lost: Bool
    let kind: CopyKind
    let confidence: Double
    /// Whether the clock speaks against it.
    let conflict: Bool
  }

  let article: String
  let outlet: String?
  let title: String?
  let source: String
  let published: Moment?
  let family: String
  /// Pages of the report.
  let size: Int
  let parents: [Parent]
  /// What it changed, by kind; `nil` where that was not looked at.
  let changes: [String: Int]?

  /// What it changed, in words.
  private let changed: String?
  private let name: String

  enum CodingKeys: String, CodingKey {
    case article, outlet, title, source, published, family, size, parents, changes
  }

  /// Pages of a report from which on it is not asked what a new one changed: thousands may come at once.
  private static let most = 1_000

  /// The articles with these ids, by families, as they lie in `archive`.
  static func all(_ ids: [String], in archive: Archive) throws -> [News] {
    var news: [News] = []
    var groups: [(family: Family, ids: [String])] = []
    var places: [String: Int] = [:]
    for id in ids {
      guard let family = try archive.family(of: id) else { continue }
      if let place = places[family.id] {
        groups[place].ids.append(id)
      } else {
        places[family.id] = groups.count
        groups.append((family, [id]))
      }
    }
    for group in groups {
      guard let stemma = try archive.stemma(family: group.family.id) else { continue }
      let isLookedAt = group.family.members.count > 1 && group.family.members.count <= most
      for article in try archive.articles(ids: group.ids) {
        let changes = isLookedAt ? try Desk.changes(of: article.id, along: stemma, in: archive) : nil
        news.append(News(article, group.family, stemma, changes))
      }
    }
    return news
  }

  private init(_ article: Article, _ family: Family, _ stemma: Stemma, _ changes: [Desk.Changes]?) {
    self.article = article.id
    outlet = article.outlet
    title = article.title
    source = article.source
    published = article.published
    self.family = family.id
    size = family.members.count
    name = ChangeSheet.name(article)
    let nodes = Dictionary(stemma.nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    parents = stemma.edges.filter { $0.to == article.id }.compactMap { edge in
      nodes[edge.from].map {
        Parent(
          id: edge.from, label: $0.label, lost: $0.lost, kind: edge.kind, confidence: edge.confidence,
          conflict: edge.evidence.contains { $0.kind == .conflict })
      }
    }
    let own = changes?.filter(\.isDecided).flatMap {
      ChangeSheet.standing($0.variants)
    }
    self.changes = own.map { own in
      Dictionary(grouping: own, by: \.kind.rawValue).mapValues(\.count)
    }
    changed = own.flatMap { $0.isEmpty ? nil : ChangeSheet.summary($0) }
  }

  /// One line for people.
  func line(_ look: Look) -> String {
    var parts = [look.bold(TextTree.clean(name)) + ": " + what]
    if let changed { parts.append("changed: " + changed) }
    parts.append("“\(TextTree.clean(title ?? "(no headline)"))”")
    let facts = [
      published.map { String($0.iso.prefix(10)) }, "\(family), \(counted(size, "page", "pages"))", source,
    ]
    parts.append(look.dim(facts.compactMap { $0 }.map(TextTree.clean).joined(separator: " · ")))
    return parts.joined(separator: " · ")
  }

  private var what: String {
    let sources = parents.map { TextTree.clean($0.label) + ($0.lost ? " (lost)" : "") }.joined(
      separator: " and ")
    guard let first = parents.first else {
      return size == 1 ? "new report" : "page of a known report, copied from none of those held"
    }
    let clock = parents.contains(where: \.conflict) ? ", against the clock" : ""
    let share = "\(Int((first.confidence * 100).rounded())) %\(clock)"
    if size == 1 { return "new report, from \(sources) (\(share))" }
    let kind =
      switch first.kind {
      case .edited: "edited copy of"
      case .partial: "partial copy of"
      case .spun: "spun copy of"
      default: "copy of"
      }
    return "\(kind) \(sources) (\(share))"
  }
}
