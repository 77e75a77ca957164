import GRDB
import Press

extension Inspection {
  /// Invariant 6, seen from the families: whoever is in one is linked to the others by pairs that have their passages.
  mutating func bonds() throws {
    try report(
      6, "SELECT a.id FROM pair JOIN article AS a ON a.key = pair.a WHERE pair.a = pair.b"
    ) { ("an article is paired with itself", $0.text(0)) }
    try report(
      6,
      """
      SELECT a.id, b.id FROM passage JOIN pair ON pair.key = passage.pair
        JOIN article AS a ON a.key = pair.a JOIN article AS b ON b.key = pair.b
      WHERE a_begins >= a_ends OR b_begins >= b_ends
      """
    ) { ("a passage has no words", "\($0.text(0)) and \($0.text(1))") }
    try report(
      6,
      """
      SELECT a.id, b.id FROM pair JOIN article AS a ON a.key = pair.a JOIN article AS b ON b.key = pair.b
      WHERE spun IS NOT NULL AND spun NOT IN (a.key, b.key)
      """
    ) { ("a pair says that a third article was spun", "\($0.text(0)) and \($0.text(1))") }
    guard try !isUnfinished() else { return }
    try connections()
  }

  private mutating func connections() throws {
    var above: [Int64: Int64] = [:]
    var families: [Int64: Int64] = [:]
    func top(_ key: Int64) -> Int64 {
      var at = key
      while let next = above[at], next != at { at = next }
      var walk = key
      while let next = above[walk], next != at {
        above[walk] = at
        walk = next
      }
      return at
    }
    try Command(
      "SELECT article, family FROM member WHERE family IN (SELECT key FROM family WHERE size > 1)", database
    ).each { row in
      families[row.integer(0)] = row.integer(1)
      above[row.integer(0)] = row.integer(0)
    }
    try Command("SELECT a, b, kind, versions FROM pair", database).each { row in
      let (a, b) = (row.integer(0), row.integer(1))
      guard let family = families[a], family == families[b] else { return }
      if row.int(3) != 0 || CopyKind(rawValue: row.text(2))?.isCopying == true { above[top(a)] = top(b) }
    }
    var tops: [Int64: Int64] = [:]
    var parted: Set<Int64> = []
    for (article, family) in families {
      let root = top(article)
      if tops.updateValue(root, forKey: family) ?? root != root { parted.insert(family) }
    }
    let name = try Command("SELECT id FROM family WHERE key = ?", database)
    for key in parted.sorted().prefix(limit) {
      note(
        6, "members of a family are not linked by pairs", "family \(try name.first(key) { $0.text(0) } ?? "")"
      )
    }
  }

  /// Whether articles have come or changed since families were computed.
  func isUnfinished() throws -> Bool {
    try Command(
      "SELECT 1 FROM article WHERE NOT EXISTS (SELECT 1 FROM state WHERE name = 'findings_digest') LIMIT 1",
      database
    ).first { _ in true } ?? false
  }
}
