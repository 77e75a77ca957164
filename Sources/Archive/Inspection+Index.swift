import GRDB

extension Inspection {
  /// That the index holds of every article what it says it does, and of no other. What the features are is for the room that
  /// makes them.
  mutating func index() throws {
    var held: [Int64: (count: Int, digest: UInt64)] = [:]
    var broken: [(what: String, location: String)] = []
    var keys: [Int64] = []
    try Command("SELECT key, postings FROM segment ORDER BY key", database).each { segment in
      var (count, last) = (0, UInt64(0))
      try Command("SELECT key, first, last, block FROM posting WHERE segment = ? ORDER BY first", database)
        .each(segment.integer(0)) { row in
          let location = "posting \(row.integer(0))"
          do {
            if count > 0, row.hash(1) <= last { throw PostingBlockReader.damage }
            last = row.hash(2)
            var reader = PostingBlockReader(row.bytes(3), first: row.hash(1))
            var end: UInt64?
            while let feature = try reader.next(&keys) {
              end = feature
              count += keys.count
              for key in keys {
                let known = held[key] ?? (0, 0)
                held[key] = (known.count + 1, Fingerprinted.digest(adding: feature, to: known.digest))
              }
            }
            if end != last { throw PostingBlockReader.damage }
          } catch is Damage {
            broken.append(("a block of the index cannot be read", location))
          }
        }
      if count != segment.int(1) {
        broken.append(
          (
            "a segment of the index has \(count) postings and says \(segment.int(1))",
            "segment \(segment.integer(0))"
          ))
      }
    }
    for violation in broken.prefix(limit) { note(3, violation.what, violation.location) }
    try report(
      3,
      "SELECT article, features, digest, coalesce((SELECT id FROM article WHERE key = article), '') FROM fingerprint"
    ) {
      row in
      let found = held.removeValue(forKey: row.integer(0)) ?? (0, 0)
      if found == (row.int(1), row.hash(2)) { return nil }
      return ("the index has other features of an article than it says", row.text(3))
    }
    for key in held.keys.sorted().prefix(limit) {
      note(3, "the index leads to an article that it says nothing of", "row \(key)")
    }
    try report(
      3,
      """
      SELECT article.id FROM article LEFT JOIN fingerprint ON fingerprint.article = article.key
      WHERE coalesce(due, 3) > 0 AND EXISTS (SELECT 1 FROM state WHERE name = 'findings_digest')
        AND EXISTS (SELECT 1 FROM state WHERE name = 'index_engine')
      """
    ) { ("an article was not looked at when families were computed", $0.text(0)) }
  }
}
