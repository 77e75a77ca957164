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
    var groups: [String: [Entry]] = [:]
    for article in given {
      let entry = Entry(article: article)
      if let twin = groups[article.id]?.firstIndex(where: { $0.hash == entry.hash }) {
        // The same text from two places is one article; the first place in order of bytes is kept.
        if entry.order < groups[article.id]?[twin].order ?? "" { groups[article.id]?[twin] = entry }
      } else {
        groups[article.id, default: []].append(entry)
      }
    }
    var articles: [Article] = []
    var notices: [Notice] = []
    for (id, group) in groups {
      for (position, entry) in group.sorted(by: { $0.hash < $1.hash }).enumerated() {
        guard position > 0 else {
          articles.append(entry.article)
          continue
        }
        var article = entry.article
        article.id = "\(id)~\(entry.digits.prefix(8))"
        // A given id may look like one of ours; its owner keeps it.
        if groups[article.id] != nil { article.id = "\(id)~\(entry.digits)" }
        while groups[article.id] != nil { article.id += "~" }
        articles.append(article)
        notices.append(
          Notice(
            source: article.source, reason: .duplicateID,
            detail:
              "another page has the id “\(id)” too; this one is called “\(article.id)”. Give every page an id of "
              + "its own to be rid of this"))
      }
    }
    self.articles = articles.sorted { $0.id < $1.id }
    self.notices = notices.sorted { ($0.source, $0.detail) < ($1.source, $1.detail) }
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
