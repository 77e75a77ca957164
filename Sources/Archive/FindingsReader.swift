import GRDB
import Press

/// Puts findings together from their rows.
struct FindingsReader {
  private let database: Database

  init(_ database: Database) throws { self.database = database }

  func family(key: Int64, id: String) throws -> Family {
    let members = try command(
      "SELECT article.id, originality FROM member JOIN article ON article.key = member.article WHERE member.family = ? ORDER BY 1"
    )
    var originality: [String: Double] = [:]
    let ids = try members.all(key) { row in
      let id = row.text(0)
      if !row.isNull(1) { originality[id] = try row.share(1) }
      return id
    }
    let representative = try command(
      "SELECT article.id FROM family JOIN article ON article.key = family.representative WHERE family.key = ?"
    ).first(key) { $0.text(0) }
    return Family(id: id, members: ids, representative: representative, originality: originality)
  }

  func families(after id: String?, limit: Int) throws -> [Family] {
    func read(_ row: Columns) throws -> Family { try family(key: row.integer(0), id: row.text(1)) }
    guard let id else {
      return try command("SELECT key, id FROM family ORDER BY id LIMIT ?").all(limit, read: read)
    }
    return try command("SELECT key, id FROM family WHERE id > ? ORDER BY id LIMIT ?").all(
      id, limit, read: read)
  }

  private static let pairs = """
    SELECT pair.key, a.id, b.id, pair.kind, coverage_a, coverage_b, similarity, words_a, words_b,
      equal_words, pair.changes, (SELECT id FROM article WHERE key = pair.spun), confidence, versions, judged, judged_confidence,
      pair.a, pair.b
    FROM pair JOIN article AS a ON a.key = pair.a JOIN article AS b ON b.key = pair.b
    """

  func pairs(family id: String) throws -> [Pair] {
    try command(
      """
      \(Self.pairs) JOIN member AS m ON m.article = pair.a JOIN member AS n ON n.article = pair.b
      JOIN family ON family.key = m.family WHERE family.id = ? AND n.family = m.family
      """
    ).all(id, read: pair).sorted(by: Self.byIDs)
  }

  func pairs(shown id: String) throws -> [Pair] {
    try command(
      """
      \(Self.pairs) JOIN report_member AS m ON m.article = pair.a JOIN report_member AS n ON n.article = pair.b
      JOIN report ON report.key = m.report WHERE report.id = ? AND report.shown AND n.report = m.report
      """
    ).all(id, read: pair).sorted(by: Self.byIDs)
  }

  func pairs(touching article: String) throws -> [Pair] {
    let first = try command("\(Self.pairs) WHERE a.id = ?").all(article, read: pair)
    let second = try command("\(Self.pairs) WHERE b.id = ?").all(article, read: pair)
    return (first + second).sorted(by: Self.byIDs)
  }

  /// The pairs whose first article is one of the `limit` that follow `id`, and the last of those articles.
  func pairs(ofArticlesAfter id: String?, limit: Int) throws -> (pairs: [Pair], last: String?) {
    let ids =
      if let id {
        try command("SELECT id FROM article WHERE id > ? ORDER BY id LIMIT ?").all(id, limit) { $0.text(0) }
      } else { try command("SELECT id FROM article ORDER BY id LIMIT ?").all(limit) { $0.text(0) } }
    let starting = try command("\(Self.pairs) WHERE a.id = ?")
    let ended = try command("\(Self.pairs) WHERE b.id = ?")
    // Renaming articles may have turned the order of a pair's ids round; `Pair` puts it right again.
    let pairs = try ids.flatMap { id in
      try (starting.all(id, read: pair) + ended.all(id, read: pair)).filter {
        $0.a.utf8.elementsEqual(id.utf8)
      }
    }
    return (pairs.sorted(by: Self.byIDs), ids.last)
  }

  /// The pairs that the article of this key is one of, as their texts alone tell, with what they are.
  func judgedPairs(touching key: Int64) throws -> [(a: Int64, b: Int64, kind: CopyKind, pair: Pair)] {
    var found: [(a: Int64, b: Int64, kind: CopyKind, pair: Pair)] = []
    for side in ["a", "b"] {
      found += try command("\(Self.pairs) WHERE pair.\(side) = ?").all(key) {
        ($0.integer(16), $0.integer(17), try $0.word(3), try pair($0, asJudged: true))
      }
    }
    return found
  }

  private func pair(_ row: Columns) throws -> Pair { try pair(row, asJudged: false) }

  private func pair(_ row: Columns, asJudged: Bool) throws -> Pair {
    let passages = try command(
      "SELECT a_begins, a_ends, b_begins, b_ends, similarity FROM passage WHERE pair = ? ORDER BY position"
    ).all(row.integer(0)) {
      Passage(a: try $0.range(0, 1), b: try $0.range(2, 3), similarity: try $0.share(4))
    }
    return Pair(
      a: row.text(1), b: row.text(2), kind: try row.word(asJudged ? 14 : 3),
      confidence: try row.share(asJudged ? 15 : 12), versions: row.int(13) != 0, coverageA: try row.share(4),
      coverageB: try row.share(5),
      similarity: try row.share(6), wordsA: try row.count(7), wordsB: try row.count(8),
      equalWords: try row.count(9), changes: try row.count(10), spun: row.optionalText(11),
      passages: passages)
  }

  /// By bytes, as SQLite sorts: Swift holds "é" in one character and in two for equal.
  private static func byIDs(_ one: Pair, _ other: Pair) -> Bool {
    if one.a.utf8.elementsEqual(other.a.utf8) { return one.b.utf8.lexicographicallyPrecedes(other.b.utf8) }
    return one.a.utf8.lexicographicallyPrecedes(other.a.utf8)
  }

  func stemma(family id: String) throws -> Stemma? {
    guard let key = try command("SELECT key FROM family WHERE id = ?").first(id, read: { $0.integer(0) })
    else { return nil }
    let nodes = try command(
      """
      SELECT article.id, name, label, other_family FROM stemma_node
      LEFT JOIN article ON article.key = stemma_node.article WHERE family = ? ORDER BY 1, 2
      """
    ).all(key) { row in
      let held = row.optionalText(0)
      return Stemma.Node(
        id: held ?? row.text(1), lost: held == nil, label: row.text(2), otherFamily: row.optionalText(3))
    }
    if nodes.isEmpty { return nil }
    return Stemma(family: id, nodes: nodes, edges: try edges(family: key))
  }

  private func edges(family key: Int64) throws -> [Stemma.Edge] {
    try command(
      """
      SELECT stemma_edge.key, coalesce(a.id, parent.name), coalesce(b.id, child.name), stemma_edge.kind, confidence
      FROM stemma_edge JOIN stemma_node AS parent ON parent.key = stemma_edge.parent
        JOIN stemma_node AS child ON child.key = stemma_edge.child
        LEFT JOIN article AS a ON a.key = parent.article LEFT JOIN article AS b ON b.key = child.article
      WHERE stemma_edge.family = ? ORDER BY 3, 2
      """
    ).all(key) { row in
      Stemma.Edge(
        from: row.text(1), to: row.text(2), kind: try row.word(3), confidence: try row.share(4),
        evidence: try evidence(edge: row.integer(0)), alternatives: try alternatives(edge: row.integer(0)))
    }
  }

  private func alternatives(edge: Int64) throws -> [Stemma.Alternative] {
    try command(
      """
      SELECT coalesce(article.id, stemma_node.name), confidence FROM alternative
      JOIN stemma_node ON stemma_node.key = alternative.parent
      LEFT JOIN article ON article.key = stemma_node.article WHERE edge = ? ORDER BY position
      """
    ).all(edge) { Stemma.Alternative(from: $0.text(0), confidence: try $0.share(1)) }
  }

  private func evidence(edge: Int64) throws -> [Stemma.Evidence] {
    try command(
      """
      SELECT evidence.kind, evidence.text, article.id FROM evidence
      LEFT JOIN article ON article.key = evidence.article WHERE edge = ? ORDER BY position
      """
    ).all(edge) {
      Stemma.Evidence(kind: try $0.word(0), text: $0.text(1), article: $0.optionalText(2))
    }
  }

  private func command(_ sql: String) throws -> Command { try Command(sql, database) }
}
