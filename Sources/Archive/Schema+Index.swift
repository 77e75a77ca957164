/// The tables by which new pages find those that share their text, and by which an outlet's own lines are known.
extension Schema {
  static let index = [fingerprint, segment, posting, sitePage, siteLine, outletDue]

  static let fingerprint = """
    CREATE TABLE fingerprint (
      article INTEGER PRIMARY KEY REFERENCES article (key), -- the article that it is of
      text_hash INTEGER NOT NULL, -- 64-bit hash of the text, as a signed number of the same bits
      place INTEGER NOT NULL, -- the article's place among many that share a feature: a hash of its id, likewise
      features INTEGER NOT NULL, -- how many features of the article the index holds
      digest INTEGER NOT NULL, -- sum of the mixed features, as a signed number of the same bits
      member BLOB NOT NULL, -- what the finding of families needs of its text
      due INTEGER NOT NULL -- 0: matched; 1: may have lost a candidate; 2: to be matched anew; 3: to be indexed anew, then matched
    ) STRICT
    """

  static let segment = """
    CREATE TABLE segment (
      key INTEGER PRIMARY KEY, -- row number: the older the smaller
      postings INTEGER NOT NULL -- how many articles its features lead to, each counted as often as it is named
    ) STRICT
    """

  static let posting = """
    CREATE TABLE posting (
      key INTEGER PRIMARY KEY, -- row number, of no meaning outside this file
      segment INTEGER NOT NULL REFERENCES segment (key), -- the segment that it is a stretch of
      first INTEGER NOT NULL, -- the smallest feature in it
      last INTEGER NOT NULL, -- the largest
      block BLOB NOT NULL, -- features and the keys of the articles that carry them, as docs/archive.md tells
      UNIQUE (segment, first)
    ) STRICT
    """

  static let sitePage = """
    CREATE TABLE site_page (
      article INTEGER PRIMARY KEY REFERENCES article (key), -- the article that it is a sketch of
      outlet INTEGER NOT NULL, -- 64-bit hash of its outlet, as a signed number of the same bits
      page BLOB NOT NULL -- its short lines and a sketch of its sentences, as hashes
    ) STRICT
    """

  static let siteLine = """
    CREATE TABLE site_line (
      outlet INTEGER NOT NULL, -- hash of the outlet that prints it on pages of different reports
      line INTEGER NOT NULL, -- hash of its words
      standing INTEGER NOT NULL, -- how often, in bits: 1 as a line without numbers needs, 2 with numbers, 4 between paragraphs
      PRIMARY KEY (outlet, line)
    ) STRICT, WITHOUT ROWID
    """

  static let outletDue = """
    CREATE TABLE outlet_due (
      outlet INTEGER PRIMARY KEY -- hash of an outlet whose pages changed since its lines were counted
    ) STRICT
    """

  static let indexIndexes = [
    "CREATE INDEX fingerprint_text ON fingerprint (text_hash)",
    "CREATE INDEX fingerprint_due ON fingerprint (due) WHERE due > 0",
    "CREATE INDEX site_page_outlet ON site_page (outlet)",
    // Without these, taking one stemma away looks at the arrows of all.
    "CREATE INDEX stemma_edge_child ON stemma_edge (child)",
    "CREATE INDEX stemma_edge_parent ON stemma_edge (parent)",
  ]
}
