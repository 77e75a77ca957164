import GRDB

/// Keeps apart pages that came with the same id.
///
/// Definitions. A *group* is the articles with one own id. Its *first* is the one with the smallest content hash,
/// unsigned. The *head* of a hash is its upper 32 bits.
///
/// The id of an article is a function of the set of articles alone, never of the order in which they came:
/// 1. the first of a group is called by the own id;
/// 2. another is `own~` and its head in hexadecimal, unless that is some article's own id, or another of the group
///    has the same head;
/// 3. else it is `own~` and its whole hash, with as many `~` behind as keep it from being an own id.
///
/// Two groups never give the same id: what stands before the last `~` followed by digits is the own id, and an own
/// id that looks so itself has precedence by 2 and 3. Adding an article therefore changes at most four names: its own,
/// that of the group's first, that of the one other with the same head, and that of whoever bore its own id as a
/// given name. The work is bounded however many pages share an id (invariant 12).
struct OwnIDs {
  let database: Database

  /// Renames what has to be renamed before an article is inserted.
  ///
  /// - Returns: the new article's id, and how many older ones changed theirs.
  func makeRoom(for own: String, contentHash: UInt64) throws -> (id: String, renamed: Int) {
    let bearer = try Command("SELECT key, own_id, content_hash FROM article WHERE id = ?", database)
      .first(own) { Named(key: $0.integer(0), own: $0.text(1), hash: $0.hash(2)) }
    guard let bearer else { return (own, 0) }
    let newcomer = Named(key: 0, own: own, hash: contentHash)
    if bearer.own != own {
      return (own, try rename([bearer], newcomer: newcomer))
    }
    let newcomerIsFirst = contentHash < bearer.hash
    var changed = try others(withHeadOf: newcomer).filter { $0.hash != bearer.hash }
    if newcomerIsFirst { changed.append(bearer) }
    let renamed = try rename(changed, newcomer: newcomer)
    return (newcomerIsFirst ? own : try givenName(newcomer, newcomer: newcomer), renamed)
  }

  private struct Named {
    let key: Int64
    let own: String
    let hash: UInt64
    var head: UInt64 { hash >> 32 }
  }

  private func rename(_ articles: [Named], newcomer: Named) throws -> Int {
    var count = 0
    for article in articles {
      let name = try givenName(article, newcomer: newcomer)
      try Command("UPDATE article SET id = ?1 WHERE key = ?2 AND id <> ?1", database).run(name, article.key)
      let changed = database.changesCount
      count += changed
      // Ids decide on the order in which texts are compared, and on a family's name.
      if changed > 0 {
        try Command("UPDATE fingerprint SET due = 3 WHERE article = ?", database).run(article.key)
      }
    }
    return count
  }

  /// Rules 2 and 3, with `newcomer` counted in.
  private func givenName(_ article: Named, newcomer: Named) throws -> String {
    let short = "\(article.own)~\(article.hash.hexadecimal(8))"
    let sharesWithNewcomer =
      newcomer.own == article.own && newcomer.hash != article.hash && newcomer.head == article.head
    if !sharesWithNewcomer, try others(withHeadOf: article).isEmpty, try !isOwn(short, newcomer) {
      return short
    }
    var long = "\(article.own)~\(article.hash.hexadecimal(16))"
    while try isOwn(long, newcomer) { long += "~" }
    return long
  }

  private func isOwn(_ name: String, _ newcomer: Named) throws -> Bool {
    if newcomer.own == name { return true }
    return try Command("SELECT 1 FROM article WHERE own_id = ? LIMIT 1", database).first(name) { _ in true }
      ?? false
  }

  /// Articles of the same group with the same head. Three are enough: where two share a head, both have their long
  /// names already.
  private func others(withHeadOf article: Named) throws -> [Named] {
    // Equal upper bits lie together in signed order too.
    let lowest = article.head << 32
    return try Command(
      """
      SELECT key, content_hash FROM article
      WHERE own_id = ?1 AND content_hash BETWEEN ?2 AND ?3 AND content_hash <> ?4 LIMIT 3
      """, database
    ).all(article.own, lowest, lowest | 0xFFFF_FFFF, article.hash) {
      Named(key: $0.integer(0), own: article.own, hash: $0.hash(1))
    }
  }
}
