import Press

/// Articles of a pile with ids that are each one's own.
///
/// Of several articles with one id but different content, the one with the smallest content hash keeps it and the others
/// get `id~` and eight digits of their hash, as an archive does; the very same article given twice counts once.
public struct DistinctArticles {
  /// The articles, each with an id of its own, by id.
  public let articles: [Article]
  /// One for every article that was renamed.
  public let notices: [Notice]

  /// Sorts out `given`, whatever its order.
  public init(_ given: [Article]) {
    let groups = Dictionary(grouping: given, by: \.id)
    var articles: [Article] = []
    var notices: [Notice] = []
    for group in groups.values {
      guard group.count > 1 else {
        articles += group
        continue
      }
      let settled = Self.settle(group) { groups[$0] != nil }
      notices += settled.notices
      for (var article, verdict) in zip(group, settled.verdicts) {
        if case .twin = verdict { continue }
        if case .renamed(let id) = verdict { article.id = id }
        articles.append(article)
      }
    }
    self.articles = articles.sorted { $0.id < $1.id }
    self.notices = notices.sorted { ($0.source, $0.detail) < ($1.source, $1.detail) }
  }

  /// What becomes of an article that shares its id with others.
  enum Verdict: Equatable {
    case kept
    case renamed(String)
    /// The very same as another, which stays.
    case twin
  }

  /// Decides on articles of one id.
  ///
  /// - Parameter isTaken: Whether an article came with this id.
  /// - Returns: a verdict for each, in their order, and a notice for each that gets another id.
  static func settle(_ group: [Article], isTaken: (String) -> Bool) -> (
    verdicts: [Verdict], notices: [Notice]
  ) {
    let entries = group.map(Entry.init)
    // The same text from two places is one article; the first place in order of bytes is kept.
    let order = entries.indices.sorted {
      (entries[$0].hash, entries[$0].order) < (entries[$1].hash, entries[$1].order)
    }
    var verdicts = [Verdict](repeating: .kept, count: group.count)
    var notices: [Notice] = []
    for (position, index) in order.enumerated().dropFirst() {
      let entry = entries[index]
      guard entry.hash != entries[order[position - 1]].hash else {
        verdicts[index] = .twin
        continue
      }
      let id = entry.article.id
      var new = "\(id)~\(entry.digits.prefix(8))"
      // A given id may look like one of ours; its owner keeps it.
      if isTaken(new) { new = "\(id)~\(entry.digits)" }
      while isTaken(new) { new += "~" }
      verdicts[index] = .renamed(new)
      notices.append(
        Notice(
          source: entry.article.source, reason: .duplicateID,
          detail:
            "another page has the id “\(id)” too; this one is called “\(new)”. Give every page an id of "
            + "its own to be rid of this"))
    }
    return (verdicts, notices)
  }

  /// An article with what decides on its id.
  private struct Entry {
    let article: Article
    let hash: UInt64
    /// Tells twins apart that differ in nothing but what the content hash leaves out.
    let order: String

    init(article: Article) {
      self.article = article
      hash = ContentHash.of(article)
      let furniture = article.furniture.map { "\($0.kind.rawValue) \($0.text)" }.joined(separator: "\n")
      order = [article.source, article.modified?.iso ?? "", article.series ?? "", furniture].joined(
        separator: "\n")
    }

    var digits: String {
      let digits = String(hash, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
  }
}
