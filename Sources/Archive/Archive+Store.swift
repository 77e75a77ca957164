import GRDB
import Press

extension Archive {
  /// Stores how a number of pages ended, in one transaction.
  ///
  /// A page that is already there, with the same id, content and source, changes nothing. Where pages with the same
  /// id differ in content, all are kept: the one with the smallest content hash keeps the id, the others get
  /// `id~` and eight digits of their hash, whatever the order in which they came. A refusal goes when its source is
  /// read after all.
  ///
  /// - Parameter rules: version of the rules that the pages were read by. An article read by older ones is replaced.
  /// - Throws: `ArchiveError`; then nothing of the batch is stored.
  @discardableResult
  public func store(_ batch: [Stored], rules: Int = 0) throws(ArchiveError) -> StoreReport {
    try write { database in
      var writer = PageWriter(database: database, rules: rules)
      for stored in batch {
        switch stored {
        case .article(let article, let hash, let notices):
          try writer.store(article, contentHash: hash, notices: notices)
        case .refusal(let refusal, let hash): try writer.store(refusal, contentHash: hash)
        }
      }
      try Generation.next(database)
      return writer.report
    }
  }

  /// For each of `pages`, whether it is stored as an article from the same source, read by these `rules` or newer, and
  /// need not be read again.
  public func known(_ pages: [PageKey], rules: Int = 0) throws(ArchiveError) -> [Bool] {
    try read { database in
      let find = try Command(
        """
        SELECT 1 FROM article JOIN page ON page.source = ?3 AND page.article = article.key
        WHERE own_id = ?1 AND content_hash = ?2 AND rules >= ?4 AND NOT EXISTS (SELECT 1 FROM refusal WHERE source = ?3)
        """, database)
      return try pages.map { try find.first($0.id, $0.contentHash, $0.source, rules) { _ in true } ?? false }
    }
  }

  /// Whether an article with this id of its own and this content is stored, from whatever source.
  public func knows(id: String, contentHash: UInt64) throws(ArchiveError) -> Bool {
    try read { database in
      try Command("SELECT 1 FROM article WHERE own_id = ? AND content_hash = ?", database)
        .first(id, contentHash) { _ in true } ?? false
    }
  }

  /// A digest of which articles the archive holds, the same for any order in which they came.
  ///
  /// FNV-1a of 64 bits (Fowler, Noll and Vo 1991), in hexadecimal, over each article's own id and content hash.
  public func articlesDigest() throws(ArchiveError) -> String {
    try read { database in
      var digest: UInt64 = 0xcbf2_9ce4_8422_2325
      func add(_ byte: UInt8) { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01b3 }
      try Command("SELECT own_id, content_hash FROM article ORDER BY own_id, content_hash", database).each {
        row in
        row.withBytes(0) { for byte in $0 { add(byte) } }
        add(0xFF)  // no byte of UTF-8, so that id and hash cannot run together
        withUnsafeBytes(of: row.hash(1).littleEndian) { for byte in $0 { add(byte) } }
      }
      return digest.hexadecimal(16)
    }
  }
}

extension UInt64 {
  /// The first `digits` of the 16 hexadecimal digits.
  func hexadecimal(_ digits: Int) -> String {
    let text = String(self, radix: 16)
    return String((String(repeating: "0", count: 16 - text.utf8.count) + text).prefix(digits))
  }
}
