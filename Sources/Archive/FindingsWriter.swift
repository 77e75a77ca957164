import GRDB
import GRDBSQLite
import Press

/// Writes findings within one transaction.
struct FindingsWriter {
  let database: Database

  /// Takes all findings away, dependants first.
  func clear() throws {
    for table in ["evidence", "stemma_edge", "stemma_node", "passage", "pair", "member", "family"] {
      try command("DELETE FROM \(table)").run()
    }
    try command("DELETE FROM state WHERE name LIKE 'findings\\_%' ESCAPE '\\'").run()
  }

  func finish(digest: String, engine: String) throws {
    let set = try command("INSERT INTO state (name, value) VALUES (?, ?)")
    try set.run("findings_digest", digest)
    try set.run("findings_engine", engine)
  }

  func add(_ family: Family) throws {
    try once("family \(family.id)") {
      let key = try command("INSERT INTO family (id, size) VALUES (?, ?)").insert(
        family.id, family.members.count)
      let insert = try command("INSERT INTO member (article, family) VALUES (?, ?)")
      for member in family.members { try insert.run(try article(member, in: "family \(family.id)"), key) }
    }
  }

  func add(_ pair: Pair) throws {
    let name = "the pair of \(pair.a) and \(pair.b)"
    guard !pair.passages.isEmpty else { throw BadFinding(what: "\(name) has no passage (invariant 6)") }
    try once(name) {
      let insert = try command(
        """
        INSERT INTO pair (a, b, kind, coverage_a, coverage_b, similarity, words_a, words_b, equal_words,
          changes, spun)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
      let key = try insert.insert(
        try article(pair.a, in: name), try article(pair.b, in: name), pair.kind.rawValue, pair.coverageA,
        pair.coverageB, pair.similarity, pair.wordsA, pair.wordsB, pair.equalWords, pair.changes,
        try pair.spun.map { try article($0, in: name) })
      let passages = try command("INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?, ?)")
      for (position, passage) in pair.passages.enumerated() {
        try passages.run(
          key, position, passage.a.lowerBound, passage.a.upperBound, passage.b.lowerBound,
          passage.b.upperBound,
          passage.similarity)
      }
    }
  }

  func add(_ stemma: Stemma) throws {
    let name = "the stemma of family \(stemma.family)"
    guard
      let family = try command("SELECT key FROM family WHERE id = ?").first(
        stemma.family, read: { $0.integer(0) })
    else { throw BadFinding(what: "\(name) is of no family that there is") }
    try once(name) {
      // By bytes: to Swift, "é" in one character and in two are the same string.
      var keys: [[UInt8]: Int64] = [:]
      for node in stemma.nodes { keys[Array(node.id.utf8)] = try add(node, to: family, of: name) }
      for edge in stemma.edges {
        guard let parent = keys[Array(edge.from.utf8)], let child = keys[Array(edge.to.utf8)] else {
          throw BadFinding(
            what: "\(name) has an arrow from \(edge.from) to \(edge.to), which are not both its nodes")
        }
        guard !edge.evidence.isEmpty else {
          throw BadFinding(what: "\(name) has an arrow from \(edge.from) to \(edge.to) without evidence")
        }
        let insert = try command(
          "INSERT INTO stemma_edge (family, child, parent, kind, confidence) VALUES (?, ?, ?, ?, ?)")
        let key = try insert.insert(family, child, parent, edge.kind.rawValue, edge.confidence)
        try add(edge.evidence, to: key, of: name)
      }
    }
  }

  private func add(_ node: Stemma.Node, to family: Int64, of name: String) throws -> Int64 {
    let witness: Int64? = node.lost ? nil : try article(node.id, in: name)
    let lost: String? = node.lost ? node.id : nil
    return try command(
      "INSERT INTO stemma_node (family, article, name, label, other_family) VALUES (?, ?, ?, ?, ?)"
    ).insert(family, witness, lost, node.label, node.otherFamily)
  }

  private func add(_ evidence: [Stemma.Evidence], to edge: Int64, of name: String) throws {
    let insert = try command("INSERT INTO evidence VALUES (?, ?, ?, ?, ?)")
    for (position, reason) in evidence.enumerated() {
      let witness = try reason.article.map { try article($0, in: name) }
      try insert.run(edge, position, reason.kind.rawValue, reason.text, witness)
    }
  }

  private func article(_ id: String, in finding: String) throws -> Int64 {
    guard let key = try command("SELECT key FROM article WHERE id = ?").first(id, read: { $0.integer(0) })
    else {
      throw BadFinding(what: "\(finding) names article \(id), which the archive does not hold")
    }
    return key
  }

  /// Puts SQLite's word for a repetition, or for a share that is no number, into ours.
  private func once(_ name: String, _ body: () throws -> Void) throws {
    do { try body() } catch let failure as SQLiteFailure where failure.code & 0xFF == SQLITE_CONSTRAINT {
      throw BadFinding(
        what: "\(name) is given twice, shares a member with another, or holds a share that is no number")
    }
  }

  private func command(_ sql: String) throws -> Command { try Command(sql, database) }
}
