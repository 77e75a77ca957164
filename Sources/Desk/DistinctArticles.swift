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
    var groups: [String: [(hash: UInt64, article: Article)]] = [:]
    for article in given {
      let hash = ContentHash.of(article)
      if groups[article.id]?.contains(where: { $0.hash == hash }) == true { continue }
      groups[article.id, default: []].append((hash, article))
    }
    var articles: [Article] = []
    var notices: [Notice] = []
    for (id, group) in groups {
      for (position, entry) in group.sorted(by: { $0.hash < $1.hash }).enumerated() {
        var article = entry.article
        if position > 0 {
          let digits = String(entry.hash, radix: 16)
          article.id = "\(id)~\((String(repeating: "0", count: 16 - digits.count) + digits).prefix(8))"
          notices.append(
            Notice(
              source: article.source, reason: .duplicateID,
              detail:
                "another page has the id “\(id)” too; this one is called “\(article.id)”. Give every page an id of its own to be rid of this"
            ))
        }
        articles.append(article)
      }
    }
    self.articles = articles.sorted { $0.id < $1.id }
    self.notices = notices.sorted { $0.source < $1.source }
  }
}
