/// From version 2 to 3: pairs that are no copies and how sure, what represents a family and is each member's own, and the
/// index by which an archive grows without being matched again.
extension Schema {
  /// The findings as versions 1 and 2 had them.
  static let findingsOfVersion1 = [
    pairOfVersion1, passage, familyOfVersion1, memberOfVersion1, stemmaNode, stemmaEdge, evidence,
  ]

  static let pairOfVersion1 = """
    CREATE TABLE pair (
      key INTEGER PRIMARY KEY, -- row number, of no meaning outside this file
      a INTEGER NOT NULL REFERENCES article (key), -- one article
      b INTEGER NOT NULL REFERENCES article (key), -- the other, with which it shares passages
      kind TEXT NOT NULL, -- verbatim, edited, partial or spun
      coverage_a REAL NOT NULL, -- share of a's tokens within a passage, 0 to 1
      coverage_b REAL NOT NULL, -- share of b's tokens within a passage, 0 to 1
      similarity REAL NOT NULL, -- share of aligned tokens that are equal, 0 to 1
      words_a INTEGER NOT NULL, -- words of a, furniture aside
      words_b INTEGER NOT NULL, -- words of b, furniture aside
      equal_words INTEGER NOT NULL, -- aligned words that are equal
      changes INTEGER NOT NULL, -- places at which the two differ
      spun INTEGER REFERENCES article (key), -- the one that a synonym machine wrote, where the wording tells
      UNIQUE (a, b)
    ) STRICT
    """

  static let familyOfVersion1 = """
    CREATE TABLE family (
      key INTEGER PRIMARY KEY, -- row number, of no meaning outside this file
      id TEXT NOT NULL UNIQUE, -- what every output calls it
      size INTEGER NOT NULL -- how many articles it has
    ) STRICT
    """

  static let memberOfVersion1 = """
    CREATE TABLE member (
      article INTEGER PRIMARY KEY REFERENCES article (key), -- a witness
      family INTEGER NOT NULL REFERENCES family (key) -- the one family that it is in
    ) STRICT
    """

  static let stateOfVersion1 = """
    CREATE TABLE state (
      name TEXT PRIMARY KEY, -- findings_digest, findings_engine
      value TEXT NOT NULL -- findings_digest is absent when articles changed since families were computed
    ) STRICT, WITHOUT ROWID
    """

  /// As for version 2, tables are made anew so that their columns keep order and comments. What was found stays to be read, and
  /// is found anew at the next reading: no index is there yet, and the engine's version is forgotten.
  static let version3 =
    [
      "PRAGMA defer_foreign_keys = ON",
      "CREATE TEMP TABLE kept_pair AS SELECT * FROM main.pair",
      "CREATE TEMP TABLE kept_family AS SELECT * FROM main.family",
      "CREATE TEMP TABLE kept_member AS SELECT * FROM main.member",
      "CREATE TEMP TABLE kept_state AS SELECT * FROM main.state",
      "DROP TABLE main.pair", "DROP TABLE main.member", "DROP TABLE main.family", "DROP TABLE main.state",
      pair, family, member, state,
      """
      INSERT INTO main.pair (
        key, a, b, kind, judged, confidence, judged_confidence, versions, coverage_a, coverage_b, similarity, words_a,
        words_b, equal_words, changes, spun
      ) SELECT key, a, b, kind, kind, 1.0, 1.0, 0, coverage_a, coverage_b, similarity, words_a, words_b, equal_words,
        changes, spun FROM temp.kept_pair
      """,
      "INSERT INTO main.family (key, id, size) SELECT key, id, size FROM temp.kept_family",
      "INSERT INTO main.member (article, family) SELECT article, family FROM temp.kept_member",
      "INSERT INTO main.state SELECT name, value FROM temp.kept_state WHERE name <> 'findings_engine'",
      "DROP TABLE temp.kept_pair", "DROP TABLE temp.kept_family", "DROP TABLE temp.kept_member",
      "DROP TABLE temp.kept_state",
      "CREATE INDEX pair_b ON pair (b)", "CREATE INDEX family_size ON family (size DESC, id)",
      "CREATE INDEX member_family ON member (family, article)",
    ] + index + indexIndexes
}
