/// The tables of what was found out, and the views for people with another tool.
extension Schema {
  static let findings = [pair, passage, family, member, stemmaNode, stemmaEdge, evidence, alternative]

  static let pair = """
    CREATE TABLE pair (
      key INTEGER PRIMARY KEY, -- row number, of no meaning outside this file
      a INTEGER NOT NULL REFERENCES article (key), -- one article
      b INTEGER NOT NULL REFERENCES article (key), -- the other, with which it shares passages
      kind TEXT NOT NULL, -- verbatim, edited, partial or spun; no copies: common-quotation, common-source, incidental
      judged TEXT NOT NULL, -- the same as the two texts by themselves tell, before their family was looked at
      confidence REAL NOT NULL, -- how sure that they are copies or, of the other kinds, that they are none, 0 to 1
      judged_confidence REAL NOT NULL, -- the same before their family was looked at
      versions INTEGER NOT NULL, -- 1 when the two are states of one page over time
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

  static let passage = """
    CREATE TABLE passage (
      pair INTEGER NOT NULL REFERENCES pair (key), -- the pair that it proves
      position INTEGER NOT NULL, -- its place, in the order of a
      a_begins INTEGER NOT NULL, -- byte range in a's text
      a_ends INTEGER NOT NULL, -- byte behind the last
      b_begins INTEGER NOT NULL, -- byte range in b's text
      b_ends INTEGER NOT NULL, -- byte behind the last
      similarity REAL NOT NULL, -- share of aligned tokens that are equal, 0 to 1
      PRIMARY KEY (pair, position)
    ) STRICT, WITHOUT ROWID
    """

  static let family = """
    CREATE TABLE family (
      key INTEGER PRIMARY KEY, -- row number, of no meaning outside this file
      id TEXT NOT NULL UNIQUE, -- what every output calls it
      size INTEGER NOT NULL, -- how many articles it has
      representative INTEGER REFERENCES article (key) -- the member that has most of what the others have
    ) STRICT
    """

  static let member = """
    CREATE TABLE member (
      article INTEGER PRIMARY KEY REFERENCES article (key), -- a witness
      family INTEGER NOT NULL REFERENCES family (key), -- the one family that it is in
      originality REAL -- share of its words that no other member has, 0 to 1
    ) STRICT
    """

  static let stemmaNode = """
    CREATE TABLE stemma_node (
      key INTEGER PRIMARY KEY, -- row number, of no meaning outside this file
      family INTEGER NOT NULL REFERENCES family (key), -- whose stemma
      article INTEGER REFERENCES article (key), -- the witness; NULL when it is lost
      name TEXT, -- 'lost:NAME' for a lost witness, NULL otherwise
      label TEXT NOT NULL, -- what to call it on a screen
      other_family TEXT, -- the family that it belongs to, where that is another one
      CHECK ((article IS NULL) = (name IS NOT NULL)),
      UNIQUE (family, article),
      UNIQUE (family, name)
    ) STRICT
    """

  static let stemmaEdge = """
    CREATE TABLE stemma_edge (
      key INTEGER PRIMARY KEY, -- row number, of no meaning outside this file
      family INTEGER NOT NULL REFERENCES family (key), -- whose stemma
      child INTEGER NOT NULL REFERENCES stemma_node (key), -- the copy
      parent INTEGER NOT NULL REFERENCES stemma_node (key), -- what it was copied from
      kind TEXT NOT NULL, -- verbatim, edited, partial, spun or unknown
      confidence REAL NOT NULL, -- how sure, 0 to 1
      UNIQUE (family, child, parent)
    ) STRICT
    """

  static let evidence = """
    CREATE TABLE evidence (
      edge INTEGER NOT NULL REFERENCES stemma_edge (key), -- the arrow that it speaks for, or against
      position INTEGER NOT NULL, -- its place among the arrow's evidence
      kind TEXT NOT NULL, -- what sort of reason
      text TEXT NOT NULL, -- the words on the page, or what was measured
      article INTEGER REFERENCES article (key), -- the article in which it is seen
      PRIMARY KEY (edge, position)
    ) STRICT, WITHOUT ROWID
    """

  static let alternative = """
    CREATE TABLE alternative (
      edge INTEGER NOT NULL REFERENCES stemma_edge (key), -- the arrow in whose place another may be right
      position INTEGER NOT NULL, -- its place among the arrow's alternatives, the likeliest first
      parent INTEGER NOT NULL REFERENCES stemma_node (key), -- who else may have been copied
      confidence REAL NOT NULL, -- how likely, 0 to 1
      PRIMARY KEY (edge, position)
    ) STRICT, WITHOUT ROWID
    """

  /// From version 3 to 4: who else may have been copied. Stemmata that are there stay to be read, and are drawn anew at the
  /// next reading.
  static let version4 = [alternative, "DELETE FROM state WHERE name = 'findings_engine'"]

  static let viewsOfVersion1 = [
    articlesView, familiesViewOfVersion1, arrowsView, copiesView, noticesView,
  ]

  static let articlesView = """
    CREATE VIEW articles AS -- one line an article, without its text
    SELECT article.id, article.outlet, article.title, article.published, article.language, article.url,
      family.id AS family, family.size AS family_size, article.source
    FROM article LEFT JOIN member ON member.article = article.key LEFT JOIN family ON family.key = member.family
    """

  static let familiesViewOfVersion1 = """
    CREATE VIEW families AS -- one line a family, with its earliest date and its outlets
    SELECT family.id, family.size, min(article.published) AS first_published, max(article.published) AS last_published,
      count(DISTINCT article.outlet) AS outlets, min(article.title) AS title
    FROM family JOIN member ON member.family = family.key JOIN article ON article.key = member.article
    GROUP BY family.key
    """

  static let arrowsView = """
    CREATE VIEW arrows AS -- one line an arrow of a stemma, with its evidence
    SELECT family.id AS family, coalesce(source.id, parent.name) AS copied_from, parent.label AS copied_from_label,
      coalesce(copy.id, child.name) AS copy, child.label AS copy_label, stemma_edge.kind, stemma_edge.confidence,
      (SELECT group_concat(evidence.kind || ': ' || evidence.text, char(10))
        FROM evidence WHERE evidence.edge = stemma_edge.key) AS evidence
    FROM stemma_edge JOIN family ON family.key = stemma_edge.family
      JOIN stemma_node AS parent ON parent.key = stemma_edge.parent
      JOIN stemma_node AS child ON child.key = stemma_edge.child
      LEFT JOIN article AS source ON source.key = parent.article LEFT JOIN article AS copy ON copy.key = child.article
    """

  static let copiesView = """
    CREATE VIEW copies AS -- one line a pair of articles that share text
    SELECT a.id AS a, a.outlet AS a_outlet, b.id AS b, b.outlet AS b_outlet, pair.kind, pair.similarity,
      pair.coverage_a, pair.coverage_b, (SELECT count(*) FROM passage WHERE passage.pair = pair.key) AS passages
    FROM pair JOIN article AS a ON a.key = pair.a JOIN article AS b ON b.key = pair.b
    """

  static let noticesView = """
    CREATE VIEW notices AS -- what was wrong with pages that were kept all the same
    SELECT source, reason, detail FROM notice
    UNION ALL
    SELECT source, 'duplicate-id', 'another page has the id “' || own_id || '” too; this one is kept as “' || id
      || '”. Give every page an id of its own to be rid of this' FROM article WHERE id <> own_id
    """
}
