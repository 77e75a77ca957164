import GRDB
import GRDBSQLite
import Press

/// Writes findings within one transaction.
struct FindingsWriter {
  let database: Database
  var reports: ReportsWriter { ReportsWriter(database: database) }

  /// Takes all findings away, dependants first.
  func clear() throws {
    try reports.clear()
    for table in [
      "evidence", "alternative", "stemma_edge", "stemma_node", "passage", "pair", "member", "family",
    ] {
      try command("DELETE FROM \(table)").run()
    }
    try command("DELETE FROM state WHERE name LIKE 'findings\\_%' ESCAPE '\\'").run()
  }

  /// Takes the stemma of a family away.
  func removeStemma(family: Int64) throws {
    try command("DELETE FROM alternative WHERE edge IN (SELECT key FROM stemma_edge WHERE family = ?)").run(
      family)
    try command("DELETE FROM evidence WHERE edge IN (SELECT key FROM stemma_edge WHERE family = ?)").run(
      family)
    try command("DELETE FROM stemma_edge WHERE family = ?").run(family)
    try command("DELETE FROM stemma_node WHERE family = ?").run(family)
  }

  /// Takes a family away, and its stemma.
  func removeFamily(_ id: String) throws {
    guard let key = try command("SELECT key FROM family WHERE id = ?").first(id, read: { $0.integer(0) })
    else { return }
    try reports.remove(family: key)
    try removeStemma(family: key)
    try command("DELETE FROM member WHERE family = ?").run(key)
    try command("DELETE FROM family WHERE key = ?").run(key)
  }

  /// Takes a pair away, and its passages.
  func removePair(_ a: Int64, _ b: Int64) throws {
    let keys = try command("SELECT key FROM pair WHERE a = ?1 AND b = ?2 OR a = ?2 AND b = ?1").all(a, b) {
      $0.integer(0)
    }
    for key in keys {
      try command("DELETE FROM passage WHERE pair = ?").run(key)
      try command("DELETE FROM pair WHERE key = ?").run(key)
    }
  }

  func finish(digest: String, engine: String) throws {
    try command("UPDATE fingerprint SET due = 0 WHERE due BETWEEN 1 AND 2").run()
    let set = try command("INSERT OR REPLACE INTO state (name, value) VALUES (?, ?)")
    try set.run("findings_digest", digest)
    try Generation.next(database)
    try set.run("findings_engine", engine)
  }

  func add(_ family: Family) throws {
    try once("family \(family.id)") {
      let name = "family \(family.id)"
      let key = try command("INSERT INTO family (id, size, representative) VALUES (?, ?, ?)").insert(
        family.id, family.members.count, try family.representative.map { try article($0, in: name) })
      let insert = try command("INSERT INTO member (article, family, originality) VALUES (?, ?, ?)")
      for (position, member) in family.members.enumerated() {
        let own: Double? = family.originality.isEmpty ? nil : family.originality[position]
        try insert.run(try article(member, in: name), key, own)
      }
    }
  }

  func add(_ pair: Pair) throws {
    let name = "the pair of \(pair.a) and \(pair.b)"
    guard !pair.passages.isEmpty else { throw BadFinding(what: "\(name) has no passage (invariant 6)") }
    try once(name) {
      let insert = try command(
        """
        INSERT INTO pair (a, b, kind, judged, confidence, judged_confidence, versions, coverage_a, coverage_b,
          similarity, words_a, words_b, equal_words, changes, spun)
        VALUES (?1, ?2, ?3, ?3, ?4, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
        """)
      let key = try insert.insert(
        try article(pair.a, in: name), try article(pair.b, in: name), pair.kind.rawValue, pair.confidence,
        pair.versions, pair.coverageA, pair.coverageB, pair.similarity, pair.wordsA, pair.wordsB,
        pair.equalWords, pair.changes,
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

  /// Says of a pair that is there what it is in the light of its family.
  func regrade(_ pair: Pair) throws {
    let name = "the pair of \(pair.a) and \(pair.b)"
    try command(
      "UPDATE pair SET kind = ?3, confidence = ?4, versions = ?5 WHERE a = ?1 AND b = ?2 OR a = ?2 AND b = ?1"
    ).run(
      try article(pair.a, in: name), try article(pair.b, in: name), pair.kind.rawValue, pair.confidence,
      pair.versions)
    guard database.changesCount == 1 else { throw BadFinding(what: "\(name) is not there to be graded") }
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
        for (position, other) in edge.alternatives.enumerated() {
          guard let parent = keys[Array(other.from.utf8)] else {
            throw BadFinding(what: "\(name) has an alternative that is not its node: \(other.from)")
          }
          try command("INSERT INTO alternative VALUES (?, ?, ?, ?)").run(
            key, position, parent, other.confidence)
        }
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
